import type { Params, RefusalCode } from '#contract/index.ts'
import { rights } from '#contract/index.ts'
import type { SearchHit, SearchKind } from '#contract/search.ts'
import { may } from '#domain/account/access.ts'
import { periodTitle } from '#domain/calendar/reporting-period.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import { authorise } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames, listUnitsBelow } from '../org/org.store.ts'
import { withNames } from '../report/report.queries.ts'
import { listReportHeads } from '../report/report.store.ts'
import { calledBy } from '../report/report.view.ts'
import {
  type Found,
  type Search,
  searchActivities,
  searchDocuments,
  searchPeople,
  searchPlans,
  searchTasks,
  searchUnits,
} from './search.store.ts'

/** What one look shows of each kind. */
const perKind = 8

/** Everything the person may read, whatever unit they look at; each kind as its own slice opens it. */
export async function searchEverywhere(
  ctx: Context,
  { unitId, text }: Params<'search.everywhere'>,
): Promise<Result<readonly SearchHit[], RefusalCode>> {
  const denied = await authorise(ctx, 'search.everywhere', unitId)
  if (denied) return denied
  const { tx, today } = ctx
  const search: Search = { text, unitId, unitIds: await listReadableUnits(ctx), today, limit: perKind }
  const found: readonly (readonly [SearchKind, readonly Found[]])[] = [
    ['document', await searchDocuments(tx, search)],
    ['activity', await searchActivities(tx, search)],
    ['task', await searchTasks(tx, search)],
    ['plan', await searchPlans(tx, search)],
    ['report', await searchReports(ctx, search)],
    ['unit', await searchReadableUnits(ctx, search)],
    ['person', await searchPeople(tx, search)],
  ]
  const units = found.flatMap(([, rows]) => rows.map(row => row.unitId))
  const names = await listUnitNames(tx, units, today)
  return ok(
    found.flatMap(([kind, rows]) =>
      rows.map(({ unitId: owner, ...row }) => ({ kind, ...row, unitName: kind === 'unit' ? '' : (names.get(owner) ?? '') })),
    ),
  )
}

/** The units whose records the person's roles open: those of the roles, all below them where held with the subtree, all above. */
async function listReadableUnits({ tx, actor, today }: Context): Promise<string[]> {
  const units = new Set(actor.grants.flatMap(grant => grant.unitPath))
  for (const grant of actor.grants)
    if (grant.withSubtree) for (const below of await listUnitsBelow(tx, grant.unitId, today)) units.add(below)
  return [...units]
}

/** Units that ended stand under their last superior: whether the person reads them is asked one by one. */
async function searchReadableUnits(ctx: Context, search: Search): Promise<Found[]> {
  const found = await searchUnits(ctx.tx, search)
  return found.filter(({ path }) => may(ctx.actor, rights['org.unit'], { unitPath: path })).map(({ path: _, ...row }) => row)
}

/** A report has no words of its own before it is issued: it is found by its title, unit, period and number. */
async function searchReports(ctx: Context, { text, unitId, unitIds, limit }: Search): Promise<Found[]> {
  const words = searchKey(text).split(' ')
  const keyOf = remembering(searchKey) // a thousand reports share a few titles and units
  const reports = await withNames(ctx.tx, await listReportHeads(ctx.tx, unitIds), unitIds)
  const found = reports.flatMap(report => {
    const { title, code, issuedOn } = calledBy(report)
    const keys = ['báo cáo', title, report.unitName, code].map(keyOf)
    if (!words.every(word => keys.some(key => key.includes(word)))) return []
    const about = [report.unitName, periodTitle(report.period), issuedOn && code].filter(Boolean).join(' · ')
    return [{ id: report.id, insideId: null, title, about, unitId: report.unitId, on: issuedOn }]
  })
  return found.toSorted((a, b) => Number(a.unitId !== unitId) - Number(b.unitId !== unitId)).slice(0, limit)
}

/** The same answer for the same text, reckoned once. */
function remembering(reckon: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const answer = known.get(text) ?? reckon(text)
    known.set(text, answer)
    return answer
  }
}
