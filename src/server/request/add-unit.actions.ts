import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import type { RequestView } from '#contract/request.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { compareText, searchKey } from '#domain/kit/text.ts'
import type { OrgTree } from '#domain/org/org-unit.ts'
import { addableOf, addedObligation, levels } from '#domain/request/request.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { dayOf, treeOfDay } from '../consolidation/period.ts'
import { askingOf, settleAll } from '../consolidation/settle.ts'
import { findFigureVersion, insertFigureVersion } from '../consolidation/version.store.ts'
import type { Context } from '../context.ts'
import { tellAsked } from '../notice/tell-request.ts'
import { findRequest, insertObligations, lockRequest, type StoredRequest } from './request.store.ts'
import { toRequestView } from './request.view.ts'
import { listObligations } from './return.store.ts'

/** So many units are offered at once, of those whose name holds what is searched. */
const unitsOffered = 40

/** Units that were forgotten and may be asked still. */
export async function listAddable(
  ctx: Context,
  { id, search }: Params<'request.addable'>,
): Promise<Result<Answer<'request.addable'>, RefusalCode>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.addable', 'request.unknown')
  const denied = await authorise(ctx, 'request.addable', request.unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  const { owed, tree } = await owingOf(ctx, request)
  const nameOf = (unitId: string): string => tree.versionOf.get(unitId)?.calledInText ?? ''
  const key = searchKey(search ?? '')
  return ok(
    addableOf(request, { owed, tree })
      .map(({ unitId, level, dueOn }) => ({ unitId, unitName: nameOf(unitId), level, dueOn, placeName: placeNameOf(tree, unitId) }))
      .filter(({ unitName }) => searchKey(unitName).includes(key))
      .toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || compareText(a.unitName, b.unitName))
      .slice(0, unitsOffered),
  )
}

/** A unit that was forgotten owes an answer too, from today; nobody who was asked is let off. */
export async function addUnit(ctx: Context, { id, unitId, dueOn }: Body<'request.addUnit'>): Promise<Result<RequestView, RefusalCode>> {
  const request = await lockRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.addUnit', 'request.unknown')
  const denied = await authorise(ctx, 'request.addUnit', request.unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  const { owed, tree } = await owingOf(ctx, request)
  const added = addedObligation(request, { unitId, dueOn }, { owed, tree, today: ctx.today })
  if (!added.ok) return added
  const sinceVersion = ((await findFigureVersion(ctx.tx, id))?.number ?? 0) + 1
  await insertObligations(ctx.tx, [{ ...added.value, sinceVersion }])
  await insertFigureVersion(ctx.tx, added.value, { returnVersion: null, on: ctx.today })
  await settleAll(ctx.tx, await askingOf(ctx.tx, request), [...owed, added.value])
  await tellAsked(ctx, request, [added.value])
  const subject = { kind: 'request', id, unitId: request.unitId, recordIds: [unitId] }
  await insertAuditEntry(ctx, 'request.addUnit', subject, { after: added.value })
  return ok(await toRequestView(ctx, request))
}

async function owingOf(ctx: Context, request: StoredRequest) {
  return { owed: await listObligations(ctx.tx, request.id), tree: await treeOfDay(ctx.tx, request.placeUnitId, dayOf(request)) }
}

function placeNameOf(tree: OrgTree, unitId: string): string {
  const above = tree.versionOf.get(unitId)?.parentUnitId ?? null
  return (above !== null && tree.versionOf.get(above)?.calledInText) || ''
}
