import { type PlainDate, plainDate, yearOf } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Ground } from '../title/candidate-facts.ts'
import { bars } from '../title/judge-grounds.ts'
import type { Prepared } from '../title/prepared.ts'
import type { AreaLaw, AreaRecord } from './area.ts'
import { type Candidate, isStanding } from './candidate.ts'
import type { Season, SeasonRefusal } from './season.ts'

/**
 * Somebody whose duty it is has looked for cases in which the title is not given (122/2018/NĐ-CP, Art. 7; 86/2023/NĐ-CP,
 * Art. 6(4)), up to a day, among all who were in a file then. Appended: a later look is another one.
 */
export type GroundsReview = {
  readonly id: string
  readonly areaUnitId: string
  readonly upTo: PlainDate
  /** Everybody in the file that day: who was there before is among them, so the last look tells all. */
  readonly candidateIds: readonly string[]
  readonly byName: string
  readonly at: string
}

/** How far the grounds of a file have been looked for. */
export type GroundsLook = {
  readonly candidates: number
  /** Of these nobody has looked at so many. */
  readonly unlooked: number
  /** Whether those wait for it: verified law names the cases. */
  readonly blocks: boolean
  readonly clause: string
  readonly last: Pick<GroundsReview, 'upTo' | 'byName' | 'at'> | null
  /** It ended before the year of merit did: of the rest of the year it says nothing. Told, and keeps nobody back. */
  readonly endsEarly: boolean
}

type File = Pick<AreaRecord, 'candidates' | 'groundsReview'>

/** Null where the text names no cases, so that there is nothing to look for. */
export function groundsLookOf({ candidates, groundsReview }: File, law: AreaLaw, year: number): GroundsLook | null {
  const standing = candidates.filter(isStanding)
  const looked = new Set(groundsReview?.candidateIds)
  const unlooked = standing.filter(({ id }) => !looked.has(id)).length
  return lookOf({ candidates: standing.length, unlooked }, { last: groundsReview, law, year })
}

type Counts = Pick<GroundsLook, 'candidates' | 'unlooked'>

/** The same from numbers, for lists of files. */
export function lookOf(
  counts: Counts,
  { last, law, year }: { readonly last: GroundsReview | null; readonly law: Pick<AreaLaw, 'prepared'>; readonly year: number },
): GroundsLook | null {
  const { exclusions } = law.prepared
  const [named] = exclusions
  if (!named) return null
  return {
    ...counts,
    blocks: exclusions.some(({ rule }) => rule.blocks),
    clause: named.rule.clause,
    last: last && { upTo: last.upTo, byName: last.byName, at: last.at },
    endsEarly: last !== null && endsEarly(last.upTo, year),
  }
}

/** The cases are those of the whole year of merit. */
export function endsEarly(upTo: PlainDate, year: number): boolean {
  return upTo < plainDate(`${year}-12-31`)
}

/** Who is looked at, each file as it stands; a look that ends before the year of merit begins says nothing of it. */
export function reviewGrounds(
  { upTo, candidates }: { readonly upTo: PlainDate; readonly candidates: readonly Candidate[] },
  { season, law }: { readonly season: Pick<Season, 'year'>; readonly law: AreaLaw },
  today: PlainDate,
): Result<readonly string[], SeasonRefusal> {
  if (law.prepared.exclusions.length === 0) return refuse('season.no-cases-in-law', { cites: law.book.cites.join(', ') })
  if (upTo > today) return refuse('season.in-future', { on: upTo })
  if (yearOf(upTo) < season.year) return refuse('season.look-before-year', { on: upTo, year: season.year })
  const standing = candidates.filter(isStanding).map(({ id }) => id)
  return standing.length > 0 ? ok(standing) : refuse('season.nobody-listed')
}

/**
 * What is known of a candidate's grounds. Where nobody has looked, none on record does not mean that there is none; one that
 * bars is known all the same.
 */
export function knownGrounds(
  recorded: readonly Ground[],
  { isLooked, exclusions, year }: Pick<Prepared, 'exclusions'> & { readonly isLooked: boolean; readonly year: number },
): readonly Ground[] | null {
  return isLooked || recorded.some(ground => caseOf(ground, { exclusions, year }) !== null) ? recorded : null
}

/** The case of the text a ground of the year of merit falls under; null where it bars nobody that year. */
export function caseOf(ground: Ground, { exclusions, year }: Pick<Prepared, 'exclusions'> & { readonly year: number }) {
  if (yearOf(ground.on) !== year) return null
  return exclusions.find(({ exclusion }) => bars(exclusion, ground)) ?? null
}
