import { expect, test } from 'vitest'
import type { FigureCompareView, FigureSeriesView, PeriodFigure, RestatedUnit } from '#contract/consolidation.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { firstLine } from '../kit/list-sheet.ts'
import { periodsSheet, throughSheet, unitsSheet } from './compare-sheet.ts'
import { multiplesPlot } from './multiples-plot.ts'
import { periodsPlot } from './periods-plot.ts'
import { tilesPlot } from './tiles-plot.ts'
import { unitsPlot } from './units-plot.ts'

const counted = (count: number) => ({ quality: 'counted', count }) as const
const share = (numerator: number, base: number): PeriodFigure => ({
  value: counted(numerator),
  words: `${(numerator / base) * 100}%`,
  base: counted(base),
  percent: (numerator / base) * 100,
})
const silent: PeriodFigure = { value: null, words: null, base: null, percent: null }
const day = plainDate('2025-12-22')

const view: FigureCompareView = {
  code: 'share.family.recognised',
  name: 'Tỷ lệ hộ đạt',
  countUnit: 'hộ',
  baseName: 'tổng số hộ',
  title: 'Báo cáo năm 2025',
  cutoff: plainDate('2025-12-14'),
  beside: { requestId: 'half', title: 'Báo cáo 6 tháng', cutoff: plainDate('2025-06-14') },
  goal: null,
  whole: null,
  units: [
    {
      unitId: 'a',
      unitName: 'xã Mường La',
      ...share(80, 100),
      coverage: '7/12 đơn vị',
      ownGoal: null,
      before: { ...share(70, 100), notComparable: null },
    },
    {
      unitId: 'b',
      unitName: 'xã Sốp Cộp',
      ...silent,
      coverage: null,
      ownGoal: null,
      before: { ...silent, notComparable: 'Không so sánh được: đã chia' },
    },
  ],
}
const shown = { view, units: view.units, note: '' }

test('a unit in part says of how many it is, one that told nothing is missing, one that was divided is not compared', () => {
  const rows = unitsPlot(shown).table.rows.map(row => row.map(({ value }) => value))
  expect(rows).toEqual([
    ['xã Mường La', 80, 100, '80%', '7/12 đơn vị', '70/100 tổng số hộ (70,0%)', 'hơn 10 điểm %'],
    ['xã Sốp Cộp', null, null, null, null, 'Không so sánh được: đã chia', 'chưa so được'],
  ])
})

test('a goal in force and a goal of the unit itself stand in columns of their own, by how many points each was missed', () => {
  const goal = {
    planId: 'plan',
    planTitle: 'Kế hoạch năm 2025',
    ownerName: 'tỉnh Sơn La',
    statement: 'hộ đạt',
    operator: '>=',
    goalPercent: 78,
    share: { code: view.code, baseCode: 'family.total' },
  } as const
  const [first, second] = view.units
  const held = { ...view, goal, beside: null, units: [{ ...first, ownGoal: { ...goal, goalPercent: 85 } }, second] } as FigureCompareView
  const { heads, rows } = unitsPlot({ view: held, units: held.units, note: '' }).table
  expect(heads.slice(-2)).toEqual(['So với chỉ tiêu từ 78%', 'So với chỉ tiêu của đơn vị'])
  expect(rows.map(row => row.slice(-2).map(({ value }) => value))).toEqual([
    ['vượt 2 điểm %', 'từ 85%: thiếu 5 điểm %'],
    ['chưa đối chiếu được', 'không đặt'],
  ])
})

test('every mark of the bars and the tiles opens its unit and says both counts', () => {
  for (const plot of [unitsPlot(shown), tilesPlot(shown, () => null)]) {
    expect(plot.marks.map(({ behind }) => behind).toSorted()).toEqual(['a', 'b'])
    expect(plot.marks.find(({ behind }) => behind === 'a')?.says).toContain('80/100 tổng số hộ (80,0%)')
    expect(plot.marks.find(({ behind }) => behind === 'b')?.says).toContain('chưa có số liệu')
  }
})

const restated = (unitId: string, figure: PeriodFigure): RestatedUnit => ({
  unitId,
  unitName: unitId,
  ...figure,
  notComparable: null,
  missing: [],
})
const period = (requestId: string, figure: PeriodFigure): FigureSeriesView['periods'][number] => ({
  requestId,
  title: requestId,
  covers: { from: plainDate('2024-12-15'), until: plainDate('2025-06-15') },
  cutoff: plainDate('2025-06-14'),
  asItWas: { ...figure, coverage: null, notAdded: null },
  restated: {
    unit: restated('province', figure),
    parts: [restated('a', figure)],
    reconciliation: { rows: [], fromTotal: figure.value, toTotal: figure.value },
  },
})
const series: FigureSeriesView = {
  code: 'share.family.recognised',
  name: 'Tỷ lệ hộ đạt',
  countUnit: 'hộ',
  baseName: 'tổng số hộ',
  unitName: 'tỉnh',
  on: day,
  periods: [period('half', share(70, 100)), period('year', share(80, 100))],
}

test('a period as it was told opens its number, on the units of a day the table that reconciles it', () => {
  const { marks } = periodsPlot(series, 'province')
  expect(marks.filter(({ seriesIndex }) => seriesIndex === 0).map(({ behind }) => behind)).toEqual([
    { what: 'told', requestId: 'half', unitId: 'province' },
    { what: 'told', requestId: 'year', unitId: 'province' },
  ])
  expect(marks.filter(({ seriesIndex }) => seriesIndex === 1).map(({ behind }) => behind.what)).toEqual(['reconciled', 'reconciled'])
})

test('each unit of the day goes through all periods, and says by how many points it went', () => {
  const { table } = multiplesPlot(series, day)
  expect(table.rows.map(row => row.map(({ value }) => value))).toEqual([
    ['a', '70/100 tổng số hộ (70,0%)', '80/100 tổng số hộ (80,0%)', 'hơn 10 điểm %'],
  ])
})

type Sheet = ReturnType<typeof unitsSheet>
const cellsOf = ({ columns, rows }: Sheet) => rows.map((row, at) => columns.map(column => column.of(row, firstLine + at)))
const formulas = (sheet: Sheet) =>
  cellsOf(sheet).map(cells => cells.flatMap(cell => (cell && 'formula' in cell ? [[cell.formula, cell.shown]] : [])))

test('in a spreadsheet counts are numbers, and shares and what changed are worked out from them', () => {
  const sheet = unitsSheet(shown)
  expect(sheet.columns.map(({ head }) => head)).toEqual([
    'Đơn vị',
    'Báo cáo năm 2025: tử số',
    'Báo cáo năm 2025: mẫu số (tổng số hộ)',
    'Báo cáo năm 2025: tỷ lệ',
    'Báo cáo 6 tháng: tử số',
    'Báo cáo 6 tháng: mẫu số (tổng số hộ)',
    'Báo cáo 6 tháng: tỷ lệ',
    'So với Báo cáo 6 tháng (điểm %)',
    'Ghi chú',
  ])
  expect(formulas(sheet)).toEqual([
    [
      ['B4/C4', { share: 0.8 }],
      ['E4/F4', { share: 0.7 }],
      ['D4-G4', { share: expect.closeTo(0.1) }],
    ],
    [],
  ])
  const silentRow = cellsOf(sheet)[1]
  expect(silentRow?.slice(1, 8)).toEqual(Array(7).fill(null))
  expect(silentRow?.at(-1)).toEqual({ text: 'Không so sánh được: đã chia' })
})

test('through periods each row is held against the one above, units of a day the last against the first', () => {
  expect(formulas(periodsSheet(series))).toEqual([
    [['B4/C4', { share: 0.7 }]],
    [
      ['B5/C5', { share: 0.8 }],
      ['D5-D4', { share: expect.closeTo(0.1) }],
    ],
  ])
  expect(formulas(throughSheet(series))[0]?.at(-1)).toEqual(['G4-D4', { share: expect.closeTo(0.1) }])
})
