import type { Body } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import { cutoffOn, periodNamed, type ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { refuse } from '#domain/kit/result.ts'
import { matterOf } from '#domain/report/official.ts'
import { periodAsked } from '#domain/request/regime.ts'
import { keptAt } from '#domain/request/request.ts'
import { authorise } from '../account/authorise.ts'
import { findOwing } from '../consolidation/figure.store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { findRegime, findRequest, type StoredRequest } from '../request/request.store.ts'
import { listDuties } from './duty.store.ts'
import { type Reply, record, view } from './report.actions.ts'
import { composeFor } from './report.facts.ts'
import { findReport, findReportOfPeriod, findReportOfRequest, insertReport } from './report.store.ts'

/** A unit's report for a period, or of one request: of what was asked beside the regular one it has its own, on that request's matter. */
export async function composeReport(ctx: Context, body: Body<'report.compose'>): Reply<ReportView> {
  const duties = await listDuties(ctx.tx, body.unitId)
  const period = periodNamed(body.periodName)
  const duty = period && inForce(duties, cutoffOn(period))
  const denied = await authorise(ctx, 'report.compose', duty?.draftingUnitId ?? body.unitId)
  if (denied) return denied
  if (!period) return refuse('report.unknown-period')
  if (!duty) return refuse('report.no-duty')
  if (ctx.today < period.covers.from) return refuse('report.period-not-begun', { from: period.covers.from })
  const request = body.requestId === undefined ? null : await findConcerning(ctx.tx, body.requestId, { unitId: body.unitId, period })
  if (request === undefined) return refuse('report.unknown-request')
  const subject = request === null || request.kind === 'regular' ? null : matterOf(request)
  const existing =
    request && subject !== null
      ? await findReportOfRequest(ctx.tx, duty.id, request.id)
      : await findReportOfPeriod(ctx.tx, duty.id, period.name)
  if (existing) return existing.id === body.id ? view(ctx, existing) : refuse('report.already-composed')
  if (await findReport(ctx.tx, body.id)) return refuse('input.id-taken')
  const fresh = await composeFor(ctx.tx, { id: body.id, duty, period, requestId: request?.id ?? null, subject })
  if (!fresh.ok) return fresh
  if (request && fresh.value.requestId !== request.id) return refuse('report.unknown-request')
  await insertReport(ctx.tx, fresh.value)
  return record(ctx, 'report.compose', fresh.value, { type: 'composed' })
}

/** A request that went out for these very days, and in which the unit asked, was asked for its place, or owes. */
async function findConcerning(
  tx: Db,
  requestId: string,
  { unitId, period }: { readonly unitId: string; readonly period: ReportingPeriod },
): Promise<StoredRequest | undefined> {
  const request = await findRequest(tx, requestId)
  if (!request || request.sentOn === null) return undefined
  const regime = request.regimeId === null ? null : await findRegime(tx, request.regimeId)
  if (periodAsked(request, regime).name !== period.name) return undefined
  const isAsker = keptAt(request, unitId) === request.unitId
  return isAsker || (await findOwing(tx, requestId, unitId)) ? request : undefined
}
