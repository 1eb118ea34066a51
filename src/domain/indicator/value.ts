import type { Qualifier } from '../activity/activity.ts'

/** A figure as a unit tells it. Missing is `null` wherever a value may stand: never 0, never last time's. Whole numbers. */
export type Value =
  | { readonly quality: 'counted'; readonly count: number }
  /** The source itself says "trên", "gần" or "khoảng"; print keeps that word, and so does every sum it enters. */
  | { readonly quality: 'estimated'; readonly count: number; readonly qualifier: Qualifier }

/** A percentage as a unit printed it, digit for digit, with the base it names; kept beside what the counts give. */
export type PrintedRatio = {
  readonly ratioCode: string
  /** As written: `79,9`. How many digits it has tells what rounding could have made it. */
  readonly percent: string
  /** Null: no base was named. */
  readonly baseCode: string | null
}

/** What one unit reports for one request: counts by indicator code, percentages it printed, and what it left open. */
export type Sheet = {
  readonly unitId: string
  readonly values: ReadonlyMap<string, Value>
  readonly printed: readonly PrintedRatio[]
}
