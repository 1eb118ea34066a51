import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import type { LetterView, PrintLetterParams } from '#contract/request-letter.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { signerWithAccount } from '#domain/org/position.ts'
import { boardOn } from '#domain/request/board.ts'
import { type LetterFacts, letterDocument } from '#domain/request/letter.ts'
import { owedIn } from '#domain/request/request.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { findFigureVersion } from '../consolidation/version.store.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { findVersionOn, listUnitNames } from '../org/org.store.ts'
import { listSigners } from '../org/position.store.ts'
import { mediaTypes, unlessUnprintable, writeDocument } from '../report/writers.ts'
import { enterAct } from '../season/numbered-act.ts'
import { findLetter, insertLetter, listLetters, lockLetter, type StoredLetter, updateLetter } from './letter.store.ts'
import { findRequest, type StoredRequest } from './request.store.ts'
import { listWouldOwe } from './request.view.ts'
import { listAllEvents, listObligations } from './return.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The words of a letter, kept as they are written; it goes nowhere until it is signed. */
export async function writeLetter(ctx: Context, body: Body<'request.writeLetter'>): Reply<LetterView> {
  const request = await findRequest(ctx.tx, body.requestId)
  if (!request) return unknown(ctx, 'request.writeLetter', 'request.unknown')
  const denied = await authorise(ctx, 'request.writeLetter', body.unitId)
  if (denied) return denied
  if (body.kind === 'asks' && body.unitId !== request.unitId) return refuse('request.not-asker')
  if (body.kind === 'reminds' && request.sentOn === null) return refuse('request.not-sent')
  const before = await lockLetter(ctx.tx, body.id)
  if (before && (before.requestId !== body.requestId || before.unitId !== body.unitId)) return refuse('input.id-taken')
  if (before?.issued) return refuse('request.letter-issued')
  const { revision, ...told } = body
  if (before && before.revision !== revision) return refuse('request.letter-stale')
  const letter: StoredLetter = {
    ...told,
    writtenBy: ctx.actor.fullName,
    revision: before ? revision + 1 : 0,
    issued: null,
    document: null,
  }
  await (before ? updateLetter(ctx.tx, letter) : insertLetter(ctx.tx, letter, ctx.now))
  await insertAuditEntry(ctx, 'request.writeLetter', subjectOf(letter), { before: before?.words ?? null, after: letter.words })
  return ok(toView(letter))
}

/** Signed by whoever holds a mandate that day, numbered and entered in the outgoing register, in one act: from then on it is what it is. */
export async function signLetter(ctx: Context, { id, on, revision }: Body<'request.signLetter'>): Reply<LetterView> {
  const letter = await lockLetter(ctx.tx, id)
  const request = letter && (await findRequest(ctx.tx, letter.requestId))
  if (!letter || !request) return unknown(ctx, 'request.signLetter', 'request.unknown-letter')
  const denied = await authorise(ctx, 'request.signLetter', letter.unitId)
  if (denied) return denied
  if (letter.issued) return refuse('request.letter-issued')
  if (letter.revision !== revision) return refuse('request.letter-stale')
  const facts = await factsOf(ctx, { letter, request, on })
  if (!facts) return refuse('org.no-mandate-to-sign', { on })
  const signer = signerWithAccount(await listSigners(ctx.tx, letter.unitId, on), ctx.actor.accountId, on)
  if (!signer.ok) return signer
  const { capacityLines, fullName } = signer.value
  const { symbol, subject, recipients, addressees } = letter.words
  const told = {
    kind: 'officialLetter',
    recipients: [...addressees, ...recipients].join('; '),
    archivedWith: letter.words.archive,
  } as const
  const entered = await enterAct(ctx, { issuer: facts.issuer, signerName: fullName, on, symbol, subject, ...told })
  if (!entered.ok) return entered
  const { code, number, documentId } = entered.value
  const document = letterDocument({ ...facts, signed: { number, capacityLines, fullName } })
  const signed: StoredLetter = { ...letter, revision: revision + 1, issued: { code, on, signerName: fullName, documentId }, document }
  await updateLetter(ctx.tx, signed)
  await insertAuditEntry(ctx, 'request.signLetter', subjectOf(letter), { after: signed.issued })
  return ok(toView(signed))
}

export async function listLetterViews(ctx: Context, { id, unitId }: Params<'request.letters'>): Reply<Answer<'request.letters'>> {
  const denied = await authorise(ctx, 'request.letters', unitId)
  if (denied) return denied
  return ok((await listLetters(ctx.tx, { requestId: id, unitId })).map(toView))
}

/** As it was signed, or as it would be today: with room for its number and day. */
export async function printLetter(ctx: Context, { id, format }: PrintLetterParams): Reply<SentFile> {
  const letter = await findLetter(ctx.tx, id)
  const request = letter && (await findRequest(ctx.tx, letter.requestId))
  if (!letter || !request) return unknown(ctx, 'request.printLetter', 'request.unknown-letter')
  const denied = await authorise(ctx, 'request.printLetter', letter.unitId)
  if (denied) return denied
  const document = letter.document ?? (await draftOf(ctx, { letter, request }))
  if (!document) return refuse('request.unknown-letter')
  const name = letter.issued ? `Công văn ${letter.issued.code.replace('/', '-')}` : 'Dự thảo công văn'
  return unlessUnprintable('dossier.unprintable', async () => {
    const bytes = await writeDocument(document, format, null)
    return ok({ bytes, mediaType: mediaTypes[format], fileName: `${name}.${format}`, isInline: format === 'pdf' })
  })
}

type Written = { readonly letter: StoredLetter; readonly request: StoredRequest }

async function draftOf(ctx: Context, written: Written): Promise<OfficialDocument | undefined> {
  const facts = await factsOf(ctx, { ...written, on: ctx.today })
  return facts && letterDocument({ ...facts, signed: null })
}

/** What a letter says beside its words, as of its day; undefined where its unit does not exist on it. */
async function factsOf(
  ctx: Context,
  { letter, request, on }: Written & { readonly on: PlainDate },
): Promise<Omit<LetterFacts, 'signed'> | undefined> {
  const issuer = await findVersionOn(ctx.tx, letter.unitId, on)
  if (!issuer) return undefined
  const version = (await findFigureVersion(ctx.tx, request.id, { endOf: on }))?.number ?? 0
  const owed = request.sentOn === null ? await listWouldOwe(ctx, request) : owedIn(await listObligations(ctx.tx, request.id), version)
  const eventsOf = Map.groupBy(await listAllEvents(ctx.tx, request.id, on), ({ unitId }) => unitId)
  const straight = owed.filter(({ toUnitId }) => toUnitId === letter.unitId)
  const names = await listUnitNames(
    ctx.tx,
    straight.map(({ unitId }) => unitId),
    request.sentOn ?? ctx.today,
  )
  const rows = boardOn(straight, unitId => eventsOf.get(unitId) ?? [], on).map(row => ({ ...row, unitName: names.get(row.unitId) ?? '' }))
  const { name: formName } = await askedOf(ctx.tx, request.id)
  return {
    kind: letter.kind,
    words: letter.words,
    issuer,
    request: { ...request, formName },
    rows: rows.toSorted((a, b) => compareText(a.unitName, b.unitName)),
    on,
  }
}

function toView({ document: _, ...view }: StoredLetter): LetterView {
  return view
}

function subjectOf({ id, requestId, unitId }: StoredLetter) {
  return { kind: 'request', id: requestId, unitId, recordIds: [id] }
}
