import { type PlainDate, yearOf } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { OrgUnitVersion } from '../org/org-unit.ts'
import type { OwnTitleRefusal } from '../title/own-title.ts'
import type { ProvincialWay, WayRefusal } from '../title/provincial-way.ts'
import type { Honour, RuleBook } from '../title/rule-book.ts'
import { holdingOf } from './holding.ts'

/**
 * Households or units at one place are considered for an honour of one year of merit. The law is that of the year of
 * merit and stays: an old season reopens and reprints under it.
 */
export type Season = {
  readonly id: string
  readonly unitId: string
  readonly honour: Honour
  /** The year of merit, not that of the decision. */
  readonly year: number
  readonly ruleBookId: string
  /** The steps of the province it goes along, where none were read in the rule book. */
  readonly way: ProvincialWay | null
  readonly openedOn: PlainDate
}

export type SeasonRefusal =
  | 'season.unknown'
  | 'season.in-future'
  | 'season.held-elsewhere'
  | 'season.holder-ended'
  | 'season.other-year'
  | 'season.no-law'
  | WayRefusal
  | OwnTitleRefusal
  | 'season.open-already'
  | 'season.not-of-commune'
  | 'season.unknown-candidate'
  | 'season.not-living-there'
  | 'season.before-opening'
  | 'season.list-closed'
  | 'season.handed-in'
  | 'season.settled'
  | 'season.already-registered'
  | 'season.registered-elsewhere'
  | 'season.withdrawn-already'
  | 'season.withdrawn-before-registered'
  | 'season.decided-already'
  | 'season.nothing-to-carry-over'
  | 'season.nothing-registered'
  | 'season.years-short'
  | 'season.unknown-criterion'
  | 'season.more-content-than-asked'
  | 'season.not-in-law'
  | 'season.wrong-step'
  | 'season.nobody-listed'
  | 'season.day-before-step'
  | 'season.more-present-than-convened'
  | 'season.more-absent-than-missing'
  | 'season.ended-before-begun'
  | 'season.more-votes-than-present'
  | 'season.voted-twice'
  | 'season.nobody-gathered'
  | 'season.unknown-gathering'
  | 'season.votes-missing'
  | 'season.no-quorum'
  | 'season.nobody-proposed'
  | 'season.few-votes'
  | 'season.posting-backwards'
  | 'season.posting-too-short'
  | 'season.not-posted'
  | 'season.posting-goes-on'
  | 'season.unknown-opinion'
  | 'season.answered-already'
  | 'season.dossier-incomplete'
  | 'season.nothing-to-send-back'
  | 'season.no-authority'
  | 'season.other-authority'
  | 'season.authority-gone'
  | 'season.not-submitted'
  | 'season.nobody-to-decide'
  | 'season.nobody-recognised'
  | 'season.open-left'
  | 'season.no-cases-in-law'
  | 'season.look-before-year'
  | 'season.grounds-unlooked'
  | 'season.over-cap'
  | 'season.no-round'
  | 'season.law-changed'
  | 'season.total-differs'
  | 'season.unknown-decision'
  | 'season.published-already'
  | 'season.unknown-recognition'
  | 'season.revoked-already'
  | 'season.no-such-ground'
  | 'season.handed-over-already'

/** One season per honour, year and unit; opened from the year before its year of merit to the year after. */
export function openSeason(
  season: Omit<Season, 'ruleBookId' | 'way'>,
  facts: {
    readonly unit: Pick<OrgUnitVersion, 'kind' | 'name'>
    readonly existing: readonly Season[]
    readonly book: RuleBook | undefined
    /** What the province says of the way, asked where the book has none. */
    readonly way: Result<ProvincialWay, WayRefusal | OwnTitleRefusal> | null
  },
  today: PlainDate,
): Result<Season, SeasonRefusal> {
  const { unitId, honour, year, openedOn } = season
  const { unit, existing, book, way } = facts
  if (openedOn > today) return refuse('season.in-future', { on: openedOn })
  if (!holdingOf(honour).heldAt.includes(unit.kind)) return refuse('season.held-elsewhere', { name: unit.name })
  if (Math.abs(yearOf(openedOn) - year) > 1) return refuse('season.other-year', { year, on: openedOn })
  if (way && !way.ok) return way
  if (!book) return refuse('season.no-law', { on: openedOn })
  const rival = existing.find(other => other.unitId === unitId && other.honour === honour && other.year === year)
  return rival
    ? refuse('season.open-already', { year, on: rival.openedOn })
    : ok({ ...season, ruleBookId: book.id, way: way?.value ?? null })
}
