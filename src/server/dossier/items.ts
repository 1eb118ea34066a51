import type { ContentsLine } from '#domain/dossier/contents.ts'
import type { PaperFacts } from '#domain/dossier/paper-facts.ts'
import { type DecisionPaperCode, decisionPaperCodes, editablePapers, paperWords } from '#domain/dossier/paper-kinds.ts'
import { postingPhoto } from '#domain/dossier/posting-photo.ts'
import type { Evidence, EvidenceMediaType } from '#domain/evidence/evidence.ts'
import { standingEvents } from '#domain/season/area.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import type { Context } from '../context.ts'
import { listEvidence } from '../evidence/evidence.store.ts'
import { findPostingId } from '../posted/posted.store.ts'
import { writePhotoPage } from '../report/writers.ts'
import { listDecisions } from '../season/decision.store.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import type { OpenedArea } from '../season/season.case.ts'
import { decisionFacts, type OpenedSeason } from './dossier.facts.ts'
import { decisionPaperFile, isAboutNobody, revocationFile } from './dossier.queries.ts'
import { listAreasOfActs, listRevokedOf } from './dossier.store.ts'
import type { PaperFile } from './paper.files.ts'

/** What lies in a dossier: what the contents say of it, and how to get it when its turn comes. */
export type Item = Omit<ContentsLine, 'fromPage'> & {
  readonly isEditable: boolean
  readonly open: () => Promise<PaperFile | Attachment | undefined>
}

/** A file somebody handed in, as it came; on a page of its own where it is a photo. */
export type Attachment = {
  readonly fileName: string
  readonly bytes: () => Promise<Uint8Array>
  /** Null: it cannot be drawn on a page. */
  readonly page: () => Promise<Uint8Array | null>
}

/** Every paper of every decision of the season. */
export async function decisionItems(ctx: Context, opened: OpenedSeason): Promise<Item[]> {
  const items: Item[] = []
  for (const decision of await listDecisions(ctx.tx, opened.season.id)) {
    items.push(...(await itemsOf(ctx, opened, decision, decisionPaperCodes)))
    for (const { candidateId, onDay } of await listRevokedOf(ctx.tx, decision.id))
      items.push(await revocationItem(ctx, opened, decision, { candidateId, onDay }))
  }
  return items
}

/**
 * The acts about these areas alone, and about others for those who may read them all: a list of names of another village is
 * not for the head of this one. What they may not have is told.
 */
export async function decisionItemsOf(
  ctx: Context,
  opened: OpenedSeason,
  areaUnitIds: readonly string[],
): Promise<{ readonly items: readonly Item[]; readonly withheld: readonly SeasonDecision[] }> {
  const mayReadAll = (await authoriseAtHolder(ctx, 'dossier.printDecision', opened.season)) === undefined
  const areasBy = Map.groupBy(await listAreasOfActs(ctx.tx, opened.season.id), ({ decisionId }) => decisionId)
  const items: Item[] = []
  const withheld: SeasonDecision[] = []
  for (const decision of await listDecisions(ctx.tx, opened.season.id)) {
    const areas = areasBy.get(decision.id) ?? []
    const isAsked = ({ areaUnitId }: { readonly areaUnitId: string }): boolean => areaUnitIds.includes(areaUnitId)
    if (!areas.some(isAsked)) continue
    if (mayReadAll || areas.every(isAsked)) items.push(...(await itemsOf(ctx, opened, decision, ['decision'])))
    else withheld.push(decision)
    for (const { candidateId, onDay } of (await listRevokedOf(ctx.tx, decision.id)).filter(isAsked))
      items.push(await revocationItem(ctx, opened, decision, { candidateId, onDay }))
  }
  return { items, withheld }
}

async function itemsOf(ctx: Context, opened: OpenedSeason, decision: SeasonDecision, codes: readonly DecisionPaperCode[]): Promise<Item[]> {
  const common = await underDecision(ctx, opened, decision)
  return codes
    .filter(each => !isAboutNobody(decision, each))
    .map(code => ({
      ...common,
      code: code === 'decision' ? decision.code : '',
      on: decision.on,
      title: paperWords[code],
      isEditable: editablePapers.includes(code),
      open: () => decisionPaperFile(ctx, opened, decision, code),
    }))
}

async function revocationItem(
  ctx: Context,
  opened: OpenedSeason,
  decision: SeasonDecision,
  { candidateId, onDay }: Pick<Awaited<ReturnType<typeof listRevokedOf>>[number], 'candidateId' | 'onDay'>,
): Promise<Item> {
  return {
    ...(await underDecision(ctx, opened, decision)),
    code: '',
    on: onDay,
    title: paperWords.revocation,
    isEditable: true,
    open: () => revocationFile(ctx, opened, decision, candidateId),
  }
}

async function underDecision(ctx: Context, opened: OpenedSeason, decision: SeasonDecision): Promise<Pick<Item, 'under' | 'author'>> {
  const { issuer } = await decisionFacts(ctx, opened, decision)
  return { under: `Quyết định số ${decision.code}`, author: issuer.calledInText }
}

/** What was handed in to show that the list was posted. */
export async function postingItems(ctx: Context, facts: PaperFacts, { areaUnitId, events }: OpenedArea): Promise<Item[]> {
  const posted = standingEvents(events).find(event => event.type === 'post')
  if (!posted) return []
  const postingId = await findPostingId(ctx.tx, { seasonId: facts.season.id, areaUnitId, sequence: posted.sequence })
  if (postingId === undefined) return []
  return (await listEvidence(ctx.tx, 'posting', [postingId])).map(evidence => ({
    under: facts.place.name,
    code: '',
    on: posted.posting.from,
    title: `Ảnh niêm yết: ${evidence.fileName}`,
    author: evidence.addedBy,
    isEditable: false,
    open: async () => ({
      fileName: evidence.fileName,
      bytes: () => ctx.files.get(evidence.sha256),
      page: () => photoPage(ctx, evidence, { paper: postingPhoto(facts, posted.posting), day: posted.posting.from }),
    }),
  }))
}

const photoFormats = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const satisfies Partial<
  Record<EvidenceMediaType, string>
>

async function photoPage(
  ctx: Context,
  { mediaType, fileName, addedBy, sha256 }: Evidence,
  { paper, day }: { readonly paper: ReturnType<typeof postingPhoto>; readonly day: PaperFacts['season']['openedOn'] },
): Promise<Uint8Array | null> {
  if (!(mediaType in photoFormats)) return null
  const format = photoFormats[mediaType as keyof typeof photoFormats]
  const photo = await ctx.files.get(sha256)
  return writePhotoPage({ title: paper.title, author: addedBy, day, paper, photo, format, says: fileName })
}
