import type { Answer, Body, RefusalCode } from '#contract/index.ts'
import { partsFor } from '#domain/indicator/figure-form.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { placesOf, readAt, writtenOver } from '#domain/request/places.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { flagsForWriter } from './recorded.flags.ts'
import { findRequest } from './request.store.ts'
import { isWaiting, openReturn, subjectOf } from './return.actions.ts'
import { findReturn, updateReturnContent } from './return.store.ts'
import { listChoices, rememberChoices, type SheetChoice } from './sheet.store.ts'
import { openWithin } from './within.ts'

/** Before a file is read at all: whether this person may, and what the sender's names were taken for before. */
export async function findChoices(
  ctx: Context,
  { requestId, unitId, sender }: { readonly requestId: string; readonly unitId: string; readonly sender: string },
): Promise<Result<SheetChoice[], RefusalCode>> {
  const held = await findReturn(ctx.tx, requestId, unitId)
  const request = await findRequest(ctx.tx, requestId)
  if (!held || !request) return unknown(ctx, 'return.takeSheet', 'return.unknown')
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'return.takeSheet', unitId)
  return denied ?? ok(await listChoices(ctx.tx, unitId, sender))
}

/** What was read from a file goes into the return as if typed: every place is known and every word can be read, or nothing is taken. */
export async function takeSheet(ctx: Context, body: Body<'return.takeSheet'>): Promise<Result<Answer<'return.takeSheet'>, RefusalCode>> {
  const found = await openReturn(ctx, 'return.takeSheet', body)
  if (!found.ok) return found
  const { held, request, events } = found.value
  if (isWaiting(events)) return refuse('return.locked')
  if (held.revision !== body.revision) return refuse('return.stale')
  const { form, dictionary } = await askedOf(ctx.tx, request.id)
  const places = new Map(placesOf(partsFor(form, held.level), dictionary).map(place => [place.key, place]))
  const words = Object.fromEntries(Object.entries(body.words).map(([key, text]) => [key, text ?? '']))
  for (const [key, text] of Object.entries(words)) {
    const place = places.get(key)
    if (!place) return refuse('return.unknown-cell', { code: key })
    const read = readAt(dictionary, key, text)
    if (!read.ok) return refuse(read.code, { ...read.details, name: place.label })
  }
  const saved = { ...held, content: writtenOver(held.content, dictionary, words), revision: held.revision + 1 }
  await updateReturnContent(ctx.tx, saved)
  await rememberChoices(ctx.tx, held.unitId, { sender: body.sender ?? '', choices: body.choices })
  await insertAuditEntry(ctx, 'return.takeSheet', subjectOf(held), {
    before: held.content,
    after: { ...saved.content, fileName: body.fileName, sender: body.sender },
  })
  return ok({ revision: saved.revision, flags: await flagsForWriter(ctx, request, saved) })
}
