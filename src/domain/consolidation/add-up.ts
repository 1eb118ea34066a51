import type { Qualifier } from '../activity/activity.ts'
import type { Addition } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { type Levels, owingBelow } from './levels.ts'

/** What each unit told of one thing. Who is not in it told nothing, which is not none. */
export type Told = ReadonlyMap<string, Value>

/**
 * Whence the figure of a unit comes. `below`: all that owe it below have told it. `own`: they have not, and the unit told
 * it itself. `partly`: the sum of those that have.
 */
export type FigureSource = 'nothing' | 'partly' | 'own' | 'below'
const sources: readonly FigureSource[] = ['nothing', 'partly', 'own', 'below']
const [nothing, partly, own, below] = [0, 1, 2, 3]

/** One thing added over a tree: its sum at each unit, and which words stand in it, as bits. */
type Column = { readonly told: Told; readonly sums: Float64Array; readonly words: Uint8Array }

/** What was added over a tree, a row of numbers for each thing told of all its units, in the order of `levels`. */
export type AddedUp = {
  readonly levels: Levels
  readonly addition: Addition
  readonly columns: readonly Column[]
  readonly source: Uint8Array
  /** Nearest units below that owe the figure; how many have it whole, how many in part. */
  readonly of: Uint32Array
  readonly whole: Uint32Array
  readonly begun: Uint32Array
  /** How many units' own words stand in the sum, and how many of them are estimates. */
  readonly entries: Uint32Array
  readonly estimated: Uint32Array
}

/**
 * Adds what units told up the tree, each unit once, from the lowest level that is complete: if all that owe it below have
 * told it, their sum; else what the unit told itself; else the sum of those that have. Things given together belong
 * together (a share and what it is of): a unit counts only where it told them all.
 */
export function addUp(levels: Levels, told: readonly Told[], addition: Addition = 'sum'): AddedUp {
  const size = levels.unitIds.length
  const added = {
    levels,
    addition,
    columns: told.map(one => ({ told: one, sums: new Float64Array(size), words: new Uint8Array(size) })),
    source: new Uint8Array(size),
    of: new Uint32Array(size),
    whole: new Uint32Array(size),
    begun: new Uint32Array(size),
    entries: new Uint32Array(size),
    estimated: new Uint32Array(size),
  }
  for (let at = 0; at < size; at++) {
    added.source[at] = settle(added, at)
    passUp(added, at)
  }
  return added
}

/** By now everything below the unit has been passed up to it. */
function settle(added: AddedUp, at: number): number {
  if (added.addition === 'sum' && added.of[at] !== 0 && added.whole[at] === added.of[at]) return below
  if (!tellsAll(added, at)) return added.entries[at] === 0 ? nothing : partly
  let words = 0
  for (const column of added.columns) {
    const value = ownValue(added, column, at)
    column.sums[at] = value?.count ?? 0
    column.words[at] = wordsOf(value)
    words |= wordsOf(value)
  }
  added.entries[at] = 1
  added.estimated[at] = words === 0 ? 0 : 1
  return own
}

function ownValue({ levels }: AddedUp, { told }: Column, at: number): Value | undefined {
  return told.get(levels.unitIds[at] ?? '')
}

/** Whether the unit owes what belongs together and told all of it. */
function tellsAll(added: AddedUp, at: number): boolean {
  if (added.levels.owes[at] !== 1) return false
  for (const column of added.columns) if (!ownValue(added, column, at)) return false
  return true
}

function ownValues(added: AddedUp, at: number): Value[] | null {
  return tellsAll(added, at) ? added.columns.flatMap(column => ownValue(added, column, at) ?? []) : null
}

function passUp(added: AddedUp, at: number): void {
  const above = added.levels.aboveAt[at] ?? -1
  if (above === -1) return
  for (const { sums, words } of added.columns) {
    add(sums, above, sums[at])
    words[above] = (words[above] ?? 0) | (words[at] ?? 0)
  }
  add(added.entries, above, added.entries[at])
  add(added.estimated, above, added.estimated[at])
  const isOwing = added.levels.owes[at] === 1
  const source = added.source[at] ?? nothing
  add(added.of, above, isOwing ? 1 : added.of[at])
  add(added.whole, above, isOwing ? Number(source >= own) : added.whole[at])
  add(added.begun, above, isOwing ? Number(source === partly) : added.begun[at])
}

function add(numbers: Float64Array | Uint32Array, at: number, amount = 0): void {
  numbers[at] = (numbers[at] ?? 0) + amount
}

/** Each word by its bits: more than so many and less than so many, added, are about so many. */
const qualifierOf: readonly (Qualifier | null)[] = [null, 'trên', 'gần', 'khoảng']

function wordsOf(value: Value | undefined): number {
  return value?.quality === 'estimated' ? qualifierOf.indexOf(value.qualifier) : 0
}

/** A count with the words that stand in it, as bits. */
export function valueOf(count: number, words: number): Value {
  const qualifier = qualifierOf[words] ?? null
  return qualifier ? { quality: 'estimated', count, qualifier } : { quality: 'counted', count }
}

/** Of how many units that owe a figure it is there: `69/75 xã`, and how many more have a part of it. */
export type Coverage = {
  readonly of: number
  readonly whole: number
  readonly begun: number
  /** How many units' own words stand in the sum, and how many of these are estimates. */
  readonly entries: number
  readonly estimated: number
}

/** What one unit's figure comes to. */
export type AddedFigure = {
  readonly unitId: string
  /** One for each thing that was added together; null where there is nothing, or nothing that may be added. */
  readonly values: readonly Value[] | null
  readonly source: FigureSource
  /** `distinct`: one person may stand in several parts, and only who holds the names can tell the total. */
  readonly notAdded: 'distinct' | null
  readonly coverage: Coverage
  /** What was told of the same thing and not taken, where it says another number. */
  readonly beside: { readonly whose: 'own' | 'below'; readonly values: readonly Value[] } | null
}

export function figureAt(added: AddedUp, unitId: string): AddedFigure {
  const at = added.levels.placeOf.get(unitId) ?? -1
  const source = sources[added.source[at] ?? nothing] ?? 'nothing'
  const isUnadded = added.addition === 'distinct' && source === 'partly'
  const values = source === 'nothing' || isUnadded ? null : valuesAt(added, at)
  const [of, whole, begun, entries, estimated] = [added.of, added.whole, added.begun, added.entries, added.estimated].map(
    column => column[at] ?? 0,
  ) as [number, number, number, number, number]
  return {
    unitId,
    values,
    source,
    notAdded: isUnadded ? 'distinct' : null,
    coverage: { of, whole, begun, entries, estimated },
    beside: values && besideOf(added, unitId, { source, values }),
  }
}

function valuesAt({ columns }: AddedUp, at: number): Value[] {
  return columns.map(({ sums, words }) => valueOf(sums[at] ?? 0, words[at] ?? 0))
}

function besideOf(added: AddedUp, unitId: string, taken: Pick<AddedFigure, 'source' | 'values'>): AddedFigure['beside'] {
  if (added.addition === 'distinct') return null
  if (taken.source === 'own') return differing('below', sumOfParts(added, unitId), taken.values)
  return differing('own', ownValues(added, added.levels.placeOf.get(unitId) ?? -1), taken.values)
}

/** What was not taken is told where it says another number. */
export function differing(whose: 'own' | 'below', values: readonly Value[] | null, taken: readonly Value[] | null): AddedFigure['beside'] {
  const differs = values?.some(({ count }, i) => count !== taken?.[i]?.count)
  return values && differs ? { whose, values } : null
}

function sumOfParts(added: AddedUp, unitId: string): Value[] | null {
  const parts = partsOf(added, unitId)
  return sumsOf(parts.map(({ values }) => values))
}

/** Things that belong together, each summed; null where nobody told them. */
export function sumsOf(told: readonly (readonly Value[] | null)[]): Value[] | null {
  const there = told.filter(values => values !== null)
  const [first] = there
  return first ? first.flatMap((_, i) => sumOf(there.flatMap(values => values[i] ?? [])) ?? []) : null
}

/** The sum of some figures with the words that stand in them; null of none. */
export function sumOf(values: readonly Value[]): Value | null {
  if (values.length === 0) return null
  return valueOf(
    values.reduce((sum, { count }) => sum + count, 0),
    values.reduce((words, value) => words | wordsOf(value), 0),
  )
}

/** The figures one step below that have anything told, in the order of the tree. A unit's own word has no parts. */
export function contributionsTo(added: AddedUp, unitId: string): AddedFigure[] {
  return added.source[added.levels.placeOf.get(unitId) ?? -1] === own ? [] : partsOf(added, unitId)
}

function partsOf(added: AddedUp, unitId: string): AddedFigure[] {
  return (added.levels.tree.childrenOf.get(unitId) ?? [])
    .map(child => figureAt(added, child.unitId))
    .filter(({ source }) => source !== 'nothing')
}

/** The units whose own words make the sum, each once: what a total is re-added from. */
export function entriesOf(added: AddedUp, unitId: string): { readonly unitId: string; readonly values: readonly Value[] }[] {
  const found: { readonly unitId: string; readonly values: readonly Value[] }[] = []
  const open = [unitId]
  for (const next of open) {
    const at = added.levels.placeOf.get(next) ?? -1
    const values = added.source[at] === own && ownValues(added, at)
    if (values) found.push({ unitId: next, values })
    else for (const child of added.levels.tree.childrenOf.get(next) ?? []) if (added.entries[at] !== 0) open.push(child.unitId)
  }
  return found
}

/** Who keeps a figure from being whole: the nearest units below that owe it and have not told it, or only in part. */
export function missingFrom(added: AddedUp, unitId: string): { readonly unitId: string; readonly has: 'nothing' | 'partly' }[] {
  return owingBelow(added.levels, unitId).flatMap(id => {
    const source = sources[added.source[added.levels.placeOf.get(id) ?? -1] ?? nothing]
    return source === 'nothing' || source === 'partly' ? [{ unitId: id, has: source }] : []
  })
}

/** Units that told something and stand nowhere in this tree, or were not asked: never added, and always named. */
export function unheard({ levels, columns }: AddedUp): string[] {
  const tellers = new Set(columns.flatMap(({ told }) => [...told.keys()]))
  return [...tellers].filter(unitId => levels.owes[levels.placeOf.get(unitId) ?? -1] !== 1)
}
