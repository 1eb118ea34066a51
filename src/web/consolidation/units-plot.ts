import type { FigureCompareView } from '#contract/consolidation.ts'
import { baseOption, emphasisOf, endsAxis, isNarrow, type LegendEntry, lookOf, namesAxis, type Plot, sideWidth } from '../plot/plot.ts'
import { type ComparedUnit, changeText, figureText, goalText, measureOf, standingTo } from './compare.ts'

const looks = {
  now: { colour: 'cham', look: 'filled' },
  before: { colour: 'lineStrong', look: 'outlined' },
} as const satisfies Record<string, Pick<LegendEntry, 'colour' | 'look'>>

export type UnitsShown = {
  readonly view: FigureCompareView
  /** In the order they are to stand in. */
  readonly units: readonly ComparedUnit[]
  readonly note: string
}

export const missing = 'chưa có số liệu'

/** A bar to a unit, the period before as a thin one under it; counts and base are said at its end. */
export function unitsPlot(shown: UnitsShown): Plot<string> {
  const { view, units, note } = shown
  const { beside, goal } = view
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
      heightAt: width => units.length * (isNarrow(width) ? 48 : 34) + 24 + (isNarrow(width) && goal ? 20 : 0),
      optionAt: (width, palette) => ({
        ...baseOption(palette),
        grid: isNarrow(width)
          ? { left: 1, right: 8, top: 20, bottom: goal ? 20 : 0, outerBoundsMode: 'none' }
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
            ...(goal && {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: palette.ink, type: 'dashed', width: 1 },
                label: {
                  formatter: `${goal.goalPercent.toLocaleString('vi')}%`,
                  color: palette.ink,
                  position: isNarrow(width) ? 'end' : 'start',
                },
                data: [{ xAxis: goal.goalPercent }],
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
export function tableOf({ view, units }: Pick<UnitsShown, 'view' | 'units'>): Plot<string>['table'] {
  const { beside, baseName, countUnit, goal } = view
  const isOwn = units.some(({ ownGoal }) => ownGoal !== null)
  const isPartly = units.some(({ coverage }) => coverage !== null)
  const counts = baseName === null ? [`Số (${countUnit})`] : ['Tử số', `Mẫu số (${baseName})`, 'Tỷ lệ']
  return {
    missing,
    heads: [
      'Đơn vị',
      ...counts,
      ...(isPartly ? ['Đã có số của'] : []),
      ...(beside ? [beside.title, 'So với kỳ ấy'] : []),
      ...(goal ? [`So với chỉ tiêu ${goalText(goal)}`] : []),
      ...(isOwn ? ['So với chỉ tiêu của đơn vị'] : []),
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
      ...(goal ? [{ value: standingTo(unit, goal)?.words ?? notHeld }] : []),
      ...(isOwn ? [{ value: ownStanding(unit) ?? 'không đặt' }] : []),
    ]),
  }
}

const notHeld = 'chưa đối chiếu được'

/** `từ 85%: thiếu 2 điểm %`; null where it set no goal itself. */
function ownStanding(unit: ComparedUnit): string | null {
  return unit.ownGoal && `${goalText(unit.ownGoal)}: ${standingTo(unit, unit.ownGoal)?.words ?? notHeld}`
}

/** One unit in words, as the line over the drawing says it. */
export function saidOf(unit: ComparedUnit, { view }: Pick<UnitsShown, 'view'>): string {
  const { beside, goal } = view
  const before = beside && (unit.before?.notComparable ?? figureText(unit.before, view))
  const change = beside && changeText(unit, unit.before, view)
  const standing = goal && standingTo(unit, goal)
  const own = ownStanding(unit)
  return [
    `${unit.unitName}: ${figureText(unit, view) ?? missing}`,
    unit.coverage && `đã có số của ${unit.coverage}`,
    before && `${beside.title}: ${before}${change ? `, ${change}` : ''}`,
    standing && `so với chỉ tiêu: ${standing.words}`,
    own && `so với chỉ tiêu của đơn vị ${own}`,
  ]
    .filter(Boolean)
    .join('; ')
}
