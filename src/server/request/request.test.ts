import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { sayNotice } from '#contract/notice-words.ts'
import { compareText } from '#domain/kit/text.ts'
import { givenAccount } from '../../../test/app.ts'
import { accept, askedProvince, due, figure, handIn, owed, save } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

describe('a request', () => {
  test('asks every village and commune of the tree once it is sent, and nobody before', async ({ here }) => {
    const view = await must(ask(here.world, here.officer, 'request.one', { id: here.request }))
    expect(view.owing).toEqual({ area: 3, commune: 2 })
    const [line] = await must(ask(here.world, here.officer, 'request.list', { unitId: here.villages[0] }))
    expect(line).toMatchObject({ title: 'Báo cáo 6 tháng đầu năm 2025', owed: { dueOn: due.area, standing: 'notYet' } })
  })

  test('says before it goes out exactly how many it will ask: a commune founded after the cut-off is not among them', async ({ here }) => {
    const later = { from: '2025-06-15', until: null } as const
    const founded = { kind: 'commune', parentUnitId: here.province, code: '', shortName: '', namedAfterPerson: false, position: 9 } as const
    await must(
      send(here.world, here.officer, 'org.addVersion', {
        ...founded,
        id: randomUUID(),
        unitId: randomUUID(),
        name: 'Mới',
        calledInText: 'xã Mới',
        letterhead: null,
        functions: '',
        valid: later,
        source: 'minh họa',
      }),
    )
    const again = { ...here.asked, id: randomUUID(), title: 'Hỏi lại' }
    const draft = await must(send(here.world, here.officer, 'request.open', again))
    expect(draft.owing).toEqual({ area: 3, commune: 2 })
    expect(await must(send(here.world, here.officer, 'request.send', { id: again.id, revision: 0 }))).toMatchObject({ owing: draft.owing })
  })

  test('is not changed nor sent again after it was sent', async ({ here }) => {
    expect(await send(here.world, here.officer, 'request.send', { id: here.request, revision: 1 })).toMatchObject({ code: 'request.sent' })
  })
})

describe('what a village hands in', () => {
  test('is counted at the commune and the province in the same moment, with how many are still missing', async ({ here }) => {
    await handIn(here, 0, 120)
    expect(await figure(here, here.communes[0])).toMatchObject({
      values: [{ count: 120 }],
      source: 'partly',
      coverage: { of: 2, whole: 1 },
    })
    await handIn(here, 1, 80)
    expect(await figure(here, here.communes[0])).toMatchObject({ values: [{ count: 200 }], source: 'below', coverage: { of: 2, whole: 2 } })
    expect(await figure(here, here.province)).toMatchObject({ values: [{ count: 200 }], source: 'partly', coverage: { of: 2, whole: 1 } })
  })

  test('by a commune itself counts at the province while its villages are silent, and theirs once all of them told', async ({ here }) => {
    const [unitId] = here.communes
    const commune = { requestId: here.request, unitId }
    await must(send(here.world, here.officer, 'return.save', { ...commune, content: familiesTold(210, 150), revision: 0 }))
    await must(send(here.world, here.officer, 'return.handIn', { ...commune, revision: 1, reason: '' }))
    expect(await figure(here, unitId)).toMatchObject({ values: [{ count: 210 }], source: 'own' })
    expect(await figure(here, here.province)).toMatchObject({ values: [{ count: 210 }] })
    await handIn(here, 0, 120)
    await handIn(here, 1, 80)
    expect(await figure(here, unitId)).toMatchObject({ values: [{ count: 200 }], source: 'below' })
    expect(await figure(here, here.province)).toMatchObject({ values: [{ count: 200 }] })
  })

  test('stops counting when it is sent back, with the cell that is to be mended', async ({ here }) => {
    await handIn(here, 0, 120)
    const remarks = [{ at: { kind: 'cell', key: 'family.total' }, text: 'Sổ hộ có 118' }] as const
    const back = { ...owed(here, 0), version: 1, reason: '', remarks: [...remarks] }
    await must(send(here.world, here.officer, 'return.sendBack', back))
    expect(await figure(here, here.communes[0])).toMatchObject({ values: null, source: 'nothing' })
    const view = await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
    expect(view).toMatchObject({ state: 'sentBack', events: [{ type: 'sent' }, { type: 'sentBack', remarks }] })
  })

  test('that was accepted changes only with a reason, and counts only once the correction is accepted', async ({ here }) => {
    await handIn(here, 0, 120)
    await accept(here, 0, 1)
    await save(here, 0, { total: 118, revision: 1 })
    expect(await send(here.world, here.officer, 'return.handIn', { ...owed(here, 0), revision: 2, reason: '' })).toMatchObject({
      code: 'return.needs-reason',
    })
    await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, 0), revision: 2, reason: 'Đếm lại' }))
    expect((await figure(here, here.communes[0]))?.values).toMatchObject([{ count: 120 }])
    const view = await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
    expect(view.changes).toEqual([
      { code: 'family.total', before: { quality: 'counted', count: 120 }, after: { quality: 'counted', count: 118 } },
    ])
    await accept(here, 0, 2)
    expect((await figure(here, here.communes[0]))?.values).toMatchObject([{ count: 118 }])
  })

  test('keeps what does not fit together and asks about it; the sender may say why it stays', async ({ here }) => {
    const saved = await save(here, 0, { total: 90, registered: 100, revision: 0 })
    const [flag] = saved.flags
    expect(flag?.sentence).toContain('100')
    await must(send(here.world, here.officer, 'return.keepFlag', { ...owed(here, 0), flagKey: flag?.key ?? '', reason: 'Có hộ tạm trú' }))
    await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, 0), revision: 1, reason: '' }))
    const view = await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
    expect(view.flags[0]).toMatchObject({ key: flag?.key, kept: { reason: 'Có hộ tạm trú' } })
    expect(view.content.values['family.registered']).toEqual({ quality: 'counted', count: 100 })
  })

  test('is not overwritten by a colleague who opened it before', async ({ here }) => {
    await save(here, 0, { total: 120, revision: 0 })
    const late = { ...owed(here, 0), content: familiesTold(110, 100), revision: 0 }
    expect(await send(here.world, here.officer, 'return.save', late)).toMatchObject({ code: 'return.stale' })
  })

  test('is typed as people write it: an estimate keeps its word, an empty cell is no figure, a dash is asked about', async ({ here }) => {
    const typed = (cells: Record<string, string>, revision: number) =>
      send(here.world, here.officer, 'return.typeIn', { ...owed(here, 0), cells, revision })
    await must(typed({ 'family.total': 'trên 1.200', 'family.registered': '' }, 0))
    const view = await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
    expect(view.content.values).toEqual({ 'family.total': { quality: 'estimated', qualifier: 'trên', count: 1200 } })
    expect(await typed({ 'family.total': '90', 'family.registered': '-' }, 1)).toMatchObject({ code: 'value.ambiguous-sign' })
    expect((await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))).revision).toBe(1)
  })

  test('has no cell the form does not ask a village for', async ({ here }) => {
    const content = { values: { 'office.total': { quality: 'counted', count: 1 } }, printed: [], parts: {} } as const
    const body = { ...owed(here, 0), content: { ...content, printed: [] }, revision: 0 }
    expect(await send(here.world, here.officer, 'return.save', body)).toMatchObject({ code: 'return.unknown-cell' })
  })
})

describe('a number of the province', () => {
  test('opens level by level down to who told it, and is the sum of its parts at each', async ({ here }) => {
    await handIn(here, 0, 120)
    await handIn(here, 1, 80)
    await handIn(here, 2, 95)
    const explain = (unitId: string) =>
      must(ask(here.world, here.officer, 'figure.explain', { requestId: here.request, unitId, code: 'family.total' }))
    const province = await explain(here.province)
    expect(province).toMatchObject({ name: 'Tổng số hộ', figure: { words: '295', coverage: { of: 2, whole: 2 } }, missing: [] })
    const commune = await explain(province.parts[0]?.unitId ?? '')
    for (const { figure: sum, parts } of [province, commune])
      expect(parts.reduce((total, part) => total + (part.figure.value?.count ?? 0), 0)).toBe(sum.value?.count)
    const village = await explain(commune.parts[0]?.unitId ?? '')
    expect(village).toMatchObject({ parts: [], told: { version: 1, byName: 'Lò Thị Minh Họa', on: '2025-06-16' } })
  })

  test('stands in a table with every unit that hands in, and is empty where nothing was told', async ({ here }) => {
    await handIn(here, 0, 120)
    const table = await must(ask(here.world, here.officer, 'figure.table', { requestId: here.request, unitId: here.communes[0] }))
    const totals = table.parts.map(({ unitName, figures }) => [unitName, figures.find(({ code }) => code === 'family.total')?.words])
    expect(totals.toSorted(([a = ''], [b = '']) => compareText(a ?? '', b ?? ''))).toEqual([
      ['Bản 1', '120'],
      ['Bản 2', null],
    ])
    expect(table.note).toContain('không phải biểu của Nhà nước')
  })
})

describe('accepting many at once', () => {
  test('takes all or none: one that came anew meanwhile leaves the others as they were', async ({ here }) => {
    await handIn(here, 0, 120)
    await handIn(here, 1, 80)
    const returns = [0, 1].map(i => ({ unitId: here.villages[i] ?? '', version: i + 1 }))
    expect(await send(here.world, here.officer, 'return.accept', { requestId: here.request, returns })).toMatchObject({
      code: 'return.other-version',
    })
    const board = await must(ask(here.world, here.officer, 'request.board', { id: here.request }))
    expect(board.byLevel.find(({ level }) => level === 'area')?.counts).toMatchObject({ sent: 2, accepted: 0 })
  })
})

describe('whoever works in a village', () => {
  test('is told what is asked of it, sees it on the desk, and is told why it came back', async ({ here }) => {
    const [village] = here.villages
    const accountId = await givenAccount(here.world, { unitId: village, username: 'truong.ban', role: 'unitHead' })
    const head = { ...someone('unitHead', [village, here.communes[0], here.province]), accountId }
    const desk = await must(ask(here.world, head, 'today.one', { unitId: village }))
    expect(desk.dueReturns).toMatchObject([{ unitName: 'Bản 1', dueOn: due.area, daysLeft: 1, isReturned: false }])
    await handIn(here, 0, 120)
    await must(send(here.world, here.officer, 'return.sendBack', { ...owed(here, 0), version: 1, reason: 'Đếm lại số hộ', remarks: [] }))
    const told = await must(ask(here.world, head, 'notice.list', { unitId: village }))
    expect(told.map(sayNotice)).toEqual(['Lò Thị Minh Họa trả lại “Báo cáo 6 tháng đầu năm 2025” của Bản 1: Đếm lại số hộ'])
    expect((await must(ask(here.world, head, 'today.one', { unitId: village }))).dueReturns).toMatchObject([{ isReturned: true }])
  })

  test('does not see what the village beside it handed in', async ({ here }) => {
    const head = someone('unitHead', [here.villages[0], here.communes[0], here.province])
    expect(await ask(here.world, head, 'return.one', owed(here, 1))).toMatchObject({ code: 'account.not-allowed' })
  })
})

describe('the board', () => {
  test('of a day tells who had sent by then, and who was reminded', async ({ here }) => {
    await handIn(here, 0, 120)
    const remind = { id: randomUUID(), requestId: here.request, unitIds: [here.villages[1] ?? ''], words: 'Đề nghị gửi' }
    await must(send(here.world, here.officer, 'request.remind', remind))
    await must(send(here.world, here.officer, 'request.remind', remind))
    const board = await must(ask(here.world, here.officer, 'request.board', { id: here.request }))
    expect(board.byLevel.find(({ level }) => level === 'area')?.counts).toMatchObject({ of: 3, handedIn: 1, onTime: 1, notYet: 2 })
    const again = (unitIds: string[]) => send(here.world, here.officer, 'request.remind', { ...remind, id: randomUUID(), unitIds })
    expect(await again([here.villages[0], here.villages[1]])).toMatchObject({ ok: false, code: 'request.nobody-to-remind' })
    expect(await must(again(here.villages))).toEqual({ reminded: 1 })
    const villages = await must(ask(here.world, here.officer, 'request.board', { id: here.request, level: 'area' }))
    expect(villages.rows.find(({ unitId }) => unitId === here.villages[1])?.remindedOn).toBe('2025-06-16')
    const before = await must(ask(here.world, here.officer, 'request.board', { id: here.request, on: '2025-06-15' }))
    expect(before.byLevel.find(({ level }) => level === 'area')?.counts).toMatchObject({ handedIn: 0, notYet: 3 })
  })
  test('of a commune shows its own villages alone; it reminds them, and not those of the next', async ({ here }) => {
    const [unitId] = here.communes
    const officer = someone('officer', [unitId, here.province])
    const board = await must(ask(here.world, officer, 'request.board', { id: here.request, unitId }))
    expect(board).toMatchObject({
      unitName: 'Xã 1',
      askedBy: { unitName: 'Tỉnh Minh Họa' },
      byLevel: [{ level: 'area', counts: { of: 2 } }],
    })
    expect(board.rows.map(({ unitName }) => unitName).toSorted(compareText)).toEqual(['Bản 1', 'Bản 2'])
    expect(await ask(here.world, officer, 'request.board', { id: here.request })).toMatchObject({ code: 'account.not-allowed' })
    const remind = (at: number) => {
      const unitIds = [here.villages[at] ?? '']
      return send(here.world, officer, 'request.remind', { id: randomUUID(), requestId: here.request, unitIds, words: '' })
    }
    expect(await must(remind(1))).toEqual({ reminded: 1 })
    expect(await remind(2)).toMatchObject({ code: 'account.not-allowed' })
  })

  test('is told in the list of each unit by those who hand in to it', async ({ here }) => {
    await handIn(here, 0, 120)
    const lines = (unitId: string) => must(ask(here.world, here.officer, 'request.list', { unitId }))
    const ofVillages = { level: 'area', handedIn: 1, overdue: 0 } as const
    expect(await lines(here.province)).toMatchObject([{ owed: null, counts: [{ ...ofVillages, of: 3, waiting: 0 }, { of: 2 }] }])
    expect(await lines(here.communes[0])).toMatchObject([{ owed: { standing: 'notYet' }, counts: [{ ...ofVillages, of: 2, waiting: 1 }] }])
    expect(await lines(here.villages[0])).toMatchObject([{ owed: { standing: 'sent' }, counts: [] }])
  })
})

describe('what waits for a commune', () => {
  test('is looked at before many are accepted: what is asked about, what was explained, what a correction changes', async ({ here }) => {
    await handIn(here, 0, 120)
    await accept(here, 0, 1)
    await save(here, 0, { total: 118, revision: 1 })
    await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, 0), revision: 2, reason: 'Đếm lại' }))
    await save(here, 1, { total: 90, registered: 100, revision: 0 })
    await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, 1), revision: 1, reason: '' }))
    const waiting = () => must(ask(here.world, here.officer, 'request.waiting', { id: here.request, unitId: here.communes[0] }))
    const { rows, left } = await waiting()
    expect(left).toBe(0)
    expect(rows).toMatchObject([
      {
        unitName: 'Bản 1',
        version: 2,
        reason: 'Đếm lại',
        changes: [{ name: 'Tổng số hộ', isNarrative: false, before: '120', after: '118' }],
      },
      { unitName: 'Bản 2', version: 1, changes: [], isLate: false },
    ])
    expect(rows[1]?.open[0]).toContain('100')
    const returns = rows.map(({ unitId, version }) => ({ unitId, version }))
    expect(await must(send(here.world, here.officer, 'return.accept', { requestId: here.request, returns }))).toEqual({ accepted: 2 })
    expect((await waiting()).rows).toEqual([])
    expect((await figure(here, here.communes[0]))?.values).toMatchObject([{ count: 208 }])
  })
})

describe('a request that did not go out', () => {
  test('is written anew until it does, and by nobody who read it before a colleague did', async ({ here }) => {
    const id = randomUUID()
    const asks = {
      regimeId: null,
      kind: 'adHoc',
      title: 'Báo cáo nhanh',
      formKey: 'movement',
      covers: { from: '2025-01-01', until: '2025-06-01' },
      asked: [{ level: 'commune', dueOn: '2025-06-20' }],
      basis: '',
    } as const
    const body = { ...asks, asked: [...asks.asked] }
    await must(send(here.world, here.officer, 'request.open', { id, unitId: here.communes[0], ...body }))
    const amend = (revision: number) => {
      const asked = [{ level: 'area', dueOn: '2025-06-21' } as const]
      return send(here.world, here.officer, 'request.amend', { id, ...body, asked, title: 'Báo cáo nhanh của bản', revision })
    }
    const view = await must(amend(0))
    expect(view).toMatchObject({ title: 'Báo cáo nhanh của bản', owing: { area: 2 }, restDays: [{ dueOn: '2025-06-21' }], revision: 1 })
    expect(await amend(0)).toMatchObject({ code: 'request.stale' })
    await must(send(here.world, here.officer, 'request.send', { id, revision: 1 }))
    expect(await amend(2)).toMatchObject({ code: 'request.sent' })
  })
})
