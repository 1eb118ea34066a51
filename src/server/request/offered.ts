import type { FigureFormPart } from '#domain/indicator/figure-form.ts'
import { offeredWords } from '#domain/request/offered.ts'
import type { Context } from '../context.ts'
import { listIssuedIn } from '../document/document.store.ts'
import { listBodiesOf } from '../org/org.store.ts'
import { listLastAnswers } from '../plan/answer.store.ts'
import type { StoredRequest } from './request.store.ts'

/** Words from the documents a unit issued and the tasks it answered in the days asked about, itself or through its bodies. */
export async function offerWords(
  ctx: Context,
  { covers, cutoff }: StoredRequest,
  { unitId, parts }: { readonly unitId: string; readonly parts: readonly FigureFormPart[] },
): Promise<Record<string, string>> {
  const unitIds = [unitId, ...(await listBodiesOf(ctx.tx, unitId, cutoff))]
  const documents = await listIssuedIn(ctx.tx, unitIds, covers)
  return offeredWords(parts, { documents, answers: await listLastAnswers(ctx.tx, unitIds, covers) })
}
