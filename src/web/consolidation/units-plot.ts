import type { FigureCompareView } from '#contract/consolidation.ts'
import type { Target } from '#domain/plan/plan.ts'
import { baseOption, emphasisOf, endsAxis, isNarrow, type LegendEntry, lookOf, namesAxis, type Plot, sideWidth } from '../plot/plot.ts'
import { type ComparedUnit, changeText, figureText, measureOf, standingTo } from './compare.ts'

const looks = {
  now: { colour: 'cham', look: 'filled' },
  before: { colour: 'lineStrong', look: 'outlined' },
} as const satisfies Record<string, Pick<LegendEntry, 'colour' | 'look'>>

export type UnitsShown = {
  readonly view: FigureCompareView
  /** In the order they are to stand in. */
  readonly units: readonly ComparedUnit[]
  readonly target: Target | null
  readonly note: string
}

export const missing = 'chưa có số liệu'

/** A bar to a unit, the period before as a thin one under it; counts and base are said at its end. */
export function unitsPlot(shown: UnitsShown): Plot<string> {
  const { view, units, target, note } = shown
  const { beside } = view
  const told = units.map(unit => [
    figureText(unit, view) ?? missing,
    ...(unit.value && unit.coverage ? [`đã có số của ${unit.coverage}`] : []),
  ])
  const ends = told.map(lines => lines.join('\n'))
  const over = units.map(({ unitName }, i) => `${unitName} · ${told[i]?.join('; ')}`)
  const values = units.map(unit => measureOf(unit, view))
  const before = units.map(unit => measureOf(unit.before, view))
  const top = view.baseName === null ? Math.max(1, ...values.map(Number), ...before.map(Number)) : Math.max(100, ...values.map(Number))
  return {
    key: 'don-vi',
    title: titleOf(view),
    note,
    legend: [{ word: view.title, ...looks.now }, ...(beside ? [{ word: beside.title, ...looks.before }] : [])],
    table: tableOf(shown),
    marks: units.map((unit, dataIndex) => ({ seriesIndex: 0, dataIndex, says: saidOf(unit, shown), behind: unit.unitId })),
    drawing: {
      heightAt: width => units.length * (isNarrow(width) ? 48 : 34) + 24,
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: isNarrow(width)
          ? { left: 1, right: 8, top: 20, bottom: 0, outerBoundsMode: 'none' }
          : { left: sideWidth, right: 236, top: 20, bottom: 0, outerBoundsMode: 'none' },
        xAxis: { type: 'value', show: false, min: 0, max: top },
        yAxis: [
          namesAxis(width, palette, { names: units.map(({ unitName }) => unitName), over, rise: 12 }),
          ...(isNarrow(width) ? [] : [endsAxis(palette, ends)]),
        ],
        series: [
          {
            type: 'bar',
            barWidth: 12,
            barGap: '25%',
            data: values,
            itemStyle: lookOf(palette, looks.now),
            emphasis: emphasisOf(palette),
            ...(target && {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: palette.ink, type: 'dashed', width: 1 },
                label: { formatter: `${target.goalPercent.toLocaleString('vi')}%`, color: palette.ink, position: 'start' },
                data: [{ xAxis: target.goalPercent }],
              },
            }),
          },
          ...(beside
            ? [{ type: 'bar', barWidth: 5, data: before, itemStyle: lookOf(palette, looks.before), emphasis: emphasisOf(palette) }]
            : []),
        ],
      }),
    },
  }
}

export function titleOf({ name, baseName }: FigureCompareView): string {
  return baseName === null ? name : `${name} trên ${baseName}`
}

/** The same as the drawing, exactly: both counts in columns of their own. */
export function tableOf({ view, units, target }: UnitsShown): Plot<string>['table'] {
  const { beside, baseName, countUnit } = view
  const isPartly = units.some(({ coverage }) => coverage !== null)
  const counts = baseName === null ? [`Số (${countUnit})`] : ['Tử số', `Mẫu số (${baseName})`, 'Tỷ lệ']
  return {
    missing,
    heads: [
      'Đơn vị',
      ...counts,
      ...(isPartly ? ['Đã có số của'] : []),
      ...(beside ? [beside.title, 'So với kỳ ấy'] : []),
      ...(target ? ['So với chỉ tiêu'] : []),
    ],
    rows: units.map(unit => [
      { value: unit.unitName },
      { value: unit.value?.count ?? null, behind: unit.unitId },
      ...(baseName === null ? [] : [{ value: unit.base?.count ?? null, behind: unit.unitId }, { value: unit.words }]),
      ...(isPartly ? [{ value: unit.coverage ?? (unit.value && 'đơn vị tự báo') }] : []),
      ...(beside
        ? [
            { value: unit.before?.notComparable ?? figureText(unit.before, view) },
            { value: changeText(unit, unit.before, view) ?? 'chưa so được' },
          ]
        : []),
      ...(target ? [{ value: standingTo(unit, target)?.words ?? 'chưa đối chiếu được' }] : []),
    ]),
  }
}

/** One unit in words, as the line over the drawing says it. */
export function saidOf(unit: ComparedUnit, { view, target }: Pick<UnitsShown, 'view' | 'target'>): string {
  const { beside } = view
  const before = beside && (unit.before?.notComparable ?? figureText(unit.before, view))
  const change = beside && changeText(unit, unit.before, view)
  const standing = target && standingTo(unit, target)
  return [
    `${unit.unitName}: ${figureText(unit, view) ?? missing}`,
    unit.coverage && `đã có số của ${unit.coverage}`,
    before && `${beside.title}: ${before}${change ? `, ${change}` : ''}`,
    standing?.words,
  ]
    .filter(Boolean)
    .join('; ')
}
