import type { RefusalCode } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { placesIn } from '#domain/merit/place.ts'
import {
  type OrgTree,
  type OrgUnitKind,
  type OrgUnitVersion,
  pathOf,
  type Succession,
  subordinatesOf,
  treeOn,
} from '#domain/org/org-unit.ts'
import { pathOf as pathToday } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listSuccessions, listUnitsBelow, listVersions } from '../org/org.store.ts'

/** A unit and what is below it in the tree of a day, with all units of other days whose facts are counted there. */
export type Scope = {
  readonly unit: OrgUnitVersion
  readonly tree: OrgTree
  /** Where a unit of whatever day is counted; null: nowhere in this tree. */
  readonly placeOf: (unitId: string) => string | null
  /** Every unit around: those below, those they came from or went into, and all above them. */
  readonly around: readonly string[]
  /** Units that ever were of one of these kinds and are counted at the unit or below it, in the order of the tree. */
  readonly within: (kinds: readonly OrgUnitKind[]) => readonly string[]
}

/** Mergers and trees deeper than this are mistakes. */
const mostSteps = 20

export async function openScope(ctx: Context, unitId: string, on: PlainDate): Promise<Result<Scope, RefusalCode>> {
  const { versions, successions } = await listSurroundings(ctx, unitId, on)
  const tree = treeOn(versions, on)
  const unit = tree.versionOf.get(unitId)
  if (!unit) return refuse('org.unit-not-in-force', { name: versions.find(version => version.unitId === unitId)?.name ?? null, on })
  const isReached = (await seesBelow(ctx, unitId))
    ? (place: string) => pathOf(tree, place).includes(unitId)
    : (place: string) => place === unitId
  const placeOf = placesIn(tree, { versions, successions })
  const order = new Map([unit, ...subordinatesOf(tree, unitId)].map((each, at) => [each.unitId, at]))
  const kindsOf = Map.groupBy(versions, version => version.unitId)
  const inOrder = [...kindsOf.keys()]
    .flatMap(id => {
      const place = placeOf(id)
      return place !== null && isReached(place) ? [{ id, at: order.get(place) ?? 0 }] : []
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
  return ok({
    unit,
    tree,
    placeOf,
    around: [...kindsOf.keys()],
    within: kinds => inOrder.filter(id => kindsOf.get(id)?.some(({ kind }) => kinds.includes(kind))),
  })
}

/** Whoever holds a role at the unit alone sees what is counted at it, not what is below. */
async function seesBelow(ctx: Context, unitId: string): Promise<boolean> {
  const path = await pathToday(ctx, unitId)
  return ctx.actor.grants.some(grant => grant.withSubtree && path.includes(grant.unitId))
}

/** Who is below the unit that day, whoever they came from or went into, and the units above all of these. */
async function listSurroundings({ tx }: Context, unitId: string, on: PlainDate) {
  const successions = new Set<Succession>()
  const known = new Set(await listUnitsBelow(tx, unitId, on))
  let fresh = [...known]
  for (let step = 0; step < mostSteps && fresh.length > 0; step++) {
    const found = await listSuccessions(tx, fresh)
    for (const succession of found) successions.add(succession)
    fresh = [...new Set(found.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]))].filter(id => !known.has(id))
    for (const id of fresh) known.add(id)
  }
  const versions = await listVersions(tx, [...known])
  for (let step = 0, missing = parentsOf(versions, known); step < mostSteps && missing.length > 0; step++) {
    const above = await listVersions(tx, missing)
    for (const id of missing) known.add(id)
    versions.push(...above)
    missing = parentsOf(above, known)
  }
  return { versions, successions: [...successions] }
}

function parentsOf(versions: readonly OrgUnitVersion[], known: ReadonlySet<string>): string[] {
  return [...new Set(versions.flatMap(({ parentUnitId }) => parentUnitId ?? []))].filter(id => !known.has(id))
}
