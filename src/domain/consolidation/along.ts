import type { Addition } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { addOne, type KeptFigure } from './add-one.ts'

/** Who hands in to whom, and whether the unit owes what is added. */
export type Handing = { readonly unitId: string; readonly toUnitId: string; readonly owes: boolean }

/** A figure of any unit, from what those below it told; asked for the same unit twice it is added once. */
export type Along = {
  readonly figureOf: (unitId: string) => KeptFigure
  /** Those that hand in to a unit, whether they told anything or not. */
  readonly partsOf: (unitId: string) => readonly KeptFigure[]
}

/** The unit and all that hand in to it, straight or through others. */
export function withAllBelow(handing: readonly Pick<Handing, 'unitId' | 'toUnitId'>[], unitId: string): ReadonlySet<string> {
  const below = Map.groupBy(handing, ({ toUnitId }) => toUnitId)
  const found = new Set([unitId])
  for (const id of found) for (const part of below.get(id) ?? []) found.add(part.unitId)
  return found
}

/** Adds things that belong together along who hands in to whom: what `settleFigures` keeps, made anew from any told values. */
export function addAlong(handing: readonly Handing[], told: ReadonlyMap<string, readonly Value[]>, addition: Addition): Along {
  const below = Map.groupBy(handing, ({ toUnitId }) => toUnitId)
  const owing = new Set(handing.filter(({ owes }) => owes).map(({ unitId }) => unitId))
  const known = new Map<string, KeptFigure>()
  const partsOf = (unitId: string): KeptFigure[] => (below.get(unitId) ?? []).map(part => figureOf(part.unitId))
  const figureOf = (unitId: string): KeptFigure => {
    const before = known.get(unitId)
    if (before) return before
    const figure = addOne({ unitId, owes: owing.has(unitId), own: told.get(unitId) ?? null, parts: partsOf(unitId), addition })
    known.set(unitId, figure)
    return figure
  }
  return { figureOf, partsOf }
}
