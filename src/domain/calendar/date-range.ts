import type { PlainDate } from './plain-date.ts'

/** Half-open: `until` is the first day out. `from` null: before the data begin; `until` null: still in force. */
export type DateRange = { readonly from: PlainDate | null; readonly until: PlainDate | null }

/** Everything the law or a decision can change has a validity range. */
export type Versioned = { readonly valid: DateRange }

export const always: DateRange = { from: null, until: null }

export function contains(range: DateRange, day: PlainDate): boolean {
  return (range.from === null || range.from <= day) && (range.until === null || day < range.until)
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return (a.from === null || b.until === null || a.from < b.until) && (b.from === null || a.until === null || b.from < a.until)
}

/** The one version in force on a day. The one reader of everything that has validity ranges. */
export function inForce<Version extends Versioned>(versions: readonly Version[], on: PlainDate): Version | undefined {
  return versions.find(version => contains(version.valid, on))
}

/** All versions in force on a day, where several may stand side by side. */
export function allInForce<Version extends Versioned>(versions: readonly Version[], on: PlainDate): Version[] {
  return versions.filter(version => contains(version.valid, on))
}
