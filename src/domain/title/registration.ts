import { contains, type DateRange, overlaps } from '../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { OrgUnitVersion } from '../org/org-unit.ts'
import { type TitleKey, titleKinds } from './title-kinds.ts'

/** A unit asks to be considered for a title of a year. It is never changed: what was wrong is withdrawn and registered anew. */
export type TitleRegistration = {
  readonly id: string
  readonly unitId: string
  readonly title: TitleKey
  /** The year of merit, not that of the decision. */
  readonly year: number
  readonly round: RegistrationRound
  readonly registeredOn: PlainDate
  readonly documentId: string | null
  readonly note: string
  readonly withdrawal: Withdrawal | null
}

/** A unit registered in a season, which does not say whether for the first time. */
export type SeasonRegistration = Pick<TitleRegistration, 'id' | 'unitId' | 'title' | 'year' | 'registeredOn' | 'withdrawal'>

/** 08/2014/TT-BVHTTDL, Art. 3(2): recognised the first time after two years, again after five. */
export const registrationRounds = ['first', 'again'] as const
export type RegistrationRound = (typeof registrationRounds)[number]
export const roundWords: Record<RegistrationRound, string> = { first: 'đăng ký lần đầu', again: 'đăng ký lại' }

/** From `on` the registration no longer stands; from its own day on, it never did. */
export type Withdrawal = { readonly on: PlainDate; readonly reason: string }

export type TitleRefusal =
  | 'title.unknown'
  | 'title.in-future'
  | 'title.other-year'
  | 'title.not-for-unit'
  | 'title.already-registered'
  | 'title.unknown-document'
  | 'title.already-withdrawn'
  | 'title.withdrawn-before-registered'

/** One standing registration per unit, title and year; the next year's may be registered during this one. */
export function register(
  registration: TitleRegistration,
  { unit, existing }: { readonly unit: OrgUnitVersion; readonly existing: readonly TitleRegistration[] },
  today: PlainDate,
): Result<TitleRegistration, TitleRefusal> {
  const { title, year, registeredOn } = registration
  if (registeredOn > today) return refuse('title.in-future', { on: registeredOn })
  const days = registrationDays(year)
  if (!contains(days, registeredOn)) return refuse('title.other-year', { year, on: registeredOn })
  if (!titleKinds[title].isFor.includes(unit.kind)) return refuse('title.not-for-unit', { name: unit.name })
  if (existing.some(other => isRival(registration, other))) return refuse('title.already-registered', { name: unit.name, year })
  return ok(registration)
}

/** What was registered is kept; from a day on it no longer stands. */
export function withdraw(
  registration: TitleRegistration,
  withdrawal: Withdrawal,
  today: PlainDate,
): Result<TitleRegistration, TitleRefusal> {
  if (registration.withdrawal) return refuse('title.already-withdrawn', { on: registration.withdrawal.on })
  if (withdrawal.on > today) return refuse('title.in-future', { on: withdrawal.on })
  if (withdrawal.on < registration.registeredOn)
    return refuse('title.withdrawn-before-registered', { registeredOn: registration.registeredOn })
  return ok({ ...registration, withdrawal })
}

/** Offices register from the year before to the end of the year itself; a day outside is taken for a mistyped one. */
function registrationDays(year: number): DateRange {
  return { from: plainDate(`${year - 1}-01-01`), until: plainDate(`${year + 1}-01-01`) }
}

function isRival(registration: TitleRegistration, other: TitleRegistration): boolean {
  if (other.unitId !== registration.unitId || other.title !== registration.title || other.year !== registration.year) return false
  return other.withdrawal?.on !== other.registeredOn && overlaps(standingDays(registration), standingDays(other))
}

function standingDays({ registeredOn, withdrawal }: SeasonRegistration): DateRange {
  return { from: registeredOn, until: withdrawal?.on ?? null }
}

/** The registrations for a title of a year that stood on a day. */
export function standingOn<Registration extends SeasonRegistration>(
  registrations: readonly Registration[],
  { title, year, on }: { readonly title: TitleKey; readonly year: number; readonly on: PlainDate },
): Registration[] {
  return registrations.filter(
    registration => registration.title === title && registration.year === year && contains(standingDays(registration), on),
  )
}

/** How many of some units registered, and in which round: registered = first + again ≤ of. */
export type RegistrationCount = { readonly registered: number; readonly first: number; readonly again: number; readonly of: number }

/** Counted unit by unit, so that no more can have registered than there are. */
export function countRegistrations(
  standing: readonly TitleRegistration[],
  units: readonly Pick<OrgUnitVersion, 'unitId'>[],
): RegistrationCount {
  const found = units.flatMap(unit => standing.find(registration => registration.unitId === unit.unitId) ?? [])
  const first = found.filter(registration => registration.round === 'first').length
  return { registered: found.length, first, again: found.length - first, of: units.length }
}
