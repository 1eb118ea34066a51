import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { ParamsInput, QueryName } from '#contract/index.ts'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import type { Value } from '#domain/indicator/value.ts'
import { type AskedProvince, accept, askedProvince, handIn, owed, save } from '../../../test/asked-province.ts'
import { test as bareTest } from '../../../test/database.ts'
import { activityBody, ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'

const test = bareTest.extend('here', ({ database }) => askedProvince(worldOn(database)))

const model = (n: number) => `Mô hình tiêu biểu “Tuyến đường hoa” do ${n} hộ cùng trồng và chăm sóc hằng tuần`
const counted = (count: number): Value => ({ quality: 'counted', count })
const family = { code: 'share.family.registered', baseCode: 'family.total' } as const

/** What a unit tells, and hands in at once; the revision is that of its return. */
async function tell(
  here: AskedProvince,
  unitId: string,
  told: { values: Record<string, number>; parts?: Record<string, string>; revision?: number },
) {
  const { values, parts = {}, revision = 0 } = told
  const cells = Object.fromEntries(Object.entries(values).map(([code, count]) => [code, counted(count)]))
  const content = { values: cells, printed: [], parts }
  await must(send(here.world, here.officer, 'return.save', { requestId: here.request, unitId, content, revision }))
  await must(
    send(here.world, here.officer, 'return.handIn', { requestId: here.request, unitId, revision: revision + 1, reason: 'Rà soát' }),
  )
}

const look = <Name extends QueryName>(here: AskedProvince, name: Name, params: ParamsInput<Name>) =>
  must(ask(here.world, here.officer, name, params))

describe('the table of a unit', () => {
  test('says first who has handed in, level by level, and names those right below that have not', async ({ here }) => {
    await handIn(here, 0, 120)
    const { coverage } = await look(here, 'figure.table', { requestId: here.request, unitId: here.province })
    expect(coverage.map(({ words }) => words)).toEqual(['1/3 thôn, bản, tổ dân phố', '0/2 xã, phường; chưa có báo cáo của: Xã 1, Xã 2'])
    const below = await look(here, 'figure.table', { requestId: here.request, unitId: here.communes[0] })
    expect(below.coverage.map(({ words }) => words)).toEqual(['1/2 thôn, bản, tổ dân phố; chưa có báo cáo của: Bản 2'])
    const asked = { requestId: here.request, unitId: here.province }
    const { unit, parts } = await look(here, 'figure.table', { ...asked, part: 'areas' })
    expect(new Set([unit, ...parts].flatMap(({ figures }) => figures.map(({ code }) => code.split('.')[0])))).toEqual(new Set(['area']))
    expect(await ask(here.world, here.officer, 'figure.table', { ...asked, part: 'outcome' })).toMatchObject({
      code: 'figure.unknown-thing',
    })
  })

  test('has every share of its named base from those who told both counts, and names who told only one', async ({ here }) => {
    await tell(here, here.villages[0], { values: { 'family.total': 120, 'family.registered': 90 } })
    await tell(here, here.villages[1], { values: { 'family.total': 80 } })
    await tell(here, here.villages[2], { values: { 'family.total': 50, 'family.registered': 45 } })
    const { unit, parts } = await look(here, 'figure.table', { requestId: here.request, unitId: here.province })
    const share = unit.shares.find(({ code, baseCode }) => code === family.code && baseCode === family.baseCode)
    expect(share).toMatchObject({
      baseName: 'tổng số hộ',
      numerator: counted(135),
      denominator: counted(170),
      words: '79,4%',
      leftOut: 'Không tính vào tỷ lệ, vì chỉ báo một trong hai số: Bản 2.',
    })
    expect(unit.figures.find(({ code }) => code === 'family.total')?.words).toBe('250')
    const ofParts = parts.flatMap(({ shares }) =>
      shares.filter(({ code, baseCode }) => code === family.code && baseCode === family.baseCode),
    )
    expect(ofParts.reduce((sum, { numerator }) => sum + numerator.count, 0)).toBe(share?.numerator.count)
    expect(ofParts.reduce((sum, { denominator }) => sum + denominator.count, 0)).toBe(share?.denominator.count)
    expect(ofParts.map(({ leftOut }) => leftOut)).toEqual(['Không tính vào tỷ lệ, vì chỉ báo một trong hai số: Bản 2.', null])
  })

  test('of a unit that was not asked is refused, and of a request nobody has sent too', async ({ here }) => {
    const kysely = here.world.database.kysely
    const beside = await givenUnit(kysely, { name: 'Phòng Minh Họa', kind: 'department', parentUnitId: here.communes[0] })
    const asked = { requestId: here.request, unitId: beside }
    expect(await ask(here.world, here.officer, 'figure.table', asked)).toMatchObject({ code: 'figure.not-in-request' })
    expect(await ask(here.world, here.officer, 'figure.explain', { ...asked, code: 'family.total' })).toMatchObject({
      code: 'figure.not-in-request',
    })
    expect(await ask(here.world, here.officer, 'figure.table', { requestId: randomUUID(), unitId: here.province })).toMatchObject({
      code: 'request.unknown',
    })
  })
})

describe('a number laid open', () => {
  test('shows a commune’s own word and, beside it, the villages that have told', async ({ here }) => {
    await handIn(here, 0, 120)
    await tell(here, here.communes[0], { values: { 'family.total': 210 } })
    const asked = { requestId: here.request, unitId: here.communes[0], code: 'family.total' }
    const own = await look(here, 'figure.explain', asked)
    expect(own).toMatchObject({
      unitName: 'Xã 1',
      figure: { source: 'own', words: '210', beside: 'Lấy số đơn vị tự báo vì cấp dưới chưa đủ; cấp dưới mới có 120 (lệch 90).' },
      parts: [{ unitName: 'Bản 1', figure: { words: '120' } }],
      missing: [{ unitName: 'Bản 2' }],
      told: { words: '210', version: 1, byName: 'Lò Thị Minh Họa' },
    })
    await handIn(here, 1, 80)
    const summed = await look(here, 'figure.explain', asked)
    expect(summed).toMatchObject({ figure: { source: 'below', words: '200' }, told: { words: '210' }, missing: [] })
    expect(summed.parts.map(({ figure }) => figure.words)).toEqual(['120', '80'])
  })

  test('names apart who told nothing, and of whom only a part has told', async ({ here }) => {
    await handIn(here, 0, 120)
    const asked = { requestId: here.request, unitId: here.province, code: 'family.total' }
    const { coverageWords, missing, partly } = await look(here, 'figure.explain', asked)
    expect(coverageWords).toBe('0/2 đơn vị')
    expect([missing, partly].map(units => units.map(({ unitName }) => unitName))).toEqual([['Xã 2'], ['Xã 1']])
  })

  test('is a share too: both counts by their definitions, each part with its own, re-added to the whole', async ({ here }) => {
    for (const [at, unitId] of here.villages.entries())
      await tell(here, unitId, { values: { 'family.total': 100 + at, 'family.registered': 60 + at } })
    const { share, figure } = await look(here, 'figure.explain', { requestId: here.request, unitId: here.province, ...family })
    expect(share).toMatchObject({
      numerator: { code: 'family.registered' },
      denominator: { code: 'family.total' },
      share: { words: '60,4%' },
    })
    expect(figure.words).toBe('183')
    const parts = share?.parts ?? []
    expect(parts.reduce((sum, part) => sum + part.share.numerator.count, 0)).toBe(share?.share?.numerator.count)
    expect(parts.reduce((sum, part) => sum + part.share.denominator.count, 0)).toBe(share?.share?.denominator.count)
    expect(
      await ask(here.world, here.officer, 'figure.explain', { requestId: here.request, unitId: here.province, code: 'share.none' }),
    ).toMatchObject({ code: 'figure.unknown-thing' })
  })

  test('says why persons who may stand in several places have no share of a sum', async ({ here }) => {
    const asked = { requestId: here.request, unitId: here.province, code: 'share.exercise.people', baseCode: 'population.total' }
    const { share } = await look(here, 'figure.explain', asked)
    expect(share).toMatchObject({ share: null, parts: [] })
    expect(share?.notAdded).toContain('Không cộng')
  })

  test('opens down to the activities it was counted from, and says whether they give the same', async ({ here }) => {
    for (const startsOn of ['2025-03-26', '2025-04-19'])
      await must(send(here.world, here.officer, 'activity.record', activityBody(here.communes[0], { startsOn, endsOn: startsOn })))
    await tell(here, here.communes[0], { values: { 'activity.runDay.events': 2, 'activity.sport.events': 3 } })
    const explain = (code: string) => look(here, 'figure.explain', { requestId: here.request, unitId: here.communes[0], code })
    const { evidence } = await explain('activity.runDay.events')
    expect(evidence).toMatchObject({ from: 'activity', recorded: counted(2), agrees: true })
    expect(evidence?.activities.map(({ on }) => on).toSorted()).toEqual(['2025-03-26', '2025-04-19'])
    const none = await explain('family.total')
    expect(none.evidence).toBeNull()
  })
})

describe('units beside each other', () => {
  test('stand with count, base and coverage, and with the same days of the year before on the units of now', async ({ here }) => {
    const open = await here.world.database.kysely.selectFrom('reportRequest').selectAll().executeTakeFirstOrThrow()
    const past = randomUUID()
    const body = {
      id: past,
      unitId: here.province,
      regimeId: null,
      kind: 'regular',
      title: 'Báo cáo 6 tháng đầu năm 2024',
      formKey: open.formKey,
    } as const
    const days = {
      covers: { from: '2023-12-15', until: '2024-06-15' },
      asked: [{ level: 'area', dueOn: '2024-06-17' }],
      basis: '',
    } as const
    const lastYear = { ...here, request: past, world: { ...here.world, workingDay: plainDate('2024-06-16') } }
    await must(send(lastYear.world, here.officer, 'request.open', { ...body, ...days, covers: { ...days.covers }, asked: [...days.asked] }))
    await must(send(lastYear.world, here.officer, 'request.send', { id: past, revision: 0 }))
    await tell(lastYear, here.villages[0], { values: { 'family.total': 100, 'family.registered': 40 } })
    await tell(here, here.villages[0], { values: { 'family.total': 110, 'family.registered': 55 } })
    const view = await look(here, 'figure.compare', { requestId: here.request, unitId: here.province, level: 'area', ...family })
    expect(view).toMatchObject({ baseName: 'tổng số hộ', beside: { title: 'Báo cáo 6 tháng đầu năm 2024' } })
    expect(
      view.units.map(({ unitName, words, value, base, before }) => [unitName, words, value?.count, base?.count, before?.words]),
    ).toEqual([
      ['Bản 1', '50,0%', 55, 110, '40,0%'],
      ['Bản 2', null, undefined, undefined, null],
      ['Bản 3', null, undefined, undefined, null],
    ])
    const communes = await look(here, 'figure.compare', {
      requestId: here.request,
      unitId: here.province,
      level: 'commune',
      code: 'family.total',
    })
    expect(communes.units.map(({ unitName, words, coverage, before }) => [unitName, words, coverage, before?.words])).toEqual([
      ['Xã 1', '110', '1/2 đơn vị', '100'],
      ['Xã 2', null, '0/1 đơn vị', null],
    ])
    const { periods } = await look(here, 'figure.series', { unitId: here.communes[0], code: 'family.total' })
    expect(periods.map(({ title, asItWas }) => [title, asItWas?.words])).toEqual([['Báo cáo 6 tháng đầu năm 2025', '110']])
    const whole = await look(here, 'figure.series', { unitId: here.province, code: 'family.total' })
    expect(whole.periods.map(({ asItWas }) => asItWas?.words)).toEqual(['100', '110'])
  })
})

describe('what units below wrote', () => {
  test('stands under the parts of the form, said alike once with all who said it; silent communes are heard through their villages', async ({
    here,
  }) => {
    await tell(here, here.communes[0], { values: {}, parts: { outcome: `${model(120)}\nĐã lắp 40 bóng đèn` } })
    await tell(here, here.villages[0], { values: {}, parts: { outcome: 'Không lấy, vì xã đã viết' } })
    await tell(here, here.villages[2], { values: {}, parts: { outcome: model(30), difficulties: 'Nhà văn hóa đã xuống cấp' } })
    const { parts } = await look(here, 'figure.gathered', { requestId: here.request, unitId: here.province })
    const outcome = parts.find(({ key }) => key === 'outcome')
    expect(outcome?.points.map(({ paragraph, units, mark }) => [paragraph.unitName, units, mark])).toEqual([
      ['Xã 1', 2, 'goodExample'],
      ['Xã 1', 1, null],
    ])
    expect(outcome?.points[0]?.alike.map(({ unitName, version }) => [unitName, version])).toEqual([
      ['Xã 1', 1],
      ['Bản 3', 1],
    ])
    expect(parts.find(({ key }) => key === 'difficulties')?.points).toMatchObject([{ mark: 'difficulty', markedBy: 'part' }])
    expect(parts.find(({ key }) => key === 'proposals')?.points).toEqual([])
  })
})

describe('what changed since', () => {
  test('names whose return came, was corrected and went, and every number of the unit that says something else', async ({ here }) => {
    await handIn(here, 0, 120)
    await accept(here, 0, 1)
    await handIn(here, 1, 80)
    const asked = { requestId: here.request, unitId: here.province }
    const { version } = await look(here, 'figure.table', asked)
    await must(send(here.world, here.officer, 'return.sendBack', { ...owed(here, 1), version: 1, reason: 'Đếm lại', remarks: [] }))
    await save(here, 0, { total: 125, revision: 1 })
    await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, 0), revision: 2, reason: 'Sót 5 hộ' }))
    await accept(here, 0, 2)
    await handIn(here, 2, 50)
    const changes = await look(here, 'figure.changes', { ...asked, since: version })
    expect(changes.returns.map(({ words }) => words)).toEqual([
      'Bản 1: đính chính, bản 1 thành bản 2.',
      'Bản 2: báo cáo bị trả lại nên không còn tính.',
      'Bản 3: có báo cáo sau khi tổng hợp.',
    ])
    expect(changes.figures.find(({ code }) => code === 'family.total')).toMatchObject({
      before: '200',
      after: '175',
      becauseOf: ['Bản 1', 'Bản 2', 'Bản 3'],
    })
    const commune = await look(here, 'figure.changes', { ...asked, unitId: here.communes[1], since: version })
    expect(commune.figures.map(({ before, after }) => [before, after])).toContainEqual([null, '50'])
    expect(await look(here, 'figure.changes', { ...asked, since: changes.version })).toMatchObject({ returns: [], figures: [] })
    const today = plainDate('2025-06-16')
    expect(await look(here, 'figure.changes', { ...asked, sinceDay: today })).toMatchObject({ since: changes.version, returns: [] })
    const sinceBefore = await look(here, 'figure.changes', { ...asked, sinceDay: addDays(today, -1) })
    expect(sinceBefore).toMatchObject({ since: 0, sinceOn: null })
    expect(sinceBefore).toEqual(await look(here, 'figure.changes', asked))
    expect(await ask(here.world, here.officer, 'figure.changes', { ...asked, since: changes.version + 1 })).toMatchObject({
      code: 'figure.unknown-version',
    })
  })
})

describe('whoever works in one village', () => {
  test('sees the figures of it, and neither of the village beside it nor of the commune above', async ({ here }) => {
    await handIn(here, 1, 80)
    const head = someone('unitHead', [here.villages[0], here.communes[0], here.province])
    const of = { requestId: here.request, code: 'family.total', level: 'area', since: 0 } as const
    const looks = (unitId: string) => [
      ask(here.world, head, 'figure.table', { requestId: of.requestId, unitId }),
      ask(here.world, head, 'figure.explain', { requestId: of.requestId, unitId, code: of.code }),
      ask(here.world, head, 'figure.series', { unitId, code: of.code }),
      ask(here.world, head, 'figure.compare', { requestId: of.requestId, unitId, code: of.code, level: of.level }),
      ask(here.world, head, 'figure.gathered', { requestId: of.requestId, unitId }),
      ask(here.world, head, 'figure.changes', { requestId: of.requestId, unitId, since: of.since }),
    ]
    for (const unitId of [here.villages[1], here.communes[0], here.province])
      for (const answer of await Promise.all(looks(unitId))) expect(answer).toMatchObject({ code: 'account.not-allowed' })
    for (const answer of await Promise.all(looks(here.villages[0]))) expect(answer).toMatchObject({ ok: true })
  })
})
