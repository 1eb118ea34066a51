import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { changedCells } from '#domain/request/content.ts'
import { standingVersion } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { countRecorded } from './counted.ts'
import { findRequest } from './request.store.ts'
import { flagsOf, listHistory } from './return.flags.ts'
import { findReturn, findVersion, listEvents } from './return.store.ts'

/** One unit's return as whoever writes or looks at it sees it. */
export async function findReturnView(
  ctx: Context,
  { requestId, unitId }: Params<'return.one'>,
): Promise<Result<Answer<'return.one'>, RefusalCode>> {
  const held = await findReturn(ctx.tx, requestId, unitId)
  const request = await findRequest(ctx.tx, requestId)
  if (!held || !request) return unknown(ctx, 'return.one', 'return.unknown')
  const denied = await authorise(ctx, 'return.one', unitId)
  if (denied) return denied
  const events = await listEvents(ctx.tx, held)
  const names = await listUnitNames(ctx.tx, [unitId, held.toUnitId], request.sentOn ?? ctx.today)
  const history = await listHistory(ctx, request, held)
  const { id, title, formKey, formVersion, covers, cutoff } = request
  const { content, revision, state, dueOn, toUnitId, level } = held
  const accepted = events.findLast(({ type }) => type === 'accepted')?.version
  const before = accepted === undefined ? undefined : await findVersion(ctx.tx, held, accepted)
  return ok({
    request: { id, title, formKey, formVersion, covers, cutoff },
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
    counted: await countRecorded(ctx, request, held),
    before: history.map(past => ({ title: past.title, cutoff: past.cutoff, values: Object.fromEntries(past.sheet.values) })),
    flags: await flagsOf(ctx, request, held),
    events,
    changes: before ? changedCells(before, content) : [],
  })
}
