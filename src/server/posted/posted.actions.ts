import type { z } from 'zod'
import type { RefusalCode } from '#contract/index.ts'
import type { OpinionReceipt, sayBody } from '#contract/posted.ts'
import type { Actor } from '#domain/account/access.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { mostOpinionsADay } from '#domain/posted/posted-list.ts'
import { receiveOpinion } from '#domain/season/posting.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { subjectOf } from '../season/season.actions.ts'
import { findOpinion, insertOpinion, lockSeasonArea } from '../season/season.store.ts'
import { answerAgain } from '../sent-before.ts'
import { openList } from './posted.queries.ts'
import { countPostedOpinions, findPostedOpinion, insertPostedOpinion } from './posted.store.ts'

/** Whoever reads a posted list: nobody asks who they are, and the trail says no more. */
export const anybody: Actor = { accountId: '00000000-0000-0000-0000-000000000000', fullName: 'Người dân, không đăng nhập', grants: [] }

/**
 * An opinion left on the page of a posted list comes to the area like one told to its head, and must be answered there.
 * On a household it is an objection (86/2023/NĐ-CP, Art. 7: the list is posted for opinions of the people).
 */
export async function sayOfPosted(ctx: Context, body: z.output<typeof sayBody>): Promise<Result<OpinionReceipt, RefusalCode>> {
  const { id, postingId, candidateId, says } = body
  const receipt: OpinionReceipt = { id, receivedOn: ctx.today }
  if (body.website !== '') return ok(receipt) // a machine is thanked and not heard
  const found = await openList(ctx, postingId)
  if (!found.ok) return found
  const { seasonId, areaUnitId } = found.value
  await lockSeasonArea(ctx.tx, { seasonId, areaUnitId })
  const opened = await openList(ctx, postingId) // as it stands under the lock
  if (!opened.ok) return opened
  const { posting, candidates } = opened.value
  const known = await findOpinion(ctx.tx, id)
  if (known) return answerAgain({ id, receivedOn: known.receivedOn }, (await findPostedOpinion(ctx.tx, id)) === postingId)
  if ((await countPostedOpinions(ctx.tx, postingId, ctx.today)) >= mostOpinionsADay) return refuse('posted.too-many-today')
  const kind = candidateId === null ? 'remark' : 'objection'
  const opinion = { id, seasonId, areaUnitId, candidateId, kind, says, receivedOn: ctx.today, answer: null } as const
  const decision = receiveOpinion(opinion, { posting, candidateIds: candidates.map(candidate => candidate.id) }, ctx.today)
  if (!decision.ok) return decision
  await insertOpinion(ctx.tx, decision.value)
  await insertPostedOpinion(ctx.tx, { opinionId: id, postingId, receivedOn: ctx.today })
  const after = { kind, candidateId, receivedOn: ctx.today, postingId }
  await insertAuditEntry(ctx, 'season.receiveOpinion', subjectOf({ seasonId, areaUnitId }, [id]), { after })
  return ok(receipt)
}
