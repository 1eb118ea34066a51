import { formatNumber } from '#domain/kit/text.ts'
import type { Palette } from '../plot/palette.ts'
import { mixed } from '../plot/palette.ts'
import { baseOption, emphasisOf, isNarrow, type LegendEntry, type Plot, textSize } from '../plot/plot.ts'
import { type ComparedUnit, measureOf } from './compare.ts'
import { placeTiles, type Tiles } from './tiles/place-tiles.ts'
import { missing, saidOf, tableOf, titleOf, type UnitsShown } from './units-plot.ts'

const steps = 4
const legend: readonly LegendEntry[] = [{ word: missing, colour: 'lineStrong', look: 'outlined' }]

/** A tile to a unit, where it lies: the darker the higher, with the number on it. No map: how large a unit is says nothing here. */
export function tilesPlot(shown: UnitsShown, codeOf: (unitId: string) => string | null): Plot<string> {
  const { view, note } = shown
  const placed = placeTiles(shown.units, ({ unitId }) => codeOf(unitId))
  const told = placed.tiles.filter(({ unit }) => measureOf(unit, view) !== null)
  const silent = placed.tiles.filter(({ unit }) => measureOf(unit, view) === null)
  const where = placed.isPlaced
    ? 'Mỗi ô một đơn vị, xếp theo vị trí tương đối trong tỉnh; không phải bản đồ, ô to nhỏ không có nghĩa.'
    : 'Mỗi ô một đơn vị, xếp lần lượt theo tên vì chưa có vị trí của các đơn vị này.'
  return {
    key: 'o',
    title: titleOf(view),
    note: `Ô càng ngả màu chàm số càng cao. ${where} ${note}`,
    legend,
    table: tableOf(shown),
    marks: [told, silent].flatMap((tiles, seriesIndex) =>
      tiles.map(({ unit }, dataIndex) => ({ seriesIndex, dataIndex, says: saidOf(unit, shown), behind: unit.unitId })),
    ),
    drawing: {
      heightAt: width => placed.rows * tileHeight(width, placed),
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' },
        xAxis: { ...hidden, data: Array.from({ length: placed.columns }, (_, i) => i) },
        yAxis: { ...hidden, inverse: true, data: Array.from({ length: placed.rows }, (_, i) => i) },
        visualMap: [
          piecesOf(
            told.map(({ unit }) => measureOf(unit, view) ?? 0),
            palette,
          ),
          [{ gte: 0, color: palette.paper }],
        ].map((pieces, seriesIndex) => ({ type: 'piecewise', show: false, dimension: 2, seriesIndex, pieces })),
        series: [
          seriesOf(told, { width, columns: placed.columns, palette, labelOf: unit => labelOf(unit, shown, width) }),
          {
            ...seriesOf(silent, {
              width,
              columns: placed.columns,
              palette,
              labelOf: ({ unitName }) => (isNarrow(width) ? '–' : shortName(unitName)),
            }),
            itemStyle: { borderColor: palette.lineStrong, borderWidth: 1, borderRadius: 6 },
          },
        ],
      }),
    },
  }
}

const hidden = { type: 'category', show: false, splitArea: { show: false } } as const

function tileHeight(width: number, { columns }: Tiles<unknown>): number {
  return isNarrow(width) ? Math.max(28, Math.floor(width / columns)) : 56
}

type Look = {
  readonly width: number
  readonly columns: number
  readonly palette: Palette
  readonly labelOf: (unit: ComparedUnit) => string
}

function seriesOf(tiles: Tiles<ComparedUnit>['tiles'], { width, columns, palette, labelOf: say }: Look) {
  return {
    type: 'heatmap',
    data: tiles.map(({ unit, column, row }) => ({
      value: [column, row, unit.percent ?? unit.value?.count ?? 0],
      label: { formatter: say(unit), width: Math.floor(width / columns) - 8 },
    })),
    itemStyle: { borderColor: palette.paper, borderWidth: 3, borderRadius: 6 },
    emphasis: emphasisOf(palette),
    label: { show: true, fontSize: textSize, lineHeight: 15, color: palette.ink, overflow: 'truncate' },
  }
}

function labelOf(unit: ComparedUnit, { view }: UnitsShown, width: number): string {
  const measure = measureOf(unit, view) ?? 0
  if (isNarrow(width)) return view.baseName === null ? '' : String(Math.round(measure))
  const counts = unit.value && unit.base ? [`${formatNumber(unit.value.count)}/${formatNumber(unit.base.count)}`] : []
  return [shortName(unit.unitName), unit.words ?? '', ...counts].join('\n')
}

/** `xã Mường La` → `Mường La`: on a tile there is no room for the kind. */
function shortName(unitName: string): string {
  return unitName.replace(/^(?:xã|phường|đặc khu|thị trấn)\s+/iu, '')
}

/** Equal steps from the lowest to the highest told, light enough for a printed number on each. */
function piecesOf(values: readonly number[], { chamWash, cham }: Palette) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const size = (high - low) / steps || 1
  return Array.from({ length: steps }, (_, i) => ({
    gte: low + size * i,
    ...(i < steps - 1 && { lt: low + size * (i + 1) }),
    color: mixed(chamWash, cham, i * 0.16),
  }))
}
