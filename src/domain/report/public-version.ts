import { type Block, cellText, type Inline, inlineText, type OfficialDocument, plainText } from '../document/official-document.ts'
import { type Dictionary, indicatorOf } from '../indicator/indicator.ts'
import { ownTableId } from './figure-tables.ts'
import { readSumFigureId } from './sum-figure.ts'

// What everybody may read of an issued report: nothing that tells of a person, nothing that leads into the house.

const patterns: readonly RegExp[] = [
  /(?<!\d)(?:\+84|0)(?:[\s.]?\d){8,10}(?![\s.]?\d)/gu, // telephone
  /(?<![\d.,])\d{9}(?:\d{3})?(?![\d.,])/gu, // identity card, personal number
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /(?:sinh\s+(?:ngày|năm)|năm sinh)\s*:?\s*[\d/.-]+/giu,
  /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ụ|[Đđ]ồng chí|[Đđ]\/c|[Hh]ộ|[Gg]ia đình)\s+(?:(?:ông|bà|anh|chị)\s+)?\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}/gu,
]

/** Words that look as if they told of a person; who publishes looks, and may leave out more. */
export function personalWords(text: string): string[] {
  return [...new Set(patterns.flatMap(pattern => text.match(pattern) ?? []))]
}

/** What in a text may be somebody's full name: two to five words with capitals, to be looked up among the names the house knows. */
export function possibleNames(text: string): string[] {
  const runs = text.match(/\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+/gu) ?? []
  return [
    ...new Set(
      runs.flatMap(run => {
        const words = run.split(/\s+/u)
        return words.flatMap((_, i) => [2, 3, 4, 5].flatMap(n => (i + n <= words.length ? [words.slice(i, i + n).join(' ')] : [])))
      }),
    ),
  ]
}

/** Said where something is left out, so that nobody takes the text for whole. */
export const leftOutWords = '(Lược một đoạn ở bản công khai.)'

/** The document for everybody: some paragraphs left out, no record to open, no recipient that names a person. */
export function publicVersion(document: OfficialDocument, leaveOut: ReadonlySet<string>): OfficialDocument {
  const blocks = (all: readonly Block[]): Block[] =>
    all.map(block => (leaveOut.has(block.id) && 'inlines' in block ? { ...block, inlines: plainText(leftOutWords) } : plainBlock(block)))
  return {
    ...document,
    bases: document.bases.map(basis => ({ ...basis, inlines: plainInlines(basis.inlines) })),
    blocks: blocks(document.blocks),
    recipients: { ...document.recipients, lines: document.recipients.lines.filter(line => personalWords(line).length === 0) },
    appendices: document.appendices.map(appendix => ({ ...appendix, blocks: blocks(appendix.blocks) })),
  }
}

function plainBlock(block: Block): Block {
  if (block.type === 'table') return { ...block, rows: block.rows.map(row => row.map(cellText)) }
  return 'inlines' in block ? { ...block, inlines: plainInlines(block.inlines) } : block
}

function plainInlines(inlines: readonly Inline[]): Inline[] {
  return plainText(inlineText(inlines))
}

/** One number of a table, for whoever reckons with it. */
export type PublicFigure = {
  readonly table: string
  readonly unit: string
  readonly code: string
  readonly name: string
  readonly countUnit: string
  readonly value: number
  /** As it is printed where it is no plain count: `trên 3.000 (có ước tính)`. */
  readonly words: string
  readonly isEstimated: boolean
}

/** The numbers of the tables, read back from how the house prints them. */
export function publicFigures({ appendices, issuer }: OfficialDocument, dictionary: Dictionary): PublicFigure[] {
  return appendices.flatMap(({ title, blocks }) =>
    blocks.flatMap(block =>
      block.type === 'table'
        ? block.rows.flatMap(row =>
            row.flatMap((cell): PublicFigure[] => {
              const measure = typeof cell === 'string' ? undefined : readSumFigureId(cell.figureId)?.measure
              const indicator = measure?.type === 'sum' ? indicatorOf(dictionary, measure.code) : undefined
              if (!indicator) return []
              const words = cellText(cell)
              return [
                {
                  table: title,
                  unit: block.id === ownTableId ? issuer.fullName : cellText(row[1] ?? ''),
                  code: indicator.code,
                  name: indicator.name,
                  countUnit: indicator.unit,
                  value: Number(words.replace(/\D/gu, '')),
                  words,
                  isEstimated: /\p{L}/u.test(words),
                },
              ]
            }),
          )
        : [],
    ),
  )
}
