import type { Body } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { paragraphsOfReturn } from '#domain/consolidation/gather.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { compose } from '#domain/report/compose.ts'
import { withTaken } from '#domain/report/from-below.ts'
import { mayEdit } from '#domain/report/life.ts'
import type { TakenOrigin, TakenParagraph } from '#domain/report/report.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest } from '../request/request.store.ts'
import { findReturn, findVersion } from '../request/return.store.ts'
import { openForChange, type Reply, saveContent } from './report.actions.ts'
import type { ReportCase } from './report.case.ts'
import { toReportView } from './report.view.ts'

/** Words of units below go into a part of the report, several of them as one paragraph; the writer works on them there. */
export async function takeParagraphs(ctx: Context, body: Body<'report.take'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.take', body)
  if (!found.ok) return found
  const { facts, events } = found.value
  const { taken } = facts
  if (taken.some(({ id }) => id === body.takenId)) return ok(await toReportView(ctx.tx, found.value)) // sent twice
  const free = mayEdit(events)
  if (!free.ok) return free
  if (!facts.form.sections.some(({ key, heading }) => key === body.sectionKey && heading !== null)) return refuse('report.unknown-section')
  const { takenId, sectionKey } = body
  const origins = await findOrigins(ctx.tx, found.value, [...body.from, ...body.alike])
  if (!origins.ok) return origins
  const [from, alike] = [origins.value.slice(0, body.from.length), origins.value.slice(body.from.length)]
  return change(ctx, 'report.take', found.value, [...taken, { id: takenId, sectionKey, from, alike }])
}

/** Out of the report again; the return it came from keeps it. */
export async function giveBackParagraph(ctx: Context, body: Body<'report.giveBack'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.giveBack', body)
  if (!found.ok) return found
  const { facts, events } = found.value
  const free = mayEdit(events)
  if (!free.ok) return free
  if (!facts.taken.some(({ id }) => id === body.takenId)) return refuse('report.unknown-paragraph')
  return change(
    ctx,
    'report.giveBack',
    found.value,
    facts.taken.filter(({ id }) => id !== body.takenId),
  )
}

function change(
  ctx: Context,
  name: 'report.take' | 'report.giveBack',
  { report, facts }: ReportCase,
  taken: readonly TakenParagraph[],
): Reply<ReportView> {
  return saveContent(ctx, name, report, withTaken(report.content, compose({ ...facts, taken }), facts.form), 'edited')
}

/** Each in the words of the sealed version it stands in: only what was handed in may be taken. */
async function findOrigins(
  tx: Db,
  { facts }: ReportCase,
  asked: Body<'report.take'>['from'],
): Promise<Result<TakenOrigin[], 'report.unknown-origin'>> {
  const request = facts.consolidated && (await findRequest(tx, facts.consolidated.requestId))
  if (!request?.sentOn) return refuse('report.unknown-origin')
  const names = await listUnitNames(
    tx,
    asked.map(({ unitId }) => unitId),
    request.sentOn,
  )
  const origins: TakenOrigin[] = []
  for (const { unitId, version, paragraphId } of asked) {
    const held = await findReturn(tx, request.id, unitId)
    const content = held && (await findVersion(tx, held, version))
    const paragraphs = content ? paragraphsOfReturn({ unitId, returnId: request.id, version, depth: 0, parts: content.parts }) : []
    const said = paragraphs.find(paragraph => paragraph.paragraphId === paragraphId)
    if (!said) return refuse('report.unknown-origin')
    origins.push({ requestId: request.id, unitId, unitName: names.get(unitId) ?? '', version, paragraphId, text: said.text })
  }
  return ok(origins)
}
