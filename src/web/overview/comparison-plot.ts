import type { OverviewView, PeriodComparison } from '#contract/overview.ts'
import { addDays, formatDay } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { capitalise } from '#domain/kit/text.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import type { Palette } from '../plot/palette.ts'
import { baseOption, type Drawing, emphasisOf, endsAxis, isNarrow, lookOf, namesAxis, type Plot, sideWidth } from '../plot/plot.ts'
import type { Behind } from './behind.ts'
import { type Measure, measuresOf, missing } from './measures.ts'

const sides = ['now', 'before'] as const
const looks = { now: { colour: 'cham', look: 'filled' }, before: { colour: 'lineStrong', look: 'outlined' } } as const

/** This period beside the same one last year, measure by measure. A year of which nothing is known is said, not drawn; null where neither is. */
export function comparisonPlot(view: OverviewView, comparison: PeriodComparison, part: PeriodPart): Plot<Behind> | null {
  const { year } = view
  const measures = measuresOf(view, comparison)
  if (measures.every(({ now, before }) => now.value === null && before.value === null)) return null
  const isComparable = measures.some(({ before }) => before.value !== null)
  const period = periodNamed(`${year}-${part}`)
  const yearOf = { now: year, before: year - 1 }
  return {
    key: 'cung-ky',
    title: `${capitalise(period ? periodTitle(period) : '')} so với cùng kỳ`,
    note: [
      `${sayDays(comparison.now.days)} bên cạnh ${sayDays(comparison.before.days)}${comparison.isRunning ? ': kỳ chưa hết nên chỉ so đến cùng ngày' : ''}.`,
      isComparable ? 'Mỗi dòng một thang riêng.' : `Năm ${year - 1} ${missing}, nên chưa có gì để so.`,
    ].join(' '),
    legend: sides.map(side => ({ word: `Năm ${yearOf[side]}`, ...looks[side] })),
    table: {
      missing,
      heads: ['Số liệu', `Năm ${year}`, `Năm ${year - 1}`, 'So với cùng kỳ'],
      rows: measures.map(({ name, now, before, difference }) => [
        { value: name },
        { value: now.value === null ? null : now.text, behind: now.behind },
        { value: before.value === null ? null : before.text, behind: before.behind },
        { value: difference ?? 'chưa so được' },
      ]),
    },
    marks: measures.flatMap((measure, dataIndex) =>
      sides.flatMap((side, seriesIndex) => {
        const { value, text, behind } = measure[side]
        return value && behind ? { seriesIndex, dataIndex, says: `${measure.name}, năm ${yearOf[side]}: ${text}`, behind } : []
      }),
    ),
    drawing: isComparable ? drawingOf(measures) : null,
  }
}

/** Measures of different units stand under each other: each pair of bars has a scale of its own. */
function drawingOf(measures: readonly Measure[]): Drawing {
  const ends = measures.map(({ difference }) => difference ?? '')
  const over = measures.map(({ name }, i) => [name, ends[i]].filter(Boolean).join(' · '))
  return {
    heightAt: width => measures.length * (isNarrow(width) ? 76 : 52) + 12,
    optionAt: (width, palette) => ({
      ...baseOption(palette),
      grid: isNarrow(width)
        ? { left: 1, right: 8, top: 12, bottom: 0, outerBoundsMode: 'none' }
        : { left: sideWidth, right: 140, top: 0, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: isNarrow(width) ? 1.8 : 1.4 }, // what is said after the longest bar needs room
      yAxis: [
        namesAxis(width, palette, { names: measures.map(({ name }) => name), over, rise: 22 }),
        ...(isNarrow(width) ? [] : [endsAxis(palette, ends)]),
      ],
      series: sides.map(side => seriesOf(measures, side, palette)),
    }),
  }
}

function seriesOf(measures: readonly Measure[], side: 'now' | 'before', palette: Palette) {
  return {
    type: 'bar',
    barWidth: 14,
    barGap: '20%',
    data: measures.map(measure => {
      const { value, text } = measure[side]
      const top = Math.max(measure.now.value ?? 0, measure.before.value ?? 0, Number.MIN_VALUE)
      const color = side === 'before' || value === null ? palette.inkSoft : palette.ink
      return {
        value: (value ?? 0) / top,
        label: { formatter: text, color },
        ...(value === null && { itemStyle: { color: 'transparent', borderWidth: 0 } }),
      }
    }),
    itemStyle: lookOf(palette, looks[side]),
    emphasis: emphasisOf(palette),
    label: { show: true, position: 'right' },
  }
}

function sayDays({ from, until }: Days): string {
  return `${formatDay(from)} – ${formatDay(addDays(until, -1))}`
}
