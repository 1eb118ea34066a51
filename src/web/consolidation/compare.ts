import type { FigureCompareView, PeriodFigure } from '#contract/consolidation.ts'
import { printPercent, rounded } from '#domain/indicator/share.ts'
import { compareText, formatNumber } from '#domain/kit/text.ts'
import { differenceText, shareDifferenceText } from '#domain/overview/difference.ts'
import type { Target } from '#domain/plan/plan.ts'
import { operatorWords } from '../plan/words.ts'

export type ComparedUnit = FigureCompareView['units'][number]
type Named = Pick<FigureCompareView, 'baseName' | 'countUnit'>

export const orders = ['cao', 'thap', 'doi', 'ten'] as const
export type Order = (typeof orders)[number]
export const orderWords: Record<Order, string> = {
  cao: 'cao trước',
  thap: 'thấp trước',
  doi: 'thay đổi nhiều trước',
  ten: 'theo tên',
}

/** By what units are drawn and put in order: the percentage of a share, else the count. */
export function measureOf(figure: PeriodFigure | null, { baseName }: Named): number | null {
  if (!figure) return null
  return baseName === null ? (figure.value?.count ?? null) : figure.percent
}

/** A share with both counts, a count with its unit: never a percentage alone. Null where nothing was told. */
export function figureText(figure: PeriodFigure | null, { baseName, countUnit }: Named): string | null {
  if (!figure?.value) return null
  if (baseName === null) return `${figure.words ?? formatNumber(figure.value.count)} ${countUnit}`
  if (!figure.base) return null
  const counts = `${formatNumber(figure.value.count)}/${formatNumber(figure.base.count)} ${baseName}`
  return figure.base.count === 0 ? counts : `${counts} (${percentText(figure.value.count, figure.base.count)})`
}

export function percentText(numerator: number, base: number): string {
  return `${printPercent(rounded({ numerator, base, digits: 1 }))}%`
}

/** `hơn 3,2 điểm %`, `kém 14`; null where one of the two is missing. */
export function changeText(now: PeriodFigure | null, before: PeriodFigure | null, { baseName }: Named): string | null {
  if (!now?.value || !before?.value) return null
  if (baseName === null) return differenceText(now.value.count, before.value.count)
  if (!now.base || !before.base) return null
  return shareDifferenceText(
    { numerator: now.value.count, denominator: now.base.count },
    { numerator: before.value.count, denominator: before.base.count },
  )
}

/** Those that told nothing stand last, whatever the order. */
export function inOrder(units: readonly ComparedUnit[], order: Order, named: Named): ComparedUnit[] {
  const rank = (unit: ComparedUnit): number | null => {
    const now = measureOf(unit, named)
    if (order !== 'doi') return order === 'thap' && now !== null ? -now : now
    const before = measureOf(unit.before, named)
    return now === null || before === null ? null : Math.abs(now - before)
  }
  const byName = (a: ComparedUnit, b: ComparedUnit): number => compareText(a.unitName, b.unitName)
  if (order === 'ten') return units.toSorted(byName)
  return units.toSorted((a, b) => (rank(b) ?? -Infinity) - (rank(a) ?? -Infinity) || byName(a, b))
}

/** The highest and the lowest, each with its counts and with whoever has the same. Null where fewer than two told it. */
export function extremesOf(units: readonly ComparedUnit[], named: Named): { highest: string; lowest: string } | null {
  const told = units.filter(unit => measureOf(unit, named) !== null)
  if (told.length < 2) return null
  const say = (at: number): string => {
    const alike = told.filter(unit => measureOf(unit, named) === at)
    const [first] = inOrder(alike, 'ten', named)
    if (!first) return ''
    const others = alike.length > 1 ? ` và ${alike.length - 1} đơn vị khác cùng mức` : ''
    return `${first.unitName}, ${figureText(first, named)}${others}`
  }
  const all = told.map(unit => measureOf(unit, named) ?? 0)
  return { highest: say(Math.max(...all)), lowest: say(Math.min(...all)) }
}

export type Standing = { readonly kind: 'exceeded' | 'met' | 'missed'; readonly words: string }

/** How a share stands to what a plan set out to reach, by its two counts and not by the rounded percentage. */
export function standingTo(
  figure: PeriodFigure | null,
  { operator, goalPercent }: Pick<Target, 'operator' | 'goalPercent'>,
): Standing | null {
  if (!figure?.value || !figure.base || figure.base.count === 0) return null
  const apart = figure.value.count * 100 - goalPercent * figure.base.count
  const points = Math.abs(apart / figure.base.count)
  const words = points < 0.05 ? 'chưa tới 0,1 điểm %' : `${formatNumber(Math.round(points * 10) / 10, 1)} điểm %`
  if (apart === 0) return { kind: 'met', words: 'vừa đạt' }
  const isGood = operator === '=' ? false : apart > 0 === (operator === '>=')
  if (isGood) return { kind: 'exceeded', words: `${operator === '>=' ? 'vượt' : 'thấp hơn mức trần'} ${words}` }
  return { kind: 'missed', words: operator === '=' ? `lệch ${words}` : `${operator === '>=' ? 'thiếu' : 'quá mức trần'} ${words}` }
}

/** How many reach it: `40 vượt, 2 vừa đạt, 27 chưa đạt, 6 chưa có số liệu`. */
export function standingsText(units: readonly ComparedUnit[], target: Pick<Target, 'operator' | 'goalPercent'>): string {
  const kinds = units.map(unit => standingTo(unit, target)?.kind ?? 'none')
  const words = { exceeded: 'vượt', met: 'vừa đạt', missed: 'chưa đạt', none: 'chưa có số liệu' }
  return (Object.keys(words) as (keyof typeof words)[])
    .flatMap(kind => {
      const count = kinds.filter(each => each === kind).length
      return count > 0 ? [`${formatNumber(count)} ${words[kind]}`] : []
    })
    .join(', ')
}

/** `từ 78%`. */
export function goalText({ operator, goalPercent }: Pick<Target, 'operator' | 'goalPercent'>): string {
  return `${operatorWords[operator]} ${goalPercent.toLocaleString('vi')}%`
}

/** How the unit looked at and those below it stand to the goal in force; that none was set where a share has none. */
export function goalNote(view: Named & Pick<FigureCompareView, 'goal' | 'whole' | 'units'>, year: number): string | null {
  const { goal, whole, units, baseName } = view
  if (baseName === null) return null
  if (!goal) return `Kế hoạch năm ${year} chưa đặt chỉ tiêu cho tỷ lệ này.`
  const standing = standingTo(whole, goal)
  const told = whole && standing && `Cả ${whole.unitName} ${figureText(whole, view)}: ${standing.words}.`
  return [
    `Chỉ tiêu của ${goal.ownerName} năm ${year}, “${goal.statement}”: ${goalText(goal)}.`,
    told,
    `Các đơn vị: ${standingsText(units, goal)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
