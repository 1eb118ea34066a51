import type { ActivityKind, MoneySource } from '../activity/activity.ts'
import { type DateRange, inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Measure } from '../merit/counts.ts'
import type { CountedHonour } from '../merit/holders.ts'
import type { OrgUnitKind } from '../org/org-unit.ts'
import type { ReasonCode } from '../season/decision.ts'

/**
 * What an indicator counts. `hộ` counts a household once, `lượt hộ` each time it was served: the two are never added nor
 * compared. Villages are counted as `thôn` whatever they are called where they lie.
 */
export const countUnits = [
  'hộ',
  'lượt hộ',
  'người',
  'lượt người',
  'thôn',
  'xã',
  'cơ quan',
  'nhà văn hóa',
  'điểm',
  'đội',
  'câu lạc bộ',
  'bản hương ước',
  'cuộc',
  'buổi',
  'giấy khen',
  'đồng',
] as const
export type CountUnit = (typeof countUnits)[number]

/**
 * How figures of units become the figure of the unit above. `sum`: each thing is counted in one unit alone. `distinct`: one
 * person may be counted in several, so nobody but who holds the names can tell the total.
 */
export type Addition = 'sum' | 'distinct'

/** Whence a unit's figure comes before anybody types: the work recorded in the house, or nothing. */
export type IndicatorSource =
  | { readonly from: 'entered' }
  /** Counted from the season of an honour, as `merit` counts it. */
  | { readonly from: 'season'; readonly honour: CountedHonour; readonly measure: Measure }
  /** Of those who did not reach it, the ones told this reason. */
  | { readonly from: 'reason'; readonly honour: CountedHonour; readonly reason: ReasonCode }
  /** All households, or all units of these kinds, on the register at the cut-off. */
  | { readonly from: 'register'; readonly of: 'household' | readonly OrgUnitKind[] }
  | { readonly from: 'activity'; readonly kinds: readonly ActivityKind[]; readonly what: 'events' | 'participants' }
  | { readonly from: 'money'; readonly kinds: readonly ActivityKind[]; readonly sources: readonly MoneySource[] }

/** One thing that is counted, as the dictionary defines it during a range of days. A code is never given to another thing. */
export type Indicator = Versioned & {
  readonly code: string
  readonly name: string
  /** What counts and what does not, so that two readers count the same. */
  readonly definition: string
  readonly unit: CountUnit
  readonly addition: Addition
  readonly source: IndicatorSource
  /** The sets this one lies in: recognised ⊆ reviewed ⊆ registered ⊆ all. A figure is never above one it lies in. */
  readonly within: readonly string[]
  /** Ways to divide it without rest: in each, the parts make the whole. */
  readonly partitions: readonly (readonly string[])[]
  /** Another indicator that must say the same number: the same thing asked for under two headings. */
  readonly sameAs: string | null
}

/** A share: never entered as a figure of its own, always of two counts; its base is named wherever it is shown. */
export type Ratio = Versioned & {
  readonly code: string
  readonly name: string
  readonly numerator: string
  /** What it may be a share of, the usual one first, each with the words that name it: `tổng số hộ`. */
  readonly bases: readonly { readonly code: string; readonly name: string }[]
}

export type Dictionary = { readonly indicators: readonly Indicator[]; readonly ratios: readonly Ratio[] }

/** The dictionary as it stood on a day: at most one version of each code. */
export function dictionaryOn({ indicators, ratios }: Dictionary, on: PlainDate): Dictionary {
  return { indicators: eachInForce(indicators, on), ratios: eachInForce(ratios, on) }
}

function eachInForce<Entry extends { readonly code: string; readonly valid: DateRange }>(
  entries: readonly Entry[],
  on: PlainDate,
): Entry[] {
  return [...Map.groupBy(entries, entry => entry.code).values()].flatMap(versions => inForce(versions, on) ?? [])
}

/** The one of a code in a dictionary of a day. */
export function indicatorOf({ indicators }: Dictionary, code: string): Indicator | undefined {
  return indicators.find(indicator => indicator.code === code)
}

/** The sets a count lies in, nearest first, each once, without itself. */
export function setsAround(dictionary: Dictionary, code: string): string[] {
  const around: string[] = []
  let nearest = indicatorOf(dictionary, code)?.within ?? []
  while (nearest.length > 0) {
    const next = nearest.filter(each => each !== code && !around.includes(each))
    around.push(...new Set(next))
    nearest = next.flatMap(each => indicatorOf(dictionary, each)?.within ?? [])
  }
  return around
}
