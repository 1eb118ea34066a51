import type { DateRange } from '../calendar/date-range.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { builtInDictionary } from './dictionary/dictionary.ts'
import { type Dictionary, dictionaryOn, type Indicator, indicatorOf, type Ratio, setsAround } from './indicator.ts'

type Defined = { readonly code: string; readonly name: string; readonly from: PlainDate }

/** Something a unit counts beside what the house counts. No work recorded here tells it: it is always entered. */
export type OwnIndicator = Defined &
  Pick<Indicator, 'definition' | 'unit' | 'addition' | 'within' | 'partitions' | 'sameAs'> & { readonly kind: 'indicator' }

/** A share a unit shows beside those of the house. */
export type OwnShare = Defined & Pick<Ratio, 'numerator' | 'bases'> & { readonly kind: 'share' }

/** Appended, never edited: what a code means from a day on, until it is defined anew. */
export type OwnDefinition = OwnIndicator | OwnShare

/** The dictionary of the house with what a unit has defined beside it, each for its days. */
export function dictionaryWith(own: readonly OwnDefinition[]): Dictionary {
  const entries = [...Map.groupBy(own, ({ code }) => code).values()].flatMap(inTurn)
  return {
    indicators: [
      ...builtInDictionary.indicators,
      ...entries.flatMap(({ kind, from: _, ...entry }) =>
        kind === 'indicator' ? [{ ...(entry as Told<OwnIndicator>), source: { from: 'entered' as const } }] : [],
      ),
    ],
    ratios: [
      ...builtInDictionary.ratios,
      ...entries.flatMap(({ kind, from: _, ...entry }) => (kind === 'share' ? [entry as Told<OwnShare>] : [])),
    ],
  }
}
type Told<Own> = Omit<Own, 'kind' | 'from'> & { readonly valid: DateRange }

/** Each counts from its own day until the next begins. */
export function inTurn<Row extends { readonly from: PlainDate }>(rows: readonly Row[]): (Row & { readonly valid: DateRange })[] {
  const sorted = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.map((row, i) => ({ ...row, valid: { from: row.from, until: sorted[i + 1]?.from ?? null } }))
}

export type DefineRefusal =
  | 'indicator.from-too-early'
  | 'indicator.code-of-another-thing'
  | 'indicator.count-unknown'
  | 'indicator.counts-another-unit'
  | 'indicator.sets-in-a-circle'

/**
 * Another definition beside those there are. A code once given stays with its thing and the unit it is counted in; the sets
 * it lies in and the counts of a share are in the dictionary of the first day and count the same unit.
 */
export function define(own: readonly OwnDefinition[], next: OwnDefinition): Result<OwnDefinition, DefineRefusal> {
  const last = own.filter(({ code }) => code === next.code).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (last && next.from <= last.from) return refuse('indicator.from-too-early', { earliest: addDays(last.from, 1) })
  if (last && !isSameThing(last, next)) return refuse('indicator.code-of-another-thing', { code: next.code, name: last.name })
  const dictionary = dictionaryOn(dictionaryWith(own), next.from)
  return next.kind === 'indicator' ? checkSets(dictionary, next) : checkCounts(dictionary, next)
}

function isSameThing(last: OwnDefinition, next: OwnDefinition): boolean {
  return last.kind === 'indicator' ? next.kind === 'indicator' && last.unit === next.unit : next.kind === 'share'
}

function checkSets(dictionary: Dictionary, next: OwnIndicator): Result<OwnDefinition, DefineRefusal> {
  const { within: around, partitions, sameAs } = next
  if ([...partitions.flat(), sameAs].includes(next.code)) return refuse('indicator.sets-in-a-circle', { code: next.code })
  if (around.some(set => set === next.code || setsAround(dictionary, set).includes(next.code)))
    return refuse('indicator.sets-in-a-circle', { code: next.code })
  return sameUnit(dictionary, next, { codes: [...around, ...partitions.flat(), ...(sameAs === null ? [] : [sameAs])], unit: next.unit })
}

function checkCounts(dictionary: Dictionary, next: OwnShare): Result<OwnDefinition, DefineRefusal> {
  const counted = indicatorOf(dictionary, next.numerator)
  if (!counted) return refuse('indicator.count-unknown', { code: next.numerator })
  return sameUnit(dictionary, next, { codes: next.bases.map(({ code }) => code), unit: counted.unit })
}

function sameUnit(
  dictionary: Dictionary,
  next: OwnDefinition,
  { codes, unit }: { readonly codes: readonly string[]; readonly unit: string },
): Result<OwnDefinition, DefineRefusal> {
  for (const code of codes) {
    const other = indicatorOf(dictionary, code)
    if (!other) return refuse('indicator.count-unknown', { code })
    if (other.unit !== unit) return refuse('indicator.counts-another-unit', { name: other.name, unit: other.unit, asked: unit })
  }
  return ok(next)
}
