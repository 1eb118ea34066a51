import type { Indicator } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { KeptFigure } from './add-one.ts'
import { addAlong, type Handing } from './along.ts'

/** What each unit told of an indicator, by its code. */
export type ToldByCode = ReadonlyMap<string, ReadonlyMap<string, readonly Value[]>>

type States = {
  readonly indicators: readonly Indicator[]
  /** Who hands in to whom, and who of them owes the indicator. */
  readonly handingOf: (code: string) => readonly Handing[]
  readonly was: ToldByCode
  readonly is: ToldByCode
  /** Whose return is another one now. */
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
export function differencesAt(unitId: string, { indicators, handingOf, was, is, changed }: States): FigureDifference[] {
  return indicators.flatMap(indicator => {
    const [before, after] = [was.get(indicator.code), is.get(indicator.code)]
    const becauseOf = changed.filter(id => canonicalJson(before?.get(id)) !== canonicalJson(after?.get(id)))
    if (becauseOf.length === 0) return []
    const handing = handingOf(indicator.code)
    const figureFrom = (told: typeof before) => addAlong(handing, told ?? new Map(), indicator.addition).figureOf(unitId)
    const difference = { indicator, before: figureFrom(before), after: figureFrom(after), becauseOf }
    return canonicalJson(difference.before.values) === canonicalJson(difference.after.values) ? [] : [difference]
  })
}

/** How a unit came to know what another that hands in to it comes to. */
export type TakenWay = 'accepted' | 'handedIn' | 'submitted' | 'acknowledged'
