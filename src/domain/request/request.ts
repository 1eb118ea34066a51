import type { DateRange } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays, restOn, type WorkCalendar } from '../calendar/working-days.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { communeKinds, type OrgTree, type OrgUnitKind, type OrgUnitVersion, residentialAreaKinds, subordinatesOf } from '../org/org-unit.ts'
import type { RequestKind } from './regime.ts'

/** Levels that may be asked, from below. Each hands in to the nearest level above it that is asked, else to who asks. */
export const levels = ['area', 'commune', 'agency'] as const
export type Level = (typeof levels)[number]

/** Units below these kinds of place answer for themselves; departments of an agency are told by the agency. */
const kindsOf: Record<Level, readonly OrgUnitKind[]> = {
  area: residentialAreaKinds,
  commune: communeKinds,
  agency: ['agency', 'steeringCommittee', 'fatherlandFront', 'tradeUnion', 'youthUnion'],
}

/** A report asked of many for one period. What it asks is fixed once it is sent. */
export type ReportRequest = {
  readonly id: string
  /** Who asks: the root of the tree that is asked. */
  readonly unitId: string
  readonly regimeId: string | null
  readonly kind: RequestKind
  readonly title: string
  readonly formKey: string
  readonly formVersion: number
  readonly covers: DateRange & { readonly from: PlainDate; readonly until: PlainDate }
  readonly cutoff: PlainDate
  readonly asked: readonly { readonly level: Level; readonly dueOn: PlainDate }[]
  readonly basis: string
  readonly sentOn: PlainDate | null
}

/** What one unit owes. */
export type Obligation = {
  readonly requestId: string
  readonly unitId: string
  readonly level: Level
  /** Who looks at it and accepts it. */
  readonly toUnitId: string
  readonly dueOn: PlainDate
}

export type RequestRefusal = 'request.nobody-asked' | 'request.due-before-cutoff' | 'request.level-twice' | 'request.lower-due-later'

/** A due day lies after the cut-off; who adds up what others hand in needs theirs first. */
export function checkRequest({ asked, cutoff }: Pick<ReportRequest, 'asked' | 'cutoff'>): Result<undefined, RequestRefusal> {
  if (asked.length === 0) return refuse('request.nobody-asked')
  if (new Set(asked.map(({ level }) => level)).size < asked.length) return refuse('request.level-twice')
  const early = asked.find(({ dueOn }) => dueOn <= cutoff)
  if (early) return refuse('request.due-before-cutoff', { dueOn: early.dueOn, cutoff })
  const [area, commune] = (['area', 'commune'] as const).map(level => asked.find(one => one.level === level)?.dueOn)
  if (area && commune && area > commune) return refuse('request.lower-due-later', { area, commune })
  return ok()
}

/** The due day a regime leads to: so many working days after the cut-off. */
export function dueAfter(cutoff: PlainDate, workingDays: number, calendar: WorkCalendar): PlainDate {
  return addWorkingDays(cutoff, workingDays, calendar)
}

/** Why nobody could hand in on a due day; null where people work. */
export function restOnDueDay(dueOn: PlainDate, calendar: WorkCalendar): string | null {
  return restOn(dueOn, calendar)
}

/** One obligation for each unit of the levels asked, in the tree of the day the request goes out. */
export function obligationsOf(request: Pick<ReportRequest, 'id' | 'unitId' | 'asked'>, tree: OrgTree): Obligation[] {
  const owing = subordinatesOf(tree, request.unitId).flatMap(unit => {
    const asked = request.asked.find(({ level }) => kindsOf[level].includes(unit.kind))
    return asked ? [{ unit, ...asked }] : []
  })
  const owingIds = new Set(owing.map(({ unit }) => unit.unitId))
  return owing.map(({ unit, level, dueOn }) => ({
    requestId: request.id,
    unitId: unit.unitId,
    level,
    toUnitId: nearestAbove(tree, unit, owingIds) ?? request.unitId,
    dueOn,
  }))
}

function nearestAbove(tree: OrgTree, unit: OrgUnitVersion, ids: ReadonlySet<string>): string | undefined {
  for (let above = unit.parentUnitId; above !== null; above = tree.versionOf.get(above)?.parentUnitId ?? null)
    if (ids.has(above)) return above
  return undefined
}
