import { describe, expect, test } from 'vitest'
import type { HonourYears, YearsView, YearView } from '#contract/season-years.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { causesOf, chainText, followsText, lanesOf } from './years-lanes.ts'

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

  test('a year of before a merger says by which rule it goes on, and who compared that with the text of the province', () => {
    const rule = {
      keeps: 'anyPredecessor',
      basis: '05/2020/QĐ-UBND',
      confirmation: { by: 'Lò Thị Xác Minh', on: plainDate('2023-02-01') },
    } as const
    const from = {
      subjectId: 'b',
      fromId: 'a',
      on: plainDate('2023-01-01'),
      kind: 'merger',
      intoExisting: false,
      rule,
      name: 'Bản Trên',
    } as const
    expect(toldOf2022({ counts: 'kept', takenFrom: from })).toBe(
      'của Bản Trên, nhập ngày 1/1/2023; giữ lại khi tách, nhập; tỉnh quy định giữ năm mà ít nhất một bên đạt (05/2020/QĐ-UBND; Lò Thị Xác Minh xác minh ngày 1/2/2023)',
    )
    expect(toldOf2022({ counts: 'unsettled', takenFrom: { ...from, rule: null, name: null } })).toBe(
      'của hộ ở nơi khác, nhập ngày 1/1/2023; chưa rõ có giữ lại hay không; tỉnh chưa quy định',
    )
    expect(toldOf2022({ counts: 'unsettled', takenFrom: { ...from, rule: { ...rule, confirmation: null } } })).toContain(
      'chưa ai xác minh, nên chưa áp dụng',
    )
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
