import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { joinPdfs, type PartAt } from '#documents/join/join-pdf.ts'
import { MissingSigns } from '#documents/layout/measure.ts'
import { papersUnder, waitsFor } from '#domain/dossier/area-papers.ts'
import { standingCandidates } from '#domain/dossier/before-meeting.ts'
import { type ContentsGap, type ContentsLine, contentsPage } from '#domain/dossier/contents.ts'
import { gapsOf, unverifiedForms } from '#domain/dossier/gaps.ts'
import { areaLines, honourIn, type PaperFacts } from '#domain/dossier/paper-facts.ts'
import { editablePapers, paperWords } from '#domain/dossier/paper-kinds.ts'
import { capitalise, lowerFirst } from '#domain/kit/text.ts'
import { asDate, type Context } from '../context.ts'
import { openAreas } from '../season/season.case.ts'
import { lastDayOf, type OpenedSeason, paperFacts } from './dossier.facts.ts'
import { areaPaperFile } from './dossier.queries.ts'
import { countAreaOutcomes, type DossierRequest, noOutcomes } from './dossier.store.ts'
import { type Attachment, decisionItems, decisionItemsOf, type Item, postingItems } from './items.ts'
import { type PaperFile, writeBook } from './paper.files.ts'

export type Dossier = { readonly title: string; readonly items: readonly Item[]; readonly gaps: readonly ContentsGap[] } & {
  readonly contents: (listed: readonly Listed[], unprinted: readonly ContentsGap[]) => Promise<Uint8Array>
  readonly day: PaperFacts['season']['openedOn']
}

/** A paper that lies in the dossier, and on which page; null where each is a file of its own. */
type Listed = { readonly item: Item; readonly fromPage: number | null }

/** What lies in a dossier, in order. Papers are set, or read from where they are kept, one at a time when it is written. */
export async function openDossier(
  ctx: Context,
  opened: OpenedSeason,
  { areaUnitIds, isWhole, purpose }: Pick<DossierRequest, 'areaUnitIds' | 'purpose'> & { readonly isWhole: boolean },
): Promise<Dossier> {
  const { season, law } = opened
  const areas = await openAreas(ctx, season.id, areaUnitIds)
  const outcomes = await countAreaOutcomes(ctx.tx, season.id, areaUnitIds)
  const acts = isWhole ? { items: await decisionItems(ctx, opened), withheld: [] } : await decisionItemsOf(ctx, opened, areaUnitIds)
  const items: Item[] = [...acts.items]
  const gaps: ContentsGap[] = acts.withheld.map(({ code }) => ({
    under: '',
    says: `Quyết định số ${code} nêu tên cả nơi khác: người phụ trách đợt bình xét mới in được.`,
  }))
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
    items.push(...(await postingItems(ctx, facts, area)))
  }
  gaps.push(...unverifiedForms({ law, confirmations: law.confirmations }).map(says => ({ under: '', says })))
  const title = `${capitalise(honourIn(law.book, season.year))}${areas.length === 1 ? `, ${items.at(-1)?.under ?? ''}` : ''}`
  const day = season.openedOn
  return {
    title: `Hồ sơ ${lowerFirst(title)}`,
    items,
    gaps,
    day,
    contents: (listed, unprinted) => {
      const shown = listed.map(({ item: { open: _, isEditable: __, ...item }, fromPage }): ContentsLine => ({ ...item, fromPage }))
      const paper = contentsPage({ title, issuerLines: lines, purpose }, { lines: shown, gaps: [...gaps, ...unprinted] })
      return writeBook({ title: 'Mục lục hồ sơ', author: '', day, papers: [paper] })
    },
  }
}

/** Its list can be printed: asked before the first byte leaves the house, for afterwards nothing can be refused. */
export async function drawContents({ items, contents }: Dossier): Promise<void> {
  await contents(
    items.map(item => ({ item, fromPage: null })),
    [],
  )
}

/** What came of the papers while they were set. */
type Told = { readonly set: Item[]; readonly unprinted: ContentsGap[] }

/**
 * Each paper when its turn comes. One that no face can print is told in the list, by the numbers of its signs, and a file that
 * cannot be taken as it is asked for by its name; the others come all the same.
 */
async function* setPapers<Taken>(
  items: readonly Item[],
  { set, unprinted }: Told,
  take: (file: PaperFile | Attachment) => Promise<Taken | null>,
): AsyncGenerator<{ readonly item: Item; readonly taken: Taken }> {
  for (const item of items) {
    try {
      const file = await item.open()
      if (!file) continue
      const taken = await take(file)
      if (taken === null) {
        unprinted.push({ under: item.under, says: `${item.title}: không ghép vào tệp PDF được, có trong tệp .zip` })
        continue
      }
      set.push(item)
      yield { item, taken }
    } catch (error) {
      if (!(error instanceof MissingSigns)) throw error
      unprinted.push({ under: item.under, says: `${item.title}: chưa in được, phông chữ của giấy không có ký tự ${codesOf(error.signs)}` })
    }
  }
}

function codesOf(signs: readonly string[]): string {
  return signs
    .slice(0, 10)
    .map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ')
}

/** One PDF with a list of contents and bookmarks, written while it is made: one paper is in memory at a time. */
export function dossierPdf({ items, contents, title, day }: Dossier): Readable {
  const told: Told = { set: [], unprinted: [] }
  const list = (parts: readonly PartAt[], own: number): Promise<Uint8Array> =>
    contents(
      told.set.map((item, at) => ({ item, fromPage: (parts[at]?.fromPage ?? 0) + own })),
      told.unprinted,
    )
  return Readable.from(joinPdfs(partsOf(items, told), { title, day, contents: list }), { objectMode: false })
}

async function asPages(file: PaperFile | Attachment): Promise<Uint8Array | null> {
  return 'page' in file ? file.page() : file.pdf
}

async function* partsOf(items: readonly Item[], told: Told) {
  let under = ''
  for await (const { item, taken } of setPapers(items, told, asPages)) {
    yield { heading: item.under === under ? null : item.under, title: item.title, bytes: taken }
    under = item.under
  }
}

/** Each paper a file of its own and every photo as it came, for the word processor too where somebody may have to write in it. */
export function dossierZip(dossier: Dossier): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', error => output.destroy(error))
  fillZip(zip, dossier).catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  return output
}

/** The next paper is set when the one before is written; the list comes last, when it is known what there is. */
async function fillZip(zip: ZipFile, { items, contents }: Dossier): Promise<void> {
  const told: Told = { set: [], unprinted: [] }
  for await (const { item, taken } of setPapers(items, told, async file => file)) {
    const name = `${safe(item.under)}/${String(items.indexOf(item) + 1).padStart(2, '0')} ${safe(item.title)}`
    if ('page' in taken) await write(zip, name, await taken.bytes())
    else await write(zip, `${name}.pdf`, taken.pdf)
    if (item.isEditable && !('page' in taken) && taken.docx) await write(zip, `${name}.docx`, taken.docx)
  }
  const listed = told.set.map(item => ({ item, fromPage: null }))
  await write(zip, '00 Mục lục và phần còn thiếu.pdf', await contents(listed, told.unprinted))
  zip.end()
}

function write(zip: ZipFile, name: string, bytes: Uint8Array): Promise<void> {
  const content = Readable.from([Buffer.from(bytes)], { objectMode: false })
  return new Promise((resolve, reject) => {
    content.once('close', resolve).once('error', reject)
    zip.addReadStream(content, name, { mtime: asDate('1980-01-01T00:00:00Z') })
  })
}

function safe(name: string): string {
  return name.replace(/[\\/:*?"<>|]/gu, '-')
}
