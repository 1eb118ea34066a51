import { describe, expect, test } from 'vitest'
import type { HonourYears, YearsView, YearView } from '#contract/season-years.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { causesOf, chainText, followsText, lanesOf, rulesText } from './years-lanes.ts'

describe('titles through the years', () => {
  test('stand by year, and years won one after another are joined', () => {
    const { years, lanes } = lanesOf(viewOf(year(2019, 'notReached'), year(2020), year(2021), year(2023)))
    expect(years).toEqual([2019, 2020, 2021, 2022, 2023])
    expect(lanes[0]?.cells.map(cell => [cell.year, cell.entry?.status ?? null, cell.isLinked])).toEqual([
      [2019, 'notReached', false],
      [2020, 'recognised', false],
      [2021, 'recognised', true],
      [2022, null, false],
      [2023, 'recognised', false],
    ])
  })

  test('what the province does not keep from before a merger joins nothing', () => {
    const { lanes } = lanesOf(viewOf(year(2020, 'recognised', { counts: 'notKept' }), year(2021)))
    expect(lanes[0]?.cells.map(({ isLinked }) => isLinked)).toEqual([false, false])
  })

  test('nobody ever registered is an empty drawing', () => {
    expect(lanesOf(viewOf())).toEqual({ years: [], lanes: [] })
  })

  test('each year says its text, decision, certificate and what was taken back', () => {
    const revocation = { on: plainDate('2022-03-01'), ground: 'falseStatement', basis: '07/QĐ-UBND' } as const
    expect(causesOf(year(2021, 'revoked', { certificateNumber: 12, revocation })).join('; ')).toBe(
      'theo 122/2018/NĐ-CP; Bản Trên; quyết định 05/QĐ-UBND ngày 5/12/2021; giấy số 12; thu hồi 1/3/2022: kê khai gian dối thành tích (07/QĐ-UBND)',
    )
  })

  test('a year of before a merger says whose it was and by which text it goes on; the rule itself is told once', () => {
    const confirmation = { by: 'Lò Thị Xác Minh', on: plainDate('2023-02-01') }
    const rule = { keeps: 'anyPredecessor', basis: '05/2020/QĐ-UBND', confirmation } as const
    const on = plainDate('2023-01-01')
    const from = { subjectId: 'b', fromId: 'a', on, kind: 'merger', intoExisting: false, rule, name: 'Bản Trên' } as const
    const kept = { counts: 'kept', takenFrom: from } as const
    expect(toldOf2022(kept)).toBe('của Bản Trên, nhập ngày 1/1/2023; giữ lại khi tách, nhập theo 05/2020/QĐ-UBND')
    expect(rulesText(viewOf(year(2022, 'recognised', kept), year(2021, 'recognised', kept), year(2023)))).toEqual([
      'Nhập ngày 1/1/2023: tỉnh quy định giữ năm mà ít nhất một bên đạt, theo 05/2020/QĐ-UBND; Lò Thị Xác Minh xác minh ngày 1/2/2023',
    ])
    const unsaid = { counts: 'unsettled', takenFrom: { ...from, rule: null, name: null } } as const
    expect(toldOf2022(unsaid)).toBe('của hộ ở nơi khác, nhập ngày 1/1/2023; chưa rõ có giữ lại hay không')
    expect(rulesText(viewOf(year(2022, 'recognised', unsaid)))).toEqual([
      'Nhập ngày 1/1/2023: tỉnh chưa quy định năm trước đó có giữ lại hay không',
    ])
    const unread = { counts: 'unsettled', takenFrom: { ...from, rule: { ...rule, confirmation: null } } } as const
    expect(rulesText(viewOf(year(2022, 'recognised', unread))).join()).toContain('chưa ai xác minh, nên chưa áp dụng')
  })

  test('a row of years says how long it is, what broke it and what is not settled', () => {
    const chain = { years: [2020, 2021], brokenBy: { year: 2019, why: 'notReached' }, ruleBooks: [] } as const
    const honour: HonourYears = {
      honour: 'culturalFamily',
      upTo: 2021,
      certain: chain,
      possible: { ...chain, years: [2018, 2019, 2020, 2021] },
      recognition: null,
      praise: { verdict: 'notDue', years: [2020, 2021], needed: 3, reasons: [], warnings: [], honour: 'familyPraise' },
    }
    expect(chainText({ ...honour, possible: chain })).toBe('2 năm liên tục đến năm 2021 (2020–2021); năm 2019 không đạt')
    expect(chainText(honour)).toContain('Nếu tỉnh giữ các năm trước khi tách, nhập thì là 4 năm')
    const lost = { ...chain, brokenBy: { year: 2019, why: 'notKept' } } as const
    expect(chainText({ ...honour, certain: lost, possible: lost })).toContain('năm 2019 không giữ khi tách, nhập')
    expect(followsText(honour)).toEqual(['Giấy khen: chưa đủ năm (cần 3 năm)'])
  })
})

/** What is said of a year besides its text, place and decision. */
function toldOf2022(changes: Partial<YearView>): string {
  return causesOf(year(2022, 'recognised', changes))
    .slice(3)
    .join('; ')
}

function viewOf(...years: readonly YearView[]): YearsView {
  return { kind: 'household', subjectId: 'household', name: 'Lò Văn Toản', years, honours: [] }
}

function year(of: number, status: YearView['status'] = 'recognised', changes: Partial<YearView> = {}): YearView {
  return {
    subjectId: 'household',
    honour: 'culturalFamily',
    year: of,
    status,
    seasonId: 'season',
    areaUnitId: 'area',
    areaName: 'Bản Trên',
    candidateId: `candidate-${of}`,
    name: 'Lò Văn Toản',
    ruleBookId: 'GDVH.ND122',
    bookName: 'Gia đình văn hóa',
    cites: ['122/2018/NĐ-CP'],
    reasons: [],
    decision: { id: 'decision', code: '05/QĐ-UBND', on: plainDate(`${of}-12-05`) },
    certificateNumber: null,
    handover: null,
    revocation: null,
    counts: 'own',
    takenFrom: null,
    ...changes,
  }
}
