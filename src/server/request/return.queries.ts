import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { AskedForm } from '#contract/return.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { codesAsked, partsFor, ratiosAsked } from '#domain/indicator/figure-form.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { changedCells, type ReturnContent } from '#domain/request/content.ts'
import type { Level } from '#domain/request/request.ts'
import { standingVersion } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { goalsAt } from '../consolidation/goals.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listBelowSums } from './below.ts'
import { offerWords } from './offered.ts'
import { findBeside, flagsForWriter } from './recorded.flags.ts'
import { findRequest } from './request.store.ts'
import { listHistory } from './return.flags.ts'
import { findReturn, findSealed, findVersion, listEvents } from './return.store.ts'
import { openWithin } from './within.ts'

/** What the form of a request asks of a level, as the dictionary of the cut-off defines it. */
function askedForm({ name, note, form, dictionary: { indicators, ratios } }: Asked, level: Level): AskedForm {
  const codes = new Set(codesAsked(form, level))
  const shares = new Set(ratiosAsked(form, level).map(({ code }) => code))
  return {
    name,
    note,
    parts: partsFor(form, level),
    indicators: indicators.filter(({ code }) => codes.has(code)),
    ratios: ratios.filter(({ code }) => shares.has(code)),
  }
}

/** One unit's return as whoever writes or looks at it sees it. */
export async function findReturnView(
  ctx: Context,
  { requestId, unitId }: Params<'return.one'>,
): Promise<Result<Answer<'return.one'>, RefusalCode>> {
  const held = await findReturn(ctx.tx, requestId, unitId)
  const request = await findRequest(ctx.tx, requestId)
  if (!held || !request) return unknown(ctx, 'return.one', 'return.unknown')
  const owing = await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'return.one', unitId)
  if (denied) return denied
  const events = await listEvents(ctx.tx, held)
  const names = await listUnitNames(ctx.tx, [unitId, held.toUnitId], request.sentOn ?? ctx.today)
  const history = await listHistory(ctx, request, held)
  const { id, title, formKey, formVersion, covers, cutoff } = request
  const { content, revision, state, dueOn, toUnitId, level } = held
  const accepted = events.findLast(({ type }) => type === 'accepted')?.version
  const before = accepted === undefined ? undefined : await findVersion(ctx.tx, held, accepted)
  const asked = await askedOf(ctx.tx, requestId)
  const beside = await findBeside(ctx, request, held)
  return ok({
    request: { id, title, formKey, formVersion, covers, cutoff },
    form: askedForm(asked, level),
    unitId,
    unitName: names.get(unitId) ?? '',
    toUnitId,
    toUnitName: names.get(toUnitId) ?? '',
    level,
    dueOn,
    state,
    standing: standingVersion(events),
    revision,
    content,
    ...beside,
    below: Object.fromEntries((await listBelowSums(ctx.tx, request, [held]))(unitId)),
    goals: await goalsAt(ctx, request, { unitId, owing }),
    offered: await offerWords(ctx, request, { unitId, parts: partsFor(asked.form, level) }),
    before: history.map(past => ({ title: past.title, cutoff: past.cutoff, values: Object.fromEntries(past.sheet.values) })),
    flags: await flagsForWriter(ctx, request, held, beside),
    events,
    changes: before ? changedCells(before, content) : [],
    changedParts: before ? changedParts(before, content) : [],
  })
}

function changedParts({ parts: before }: ReturnContent, { parts: after }: ReturnContent): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(key => (before[key] ?? '') !== (after[key] ?? ''))
}

/** A version as it was handed in: what was sealed is never written over. */
export async function findSealedReturn(
  ctx: Context,
  { requestId, unitId, version }: Params<'return.version'>,
): Promise<Result<Answer<'return.version'>, RefusalCode>> {
  const held = await findReturn(ctx.tx, requestId, unitId)
  const request = await findRequest(ctx.tx, requestId)
  if (!held || !request) return unknown(ctx, 'return.version', 'return.unknown')
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'return.version', unitId)
  if (denied) return denied
  return ok((await findSealed(ctx.tx, held, version)) ?? null)
}
