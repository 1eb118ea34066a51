import type { Months } from '#domain/overview/activity-tally.ts'
import { mixed, type Palette } from '../plot/palette.ts'
import {
  baseOption,
  countsAxis,
  type Drawing,
  emphasisOf,
  endsAxis,
  isNarrow,
  type LegendEntry,
  lookOf,
  monthsAxis,
  namesAxis,
  sideWidth,
  textSize,
} from '../plot/plot.ts'

const barsHeight = 150
const between = 40

type Bars = { readonly values: Months; readonly look: Pick<LegendEntry, 'colour' | 'look'> }
type Group = { readonly name: string; readonly total: number }
/** A kind or campaign in a month in which it happened. */
export type Happened = { readonly row: number; readonly column: number; readonly value: number }

/** Bars by month; under them, on the same months, a row for each kind or campaign. */
export function activitiesDrawing(bars: readonly Bars[], groups: readonly Group[], cells: readonly Happened[]): Drawing {
  const top = Math.max(...cells.map(({ value }) => value), 3)
  return {
    heightAt: width => barsHeight + between + rowsHeight(width, groups.length) + 8,
    optionAt: (width, palette) => {
      const side = { left: isNarrow(width) ? 24 : sideWidth, right: isNarrow(width) ? 4 : 40, outerBoundsMode: 'none' }
      return {
        ...baseOption(palette),
        grid: [
          { ...side, top: 20, height: barsHeight - 20 },
          { ...side, top: barsHeight + between, height: rowsHeight(width, groups.length) },
        ],
        xAxis: [monthsAxis(palette), { ...monthsAxis(palette), gridIndex: 1, axisLabel: { show: false }, axisLine: { show: false } }],
        yAxis: [countsAxis(palette), ...groupAxes(groups, width, palette)],
        visualMap: {
          type: 'piecewise',
          show: false,
          dimension: 2,
          seriesIndex: bars.length,
          pieces: tints(palette).map((color, i, all) => ({ gt: (top * i) / all.length, lte: (top * (i + 1)) / all.length, color })),
        },
        series: [
          ...bars.map(({ values, look }) => ({
            type: 'bar',
            barMaxWidth: 18,
            barGap: '15%',
            data: values.map(value => value || null),
            itemStyle: lookOf(palette, look),
            emphasis: emphasisOf(palette),
            label: { show: true, position: 'top', color: look.look === 'filled' ? palette.ink : palette.inkSoft },
          })),
          {
            type: 'heatmap',
            xAxisIndex: 1,
            yAxisIndex: 1,
            data: cells.map(({ row, column, value }) => ({
              value: [column, isNarrow(width) ? 2 * row + 1 : row, value],
              label: { color: value * 3 > top * 2 ? palette.onCham : palette.ink },
            })),
            itemStyle: { borderColor: palette.paper, borderWidth: 3, borderRadius: 5 },
            emphasis: emphasisOf(palette),
            label: { show: true, fontSize: textSize },
          },
        ],
      }
    },
  }
}

/** On a narrow page each name takes a row of its own, over its months. */
function groupAxes(groups: readonly Group[], width: number, palette: Palette) {
  const names = groups.map(({ name }) => name)
  const lines = { gridIndex: 1, splitLine: { show: !isNarrow(width), lineStyle: { color: palette.line } } }
  if (!isNarrow(width)) {
    const totals = groups.map(({ total }) => String(total))
    return [
      { ...namesAxis(width, palette, { names, over: names }), ...lines },
      { ...endsAxis(palette, totals), gridIndex: 1 },
    ]
  }
  const over = groups.flatMap(({ name, total }) => [`${name} · ${total}`, ''])
  const axis = namesAxis(width, palette, { names: over, over })
  return [{ ...axis, ...lines, axisLabel: { ...axis.axisLabel, verticalAlign: 'middle', padding: 0, interval: 0, overflow: 'truncate' } }]
}

function rowsHeight(width: number, groups: number): number {
  return groups * (isNarrow(width) ? 52 : 32)
}

/** Few, some, most: three steps that a printed number stays readable on. */
function tints({ chamWash, cham }: Palette): string[] {
  return [chamWash, mixed(chamWash, cham, 0.3), cham]
}
