import type { OverviewView } from '#contract/overview.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { peopleByMonth, uncountedIn } from '#domain/overview/activity-tally.ts'
import { daysOfMonth } from '#domain/overview/compared-periods.ts'
import { baseOption, countsAxis, emphasisOf, lookOf, monthsAxis, type Plot } from '../plot/plot.ts'
import type { Behind } from './behind.ts'

const qualities = [
  { quality: 'counted', word: 'Đếm được', look: 'filled' },
  { quality: 'estimated', word: 'Ước', look: 'hatched' },
] as const

/** Who took part, month by month: what was counted and what was estimated are never one bar. */
export function peoplePlot({ year, activities }: OverviewView): Plot<Behind> {
  const series = qualities.map(each => ({ ...each, months: peopleByMonth(activities, { quality: each.quality, year }) }))
  const { uncounted, of } = uncountedIn(activities, year)
  return {
    key: 'so-nguoi',
    title: `Lượt người tham gia, năm ${year}`,
    note: `Số đếm được và số ước để riêng. ${uncounted === 0 ? `Cả ${of} hoạt động đều ghi số người.` : `${uncounted}/${of} hoạt động chưa ghi số người, nên không có trong hình.`}`,
    legend: series.map(({ word, look }) => ({ word, colour: 'cham', look })),
    table: {
      missing: '–',
      heads: ['Tháng', ...qualities.map(({ word }) => `${word} (lượt người)`)],
      rows: Array.from({ length: 12 }, (_, i) => [
        { value: `Tháng ${i + 1}` },
        ...series.map(({ quality, months }) => {
          const value = months[i] ?? null
          return {
            value,
            behind: value === null ? undefined : ({ what: 'activities', ...daysOfMonth(year, i + 1), participants: quality } as const),
          }
        }),
      ]),
    },
    marks: series.flatMap(({ quality, months }, seriesIndex) =>
      months.flatMap((value, dataIndex) =>
        value === null
          ? []
          : {
              seriesIndex,
              dataIndex,
              says: `Tháng ${dataIndex + 1}/${year}: ${formatNumber(value)} lượt người, ${quality === 'counted' ? 'đếm được' : 'ước'}`,
              behind: { what: 'activities', ...daysOfMonth(year, dataIndex + 1), participants: quality } as const,
            },
      ),
    ),
    drawing: {
      heightAt: () => 220,
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: { left: 48, right: 4, top: 24, bottom: 24, outerBoundsMode: 'none' },
        xAxis: monthsAxis(palette),
        yAxis: countsAxis(palette),
        series: series.map(({ months, look }) => ({
          type: 'bar',
          barMaxWidth: 20,
          barGap: '20%',
          data: months,
          itemStyle: lookOf(palette, { colour: 'cham', look }),
          emphasis: emphasisOf(palette),
          label: {
            show: width > 720,
            position: 'top',
            color: palette.ink,
            formatter: ({ value }: { value: number }) => formatNumber(value),
          },
        })),
      }),
    },
  }
}
