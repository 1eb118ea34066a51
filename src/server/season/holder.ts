import type { RightName } from '#contract/index.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Refusal } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { aboveCommuneKinds, communeKinds, type OrgUnitVersion, residentialAreaKinds } from '#domain/org/org-unit.ts'
import type { Applicant } from '#domain/season/candidate.ts'
import { holdingOf, standsBeside } from '#domain/season/holding.ts'
import type { Season } from '#domain/season/season.ts'
import { authorise, pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findVersionOn, listChildrenOn, listUnitPaths, listUnitsBelow, listVersions, listVersionsOn } from '../org/org.store.ts'
import { listHouseholdsLiving } from './candidate.store.ts'
import { listAreasBegun, listSuccessorsOn } from './holder.store.ts'
import type { SeasonArea } from './season.store.ts'

/** Who answers for a season on a day: the unit it was opened at or, where that has ended, those that took its place. */
export async function holdersOf(ctx: Context, { unitId }: Pick<Season, 'unitId'>, on: PlainDate = ctx.today): Promise<readonly string[]> {
  const [standing] = await listVersionsOn(ctx.tx, [unitId], on)
  if (standing) return [unitId]
  const successors = await listSuccessorsOn(ctx.tx, unitId, on)
  return successors.length > 0 ? successors : [unitId]
}

/** Where each of these units stands on a day, from itself up to the top; of one that has ended by then, what took its place. */
export async function listStandingPaths(ctx: Context, unitIds: readonly string[], on: PlainDate): Promise<string[][]> {
  const inForce = new Set((await listVersionsOn(ctx.tx, unitIds, on)).map(({ unitId }) => unitId))
  const standing: string[] = []
  for (const unitId of unitIds) {
    const [successor] = inForce.has(unitId) ? [] : await listSuccessorsOn(ctx.tx, unitId, on)
    standing.push(successor ?? unitId)
  }
  const paths = await listUnitPaths(ctx.tx, standing, on)
  return standing.map(unitId => paths.get(unitId) ?? [])
}

/** At any of those that answer for the season. */
export async function authoriseAtHolder(
  ctx: Context,
  name: RightName,
  season: Pick<Season, 'unitId'>,
): Promise<Refusal<'account.not-allowed' | 'account.wrong-state'> | undefined> {
  const denials = []
  for (const unitId of await holdersOf(ctx, season)) {
    const denied = await authorise(ctx, name, unitId)
    if (!denied) return undefined
    denials.push(denied)
  }
  return denials[0]
}

/** Those who made a file do not appraise it, nor send it back. */
const atHolder: ReadonlySet<RightName> = new Set(['season.appraise', 'season.sendBack'])

/** A file reviewed together belongs to whoever holds the season; the others to their own unit. */
export async function authoriseAtFile(ctx: Context, name: RightName, season: Season, areaUnitId: string): ReturnType<typeof authorise> {
  const isOfHolder = holdingOf(season.honour).arrangement === 'together' || atHolder.has(name)
  const denied = await authoriseAtHolder(ctx, name, isOfHolder ? season : { unitId: areaUnitId })
  // Whoever holds the season enters what comes on paper, even where the unit is not below: a federation of labour has none below it.
  return denied && !isOfHolder && (await isHeldBeside(ctx, season)) ? authoriseAtHolder(ctx, name, season) : denied
}

/** Held by a body that stands beside the place it answers for. */
export async function isHeldBeside(ctx: Context, season: Pick<Season, 'unitId'>): Promise<boolean> {
  const last = (await listVersions(ctx.tx, [season.unitId])).at(-1)
  return last !== undefined && standsBeside(last.kind)
}

/** Where a unit answers: the place above it, for a body that stands beside; else itself. */
export async function placeAnsweredFor(ctx: Context, unitId: string, on: PlainDate): Promise<string> {
  const version = await findVersionOn(ctx.tx, unitId, on)
  return version && standsBeside(version.kind) && version.parentUnitId !== null ? version.parentUnitId : unitId
}

/** The units a season has a file of on a day, whether or not anything is in it yet. */
export async function listFileUnits(ctx: Context, season: Season, on: PlainDate = ctx.today): Promise<OrgUnitVersion[]> {
  const { arrangement } = holdingOf(season.honour)
  if (arrangement === 'together') return (await listVersions(ctx.tx, [season.unitId])).slice(-1)
  const standing = await (arrangement === 'eachAlone'
    ? listUnitsFor(ctx, season, on)
    : listBelow(ctx, season, { on, kinds: residentialAreaKinds }))
  return [...standing, ...(await listEndedFiles(ctx, season, standing))]
}

/** Units with something in the season that are no more, as they last were: what was reviewed there is decided about. */
async function listEndedFiles(ctx: Context, { id }: Season, standing: readonly OrgUnitVersion[]): Promise<OrgUnitVersion[]> {
  const known = new Set(standing.map(({ unitId }) => unitId))
  const others = (await listAreasBegun(ctx.tx, id)).filter(unitId => !known.has(unitId))
  if (others.length === 0) return []
  return [...new Map((await listVersions(ctx.tx, others)).map(version => [version.unitId, version])).values()]
}

export async function isFileOf(ctx: Context, season: Season, { areaUnitId }: SeasonArea): Promise<boolean> {
  if ((await listAreasBegun(ctx.tx, season.id)).includes(areaUnitId)) return true
  const holders = await holdersOf(ctx, season)
  if (holdingOf(season.honour).arrangement !== 'byArea' || !holders.includes(season.unitId))
    return (await listFileUnits(ctx, season)).some(({ unitId }) => unitId === areaUnitId)
  const unit = await findVersionOn(ctx.tx, areaUnitId, ctx.today)
  if (!unit || !residentialAreaKinds.includes(unit.kind)) return false
  const path = await pathOf(ctx, areaUnitId)
  return path.includes(season.unitId)
}

/** Units the honour is for, below those that hold the season. */
export async function listUnitsFor(ctx: Context, season: Season, on: PlainDate): Promise<OrgUnitVersion[]> {
  const { isFor, depth } = holdingOf(season.honour)
  return isFor === null ? [] : listBelow(ctx, season, { on, kinds: isFor, depth })
}

type Below = { readonly on: PlainDate; readonly kinds: readonly OrgUnitVersion['kind'][]; readonly depth?: 'children' | 'all' }

async function listBelow(ctx: Context, season: Season, { on, kinds, depth = 'all' }: Below): Promise<OrgUnitVersion[]> {
  const found: OrgUnitVersion[] = []
  const holders = await holdersOf(ctx, season, on)
  const territory = holders.includes(season.unitId) ? null : await territoryOf(ctx, season, on)
  for (const holder of holders) {
    const place = await placeAnsweredFor(ctx, holder, on)
    if (place !== holder) found.push(...(await listOfficesOfPlace(ctx, place, on)))
    else if (depth === 'children') found.push(...(await listChildrenOn(ctx.tx, holder, on)))
    else found.push(...(await listVersionsOn(ctx.tx, await listUnitsBelow(ctx.tx, holder, on), on)))
  }
  const isOf = ({ unitId, kind }: OrgUnitVersion): boolean => kinds.includes(kind) && (territory === null || territory.has(unitId))
  return found.filter(isOf).toSorted((a, b) => a.position - b.position || compareText(a.name, b.name))
}

/** The offices of a place and of the levels of government below it, without the parts of offices. */
async function listOfficesOfPlace(ctx: Context, place: string, on: PlainDate): Promise<OrgUnitVersion[]> {
  const versions = await listVersionsOn(ctx.tx, await listUnitsBelow(ctx.tx, place, on), on)
  const governing = new Set([place, ...versions.filter(({ kind }) => governingKinds.has(kind)).map(({ unitId }) => unitId)])
  return versions.filter(({ parentUnitId }) => parentUnitId !== null && governing.has(parentUnitId))
}
const governingKinds: ReadonlySet<OrgUnitVersion['kind']> = new Set([...aboveCommuneKinds, ...communeKinds, 'peoplesCommittee'])

/** What belonged to the unit that opened the season when it ended, and what has become of that since: no more than this goes on. */
async function territoryOf(ctx: Context, { unitId }: Season, on: PlainDate): Promise<ReadonlySet<string>> {
  const until = (await listVersions(ctx.tx, [unitId])).at(-1)?.valid.until
  if (!until) return new Set()
  const own = await listUnitsBelow(ctx.tx, unitId, addDays(until, -1))
  const territory = new Set(own)
  for (const each of own) if (each !== unitId) for (const successor of await listSuccessorsOn(ctx.tx, each, on)) territory.add(successor)
  return territory
}

/** Who may be registered in a file on a day: households living there, or the units the honour is for. */
export async function listApplicants(ctx: Context, season: Season, { areaUnitId }: SeasonArea, on: PlainDate): Promise<Applicant[]> {
  const { arrangement } = holdingOf(season.honour)
  if (arrangement === 'byArea') return listHouseholdsLiving(ctx.tx, areaUnitId, on)
  const units = (await listUnitsFor(ctx, season, on)).filter(({ unitId }) => arrangement === 'together' || unitId === areaUnitId)
  return units.map(({ unitId, calledInText }) => ({
    subjectKind: 'unit',
    subjectId: unitId,
    partitionId: unitId,
    headName: calledInText,
    address: '',
    poverty: null,
  }))
}
