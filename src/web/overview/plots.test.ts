import { describe, expect, test } from 'vitest'
import type { OverviewView } from '#contract/overview.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Plot } from '../plot/plot.ts'
import { activitiesPlot } from './activities-plot.ts'
import { type Behind, fromAddress, type InPanel, toAddress } from './behind.ts'
import { comparisonPlot } from './comparison-plot.ts'
import { peoplePlot } from './people-plot.ts'
import { tasksPlot } from './tasks-plot.ts'
import { titlesPlot } from './titles-plot.ts'

const unitId = '7b0c6a52-6a0e-8a11-a111-0123456789ab'
const days = { from: plainDate('2022-03-01'), until: plainDate('2022-04-01') }
const nobody = { activities: 0, people: 0 }
const sums = { activities: 7, countedPeople: 58, estimatedPeople: null, money: { unitFund: 5_000_000 }, documents: 0 }
const unknown = { activities: null, countedPeople: null, estimatedPeople: null, money: {}, documents: null }
const tally = { year: 2022, of: 11, registered: 10, first: 7, again: 3, on: plainDate('2022-06-15'), baseName: 'phòng, ban' }
const view: OverviewView = {
  year: 2022,
  on: plainDate('2022-06-15'),
  isWhole: true,
  tasks: [{ unitId, unitName: 'Phòng Một', of: 3, counts: { done: 1, underway: 0, blocked: 0, late: 2, notStarted: 0 } }],
  activities: [
    {
      year: 2022,
      month: 3,
      kind: 'runDay',
      campaign: 'exercise',
      activities: 2,
      counted: { activities: 1, people: 58 },
      estimated: nobody,
    },
  ],
  titleName: 'Cơ quan đạt chuẩn văn hóa',
  titles: { now: tally, before: null },
  comparison: { now: { days, sums }, before: { days, sums: unknown }, isRunning: true },
}

describe('what a mark opens', () => {
  test.for<readonly [string, InPanel]>([
    ['what a unit is late with', { what: 'tasks', assignedUnitId: unitId, standing: 'late' }],
    ['all a unit was given', { what: 'tasks', assignedUnitId: unitId, standing: undefined }],
    ['activities of a month', { what: 'activities', ...days }],
    ['those of one kind', { what: 'activities', ...days, kind: 'festival' }],
    ['those nobody counted', { what: 'activities', ...days, participants: 'unknown' }],
    ['those paid from one source', { what: 'activities', ...days, source: 'poorFund' }],
    ['documents of some days', { what: 'documents', ...days }],
  ])('%s is the same again out of the address', ([, behind]) => {
    expect(fromAddress(toAddress(behind))).toEqual(behind)
  })

  test.for(['', 'hoat-dong', 'hoat-dong.2022-02-30.2022-04-01', 'gi-do.2022-03-01.2022-04-01'])('nothing by the address “%s”', text => {
    expect(fromAddress(text)).toBeNull()
  })

  test('an address made up by hand narrows nothing it does not know', () => {
    expect(fromAddress('hoat-dong.2022-03-01.2022-04-01.kind.__proto__')).toEqual({ what: 'activities', ...days })
    expect(fromAddress('hoat-dong.2022-03-01.2022-04-01.constructor.name')).toEqual({ what: 'activities', ...days })
  })
})

test('every mark of a drawing opens what a number of its table opens', () => {
  const compared = view.comparison && comparisonPlot(view, view.comparison, 'Y')
  for (const plot of [
    tasksPlot(view),
    activitiesPlot(view, 'kind'),
    activitiesPlot(view, 'campaign'),
    peoplePlot(view),
    titlesPlot(view),
    compared,
  ])
    for (const mark of plot?.marks ?? []) expect(opensOf(plot as Plot<Behind>), `${plot?.key}: ${mark.says}`).toContainEqual(mark.behind)
})

test('a number is said with its base', () => {
  expect(tasksPlot(view).marks.map(({ says }) => says)).toEqual([
    'Phòng Một: 1/3 việc được giao xong',
    'Phòng Một: 2/3 việc được giao quá hạn',
  ])
  expect(titlesPlot(view)?.table.rows.at(0)?.at(-1)?.value).toBe('10/11 phòng, ban (90,9%)')
})

describe('a year before of which nothing is known', () => {
  test('is missing in the table, is not drawn, and nothing is said to differ', () => {
    const plot = view.comparison && comparisonPlot(view, view.comparison, 'Y')
    expect(plot?.drawing).toBeNull()
    expect(plot?.note).toContain('Năm 2021 chưa có số liệu')
    expect(plot?.table.rows.map(row => row.map(({ value }) => value))).toEqual([
      ['Hoạt động đã ghi', '7', null, 'chưa so được'],
      ['Lượt người tham gia, đếm được', '58', null, 'chưa so được'],
      ['Chi từ kinh phí của đơn vị', '5.000.000 đồng', null, 'chưa so được'],
      ['Văn bản đã ban hành', '0', null, 'chưa so được'],
      ['Đăng ký danh hiệu, trên phòng, ban', '10/11 (90,9%)', null, 'chưa so được'],
    ])
  })

  test('leaves no bars beside those of this year, and no month ahead is nought', () => {
    const plot = activitiesPlot(view, 'kind')
    expect(plot.legend.map(({ word }) => word)).toEqual(['Năm 2022'])
    expect(plot.table.rows.at(-1)?.map(({ value }) => value)).toEqual([
      'Cộng',
      0,
      0,
      2,
      0,
      0,
      0,
      null,
      null,
      null,
      null,
      null,
      null,
      2,
      null,
    ])
  })
})

test('what differs between estimates is an estimate, and money differs by đồng', () => {
  const [now, before] = [
    { ...sums, estimatedPeople: 3200 },
    { ...unknown, activities: 9, estimatedPeople: 3000, money: { unitFund: 6_000_000 } },
  ]
  const plot = comparisonPlot(view, { now: { days, sums: now }, before: { days, sums: before }, isRunning: false }, 'H1')
  const differences = plot?.table.rows.map(row => `${row[0]?.value}: ${row[3]?.value}`)
  expect(differences).toContain('Hoạt động đã ghi: kém 2')
  expect(differences).toContain('Lượt người tham gia, ước: hơn khoảng 200')
  expect(differences).toContain('Chi từ kinh phí của đơn vị: kém 1.000.000 đồng')
})

function opensOf({ table }: Plot<Behind>): Behind[] {
  return table.rows.flatMap(row => row.flatMap(({ behind }) => behind ?? []))
}
