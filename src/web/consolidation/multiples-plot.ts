import type { FigureSeriesView } from '#contract/consolidation.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { baseOption, emphasisOf, lookOf, type Plot, textSize } from '../plot/plot.ts'
import { changeText, figureText, measureOf } from './compare.ts'
import { seriesTitle } from './periods-plot.ts'
import { type BehindPeriod, restatedPeriods, unitsThrough } from './series.ts'

const missing = 'chưa có số liệu'
const look = { colour: 'cham', look: 'filled' } as const
const panelHeight = 104

/** A small drawing to each unit of the day, all on one scale: how it went there from period to period. */
export function multiplesPlot(view: FigureSeriesView, on: PlainDate): Plot<BehindPeriod> {
  const periods = restatedPeriods(view)
  const units = unitsThrough(periods)
  const values = units.map(({ told }) => told.map(figure => (figure?.notComparable ? null : measureOf(figure, view))))
  const top = view.baseName === null ? Math.max(1, ...values.flat().map(Number)) : 100
  const said = (at: number, unitAt: number): string => {
    const figure = units[unitAt]?.told[at] ?? null
    return figure?.notComparable ?? figureText(figure, view) ?? missing
  }
  const behind = (at: number, unitAt: number): BehindPeriod => ({
    what: 'reconciled',
    requestId: periods[at]?.requestId ?? '',
    unitName: units[unitAt]?.unitName ?? '',
  })
  return {
    key: 'tung-don-vi',
    title: `${seriesTitle(view)}: từng đơn vị ngày ${formatDay(on)}`,
    note: `Cùng một thang; từ trái sang phải: ${periods.map(({ title }) => title).join(', ')}. Không có vạch là chưa có số liệu hoặc không so sánh được.`,
    legend: [],
    table: {
      missing,
      heads: ['Đơn vị', ...periods.map(({ title }) => title), 'Kỳ cuối so với kỳ đầu'],
      rows: units.map(({ unitName, told }, unitAt) => [
        { value: unitName },
        ...periods.map((_, at) => ({ value: said(at, unitAt), behind: behind(at, unitAt) })),
        { value: changeText(told.at(-1) ?? null, told[0] ?? null, view) ?? 'chưa so được' },
      ]),
    },
    marks: units.flatMap(({ unitName }, unitAt) =>
      periods.map(({ title }, at) => ({
        seriesIndex: unitAt,
        dataIndex: at,
        says: `${unitName}, ${title}: ${said(at, unitAt)}`,
        behind: behind(at, unitAt),
      })),
    ),
    drawing:
      units.length === 0
        ? null
        : {
            heightAt: width => Math.ceil(units.length / columnsAt(width)) * panelHeight,
            optionAt: (width, palette) => {
              const columns = columnsAt(width)
              const panel = width / columns
              return {
                ...baseOption(palette),
                grid: units.map((_, i) => ({
                  left: (i % columns) * panel + 4,
                  top: Math.floor(i / columns) * panelHeight + 36,
                  width: panel - 16,
                  height: panelHeight - 48,
                  outerBoundsMode: 'none',
                })),
                xAxis: units.map((_, gridIndex) => ({
                  type: 'category',
                  gridIndex,
                  data: periods.map(({ title }) => title),
                  axisLine: { lineStyle: { color: palette.lineStrong } },
                  axisTick: { show: false },
                  axisLabel: { show: false },
                })),
                yAxis: units.map(({ unitName }, gridIndex) => ({
                  type: 'value',
                  gridIndex,
                  max: top,
                  axisLabel: { show: false },
                  splitLine: { show: false },
                  name: unitName,
                  nameGap: 18,
                  nameTextStyle: { align: 'left', color: palette.ink, fontSize: textSize, width: panel - 16, overflow: 'truncate' },
                })),
                series: units.map((unit, i) => ({
                  type: 'bar',
                  xAxisIndex: i,
                  yAxisIndex: i,
                  barMaxWidth: 28,
                  data: unit.told.map((figure, at) => ({ value: values[i]?.[at] ?? null, label: { formatter: figure?.words ?? '' } })),
                  itemStyle: lookOf(palette, look),
                  emphasis: emphasisOf(palette),
                  label: {
                    show: true,
                    position: 'top',
                    distance: 2,
                    fontSize: textSize,
                    color: palette.inkSoft,
                  },
                })),
              }
            },
          },
  }
}

function columnsAt(width: number): number {
  return Math.max(2, Math.floor(width / 150))
}
