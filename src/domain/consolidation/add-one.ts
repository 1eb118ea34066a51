import type { Addition } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { type AddedFigure, type Coverage, differing, sumsOf } from './add-up.ts'

/** A figure kept for a unit, with whether the unit owes it: all that who adds one level up has to know of it. */
export type KeptFigure = AddedFigure & { readonly owes: boolean }

/** What the kept figures of all units one step below come to together; values null where none of them has any. */
export type Below = { readonly coverage: Coverage; readonly values: readonly Value[] | null }

/** What the figure of one unit is made from. */
export type OneUnit = {
  readonly unitId: string
  readonly owes: boolean
  /** Its own word: one value for each thing that belongs together; null where it told not all of them. */
  readonly own: readonly Value[] | null
  readonly below: Below
  readonly addition: Addition
}

/** The figure of one unit from those right below it, in any order. */
export function addOne({ parts, ...unit }: Omit<OneUnit, 'below'> & { readonly parts: readonly KeptFigure[] }): KeptFigure {
  return addToBelow({ ...unit, below: { coverage: coverageOf(parts), values: sumsOf(parts.map(({ values }) => values)) } })
}

/** The same from what those below come to, by the rule of `addUp`: who sent changes only the units above it. */
export function addToBelow({ unitId, owes, own, below: { coverage: below, values: summed }, addition }: OneUnit): KeptFigure {
  const told = owes ? own : null
  if (addition === 'sum' && below.of > 0 && below.whole === below.of)
    return { unitId, owes, values: summed, source: 'below', notAdded: null, coverage: below, beside: differing('own', told, summed) }
  if (told) {
    const coverage = { ...below, entries: 1, estimated: Number(told.some(({ quality }) => quality === 'estimated')) }
    const beside = addition === 'sum' ? differing('below', summed, told) : null
    return { unitId, owes, values: told, source: 'own', notAdded: null, coverage, beside }
  }
  const isBegun = below.entries > 0
  const isUnadded = isBegun && addition === 'distinct'
  return {
    unitId,
    owes,
    values: addition === 'sum' ? summed : null,
    source: isBegun ? 'partly' : 'nothing',
    notAdded: isUnadded ? 'distinct' : null,
    coverage: below,
    beside: null,
  }
}

/** A unit that owes the figure counts as one; of one that does not, those below it count. */
function coverageOf(parts: readonly KeptFigure[]): Coverage {
  const count = (of: (part: KeptFigure) => number): number => parts.reduce((sum, part) => sum + of(part), 0)
  return {
    of: count(({ owes, coverage }) => (owes ? 1 : coverage.of)),
    whole: count(({ owes, source, coverage }) => (owes ? Number(source === 'own' || source === 'below') : coverage.whole)),
    begun: count(({ owes, source, coverage }) => (owes ? Number(source === 'partly') : coverage.begun)),
    entries: count(({ coverage }) => coverage.entries),
    estimated: count(({ coverage }) => coverage.estimated),
  }
}
