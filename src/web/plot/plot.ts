import type { EChartsCoreOption } from 'echarts/core'
import type { Palette, PaletteColour } from './palette.ts'

/** One part of a drawing that can be opened, and what it says in words. */
export type PlotMark<Behind> = { readonly seriesIndex: number; readonly dataIndex: number; readonly says: string; readonly behind: Behind }

/** A cell says something exact; missing is null, never 0. */
export type PlotCell<Behind> = { readonly value: number | string | null; readonly behind?: Behind | undefined }
export type PlotTable<Behind> = {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly PlotCell<Behind>[])[]
  /** What a cell says that has no value. */
  readonly missing: string
}

export type LegendEntry = {
  readonly word: string
  readonly colour: PaletteColour
  readonly look: 'filled' | 'washed' | 'outlined' | 'hatched'
}

/** What is drawn, the same as a table, and what stands behind each mark: who draws it knows what that is. */
export type Plot<Behind> = {
  /** As the address names it. */
  readonly key: string
  readonly title: string
  /** What is counted and what it is counted of. */
  readonly note: string
  readonly legend: readonly LegendEntry[]
  readonly table: PlotTable<Behind>
  readonly marks: readonly PlotMark<Behind>[]
  /** Null: nothing to set side by side, the table says it all. */
  readonly drawing: Drawing | null
}

export type Drawing = {
  readonly heightAt: (width: number) => number
  readonly optionAt: (width: number, palette: Palette) => EChartsCoreOption
}

/** Below this a name stands over its bar, not beside it. */
export const isNarrow = (width: number): boolean => width < 760

export const textSize = 12

/** A still drawing in the house's type. */
export function baseOption(palette: Palette): EChartsCoreOption {
  return { animation: false, textStyle: { fontFamily: palette.sans, fontSize: textSize, color: palette.ink } }
}

type Names = {
  readonly names: readonly string[]
  /** As said over the bar, where what stands at its far end has no place of its own. */
  readonly over: readonly string[]
  /** How far over the middle of its row such a name stands. */
  readonly rise?: number
}

/** Names down the side; on a narrow page each over its own bar. */
export function namesAxis(width: number, palette: Palette, { names, over, rise = 12 }: Names) {
  const bare = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } } as const
  const besides = { align: 'left', margin: sideWidth, width: sideWidth - 16, overflow: 'break', fontSize: 14, lineHeight: 16 }
  const above = {
    inside: true,
    margin: 0,
    verticalAlign: 'bottom',
    padding: [0, 0, rise, 0],
    width: width - 16,
    overflow: 'break',
    lineHeight: 14,
  }
  return isNarrow(width)
    ? { ...bare, z: 10, data: over, axisLabel: { ...above, color: palette.ink } }
    : { ...bare, data: names, axisLabel: { ...besides, color: palette.ink } }
}

/** What stands at the far end of each bar; on a narrow page it is said with the name. */
export function endsAxis(palette: Palette, ends: readonly string[]) {
  return {
    type: 'category',
    inverse: true,
    position: 'right',
    data: ends,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.inkSoft, lineHeight: 14 },
  } as const
}

/** `T1` to `T12`, each with its place. */
export const monthHeads = Array.from({ length: 12 }, (_, i) => `T${i + 1}`)

export function monthsAxis(palette: Palette) {
  return {
    type: 'category',
    data: monthHeads,
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: palette.inkSoft, interval: 0 },
  } as const
}

export const sideWidth = 248

export function countsAxis(palette: Palette) {
  return {
    type: 'value',
    minInterval: 1,
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.inkSoft, formatter: (value: number) => value.toLocaleString('vi') },
  } as const
}

/** A mark under the pointer or the keys stands out by its edge. */
export const emphasisOf = (palette: Palette) => ({ itemStyle: { borderColor: palette.ink, borderWidth: 2, opacity: 1 } })

export const hatchOf = (palette: Palette) => ({
  symbol: 'rect',
  color: palette.cham,
  backgroundColor: palette.paper,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
})

/** How a mark is filled: what differs in colour differs in look or number too. */
export function lookOf(palette: Palette, { colour, look }: Pick<LegendEntry, 'colour' | 'look'>) {
  const fill = palette[colour]
  if (look === 'filled') return { color: fill, borderColor: palette.paper, borderWidth: 1 }
  const edge = { borderColor: fill, borderWidth: 1.5 }
  if (look === 'washed') return { color: palette.chamWash, ...edge }
  return look === 'outlined' ? { color: palette.paper, ...edge } : { color: palette.paper, ...edge, decal: hatchOf(palette) }
}
