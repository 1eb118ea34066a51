import type { PlainDate } from '../calendar/plain-date.ts'
import type { VotingWay } from '../season/meeting.ts'

/** A household that was considered in an area, as far as a supervisor's look needs it. */
export type ConsideredHousehold = {
  readonly householdId: string
  readonly headName: string
  /** Recognised, or proposed where nothing is decided yet. */
  readonly passes: boolean
  /** What the meeting gave, by line; empty where nobody wrote points down. */
  readonly points: Readonly<Record<string, number>>
  /** Whether it was recognised the year before; null where it was not considered there then. */
  readonly passedBefore: boolean | null
}

/** One gathering of the meeting, as far as a supervisor's look needs it. */
export type HeldGathering = {
  readonly way: VotingWay
  readonly isDoorToDoor: boolean
  readonly present: number
  /** Households voted on there. */
  readonly households: number
  /** Every vote on every household was for it. */
  readonly isUnanimous: boolean
  /** From beginning to end; null where the hours were not written down. */
  readonly minutes: number | null
  readonly absent: readonly string[]
  /** What was said, as the minutes tell it; empty where not written down. */
  readonly proceedings: string
}

/** One residential area of one season, from what was recorded: signals are computed from this and nothing else. */
export type AreaFacts = {
  readonly areaUnitId: string
  readonly areaName: string
  /** All who live there, considered or not. */
  readonly households: number
  /** Registered and not withdrawn; none before the meeting was concluded. */
  readonly considered: readonly ConsideredHousehold[]
  readonly gatherings: readonly HeldGathering[]
  readonly postedUntil: PlainDate | null
  /** The first decision about the area. */
  readonly decidedOn: PlainDate | null
}
