import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Body, BodyInput } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { formOn } from '#domain/indicator/figure-form.ts'
import { type CheckRule, checkRules } from '#domain/indicator/flag.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { figures } from '../../../test/whole-commune.ts'
import { insertSuccessions, listVersions, updateVersionValid } from '../org/org.store.ts'
import type { World } from '../world.ts'

// One invented commune for each check, each with one error; a seventeenth has none. What they tell goes through the commands
// a person would give, with the years before that some of the checks look at.

type Figures = Readonly<Record<string, number | null>>
type Wrong = {
  readonly figures?: Figures
  readonly printed?: ReturnContent['printed']
  readonly words?: string
  readonly says: RegExp
}

const percent = (ratioCode: string, text: string, baseCode: string | null) => ({ ratioCode, percent: text, baseCode })

const wall: Readonly<Record<CheckRule, Wrong>> = {
  'above-whole': { figures: { 'house.areas': 17 }, says: /\(17 thôn\) nhiều hơn .* \(16 thôn\)/u },
  'nested-sets': { figures: { 'family.praised': 640 }, says: /\(640 hộ\) nhiều hơn “Hộ đạt 3 năm liên tục” \(611 hộ\)/u },
  'parts-and-whole': { figures: { 'office.registered.again': 4 }, says: /được 23, khác .* \(24 cơ quan\)/u },
  'twins-differ': { figures: { 'house.areas.newRural': 12 }, says: /là một việc nhưng ghi hai số/u },
  'share-above-hundred': {
    figures: { 'house.areas': null },
    printed: [percent('share.house.areas', '106,2', 'area.total')],
    says: /106,2 %, quá 100 %/u,
  },
  'share-impossible': {
    figures: { 'house.areas': null },
    printed: [percent('share.house.areas', '79,9', 'area.total')],
    says: /79,9 %: không số nguyên nào trên 16/u,
  },
  'share-truncated': { printed: [percent('share.family.registered', '83,8', 'family.total')], says: /cắt bớt chữ số là 83,8/u },
  'share-differs': { printed: [percent('share.family.recognised', '89,3', 'family.total')], says: /nhưng 902\/1\.204 là 74,9 %/u },
  'share-without-base': { printed: [percent('share.family.recognised', '74,9', null)], says: /không nói trên số nào/u },
  'share-of-other-base': {
    printed: [percent('share.family.recognised', '89,9', 'family.reviewed')],
    says: /tính trên số hộ được bình xét/u,
  },
  'same-as-last': { says: /giống .* đến chữ số cuối/u },
  jump: { figures: { 'activity.dissemination.turns': 31_270 }, says: /\(31\.270 lượt người\) cao khác thường/u },
  'base-before-change': { says: /\(1\.204 hộ\) đúng bằng số của Xã Chiềng Cũ trước khi sáp nhập ngày 1\/7\/2022/u },
  'turns-and-things': { words: 'Cả xã có 902 lượt hộ đạt danh hiệu.', says: /Lời ghi “902 lượt hộ”/u },
  'points-or-percent': { words: 'Tỷ lệ hộ đạt là 74,9 %, tăng 8,4 % so với năm 2018.', says: /là điểm phần trăm hay tăng/u },
  missing: { figures: { 'club.sport': null }, says: /^Chưa có số liệu: “Câu lạc bộ thể thao”\.$/u },
}

test('the error wall: each of sixteen errors is asked about at its sender, and above where it shows in a sum; nothing is altered, the province adds up all', async ({
  database,
}) => {
  const here = await province(worldOn(database))
  const communes = new Map<CheckRule | 'whole', string>()
  for (const name of [...checkRules, 'whole'] as const) {
    const from = name === 'base-before-change' ? mergedOn : undefined
    communes.set(name, await here.commune(`Xã ${name}`, from && { from, until: null }))
  }
  const idOf = (name: CheckRule | 'whole'): string => communes.get(name) ?? ''
  const before = { from: plainDate('2010-01-01'), until: mergedOn }
  const [old, other] = [await here.commune('Xã Chiềng Cũ', before), await here.commune('Xã Mường Cũ', before)]
  const whole = { toUnitId: idOf('base-before-change'), on: mergedOn, extent: 'whole', isVerified: true, basis: null } as const
  await insertSuccessions(
    database.kysely,
    [old, other].map(fromUnitId => ({ ...whole, fromUnitId })),
  )

  for (const year of [2019, 2020, 2021]) {
    const asked = await here.ask(year)
    await here.tell(asked, idOf('jump'), contentOf(yearBefore(year)))
    if (year < 2021) continue
    await here.tell(asked, idOf('same-as-last'), contentOf(figures))
    await here.tell(asked, old, contentOf({ 'family.total': 1204 }))
    await here.tell(asked, other, contentOf({ 'family.total': 655 }))
  }

  const asked = await here.ask(2022)
  const told = new Map<CheckRule | 'whole', Content>()
  for (const [name, unitId] of communes) {
    const { figures: changed, printed, words } = name === 'whole' ? {} : (wall[name] as Partial<Wrong>)
    const content = contentOf({ ...figures, ...changed }, { printed, words })
    told.set(name, content)
    await here.tell(asked, unitId, content)
  }

  for (const [name, unitId] of communes) {
    const sender = someone('officer', [unitId, here.id])
    const view = await must(ask(asked.world, sender, 'return.one', { requestId: asked.id, unitId }))
    const flags = view.flags.filter(({ rule, places }) => rule !== 'missing' || !untold(name).includes(places[0]?.key ?? ''))
    expect([name, flags.map(({ rule }) => rule)]).toEqual([name, name === 'whole' ? [] : [name]])
    if (name !== 'whole') expect(flags[0]?.sentence).toMatch(wall[name].says)
    expect(flags.every(({ cause }) => cause !== '')).toBe(true)
    expect([name, view.content, view.standing]).toEqual([name, told.get(name), 1])
  }
  const table = await must(ask(asked.world, here.officer, 'figure.table', { requestId: asked.id, unitId: here.id }))
  for (const code of ['family.total', 'house.areas', 'activity.dissemination.turns', 'club.sport']) {
    const sum = [...told.values()].reduce((so, { values }) => so + (values[code]?.count ?? 0), 0)
    expect([code, table.unit.figures.find(figure => figure.code === code)?.value?.count]).toEqual([code, sum])
  }

  const above = await must(ask(asked.world, here.officer, 'figure.checks', { requestId: asked.id, unitId: here.id }))
  const inSums = new Map(above.flags.map(({ rule, cause }) => [rule, cause]))
  expect(inSums.get('parts-and-whole')).toMatch(/Lỗi đã có ở: Xã parts-and-whole\.$/u)
  expect(inSums.get('twins-differ')).toMatch(/1\/17 đơn vị.*cộng từ những đơn vị khác nhau/u)
  const wrong = checkRules.filter(name => name !== 'missing').map(name => `Xã ${name}`)
  expect(new Map(above.below.map(({ unitName, open }) => [unitName, open]))).toEqual(new Map(wrong.map(name => [name, 1])))
})

/** What a commune was made to leave open so that another check is seen: told as missing too, as it should be. */
function untold(name: CheckRule | 'whole'): string[] {
  if (name === 'missing') return ['house.areas.newRural']
  const { figures: changed = {} } = name === 'whole' ? {} : (wall[name] as Partial<Wrong>)
  return ['house.areas.newRural', ...Object.keys(changed).filter(code => changed[code] === null)]
}

const mergedOn = plainDate('2022-07-01')

/** The same year but for a few here and there, as years of one place differ. */
function yearBefore(year: number): Figures {
  return Object.fromEntries(Object.entries(figures).map(([code, count]) => [code, count + (count >= 10 ? (year % 5) + 1 : 0)]))
}

type Content = Body<'return.save'>['content'] & ReturnContent
type Beside = { readonly printed?: ReturnContent['printed'] | undefined; readonly words?: string | undefined }

function contentOf(told: Figures, { printed = [], words = 'Xã đã họp 12 cuộc và giao việc cho từng bản.' }: Beside = {}): Content {
  const values = Object.entries(told).flatMap(([code, count]) => (count === null ? [] : [[code, { quality: 'counted', count }] as const]))
  const same = 'Xã đã họp 12 cuộc và giao việc cho từng bản.'
  return { values: Object.fromEntries(values), printed: [...printed], parts: { deployment: same, outcome: words, ahead: same } }
}

type Asked = { readonly world: World; readonly id: string }

/** A province with a form of its own: that of the house, and one question of another form beside it. */
async function province(bare: World) {
  const tx = bare.database.kysely
  const id = await givenUnit(tx, { name: 'Tỉnh Minh Họa', kind: 'province' })
  const grants = roles.map(role => ({ role, unitId: id, withSubtree: true, unitPath: [id] }))
  const officer = { ...someone('officer', [id]), grants }
  const on = (day: string): World => ({ ...bare, workingDay: plainDate(day) })
  const form = randomUUID()
  const made = await must(
    send(on('2018-12-20'), officer, 'form.begin', { id: form, unitId: id, name: 'Biểu của tỉnh', copyOf: 'movement' }),
  )
  const twin = { kind: 'table', key: 'twins', heading: 'Nông thôn mới', owedBy: ['commune'], ratios: [] } as const
  const ofHouse = formOn(movementForm, plainDate('2022-12-14'))?.parts.filter(({ owedBy }) => owedBy.includes('commune')) ?? []
  const parts = [...ofHouse, { ...twin, layout: { type: 'list', codes: ['house.areas.newRural'] } }]
  await must(
    send(on('2018-12-20'), officer, 'form.saveDraft', {
      id: form,
      name: 'Biểu của tỉnh',
      note: '',
      parts,
      revision: made.revision,
    } as BodyInput<'form.saveDraft'>),
  )
  const published = await must(
    send(on('2018-12-20'), officer, 'form.publish', { id: form, from: '2018-12-20', revision: made.revision + 1 }),
  )
  return {
    id,
    officer,
    commune: async (name: string, valid?: DateRange): Promise<string> => {
      const unitId = await givenUnit(tx, { name, kind: 'commune', parentUnitId: id })
      const [version] = valid ? await listVersions(tx, [unitId]) : []
      if (version && valid) await updateVersionValid(tx, { id: version.id, valid })
      return unitId
    },
    ask: async (year: number): Promise<Asked> => {
      const request = { id: randomUUID(), world: on(`${year}-12-20`) }
      await must(
        send(request.world, officer, 'request.open', {
          id: request.id,
          unitId: id,
          regimeId: null,
          kind: 'regular',
          title: `Báo cáo năm ${year}`,
          formKey: published.key,
          covers: { from: addDays(plainDate(`${year - 1}-12-14`), 1), until: `${year}-12-15` },
          asked: [{ level: 'commune', dueOn: `${year}-12-25` }],
          basis: '',
        }),
      )
      await must(send(request.world, officer, 'request.send', { id: request.id, revision: 0 }))
      return request
    },
    tell: async ({ world, id: requestId }: Asked, unitId: string, content: Content): Promise<void> => {
      await must(send(world, officer, 'return.save', { requestId, unitId, content, revision: 0 }))
      await must(send(world, officer, 'return.handIn', { requestId, unitId, revision: 1, reason: '' }))
    },
  }
}
