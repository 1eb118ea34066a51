import type { Ratio } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { type AddedUp, addUp, type Coverage, figureAt, type Told } from './add-up.ts'
import type { Levels } from './levels.ts'

/** A share of one base, added up as two counts over the same units. Shares themselves are never added nor averaged. */
export type AddedRatio = { readonly ratio: Ratio; readonly baseCode: string; readonly added: AddedUp }

/** Both counts of a share, from the units that told both. */
export function addRatio(levels: Levels, ratio: Ratio, baseCode: string, told: (code: string) => Told): AddedRatio {
  return { ratio, baseCode, added: addUp(levels, [told(ratio.numerator), told(baseCode)]) }
}

/** A share of sums. */
export type Share = {
  readonly numerator: Value
  readonly denominator: Value
  /** As a number from 0 up, unrounded; null of none. */
  readonly percent: number | null
}

/** The share two counts of the same units make; null where they were not both told. */
export function shareOf(values: readonly Value[] | null): Share | null {
  const [numerator, denominator] = values ?? []
  if (!numerator || !denominator) return null
  return { numerator, denominator, percent: denominator.count === 0 ? null : (numerator.count / denominator.count) * 100 }
}

export type RatioFigure = Share & {
  readonly unitId: string
  /** Told of the base printed beside it: a share without its base says nothing. */
  readonly baseName: string
  readonly coverage: Coverage
  /** Units that told one of the two and not the other, and so are left out of both. */
  readonly leftOut: readonly string[]
}

/** Null where nobody below told both counts. */
export function ratioAt({ ratio, baseCode, added }: AddedRatio, unitId: string): RatioFigure | null {
  const { values, coverage } = figureAt(added, unitId)
  const share = shareOf(values)
  if (!share) return null
  return {
    ...share,
    unitId,
    baseName: ratio.bases.find(({ code }) => code === baseCode)?.name ?? '',
    coverage,
    leftOut: halvesBelow(added, unitId),
  }
}

/** What is whole left nobody out, so only the rest is walked through. */
function halvesBelow(added: AddedUp, unitId: string): string[] {
  const { source } = figureAt(added, unitId)
  if (source === 'own' || source === 'below') return []
  const { levels, columns } = added
  const owes = levels.owes[levels.placeOf.get(unitId) ?? -1] === 1
  const isHalf = owes && columns.filter(({ told }) => told.has(unitId)).length === 1
  const under = (levels.tree.childrenOf.get(unitId) ?? []).flatMap(child => halvesBelow(added, child.unitId))
  return isHalf ? [unitId, ...under] : under
}
