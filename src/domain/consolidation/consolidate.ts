import { type Dictionary, dictionaryOn, type Indicator } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import type { OrgTree } from '../org/org-unit.ts'
import { type AddedFigure, type AddedUp, addUp, contributionsTo, figureAt, missingFrom, type Told } from './add-up.ts'
import { type Levels, levelsOf } from './levels.ts'
import { addRatio, type RatioFigure, ratioAt } from './ratio.ts'

/** One version of a unit's return as it counts, with the records each of its figures was counted from. */
export type CountedReturn = {
  readonly unitId: string
  readonly returnId: string
  readonly version: number
  readonly values: ReadonlyMap<string, Value>
  readonly evidence: ReadonlyMap<string, readonly string[]>
}

/** All figures of a request added up over the tree of its cut-off, from the returns that counted at a moment. */
export type Consolidation = {
  readonly tree: OrgTree
  readonly dictionary: Dictionary
  readonly returns: ReadonlyMap<string, CountedReturn>
  readonly figures: ReadonlyMap<string, AddedUp>
}

export type ConsolidationFacts = {
  readonly tree: OrgTree
  readonly dictionary: Dictionary
  /** Who owes the figure; the same set for figures owed by the same units. */
  readonly owing: (code: string) => ReadonlySet<string>
  readonly returns: readonly CountedReturn[]
}

export function consolidate({ tree, dictionary: all, owing, returns }: ConsolidationFacts): Consolidation {
  const dictionary = dictionaryOn(all, tree.on)
  const told = toldByCode(returns)
  const levelsFor = new Map<ReadonlySet<string>, Levels>()
  const levels = (code: string): Levels => {
    const asked = owing(code)
    const known = levelsFor.get(asked) ?? levelsOf(tree, asked)
    levelsFor.set(asked, known)
    return known
  }
  const figures = dictionary.indicators.map(
    ({ code, addition }) => [code, addUp(levels(code), [told.get(code) ?? new Map()], addition)] as const,
  )
  return { tree, dictionary, returns: new Map(returns.map(one => [one.unitId, one])), figures: new Map(figures) }
}

function toldByCode(returns: readonly CountedReturn[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Map<string, Value>>()
  for (const { unitId, values } of returns)
    for (const [code, value] of values) {
      const column = told.get(code) ?? new Map<string, Value>()
      told.set(code, column.set(unitId, value))
    }
  return told
}

/** The figure of a unit; undefined where the dictionary of that day has no such thing. */
export function figureOf({ figures }: Consolidation, unitId: string, code: string): AddedFigure | undefined {
  const added = figures.get(code)
  return added && figureAt(added, unitId)
}

/** A number laid open one level at a time. */
export type FigureExplained = {
  readonly indicator: Indicator
  readonly figure: AddedFigure
  /** The figures one step below that it was added from, in the order of the tree. */
  readonly parts: readonly AddedFigure[]
  /** Where it is the unit's own word: the return that says it, and the records it was counted from. */
  readonly own: { readonly returnId: string; readonly version: number; readonly evidenceIds: readonly string[] } | null
  readonly missing: readonly { readonly unitId: string; readonly has: 'nothing' | 'partly' }[]
}

export function explainFigure(consolidation: Consolidation, unitId: string, code: string): FigureExplained | undefined {
  const added = consolidation.figures.get(code)
  const indicator = consolidation.dictionary.indicators.find(one => one.code === code)
  if (!added || !indicator) return undefined
  const figure = figureAt(added, unitId)
  const told = figure.source === 'own' ? consolidation.returns.get(unitId) : undefined
  return {
    indicator,
    figure,
    parts: contributionsTo(added, unitId),
    own: told ? { returnId: told.returnId, version: told.version, evidenceIds: told.evidence.get(code) ?? [] } : null,
    missing: missingFrom(added, unitId),
  }
}

/** A share laid open: both counts by their definition, the base by its name, and the share of each part below. */
export type RatioExplained = {
  readonly name: string
  readonly numerator: Indicator
  readonly denominator: Indicator
  readonly share: RatioFigure | null
  readonly parts: readonly RatioFigure[]
  /** `distinct`: one of its counts cannot be added, so no share is taken of a sum. */
  readonly notAdded: 'distinct' | null
}

/** Undefined where the dictionary of that day knows no such share, or the share no such base. */
export function explainRatio(
  consolidation: Consolidation,
  unitId: string,
  share: { readonly code: string; readonly baseCode: string },
): RatioExplained | undefined {
  const { dictionary, figures, tree } = consolidation
  const ratio = dictionary.ratios.find(({ code }) => code === share.code)
  const [numerator, denominator] = [ratio?.numerator, share.baseCode].map(code => dictionary.indicators.find(one => one.code === code))
  const [added, addedBase] = [figures.get(numerator?.code ?? ''), figures.get(share.baseCode)]
  if (!ratio?.bases.some(({ code }) => code === share.baseCode) || !numerator || !denominator || !added || !addedBase) return undefined
  const explained = { name: ratio.name, numerator, denominator }
  if ([added, addedBase].some(({ addition }) => addition === 'distinct'))
    return { ...explained, share: null, parts: [], notAdded: 'distinct' }
  const both = addRatio(added.levels, ratio, share.baseCode, code => figures.get(code)?.columns[0]?.told ?? new Map())
  const parts = figureAt(both.added, unitId).source === 'own' ? [] : (tree.childrenOf.get(unitId) ?? [])
  return {
    ...explained,
    share: ratioAt(both, unitId),
    parts: parts.flatMap(child => ratioAt(both, child.unitId) ?? []),
    notAdded: null,
  }
}
