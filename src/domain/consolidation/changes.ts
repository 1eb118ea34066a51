import { canonicalJson } from '../kit/canonical.ts'
import { pathOf } from '../org/org-unit.ts'
import { type AddedFigure, figureAt } from './add-up.ts'
import type { Consolidation, CountedReturn } from './consolidate.ts'

/**
 * What became of one unit's return: it came late, another version counts now, it counts no more (it was sent back), or it is
 * owed only now.
 */
export type ReturnChange = {
  readonly unitId: string
  readonly kind: 'came' | 'corrected' | 'gone' | 'asked'
  readonly before: number | null
  readonly after: number | null
}

/** A number that is another one now, and the units whose word about it changed. */
export type FigureChange = {
  readonly unitId: string
  readonly code: string
  readonly before: AddedFigure
  readonly after: AddedFigure
  readonly becauseOf: readonly string[]
}
export type ConsolidationChanges = { readonly returns: readonly ReturnChange[]; readonly figures: readonly FigureChange[] }

/** What changed between two consolidations of one request: which returns, and every figure that says something else now. */
export function changesBetween(before: Consolidation, after: Consolidation): ConsolidationChanges {
  const units = [...new Set([...before.returns.keys(), ...after.returns.keys()])]
  const returns = units.flatMap(unitId => changeOf(unitId, before.returns.get(unitId), after.returns.get(unitId)))
  const touched = returns.flatMap(({ unitId }) =>
    differingCodes(before.returns.get(unitId), after.returns.get(unitId)).flatMap(code =>
      pathOf(after.tree, unitId).map(above => ({ key: `${code} ${above}`, code, above, unitId })),
    ),
  )
  const figures = [...Map.groupBy(touched, ({ key }) => key).values()].flatMap(causes => {
    const [{ above, code } = { above: '', code: '' }] = causes
    const [was, is] = [before.figures.get(code), after.figures.get(code)].map(added => added && figureAt(added, above))
    if (!was || !is || canonicalJson(was.values) === canonicalJson(is.values)) return []
    return [{ unitId: above, code, before: was, after: is, becauseOf: causes.map(({ unitId }) => unitId) }]
  })
  return { returns, figures }
}

function changeOf(unitId: string, before: CountedReturn | undefined, after: CountedReturn | undefined): ReturnChange[] {
  if (before?.returnId === after?.returnId && before?.version === after?.version) return []
  const kind = !before ? 'came' : after ? 'corrected' : 'gone'
  return [{ unitId, kind, before: before?.version ?? null, after: after?.version ?? null }]
}

function differingCodes(before: CountedReturn | undefined, after: CountedReturn | undefined): string[] {
  const codes = new Set([...(before?.values.keys() ?? []), ...(after?.values.keys() ?? [])])
  return [...codes].filter(code => canonicalJson(before?.values.get(code)) !== canonicalJson(after?.values.get(code)))
}
