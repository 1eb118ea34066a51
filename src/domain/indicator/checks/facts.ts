import type { PlainDate } from '../../calendar/plain-date.ts'
import type { PeriodPart } from '../../calendar/reporting-period.ts'
import type { FormLevel, FormVersion } from '../figure-form.ts'
import type { Dictionary, Indicator } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Sheet, Value } from '../value.ts'

/** What a sheet is looked at beside. Whatever is not known is left empty: then nothing is said of it. */
export type CheckFacts = {
  readonly sheet: Sheet
  /** As of the cut-off. */
  readonly dictionary: Dictionary
  readonly form: FormVersion
  readonly level: FormLevel
  /** Null: a request outside the year's round, compared with no other. */
  readonly part: PeriodPart | null
  /** What the same unit told before. */
  readonly history: readonly PastSheet[]
  /** Mergers and splits the unit came out of. */
  readonly changes: readonly UnitChange[]
  readonly texts: readonly PartText[]
}

export type PastSheet = { readonly title: string; readonly part: PeriodPart | null; readonly cutoff: PlainDate; readonly sheet: Sheet }

/** The units it was before that day, with the last figures each of them told. */
export type UnitChange = {
  readonly on: PlainDate
  readonly kind: 'merger' | 'split'
  readonly before: readonly { readonly name: string; readonly values: ReadonlyMap<string, Value> }[]
}

/** What was written under a part of the form. */
export type PartText = { readonly partKey: string; readonly text: string }

/** An estimate is taken to lie within a tenth of the number it names, on the side its word says. */
const leeway = 0.1

/** Between which numbers a value lies. */
export function spanOf(value: Value): { readonly least: number; readonly most: number } {
  const { count } = value
  if (value.quality === 'counted') return { least: count, most: count }
  const isBelow = value.qualifier !== 'trên'
  const isAbove = value.qualifier !== 'gần'
  return { least: isBelow ? count * (1 - leeway) : count, most: isAbove ? count * (1 + leeway) : count }
}

export function meet(a: ReturnType<typeof spanOf>, b: ReturnType<typeof spanOf>): boolean {
  return a.least <= b.most && b.least <= a.most
}

/** `“Hộ đạt Gia đình văn hóa” (trên 120 hộ)`. */
export function toldAs({ name, unit }: Pick<Indicator, 'name' | 'unit'>, value: Value): string {
  return `“${name}” (${printValue(value)} ${unit})`
}
