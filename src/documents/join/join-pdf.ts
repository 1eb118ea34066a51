import { createHash } from 'node:crypto'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { numberIn, type PdfObject, type PdfObjects, readPdfObjects, referenceIn, withReferences } from './pdf-objects.ts'

/** A file to be joined. Without a title it goes on from the part before; `heading` opens what stands under it. */
export type JoinedPart = { readonly heading: string | null; readonly title: string | null; readonly bytes: Uint8Array }

/** Where a part came to lie, counted from the first page behind the contents. */
export type PartAt = { readonly title: string; readonly fromPage: number }

export type JoinedFile = {
  readonly title: string
  readonly day: PlainDate
  /** The pages that come first, made when all others are known: told how many pages they fill themselves. Null: none. */
  readonly contents: ((parts: readonly PartAt[], ownPages: number) => Promise<Uint8Array>) | null
}

/**
 * Many files of our own typesetter as one PDF/A-2a: pages in order, tags kept, a bookmark for each part. Written as it is
 * read: what is held is one part, and a place for each object. The same parts give the same bytes.
 */
export function joinPdfs(parts: AsyncIterable<JoinedPart>, file: JoinedFile): AsyncGenerator<Uint8Array> {
  return inChunks(joined(parts, file))
}

/** Objects are small: what leaves at once is some tens of kilobytes. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    size += piece.length
    if (size < 65_536) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

async function* joined(parts: AsyncIterable<JoinedPart>, file: JoinedFile): AsyncGenerator<Uint8Array> {
  const joining = startJoining()
  yield joining.take('%PDF-1.7\n%\x80\x80\x80\x80\n')
  for await (const part of parts) yield* joining.add(part)
  if (file.contents) yield* joining.add({ heading: 'Mục lục', title: null, bytes: await fitting(file.contents, joining.parts) }, 'first')
  yield* joining.finish(file)
}

/** Contents tell where parts begin, behind as many pages as they fill themselves. */
async function fitting(contents: NonNullable<JoinedFile['contents']>, parts: readonly PartAt[]): Promise<Uint8Array> {
  const first = await contents(parts, 1)
  const pages = pageCountOf(first)
  return pages === 1 ? first : contents(parts, pages)
}

function pageCountOf(bytes: Uint8Array): number {
  const { objects, rootOf } = readPdfObjects(bytes)
  const pages = referenceIn(objects.get(rootOf)?.head ?? '', 'Pages')
  return numberIn(objects.get(pages ?? 0)?.head ?? '', 'Count') ?? 0
}

// Objects every joined file has, before those of its parts.
const catalog = 1
const pagesRoot = 2
const structRoot = 3
const metadata = 4
const outlines = 5
const outputIntent = 6
/** One element holds those of all parts. */
const wholeOf = 7
/** The intents of a file stand in an object of their own, as the typesetter writes them: what was joined can be joined again. */
const intentList = 8
const firstFree = 9

type Kept = { readonly rootNumber: number; readonly pages: number }
type Bookmark = { readonly title: string; readonly level: 1 | 2; readonly page: number }

function startJoining() {
  const hash = createHash('sha256')
  const offsets: number[] = []
  const parts: PartAt[] = []
  const bookmarks: Bookmark[] = []
  const trees: Kept[] = []
  const structs = { kids: [] as string[], parents: [] as string[], names: [] as string[], nextKey: 0, roles: '' }
  let written = 0
  let nextNumber = firstFree
  let fileCount = 0
  let hasIntent = false

  function take(chunk: string | Uint8Array): Uint8Array {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk
    hash.update(bytes)
    written += bytes.length
    return bytes
  }

  function* put(number: number, { head, stream }: PdfObject): Generator<Uint8Array> {
    offsets[number] = written
    yield take(`${number} 0 obj\n${head}`)
    if (stream) yield take(stream)
    yield take(stream ? 'endobj\n' : '\nendobj\n')
  }

  function* add({ heading, title, bytes }: JoinedPart, place: 'first' | 'last' = 'last'): Generator<Uint8Array> {
    const source = readPdfObjects(bytes)
    const root = headOf(source, source.rootOf)
    const [pages, struct, intents] = [referenceIn(root, 'Pages'), referenceIn(root, 'StructTreeRoot'), referenceIn(root, 'OutputIntents')]
    if (pages === null || struct === null || intents === null) throw new Error('a PDF with pages, tags and an output intent is expected')
    const base = nextNumber
    const tag = `D${String(fileCount++).padStart(6, '0')}`
    nextNumber += Math.max(...source.objects.keys()) + 1
    const lead = (number: number): string => `${number === struct ? wholeOf : base + number} 0 R`
    const say = (string: string): string => (/^\((?:D\d+)*U\d+x\d+y\d+\)$/u.test(string) ? `(${tag}${string.slice(1)}` : string)
    const left = new Set([source.rootOf, source.infoOf, struct, referenceIn(root, 'Metadata'), intents, ...outlineOf(source, root)])
    const intent = referenceIn(headOf(source, intents).replace('[', '/First '), 'First')
    if (intent !== null) {
      left.add(intent)
      if (!hasIntent) yield* put(outputIntent, { head: withReferences(headOf(source, intent), lead), stream: null })
      hasIntent = true
    }
    const leaves = leavesOf(headOf(source, struct), 'ParentTree')
    for (const [number, { head, stream }] of source.objects) {
      if (left.has(number)) continue
      const told = number === pages ? head.replace('/Type /Pages', `/Type /Pages\n  /Parent ${pagesRoot} 0 R`) : head
      if (leaves.includes(number)) yield* put(base + number, { head: withReferences(laterLeaf(told, structs.nextKey), lead), stream })
      else yield* put(base + number, { head: withReferences(laterKeys(told, structs.nextKey), lead, say), stream })
    }
    yield* addStructure(headOf(source, struct), lead, say)
    const count = numberIn(headOf(source, pages), 'Count') ?? 0
    const firstPage = base + firstPageOf(source, pages)
    const marks: Bookmark[] = [
      ...(heading === null ? [] : [{ title: heading, level: 1, page: firstPage } as const]),
      ...(title === null ? [] : [{ title, level: 2, page: firstPage } as const]),
    ]
    bookmarks[place === 'first' ? 'unshift' : 'push'](...marks)
    if (title !== null) parts.push({ title, fromPage: 1 + trees.reduce((sum, tree) => sum + tree.pages, 0) })
    trees[place === 'first' ? 'unshift' : 'push']({ rootNumber: base + pages, pages: count })
  }

  /** Tags of a part: its tree hangs under the new root, its numbers and names in a leaf of their own. */
  function* addStructure(head: string, lead: (number: number) => string, say: (string: string) => string): Generator<Uint8Array> {
    const list = (name: string): string => new RegExp(`/${name} \\[([^\\]]*)\\]`, 'u').exec(head)?.[1] ?? ''
    structs.kids.push(withReferences(list('K'), lead))
    structs.roles ||= /\/RoleMap <<[\s\S]*?>>/u.exec(head)?.[0] ?? ''
    const from = structs.nextKey
    structs.parents.push(...leavesOf(head, 'ParentTree').map(lead))
    structs.names.push(...leavesOf(head, 'IDTree').map(lead))
    const nums = list('Nums').replace(
      /(\d+) (\d+) 0 R/gu,
      (_, key: string, number: string) => `${Number(key) + from} ${lead(Number(number))}`,
    )
    const next = from + (numberIn(head, 'ParentTreeNextKey') ?? 0)
    if (nums !== '') structs.parents.push(`${nextNumber} 0 R`)
    if (nums !== '') yield* put(nextNumber++, { head: `<< /Limits [${from} ${next - 1}] /Nums [${nums}] >>`, stream: null })
    structs.nextKey = next
    const names = withReferences(list('Names'), lead, say)
    const strings = names.match(/\([^)]*\)/gu) ?? []
    if (strings.length === 0) return
    structs.names.push(`${nextNumber} 0 R`)
    yield* put(nextNumber++, { head: `<< /Limits [${strings[0]} ${strings.at(-1)}] /Names [${names}] >>`, stream: null })
  }

  function* finish({ title, day }: JoinedFile): Generator<Uint8Array> {
    const kids = trees.map(({ rootNumber }) => `${rootNumber} 0 R`).join(' ')
    const count = trees.reduce((sum, { pages }) => sum + pages, 0)
    yield* put(
      catalog,
      plain(
        `<< /Type /Catalog /Pages ${pagesRoot} 0 R /Metadata ${metadata} 0 R /OutputIntents ${intentList} 0 R /Lang (vi-VN) /StructTreeRoot ${structRoot} 0 R /MarkInfo << /Marked true /Suspects false >> /ViewerPreferences << /DisplayDocTitle true >> /PageMode /UseOutlines /Outlines ${outlines} 0 R >>`,
      ),
    )
    yield* put(intentList, plain(`[${outputIntent} 0 R]`))
    yield* put(pagesRoot, plain(`<< /Type /Pages /Count ${count} /Kids [${kids}] >>`))
    const names = structs.names.length > 0 ? ` /IDTree << /Kids [${structs.names.join(' ')}] >>` : ''
    yield* put(
      structRoot,
      plain(
        `<< /Type /StructTreeRoot ${structs.roles} /K [${wholeOf} 0 R] /ParentTree << /Kids [${structs.parents.join(' ')}] >>${names} /ParentTreeNextKey ${structs.nextKey} >>`,
      ),
    )
    yield* put(wholeOf, plain(`<< /Type /StructElem /S /Document /P ${structRoot} 0 R /K [${structs.kids.join(' ')}] >>`))
    const xmp = Buffer.from(metadataOf(title, day), 'utf8')
    const stream = Buffer.concat([Buffer.from('\nstream\n'), xmp, Buffer.from('\nendstream\n')])
    yield* put(metadata, { head: `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>`, stream })
    yield* putBookmarks()
    const startsAt = written
    const rows = Array.from({ length: nextNumber }, (_, number) => {
      const offset = offsets[number]
      return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
    })
    yield take(`xref\n0 ${nextNumber}\n`)
    for (let at = 0; at < rows.length; at += 5000) yield take(rows.slice(at, at + 5000).join(''))
    const id = hash.copy().digest('hex').slice(0, 32)
    yield take(`trailer\n<< /Size ${nextNumber} /Root ${catalog} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${startsAt}\n%%EOF\n`)
  }

  /** Two levels: what belongs to a village stands under its name. */
  function* putBookmarks(): Generator<Uint8Array> {
    const first = nextNumber
    nextNumber += bookmarks.length
    const tops = bookmarks.flatMap(({ level }, at) => (level === 1 ? [at] : []))
    const refer = (name: string, at: number | undefined): string => (at === undefined ? '' : ` /${name} ${first + at} 0 R`)
    yield* put(outlines, {
      head: `<< /Type /Outlines${refer('First', tops[0])}${refer('Last', tops.at(-1))} /Count ${tops.length} >>`,
      stream: null,
    })
    for (const [at, { title, level, page }] of bookmarks.entries()) {
      const top = level === 1 ? at : (tops.findLast(each => each < at) ?? 0)
      const until = tops.find(each => each > top) ?? bookmarks.length
      const below = level === 1 ? until - at - 1 : 0
      const siblings = level === 1 ? tops : Array.from({ length: until - top - 1 }, (_, each) => top + 1 + each)
      const place = siblings.indexOf(at)
      const parent = level === 1 ? ` /Parent ${outlines} 0 R` : refer('Parent', top)
      const children = below > 0 ? `${refer('First', at + 1)}${refer('Last', until - 1)} /Count -${below}` : ''
      const links = `${parent}${refer('Prev', siblings[place - 1])}${refer('Next', siblings[place + 1])}${children}`
      yield* put(first + at, { head: `<< /Title ${hexText(title)} /Dest [${page} 0 R /Fit]${links} >>`, stream: null })
    }
  }

  return { take, add, finish, parts }
}

function plain(head: string): PdfObject {
  return { head, stream: null }
}

function headOf({ objects }: PdfObjects, number: number): string {
  return objects.get(number)?.head ?? ''
}

/** Where a file was joined before, its tables of tags stand in leaves. */
function leavesOf(head: string, tree: 'ParentTree' | 'IDTree'): number[] {
  const kids = new RegExp(`/${tree} << /Kids \\[([^\\]]*)\\]`, 'u').exec(head)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/gu)].map(([, number]) => Number(number))
}

/** A leaf of the table of tags, its keys after those of the parts before. */
function laterLeaf(head: string, from: number): string {
  return head
    .replace(/\/Limits \[(\d+) (\d+)\]/u, (_, first: string, last: string) => `/Limits [${Number(first) + from} ${Number(last) + from}]`)
    .replace(/(?<=[[\s])(\d+) (\d+ 0 R)/gu, (_, key: string, reference: string) => `${Number(key) + from} ${reference}`)
}

/** A page's place in the table of tags, after those of the parts before. */
function laterKeys(head: string, from: number): string {
  return head.replace(/\/StructParents? (\d+)\b/gu, (found, key: string) => found.replace(key, String(Number(key) + from)))
}

/** The bookmarks a part brought along: they give way to those of the whole. */
function outlineOf(source: PdfObjects, root: string): number[] {
  const found: number[] = []
  const waiting = [referenceIn(root, 'Outlines')]
  while (waiting.length > 0) {
    const number = waiting.pop() ?? null
    if (number === null || found.includes(number)) continue
    found.push(number)
    waiting.push(referenceIn(headOf(source, number), 'First'), referenceIn(headOf(source, number), 'Next'))
  }
  return found
}

function firstPageOf(source: PdfObjects, pages: number): number {
  let number = pages
  for (let depth = 0; depth < 50; depth++) {
    const kid = /\/Kids \[\s*(\d+) 0 R/u.exec(headOf(source, number))?.[1]
    if (kid === undefined) break
    number = Number(kid)
  }
  return number
}

function hexText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex').toUpperCase()}>`
}

function metadataOf(title: string, day: PlainDate): string {
  const escaped = title.replace(/[&<>]/gu, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>${day}T00:00:00Z</xmp:CreateDate><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
