import type { HouseholdCount, HouseholdCountsView, HouseholdListView, HouseholdView } from '#contract/household.ts'
import type { Params, RefusalCode } from '#contract/index.ts'
import { lastStanding } from '#domain/household/household.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { type OrgTree, pathOf as pathInTree, treeOn } from '#domain/org/org-unit.ts'
import { authorise, listUnitsInReach, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames, listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import { findHousehold, listHouseholdSuccessions, listVersionsOfHousehold } from './household.store.ts'
import { type AreaCount, countHouseholdsOn, type ListedHousehold, listHouseholdsOn, type PageKey } from './household-list.store.ts'
import { authoriseAtArea, listAreasInReach } from './keeper.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** What a screen shows at once; the next page begins behind the last row. */
const pageRows = 50

/** Names, so only where the actor's own duty reaches; the tree is that of the day asked about. */
export async function listHouseholdRows(ctx: Context, params: Params<'household.list'>): Reply<HouseholdListView> {
  const denied = await authoriseAtArea(ctx, 'household.list', params.unitId)
  if (denied) return denied
  const on = params.on ?? ctx.today
  const areaUnitIds = await listAreasInReach(ctx, 'household.list', params.unitId)
  const found = await listHouseholdsOn(ctx.tx, { ...params, areaUnitIds, on, after: readPageKey(params.after), limit: pageRows + 1 })
  const page = found.slice(0, pageRows)
  const names = await listUnitNames(
    ctx.tx,
    page.map(row => row.areaUnitId),
    on,
  )
  const rows = page.map(({ sortKey: _, ...row }) => ({ ...row, areaName: names.get(row.areaUnitId) ?? '' }))
  const last = page.at(-1)
  return ok({ on, rows, next: last && found.length > page.length ? writePageKey(last) : null })
}

/** One household with all its days. Others it came from or went into are named to those who may see them. */
export async function findHouseholdView(ctx: Context, params: Params<'household.one'>): Reply<HouseholdView> {
  const household = await findHousehold(ctx.tx, params.id)
  const versions = household ? await listVersionsOfHousehold(ctx.tx, household) : []
  const last = lastStanding(versions) ?? versions[0]
  if (!household || !last) return unknown(ctx, 'household.one', 'household.unknown')
  const denied = await authoriseAtArea(ctx, 'household.one', last.areaUnitId)
  if (denied) return denied
  const names = await listUnitNames(
    ctx.tx,
    versions.map(version => version.areaUnitId),
    ctx.today,
  )
  const successions = await listHouseholdSuccessions(ctx.tx, household.id)
  return ok({
    ...household,
    versions: versions.map(version => ({ ...version, areaName: names.get(version.areaUnitId) ?? '' })),
    successions: await Promise.all(
      successions.map(async succession => {
        const otherId = succession.fromHouseholdId === household.id ? succession.toHouseholdId : succession.fromHouseholdId
        return { ...succession, otherHeadName: await nameFor(ctx, otherId) }
      }),
    ),
  })
}

/** Numbers for all who answer for a place, by the units one step below. */
export async function findHouseholdCounts(ctx: Context, params: Params<'household.counts'>): Reply<HouseholdCountsView> {
  const denied = await authorise(ctx, 'household.counts', params.unitId)
  if (denied) return denied
  const on = params.on ?? ctx.today
  const reach = new Set(await listUnitsInReach(ctx, 'household.counts', params.unitId))
  const below = (await listUnitsBelow(ctx.tx, params.unitId, on)).filter(unitId => reach.has(unitId))
  const tree = treeOn(await listVersionsOn(ctx.tx, below, on), on)
  const counts = await countHouseholdsOn(ctx.tx, below, on)
  const names = await listUnitNames(ctx.tx, [params.unitId], on)
  const byChild = Map.groupBy(counts, count => childHolding(tree, params.unitId, count.areaUnitId))
  const children = tree.childrenOf.get(params.unitId) ?? []
  return ok({
    on,
    total: sumOf(params.unitId, names.get(params.unitId) ?? '', counts),
    parts: children
      .map(child => sumOf(child.unitId, child.calledInText, byChild.get(child.unitId) ?? []))
      .filter(part => part.households > 0)
      .toSorted((a, b) => compareText(a.unitName, b.unitName)),
  })
}

/** The unit one step below `unitId` that an area lies in, or is. */
function childHolding(tree: OrgTree, unitId: string, areaUnitId: string): string | undefined {
  const path = pathInTree(tree, areaUnitId)
  return path[path.indexOf(unitId) - 1] ?? path.find(id => tree.versionOf.get(id)?.parentUnitId === unitId)
}

/** The name of a household's head for those who answer for where it lives or lived last; null for everybody else. */
export async function nameFor(ctx: Context, householdId: string): Promise<string | null> {
  const household = await findHousehold(ctx.tx, householdId)
  const last = household && lastStanding(await listVersionsOfHousehold(ctx.tx, household))
  if (!last) return null
  return (await authoriseAtArea(ctx, 'household.one', last.areaUnitId)) ? null : last.headName
}

function sumOf(unitId: string, unitName: string, counts: readonly AreaCount[]): HouseholdCount {
  const sum = (member: 'households' | 'members' | 'uncounted' | 'poor' | 'nearPoor' | 'povertyUnknown'): number =>
    counts.reduce((total, count) => total + count[member], 0)
  return {
    unitId,
    unitName,
    households: sum('households'),
    members: sum('members'),
    uncounted: sum('uncounted'),
    poor: sum('poor'),
    nearPoor: sum('nearPoor'),
    povertyUnknown: sum('povertyUnknown'),
  }
}

function writePageKey({ householdId, sortKey }: Pick<ListedHousehold, 'householdId' | 'sortKey'>): string {
  return `${householdId}${sortKey}`
}

/** An id, then the key of its name. What reads as neither begins at the beginning. */
function readPageKey(text: string | undefined): PageKey | null {
  const [, householdId, sortKey] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(.*)$/su.exec(text ?? '') ?? []
  return householdId && sortKey !== undefined ? { householdId, sortKey } : null
}
