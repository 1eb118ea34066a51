import type { Indicator } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { KeptFigure } from './add-one.ts'
import { addAlong, type Handing } from './along.ts'

/** What each unit told of an indicator, by its code. */
export type ToldByCode = ReadonlyMap<string, ReadonlyMap<string, readonly Value[]>>

/** The returns that stand at one time. */
export type FigureState = {
  readonly told: ToldByCode
  /** Who hands in to whom, and who of them owes the indicator. */
  readonly handingOf: (code: string) => readonly Handing[]
}

type States = {
  readonly indicators: readonly Indicator[]
  readonly was: FigureState
  readonly is: FigureState
  /** Whose return is another one now, or who owes one only now. */
  readonly changed: readonly string[]
}

/** A count that comes to something else now, and the units whose word about it changed. */
export type FigureDifference = {
  readonly indicator: Indicator
  readonly before: KeptFigure
  readonly after: KeptFigure
  readonly becauseOf: readonly string[]
}

/** What a unit comes to in two states of the returns below it, where the two say something else. */
export function differencesAt(unitId: string, { indicators, was, is, changed }: States): FigureDifference[] {
  return indicators.flatMap(indicator => {
    const { code } = indicator
    const differs = (id: string): boolean => canonicalJson(was.told.get(code)?.get(id)) !== canonicalJson(is.told.get(code)?.get(id))
    const isNew = owesOnlyNow(was.handingOf(code), is.handingOf(code))
    const becauseOf = changed.filter(id => differs(id) || isNew(id))
    if (becauseOf.length === 0) return []
    const figureIn = ({ told, handingOf }: FigureState) =>
      addAlong(handingOf(code), told.get(code) ?? new Map(), indicator.addition).figureOf(unitId)
    const difference = { indicator, before: figureIn(was), after: figureIn(is), becauseOf }
    return canonicalJson(difference.before.values) === canonicalJson(difference.after.values) ? [] : [difference]
  })
}

function owesOnlyNow(before: readonly Handing[], after: readonly Handing[]): (unitId: string) => boolean {
  if (before.length === after.length) return () => false
  const owed = new Set(before.map(({ unitId }) => unitId))
  const owing = new Set(after.flatMap(({ unitId, owes }) => (owes && !owed.has(unitId) ? [unitId] : [])))
  return unitId => owing.has(unitId)
}

/** How a unit came to know what another that hands in to it comes to. */
export type TakenWay = 'accepted' | 'handedIn' | 'submitted' | 'acknowledged'
