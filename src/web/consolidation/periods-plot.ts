import type { FigureSeriesView, PeriodFigure, SeriesPeriod } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { baseOption, countsAxis, type Drawing, emphasisOf, type LegendEntry, lookOf, type Plot, textSize } from '../plot/plot.ts'
import { changeText, figureText, measureOf } from './compare.ts'
import type { BehindPeriod } from './series.ts'

const asTold = { colour: 'cham', look: 'filled' } as const satisfies Pick<LegendEntry, 'colour' | 'look'>
const onDay = { colour: 'cham', look: 'washed' } as const satisfies Pick<LegendEntry, 'colour' | 'look'>
const missing = 'chưa có số liệu'

/** The unit itself from period to period: as it was told, and beside it on the units of the day. */
export function periodsPlot(view: FigureSeriesView, unitId: string): Plot<BehindPeriod> {
  const { periods, on } = view
  const dayWords = on ? `theo đơn vị ngày ${formatDay(on)}` : null
  const told = (period: SeriesPeriod): BehindPeriod => ({ what: 'told', requestId: period.requestId, unitId })
  return {
    key: 'cac-ky',
    title: `${seriesTitle(view)}, ${view.unitName}`,
    note: 'Chỉ đặt cạnh nhau, không nối: giữa hai kỳ không ai biết số.',
    legend: [{ word: 'như đã báo cáo', ...asTold }, ...(dayWords ? [{ word: dayWords, ...onDay }] : [])],
    table: {
      missing,
      heads: ['Kỳ', 'Chốt số liệu', 'Như đã báo cáo', 'Đã có số của', 'So với kỳ trước', ...(dayWords ? [capitalise(dayWords)] : [])],
      rows: periods.map((period, at) => [
        { value: period.title },
        { value: formatDay(period.cutoff) },
        { value: wordsOf(period.asItWas, view), behind: told(period) },
        { value: period.asItWas?.coverage ?? '–' },
        { value: at === 0 ? '–' : (changeText(period.asItWas, periods[at - 1]?.asItWas ?? null, view) ?? 'chưa so được') },
        ...(dayWords
          ? [{ value: period.restated?.unit.notComparable ?? wordsOf(period.restated?.unit ?? null, view), behind: reconciledOf(period) }]
          : []),
      ]),
    },
    marks: periods.flatMap((period, dataIndex) => [
      { seriesIndex: 0, dataIndex, says: `${period.title}: ${wordsOf(period.asItWas, view) ?? missing}`, behind: told(period) },
      ...(period.restated
        ? [
            {
              seriesIndex: 1,
              dataIndex,
              says: `${period.title}, ${dayWords}: ${period.restated.unit.notComparable ?? wordsOf(period.restated.unit, view) ?? missing}`,
              behind: reconciledOf(period),
            },
          ]
        : []),
    ]),
    drawing: periods.length < 2 ? null : drawingOf(view),
  }
}

const leftEdge = 56

function drawingOf(view: FigureSeriesView): Drawing {
  const { periods, on, baseName } = view
  const asItWas = periods.map(period => period.asItWas)
  const restated = periods.map(period => period.restated?.unit ?? null)
  return {
    heightAt: () => 260,
    optionAt: (width, palette) => ({
      ...baseOption(palette),
      grid: { left: leftEdge, right: 8, top: 28, bottom: 60, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: periods.map(({ title }) => title),
        axisLine: { lineStyle: { color: palette.lineStrong } },
        axisTick: { show: false },
        axisLabel: {
          color: palette.ink,
          interval: 0,
          width: Math.floor((width - leftEdge) / periods.length) - 16,
          overflow: 'break',
          lineHeight: 15,
        },
      },
      yAxis: { ...countsAxis(palette), ...(baseName !== null && { max: 100 }) },
      series: [seriesOf(asItWas, view, lookOf(palette, asTold)), ...(on ? [seriesOf(restated, view, lookOf(palette, onDay))] : [])].map(
        series => ({ ...series, emphasis: emphasisOf(palette), label: { ...series.label, color: palette.ink } }),
      ),
    }),
  }
}

function seriesOf(figures: readonly (PeriodFigure | null)[], view: FigureSeriesView, itemStyle: object) {
  return {
    type: 'bar',
    barMaxWidth: 44,
    itemStyle,
    data: figures.map(figure => ({ value: measureOf(figure, view), label: { formatter: figure?.words ?? '' } })),
    label: { show: true, position: 'top', fontSize: textSize },
  }
}

function reconciledOf({ requestId }: SeriesPeriod): BehindPeriod {
  return { what: 'reconciled', requestId, unitName: '' }
}

export function seriesTitle({ name, baseName }: FigureSeriesView): string {
  return baseName === null ? name : `${name} trên ${baseName}`
}

export function wordsOf(figure: PeriodFigure | null, view: FigureSeriesView): string | null {
  return figureText(figure, view)
}
