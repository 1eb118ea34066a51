import type { DateRange } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays, restOn, type WorkCalendar } from '../calendar/working-days.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import {
  aboveCommuneKinds,
  communeKinds,
  districtKinds,
  type OrgTree,
  type OrgUnitKind,
  type OrgUnitVersion,
  pathOf,
  residentialAreaKinds,
  subordinatesOf,
} from '../org/org-unit.ts'
import { districtsEndedOn } from '../title/authority.ts'
import type { RequestKind } from './regime.ts'

/** Levels that may be asked, from below. Each hands in to the nearest level above it that is asked, else to who asks. */
export const levels = ['area', 'commune', 'district', 'agency'] as const
export type Level = (typeof levels)[number]

/** As running text names them. */
export const levelNouns: Record<Level, string> = {
  area: 'bản, thôn, tổ dân phố',
  commune: 'xã, phường',
  district: 'huyện, thị xã, thành phố',
  agency: 'cơ quan, đơn vị',
}

/** Each adds up what the one before hands in. */
const placeLevels: readonly Level[] = ['area', 'commune', 'district']

/** Units below these kinds of place answer for themselves; departments of an agency are told by the agency. */
const kindsOf: Record<Level, readonly OrgUnitKind[]> = {
  area: residentialAreaKinds,
  commune: communeKinds,
  district: districtKinds,
  agency: ['agency', 'steeringCommittee', 'fatherlandFront', 'tradeUnion', 'youthUnion'],
}

/** A report asked of many for one period. What it asks is fixed once it is sent. */
export type ReportRequest = {
  readonly id: string
  /** Who asks, is handed in to and signs. */
  readonly unitId: string
  /** Whose tree is asked: who asks itself, or the place in whose name it does, as a standing body of a movement's committee. */
  readonly placeUnitId: string
  readonly regimeId: string | null
  readonly kind: RequestKind
  readonly title: string
  readonly formKey: string
  readonly formVersion: number
  readonly covers: DateRange & { readonly from: PlainDate; readonly until: PlainDate }
  readonly cutoff: PlainDate
  readonly asked: readonly AskedLevel[]
  readonly basis: string
  readonly sentOn: PlainDate | null
}

/** Levels there are units of on a day. */
export function levelsOn(day: PlainDate): readonly Level[] {
  return day < districtsEndedOn ? levels : levels.filter(level => level !== 'district')
}

/** The level a kind of unit is asked at; undefined for those told by another. */
export function levelOf(kind: OrgUnitKind): Level | undefined {
  return levels.find(level => kindsOf[level].includes(kind))
}

/** A level that owes an answer: all its units, or those named. */
export type AskedLevel = { readonly level: Level; readonly dueOn: PlainDate; readonly unitIds?: readonly string[] | undefined }

/** What one unit owes. */
export type Obligation = {
  readonly requestId: string
  readonly unitId: string
  readonly level: Level
  /** Who looks at it and accepts it. */
  readonly toUnitId: string
  readonly dueOn: PlainDate
  /** Version of the figures it is counted in from: 0 where it was asked when the request went out. */
  readonly sinceVersion: number
}

export type RequestRefusal =
  | 'request.not-its-place'
  | 'request.nobody-asked'
  | 'request.due-before-cutoff'
  | 'request.level-twice'
  | 'request.lower-due-later'
  | 'request.unit-outside'
  | 'request.owes-already'
  | 'request.due-over'
  | 'request.below-hands-in-past-it'

/** A due day lies after the cut-off; who adds up what others hand in needs theirs first. */
export function checkRequest({ asked, cutoff }: Pick<ReportRequest, 'asked' | 'cutoff'>): Result<undefined, RequestRefusal> {
  if (asked.length === 0) return refuse('request.nobody-asked')
  if (new Set(asked.map(({ level }) => level)).size < asked.length) return refuse('request.level-twice')
  const early = asked.find(({ dueOn }) => dueOn <= cutoff)
  if (early) return refuse('request.due-before-cutoff', { dueOn: early.dueOn, cutoff })
  const steps = placeLevels.flatMap(level => asked.find(one => one.level === level) ?? [])
  const late = steps.findIndex(({ dueOn }, i) => dueOn > (steps[i + 1]?.dueOn ?? dueOn))
  const [lower, upper] = late < 0 ? [] : steps.slice(late)
  return lower && upper
    ? refuse('request.lower-due-later', { lower: lower.level, lowerOn: lower.dueOn, upper: upper.level, upperOn: upper.dueOn })
    : ok()
}

/** Kinds that act for the place they stand right below: its agencies and offices, its committees, the Front. */
const bodyKinds: readonly OrgUnitKind[] = [
  'peoplesCommittee',
  'agency',
  'department',
  'attachedUnit',
  'steeringCommittee',
  'fatherlandFront',
]
const placeKinds: readonly OrgUnitKind[] = [...communeKinds, ...aboveCommuneKinds, 'country']

/**
 * A place asks its own tree; a body right below it may ask in its stead. Circular 08/2021/TT-BVHTTDL, Art. 2(8)(d): the
 * provincial department of culture is the standing body of the movement's committee.
 */
export function checkAsker(asker: Standing | undefined, place: Standing | undefined): Result<undefined, RequestRefusal> {
  if (asker && asker.unitId === place?.unitId) return ok()
  const isItsBody =
    asker && place && asker.parentUnitId === place.unitId && bodyKinds.includes(asker.kind) && placeKinds.includes(place.kind)
  return isItsBody ? ok() : refuse('request.not-its-place')
}
type Standing = Pick<OrgUnitVersion, 'unitId' | 'kind' | 'parentUnitId'>

type Asker = Pick<ReportRequest, 'unitId' | 'placeUnitId'>

/** Where a unit's sums are kept: those of a place with who asked in its stead. */
export function keptAt({ unitId: askerId, placeUnitId }: Asker, unitId: string): string {
  return unitId === placeUnitId ? askerId : unitId
}

/** The unit of the tree that is meant: who asked stands for the whole place. */
export function placeOf({ unitId: askerId, placeUnitId }: Asker, unitId: string): string {
  return unitId === askerId ? placeUnitId : unitId
}

/** The due day a regime leads to: so many working days after the cut-off. */
export function dueAfter(cutoff: PlainDate, workingDays: number, calendar: WorkCalendar): PlainDate {
  return addWorkingDays(cutoff, workingDays, calendar)
}

/** Why nobody could hand in on a due day; null where people work. */
export function restOnDueDay(dueOn: PlainDate, calendar: WorkCalendar): string | null {
  return restOn(dueOn, calendar)
}

/** One obligation for each unit of the levels asked, in the tree of the day the request goes out; who asks owes itself nothing. */
export function obligationsOf(request: Pick<ReportRequest, 'id' | 'unitId' | 'placeUnitId' | 'asked'>, tree: OrgTree): Obligation[] {
  const below = subordinatesOf(tree, request.placeUnitId).filter(({ unitId }) => unitId !== request.unitId)
  const owing = below.flatMap(unit => {
    const asked = request.asked.find(({ level }) => level === levelOf(unit.kind))
    return asked && (asked.unitIds?.includes(unit.unitId) ?? true) ? [{ unit, level: asked.level, dueOn: asked.dueOn }] : []
  })
  const owingIds = new Set(owing.map(({ unit }) => unit.unitId))
  return owing.map(({ unit, level, dueOn }) => ({
    requestId: request.id,
    unitId: unit.unitId,
    level,
    toUnitId: nearestAbove(tree, unit, owingIds) ?? request.unitId,
    dueOn,
    sinceVersion: 0,
  }))
}

/** Those who owed in a version of the figures: who was asked later was not missing before. */
export function owedIn<Owed extends Pick<Obligation, 'sinceVersion'>>(owed: readonly Owed[], version: number): Owed[] {
  return owed.filter(({ sinceVersion }) => sinceVersion <= version)
}

/** Units named of a level that are not among those it asks: of another level, or not of the place. */
export function namedOutside({ asked }: Pick<ReportRequest, 'asked'>, owed: readonly Obligation[]): string[] {
  const owing = new Set(owed.map(({ unitId }) => unitId))
  return asked.flatMap(({ unitIds = [] }) => unitIds.filter(unitId => !owing.has(unitId)))
}

type Out = Pick<ReportRequest, 'id' | 'unitId' | 'placeUnitId' | 'asked' | 'cutoff'>
/**
 * What units that were forgotten would owe, each by the day its level was given. Of a level that was asked, and with nobody
 * below it who hands in past it: theirs would be counted elsewhere.
 */
export function addableOf(request: Out, { owed, tree }: Owing): Obligation[] {
  const owing = new Set(owed.map(({ unitId }) => unitId))
  const handedPast = new Set(owed.flatMap(({ unitId }) => pathOf(tree, unitId)))
  return allOf(request, tree).flatMap(one => {
    const unit = tree.versionOf.get(one.unitId)
    return unit && !handedPast.has(one.unitId) ? [{ ...one, toUnitId: nearestAbove(tree, unit, owing) ?? request.unitId }] : []
  })
}
type Owing = { readonly owed: readonly Obligation[]; readonly tree: OrgTree }

/** What one of them owes: by a day to come, and not after whoever adds it up hands in, where that is still to come. */
export function addedObligation(
  request: Out,
  { unitId, dueOn }: Pick<Obligation, 'unitId' | 'dueOn'>,
  { owed, tree, today }: Owing & { readonly today: PlainDate },
): Result<Obligation, RequestRefusal> {
  const found = addableOf(request, { owed, tree }).find(one => one.unitId === unitId)
  if (!found) {
    if (!allOf(request, tree).some(one => one.unitId === unitId)) return refuse('request.unit-outside')
    return refuse(owed.some(one => one.unitId === unitId) ? 'request.owes-already' : 'request.below-hands-in-past-it')
  }
  if (dueOn <= request.cutoff) return refuse('request.due-before-cutoff', { dueOn, cutoff: request.cutoff })
  if (dueOn < today) return refuse('request.due-over', { dueOn })
  const above = owed.find(one => one.unitId === found.toUnitId)
  if (above && above.dueOn >= today && dueOn > above.dueOn)
    return refuse('request.lower-due-later', { lower: found.level, lowerOn: dueOn, upper: above.level, upperOn: above.dueOn })
  return ok({ ...found, dueOn })
}

/** All units of the levels asked, whoever was named. */
function allOf(request: Out, tree: OrgTree): Obligation[] {
  return obligationsOf({ ...request, asked: request.asked.map(({ level, dueOn }) => ({ level, dueOn })) }, tree)
}

function nearestAbove(tree: OrgTree, unit: OrgUnitVersion, ids: ReadonlySet<string>): string | undefined {
  for (let above = unit.parentUnitId; above !== null; above = tree.versionOf.get(above)?.parentUnitId ?? null)
    if (ids.has(above)) return above
  return undefined
}
