import type { OverviewView } from '#contract/overview.ts'
import { activitiesByMonth, type Grouping, groupsByMonth, yearTotal } from '#domain/overview/activity-tally.ts'
import { type Days, daysOfMonth } from '#domain/overview/compared-periods.ts'
import { activityKindWords, campaignWords } from '../activity/words.ts'
import { monthHeads, type Plot, type PlotCell } from '../plot/plot.ts'
import { activitiesDrawing } from './activities-drawing.ts'
import type { Behind } from './behind.ts'

const words: Readonly<Record<string, string>> = { ...activityKindWords, ...campaignWords }

/** Activities by month, this year beside last; below, the same months by kind or campaign. */
export function activitiesPlot(view: OverviewView, grouping: Grouping): Plot<Behind> {
  const { year, on: today, activities: tallies } = view
  const before = yearTotal(tallies, year - 1)
  const years = before === null ? [year] : [year, year - 1]
  const months = years.map(each => activitiesByMonth(tallies, each, today))
  const groups = groupsByMonth(tallies, { grouping, year, today })
  const groupsBefore = groupsByMonth(tallies, { grouping, year: year - 1, today })
  const onlyBefore = groupsBefore.filter(({ key }) => !groups.some(group => group.key === key))
  const totalBefore = (key: string): number | null => (before === null ? null : (groupsBefore.find(group => group.key === key)?.total ?? 0))
  const cells = groups.flatMap(({ key, months: own }, row) => own.flatMap((value, column) => (value ? [{ key, row, column, value }] : [])))
  const bars = years.map((each, at) => ({ each, values: months[at] ?? [] }))
  return {
    key: 'hoat-dong',
    title: `Hoạt động trong năm ${year}`,
    note: `Mỗi hoạt động đã ghi tính một lần, vào tháng bắt đầu.${before === null ? ` Năm ${year - 1} chưa có số liệu.` : ''}`,
    legend: bars.map(({ each }) => ({ word: `Năm ${each}`, ...barLook(each === year) })),
    table: {
      missing: '–',
      heads: [grouping === 'kind' ? 'Loại hoạt động' : 'Phong trào', ...monthHeads, `Năm ${year}`, `Năm ${year - 1}`],
      rows: [
        ...[
          ...groups,
          ...onlyBefore.map(({ key }) => ({ key, months: months[0]?.map(value => (value === null ? null : 0)) ?? [], total: 0 })),
        ].map(group => [
          { value: words[group.key] ?? '' },
          ...group.months.map((value, i) => opened(value, { ...daysOfMonth(year, i + 1), [grouping]: group.key })),
          opened(group.total, { ...daysOf(year), [grouping]: group.key }),
          opened(totalBefore(group.key), { ...daysOf(year - 1), [grouping]: group.key }),
        ]),
        [
          { value: 'Cộng' },
          ...(months[0] ?? []).map((value, i) => opened(value, daysOfMonth(year, i + 1))),
          opened(yearTotal(tallies, year), daysOf(year)),
          opened(before, daysOf(year - 1)),
        ],
      ],
    },
    marks: [
      ...bars.flatMap(({ each, values }, seriesIndex) =>
        values.flatMap((value, dataIndex) =>
          value
            ? {
                seriesIndex,
                dataIndex,
                says: `Tháng ${dataIndex + 1}/${each}: ${value} hoạt động`,
                behind: { what: 'activities', ...daysOfMonth(each, dataIndex + 1) } as const,
              }
            : [],
        ),
      ),
      ...cells.map(({ key, column, value }, dataIndex) => ({
        seriesIndex: bars.length,
        dataIndex,
        says: `${words[key]}, tháng ${column + 1}/${year}: ${value} hoạt động`,
        behind: { what: 'activities', ...daysOfMonth(year, column + 1), [grouping]: key } as const,
      })),
    ],
    drawing: activitiesDrawing(
      bars.map(({ each, values }) => ({ values, look: barLook(each === year) })),
      groups.map(({ key, total }) => ({ name: words[key] ?? '', total })),
      cells,
    ),
  }
}

const barLook = (isNow: boolean) =>
  isNow ? ({ colour: 'cham', look: 'filled' } as const) : ({ colour: 'lineStrong', look: 'outlined' } as const)

function daysOf(year: number): Days {
  return { from: daysOfMonth(year, 1).from, until: daysOfMonth(year, 12).until }
}

function opened(value: number | null, days: Days): PlotCell<Behind> {
  return { value, behind: value ? { what: 'activities', ...days } : undefined }
}
