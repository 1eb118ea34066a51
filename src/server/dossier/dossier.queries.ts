import type { AreaPapersView, PrintDecisionParams, PrintPaperParams } from '#contract/dossier.ts'
import type { Params, RefusalCode } from '#contract/index.ts'
import { areaPaper, papersUnder, settledBy, waitsFor } from '#domain/dossier/area-papers.ts'
import { standingCandidates } from '#domain/dossier/before-meeting.ts'
import { decisionDocument, revocationDocument } from '#domain/dossier/decision-document.ts'
import { appraisal, handoverList } from '#domain/dossier/decision-papers.ts'
import { gapsOf } from '#domain/dossier/gaps.ts'
import { type AreaPaperCode, type DecisionPaperCode, editablePapers, formNumberOf, paperWords } from '#domain/dossier/paper-kinds.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import { stepWords } from '#domain/title/title-words.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { findVersionOn, listUnitNames } from '../org/org.store.ts'
import { listSigners } from '../org/position.store.ts'
import { unlessUnprintable } from '../report/writers.ts'
import { findDecision, findRevokingAct, lockRecognition } from '../season/decision.store.ts'
import { authoriseWhereDecided } from '../season/federation.ts'
import { authoriseAtFile } from '../season/holder.ts'
import type { OpenedArea } from '../season/season.case.ts'
import { findSeason } from '../season/season.store.ts'
import { decisionFacts, lastDayOf, type OpenedSeason, openOneArea, openSeasonPapers, paperFacts } from './dossier.facts.ts'
import { countAreaOutcomes, listKeptPapers, noOutcomes, type PaperKey } from './dossier.store.ts'
import { type PaperContent, type PaperFile, paperFile, send } from './paper.files.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The papers of one area: which can be printed, which wait for a step, and what the dossier lacks. */
export async function listAreaPapers(ctx: Context, params: Params<'dossier.papers'>): Reply<AreaPapersView> {
  const season = await findSeason(ctx.tx, params.seasonId)
  if (!season) return unknown(ctx, 'dossier.papers', 'season.unknown')
  const denied = await authoriseAtFile(ctx, 'dossier.papers', season, params.areaUnitId)
  if (denied) return denied
  const opened = await openSeasonPapers(ctx, season)
  const { law } = opened
  const area = await openOneArea(ctx, season, params.areaUnitId)
  const kept = await listKeptPapers(ctx.tx, params)
  const outcomes = await countAreaOutcomes(ctx.tx, season.id, [params.areaUnitId])
  const facts = await paperFacts(ctx, opened, area, lastDayOf(area, ctx.today))
  return ok({
    papers: papersUnder(law.book).map(code => {
      const about = settledBy(code, area.events)
      return {
        code,
        waitsFor: waitsFor(code, law.book, area.events),
        form: formNumberOf(code, law.book, law.confirmations),
        isEditable: editablePapers.includes(code),
        keptOn: (about && kept.find(each => each.code === code && each.about === String(about.sequence))?.printedOn) ?? null,
      }
    }),
    gaps: gapsOf(facts, outcomes.get(params.areaUnitId) ?? noOutcomes),
  })
}

/** One paper of an area, as it leaves the printer or as a file to write in. */
export async function printPaper(ctx: Context, params: PrintPaperParams): Reply<SentFile> {
  const season = await findSeason(ctx.tx, params.seasonId)
  if (!season) return unknown(ctx, 'dossier.print', 'season.unknown')
  const denied = await authoriseAtFile(ctx, 'dossier.print', season, params.areaUnitId)
  if (denied) return denied
  const opened = await openSeasonPapers(ctx, season)
  const area = await openOneArea(ctx, season, params.areaUnitId)
  const { code, candidateId = null, copies } = params
  const { book } = opened.law
  if (!papersUnder(book).includes(code)) return refuse('dossier.no-such-paper')
  const waiting = waitsFor(code, book, area.events)
  if (waiting) return refuse('dossier.not-yet', { paper: paperWords[code], step: stepWords[waiting].toLocaleLowerCase('vi') })
  if (standingCandidates({ area }).every(({ id }) => candidateId !== null && id !== candidateId)) return refuse('dossier.nothing')
  const names = await listUnitNames(ctx.tx, [area.areaUnitId], ctx.today)
  const name = `${paperWords[code]} ${names.get(area.areaUnitId) ?? ''}`.trim()
  return unlessUnprintable('dossier.unprintable', async () =>
    send(await areaPaperFile(ctx, opened, area, { code, candidateId, copies }), { format: params.format, name }),
  )
}

export type AskedPaper = { readonly code: AreaPaperCode; readonly candidateId: string | null; readonly copies: number }

/** Kept from the step it tells of; one household alone, and ballots of another number, are drawn from the same facts anew. */
export async function areaPaperFile(ctx: Context, opened: OpenedSeason, area: OpenedArea, asked: AskedPaper): Promise<PaperFile> {
  const { code, candidateId } = asked
  const settled = settledBy(code, area.events)
  const isKept = settled !== null && candidateId === null && code !== 'ballot'
  const key: PaperKey | null = isKept
    ? { seasonId: opened.season.id, areaUnitId: area.areaUnitId, code, about: String(settled.sequence) }
    : null
  return paperFile(ctx, code, key, async () => {
    const day = settled?.on ?? lastDayOf(area, ctx.today)
    const facts = await paperFacts(ctx, opened, area, day)
    return { kind: 'form', book: areaPaper(code, facts, { ...asked, day }) }
  })
}

/** A paper of a decision, or the act that took one of its recognitions back. */
export async function printDecisionPaper(ctx: Context, params: PrintDecisionParams): Reply<SentFile> {
  const decision = await findDecision(ctx.tx, params.decisionId)
  const season = decision && (await findSeason(ctx.tx, decision.seasonId))
  if (!decision || !season) return unknown(ctx, 'dossier.printDecision', 'season.unknown-decision')
  const denied = await authoriseWhereDecided(ctx, 'dossier.printDecision', season)
  if (denied) return denied
  const opened = await openSeasonPapers(ctx, season)
  const { code, candidateId, format } = params
  const name = `${paperWords[code]} ${decision.code}`
  if (isAboutNobody(decision, code)) return refuse('dossier.nothing')
  return unlessUnprintable('dossier.unprintable', async () => {
    if (code !== 'revocation') return send(await decisionPaperFile(ctx, opened, decision, code), { format, name })
    const file = await revocationFile(ctx, opened, decision, candidateId ?? '')
    return file ? send(file, { format, name }) : refuse('season.unknown-recognition')
  })
}

/** Where nobody was recognised there is no act to print and nothing to hand over; what was found is told all the same. */
export function isAboutNobody({ recognised }: SeasonDecision, code: PrintDecisionParams['code']): boolean {
  return recognised === 0 && code !== 'appraisal'
}

export function decisionPaperFile(
  ctx: Context,
  opened: OpenedSeason,
  decision: SeasonDecision,
  code: DecisionPaperCode,
): Promise<PaperFile> {
  const key: PaperKey = { seasonId: opened.season.id, areaUnitId: null, code, about: decision.id }
  return paperFile(ctx, code, key, async (): Promise<PaperContent> => {
    const facts = await decisionFacts(ctx, opened, decision)
    if (code === 'decision') return { kind: 'document', document: decisionDocument(facts) }
    const paper = code === 'appraisal' ? appraisal(facts) : handoverList(facts)
    return {
      kind: 'form',
      book: {
        title: `${paperWords[code]}, Quyết định số ${decision.code}`,
        author: facts.issuer.calledInText,
        day: decision.on,
        papers: [paper],
      },
    }
  })
}

/** Undefined where nothing was taken back from that household. */
export async function revocationFile(
  ctx: Context,
  opened: OpenedSeason,
  decision: SeasonDecision,
  candidateId: string,
): Promise<PaperFile | undefined> {
  const recognition = await lockRecognition(ctx.tx, candidateId)
  const revocation = recognition?.decisionId === decision.id ? recognition.revocation : null
  const act = revocation && (await findRevokingAct(ctx.tx, { candidateId }))
  if (!act) return undefined
  const key: PaperKey = { seasonId: opened.season.id, areaUnitId: null, code: 'revocation', about: candidateId }
  return paperFile(ctx, 'revocation', key, async (): Promise<PaperContent> => {
    const facts = await decisionFacts(ctx, opened, decision)
    const household = facts.recognised.find(each => each.candidateId === candidateId)
    if (!household) throw new Error('a recognition that is not in its decision')
    const issuer = await findVersionOn(ctx.tx, act.issuerUnitId, revocation.on)
    if (!issuer) throw new Error('a recognition was taken back by a unit that was not there')
    const signer = (await listSigners(ctx.tx, act.issuerUnitId, revocation.on)).find(({ fullName }) => fullName === act.signerName)
    const revoking = { ...revocation, code: act.code, signerName: act.signerName, issuer, capacityLines: signer?.capacityLines ?? [] }
    return { kind: 'document', document: revocationDocument(facts, { household, revocation: revoking }) }
  })
}
