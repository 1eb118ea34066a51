import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { FigureExplainedView } from '#contract/consolidation.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { activityBody, ask, must, send, someone } from '../../../test/factories.ts'
import { givenIssuer, givenSigner } from '../../../test/reporting-unit.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'

// A number at the last step down: what it was counted from, or who typed it; names only for those who keep the list.

const test = databaseTest.extend('here', async ({ database }) => {
  const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
  const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Chung', 'Lò Văn Dũng', 'Lò Văn Nghỉ'])
  const candidates = await register(season, season.upper, households.slice(0, 3), '2022-01-10')
  await submitted2022(season, season.upper, candidates)
  await must(send(season.world, season.chair, 'season.decide', decision(season, { areaUnitIds: [season.upperId] })))
  const province = allRolesAt(season.provinceId)
  const requestId = randomUUID()
  await must(
    send(season.world, province, 'request.open', {
      id: requestId,
      unitId: season.provinceId,
      regimeId: null,
      kind: 'regular',
      title: 'Báo cáo năm 2022',
      formKey: 'movement',
      covers: { from: '2021-12-15', until: '2022-12-15' },
      asked: [{ level: 'area', dueOn: '2022-12-16' }],
      basis: '',
    }),
  )
  await must(send(season.world, province, 'request.send', { id: requestId, revision: 0 }))
  return { ...season, province, requestId }
})

type Here = SeasonOfCommune & { readonly province: Actor; readonly requestId: string }

function allRolesAt(unitId: string): Actor {
  return { ...someone('officer', [unitId]), grants: roles.map(role => ({ role, unitId, withSubtree: true, unitPath: [unitId] })) }
}

/** The head of the village tells, and hands in. */
async function tell(here: Here, values: Record<string, number>, { revision = 0 } = {}): Promise<void> {
  const owed = { requestId: here.requestId, unitId: here.upperId }
  const cells = Object.fromEntries(Object.entries(values).map(([code, count]) => [code, { quality: 'counted', count } as const]))
  const content = { values: cells, printed: [], parts: {} }
  await must(send(here.world, here.headOfUpper, 'return.save', { ...owed, content, revision }))
  await must(send(here.world, here.headOfUpper, 'return.handIn', { ...owed, revision: revision + 1, reason: '' }))
}

const opened = (here: Here, actor: Actor, code: string): Promise<FigureExplainedView> =>
  must(ask(here.world, actor, 'figure.explain', { requestId: here.requestId, unitId: here.upperId, code }))

test('a count opens to each household with its decision, and these make the number again', async ({ here }) => {
  await tell(here, { 'family.total': 4, 'family.recognised': 3 })
  const { evidence } = await opened(here, here.headOfUpper, 'family.recognised')
  expect(evidence).toMatchObject({ agrees: true, differs: null, words: '3 hộ', list: { isShown: true, on: '2022-12-14' } })
  const of = evidence?.list?.of
  if (of?.kind !== 'holders') throw new Error('no holders')
  const asked = { unitId: here.upperId, honour: of.honour, measure: of.measure, year: of.year, on: '2022-12-14' }
  const { rows } = await must(ask(here.world, here.headOfUpper, 'merit.rows', asked))
  expect(rows.map(({ headName, decision: act, onDay }) => [headName, act, onDay])).toEqual(
    ['Lò Văn An', 'Lò Văn Chung', 'Lò Văn Dũng'].map(name => [name, '01/QĐ-UBND', '2022-12-05']),
  )
  expect(rows).toHaveLength(evidence?.recorded.count ?? 0)
  const total = await opened(here, here.headOfUpper, 'family.total')
  expect(total.evidence).toMatchObject({ recorded: { count: 4 }, list: { of: { kind: 'households' } } })
  const list = await must(ask(here.world, here.headOfUpper, 'household.list', { unitId: here.upperId, on: '2022-12-14', search: '' }))
  expect(list.rows).toHaveLength(4)
})

test('who may not see households sees how many they are and who keeps the list, and no name', async ({ here }) => {
  await tell(here, { 'family.total': 4, 'family.recognised': 3 })
  for (const actor of [here.reader, here.leader])
    for (const code of ['family.total', 'family.recognised']) {
      const view = await opened(here, actor, code)
      expect(view.evidence?.list).toMatchObject({ isShown: false, keeper: 'Bản Trên' })
      expect(JSON.stringify(view)).not.toContain('Lò Văn')
    }
  const beside = someone('unitHead', [here.lowerId, here.communeId, here.provinceId], { withSubtree: false })
  const asked = { requestId: here.requestId, unitId: here.upperId, code: 'family.total' }
  expect(await ask(here.world, beside, 'figure.explain', asked)).toMatchObject({ code: 'account.not-allowed' })
})

test('a number typed otherwise than the register says so, with why it stays and who typed it', async ({ here }) => {
  const owed = { requestId: here.requestId, unitId: here.upperId }
  const typed = { values: { 'family.total': { quality: 'counted', count: 6 } as const }, printed: [], parts: {} }
  const { flags } = await must(send(here.world, here.headOfUpper, 'return.save', { ...owed, content: typed, revision: 0 }))
  const differing = flags.find(({ rule }) => rule === 'differs-from-record')
  expect(differing).toMatchObject({ sentence: '“Tổng số hộ”: sổ ghi 4 hộ, báo cáo 6 hộ.', kept: null })
  const kept = { ...owed, flagKey: differing?.key ?? '', reason: 'Hai hộ mới chuyển đến, chưa vào sổ' }
  await must(send(here.world, here.headOfUpper, 'return.keepFlag', kept))
  await must(send(here.world, here.headOfUpper, 'return.handIn', { ...owed, revision: 1, reason: '' }))
  const { evidence, told } = await opened(here, here.leader, 'family.total')
  expect(evidence).toMatchObject({
    agrees: false,
    differs: 'Sổ ghi 4 hộ, báo cáo 6 hộ; giữ nguyên vì: Hai hộ mới chuyển đến, chưa vào sổ (Trưởng bản Trên)',
  })
  expect(told).toMatchObject({ words: '6', version: 1, byName: 'Trưởng bản Trên', entered: { byName: 'Trưởng bản Trên', fileName: null } })
})

test('a number read from a file names the file, and what nobody recorded has only who wrote it', async ({ here }) => {
  const owed = { requestId: here.requestId, unitId: here.upperId }
  const sheet = { sender: '', choices: [], fileName: 'so-lieu ban.xlsx', revision: 0 }
  await must(send(here.world, here.officer, 'return.takeSheet', { ...owed, ...sheet, words: { 'cell:troupe.count': '2' } }))
  await must(send(here.world, here.headOfUpper, 'return.handIn', { ...owed, revision: 1, reason: '' }))
  const { evidence, told } = await opened(here, here.leader, 'troupe.count')
  expect(evidence).toBeNull()
  expect(told).toMatchObject({ byName: 'Trưởng bản Trên', entered: { byName: here.officer.fullName, fileName: 'so-lieu ban.xlsx' } })
})

test('an activity is named with its document, and a reader who may open it alone sees it', async ({ here }) => {
  const documentId = randomUUID()
  const plan = { id: documentId, ownerUnitId: here.upperId, direction: 'incoming', kind: 'plan', code: '9/KH-UBND' } as const
  await must(
    send(here.world, here.province, 'document.register', {
      ...plan,
      issuedOn: '2022-02-10',
      issuerName: 'UBND xã',
      issuerUnitId: null,
      subject: 'Ngày chạy (minh họa)',
      valid: { from: null, until: null },
      years: null,
      arrivedOn: null,
      arrivalNumber: null,
      note: '',
    }),
  )
  await must(send(here.world, here.province, 'activity.record', activityBody(here.upperId, { documentIds: [documentId] })))
  await tell(here, { 'activity.runDay.events': 1 })
  const { evidence } = await opened(here, here.leader, 'activity.runDay.events')
  expect(evidence).toMatchObject({ agrees: true, list: null, activities: [{ documents: [{ code: '9/KH-UBND' }], tasks: [], files: [] }] })
})

test('the number of a report opens down to the same, by the same rights', async ({ here }) => {
  await tell(here, { 'family.total': 4, 'family.recognised': 3 })
  await givenSigner(here.world, here.province, here.provinceId)
  await givenIssuer(here.world, here.province, {
    unitId: here.provinceId,
    letterhead: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA'], place: 'Minh Họa' },
    calledInText: 'tỉnh Minh Họa',
    symbol: 'BC-UBND',
    receiverName: 'Bộ Văn hóa, Thể thao và Du lịch',
    recipientLines: ['Sở Văn hóa, Thể thao và Du lịch'],
    signsFor: 'Ủy ban nhân dân',
    head: 'Chủ tịch',
    from: '2021-12-15',
  })
  const report = randomUUID()
  await must(send(here.world, here.province, 'report.compose', { id: report, unitId: here.provinceId, periodName: '2022-Y' }))
  const asked = { id: report, figureId: `sum:family.recognised/${here.upperId}` }
  const shown = await must(ask(here.world, here.province, 'report.explain', asked))
  expect(shown.sum?.evidence).toMatchObject({ recorded: { count: 3 }, agrees: true, list: { isShown: true } })
  expect(shown.sum?.told).toMatchObject({ words: '3', entered: { byName: 'Trưởng bản Trên' } })
  const hidden = await must(ask(here.world, here.leader, 'report.explain', asked))
  expect(hidden.sum?.evidence?.list).toMatchObject({ isShown: false, keeper: 'Bản Trên' })
  const foreign = { id: report, figureId: `sum:family.recognised/${randomUUID()}` }
  expect(await ask(here.world, here.province, 'report.explain', foreign)).toMatchObject({ code: 'report.unknown-figure' })
})
