import { addDays, daysBetween } from '#domain/calendar/plain-date.ts'
import type { FigureFormPart } from '#domain/indicator/figure-form.ts'
import { offeredWords } from '#domain/request/offered.ts'
import type { Context } from '../context.ts'
import { listIssuedIn } from '../document/document.store.ts'
import { listBodiesOf } from '../org/org.store.ts'
import { listInstructionsAhead, listLastAnswers } from '../plan/answer.store.ts'
import type { StoredRequest } from './request.store.ts'

/**
 * Words from the documents a unit issued and the tasks it answered in the days asked about, and from its tasks of as many days
 * after, itself or through its bodies.
 */
export async function offerWords(
  ctx: Context,
  { covers, cutoff }: StoredRequest,
  { unitId, parts }: { readonly unitId: string; readonly parts: readonly FigureFormPart[] },
): Promise<Record<string, string>> {
  const unitIds = [unitId, ...(await listBodiesOf(ctx.tx, unitId, cutoff))]
  const documents = await listIssuedIn(ctx.tx, unitIds, covers)
  const next = { from: covers.until, until: addDays(covers.until, daysBetween(covers.from, covers.until)) }
  return offeredWords(parts, {
    documents,
    answers: await listLastAnswers(ctx.tx, unitIds, covers),
    ahead: await listInstructionsAhead(ctx.tx, unitIds, next),
  })
}
