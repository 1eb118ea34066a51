import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { joinPdfs, type PartAt } from '#documents/join/join-pdf.ts'
import { papersUnder, waitsFor } from '#domain/dossier/area-papers.ts'
import { standingCandidates } from '#domain/dossier/before-meeting.ts'
import { type ContentsGap, type ContentsLine, contentsPage } from '#domain/dossier/contents.ts'
import { gapsOf, unverifiedForms } from '#domain/dossier/gaps.ts'
import { areaLines, honourIn, type PaperFacts } from '#domain/dossier/paper-facts.ts'
import { decisionPaperCodes, editablePapers, paperWords } from '#domain/dossier/paper-kinds.ts'
import { capitalise, lowerFirst } from '#domain/kit/text.ts'
import { asDate, type Context } from '../context.ts'
import { listDecisions } from '../season/decision.store.ts'
import { openAreas } from '../season/season.case.ts'
import { decisionFacts, lastDayOf, type OpenedSeason, paperFacts } from './dossier.facts.ts'
import { areaPaperFile, decisionPaperFile, isAboutNobody, revocationFile } from './dossier.queries.ts'
import { countAreaOutcomes, type DossierRequest, listRevokedOf, noOutcomes } from './dossier.store.ts'
import { type PaperFile, writeBook } from './paper.files.ts'

/** A paper of a dossier: what the contents say of it, and how to get it when its turn comes. */
type Item = Omit<ContentsLine, 'fromPage'> & { readonly isEditable: boolean; readonly open: () => Promise<PaperFile | undefined> }
export type Dossier = { readonly title: string; readonly items: readonly Item[]; readonly gaps: readonly ContentsGap[] } & {
  readonly contents: (fromPages: readonly (number | null)[]) => Promise<Uint8Array>
  readonly day: PaperFacts['season']['openedOn']
}

/** What lies in a dossier, in order. Papers are set, or read from where they are kept, one at a time when it is written. */
export async function openDossier(
  ctx: Context,
  opened: OpenedSeason,
  { areaUnitIds, isWhole, purpose }: Pick<DossierRequest, 'areaUnitIds' | 'purpose'> & { readonly isWhole: boolean },
): Promise<Dossier> {
  const { season, law } = opened
  const areas = await openAreas(ctx, season.id, areaUnitIds)
  const outcomes = await countAreaOutcomes(ctx.tx, season.id, areaUnitIds)
  const items: Item[] = isWhole ? await decisionItems(ctx, opened) : []
  const gaps: ContentsGap[] = []
  let lines: readonly string[] = []
  for (const area of areas) {
    const on = lastDayOf(area, ctx.today)
    const facts = await paperFacts(ctx, opened, area, on)
    const { name } = facts.place
    lines = areas.length === 1 ? areaLines(facts.place) : areaLines(facts.place).slice(0, 1)
    gaps.push(...gapsOf(facts, outcomes.get(area.areaUnitId) ?? noOutcomes).map(says => ({ under: areas.length === 1 ? '' : name, says })))
    if (standingCandidates({ area }).length === 0) continue
    // Ballots are for the hand, not for the file.
    for (const code of papersUnder(law.book).filter(each => each !== 'ballot' && waitsFor(each, law.book, area.events) === null))
      items.push({
        under: name,
        code: '',
        on,
        title: paperWords[code],
        author: name,
        isEditable: editablePapers.includes(code),
        open: () => areaPaperFile(ctx, opened, area, { code, candidateId: null, copies: 0 }),
      })
  }
  gaps.push(...unverifiedForms({ law, confirmations: law.confirmations }).map(says => ({ under: '', says })))
  const title = `${capitalise(honourIn(law.book, season.year))}${areas.length === 1 ? `, ${items.at(-1)?.under ?? ''}` : ''}`
  const day = season.openedOn
  return {
    title: `Hồ sơ ${lowerFirst(title)}`,
    items,
    gaps,
    day,
    contents: fromPages => {
      const shown = items.map(({ open: _, isEditable: __, ...item }, at): ContentsLine => ({ ...item, fromPage: fromPages[at] ?? null }))
      const paper = contentsPage({ title, issuerLines: lines, purpose }, { lines: shown, gaps })
      return writeBook({ title: 'Mục lục hồ sơ', author: '', day, papers: [paper] })
    },
  }
}

async function decisionItems(ctx: Context, opened: OpenedSeason): Promise<Item[]> {
  const items: Item[] = []
  for (const decision of await listDecisions(ctx.tx, opened.season.id)) {
    const { issuer } = await decisionFacts(ctx, opened, decision)
    const common = { under: `Quyết định số ${decision.code}`, author: issuer.calledInText }
    for (const code of decisionPaperCodes.filter(each => !isAboutNobody(decision, each)))
      items.push({
        ...common,
        code: code === 'decision' ? decision.code : '',
        on: decision.on,
        title: paperWords[code],
        isEditable: editablePapers.includes(code),
        open: () => decisionPaperFile(ctx, opened, decision, code),
      })
    for (const { candidateId, onDay } of await listRevokedOf(ctx.tx, decision.id))
      items.push({
        ...common,
        code: '',
        on: onDay,
        title: paperWords.revocation,
        isEditable: true,
        open: () => revocationFile(ctx, opened, decision, candidateId),
      })
  }
  return items
}

/** One PDF with a list of contents and bookmarks, written while it is made: one paper is in memory at a time. */
export function dossierPdf({ items, contents, title, day }: Dossier): Readable {
  const file = { title, day, contents: (parts: readonly PartAt[], own: number) => contents(parts.map(({ fromPage }) => fromPage + own)) }
  return Readable.from(joinPdfs(partsOf(items), file), { objectMode: false })
}

async function* partsOf(items: readonly Item[]) {
  let under = ''
  for (const item of items) {
    const file = await item.open()
    if (!file) continue
    yield { heading: item.under === under ? null : item.under, title: item.title, bytes: file.pdf }
    under = item.under
  }
}

/** Each paper a file of its own, for the word processor too where somebody may have to write in it. */
export function dossierZip({ items, contents }: Dossier): Readable {
  const zip = new ZipFile()
  const options = { mtime: asDate('1980-01-01T00:00:00Z') }
  const later = (name: string, make: () => Promise<Uint8Array | null | undefined>): void =>
    zip.addReadStreamLazy(name, options, callback => callback(null, Readable.from(once(make), { objectMode: false })))
  later('00 Mục lục và phần còn thiếu.pdf', () => contents([]))
  for (const [at, item] of items.entries()) {
    const name = `${safe(item.under)}/${String(at + 1).padStart(2, '0')} ${safe(item.title)}`
    later(`${name}.pdf`, async () => (await item.open())?.pdf)
    if (item.isEditable) later(`${name}.docx`, async () => (await item.open())?.docx)
  }
  zip.end()
  const output = zip.outputStream as Readable
  zip.on('error', error => output.destroy(error))
  return output
}

/** Made when its turn comes, and let go when it is written. */
async function* once(make: () => Promise<Uint8Array | null | undefined>): AsyncGenerator<Buffer> {
  const bytes = await make()
  if (bytes) yield Buffer.from(bytes)
}

function safe(name: string): string {
  return name.replace(/[\\/:*?"<>|]/gu, '-')
}
