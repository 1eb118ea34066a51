import { isPlainDate } from '../calendar/plain-date.ts'

/** What a plan of another year still says in its words: to be looked at, never changed by itself. */
export type StaleWords = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** `pastYear`: before the year copied to. `comingYear`: that year or later, said of an earlier plan. */
  readonly kind: 'pastYear' | 'comingYear' | 'endedPeriod' | 'runningPeriod' | 'citation' | 'day'
}

const yearPattern = String.raw`(?:19|20)\d\d`
const code = String.raw`\d+(?:\s?/\s?${yearPattern})?\s?/\s?\p{Lu}[\p{L}\d]*(?:\s?[-‐‑–]\s?\p{Lu}[\p{L}\d&]*)*`
const numericDay = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?${yearPattern}`
const wordedDay = String.raw`\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+${yearPattern}`
const patterns = {
  citation: String.raw`${code}(?:\s*,?\s*ngày\s+(?:${numericDay}|${wordedDay}))?`,
  period: String.raw`(?:giai đoạn\s+)?(?:(?:từ\s+)?năm\s+)?${yearPattern}\s?(?:[-‐‑–]|đến)\s?(?:năm\s+)?${yearPattern}`,
  day: String.raw`(?:ngày\s+)?(?:${numericDay}|${wordedDay})|(?:tháng\s+|quý\s+)?(?:\d{1,2}|[IV]{1,3})\s?/\s?${yearPattern}`,
  year: String.raw`(?:năm\s+)?${yearPattern}`,
}
const anyOf = new RegExp(
  Object.entries(patterns)
    .map(([name, pattern]) => String.raw`(?<${name}>(?<![\p{L}\d/])(?:${pattern})(?![\d/]))`)
    .join('|'),
  'giu',
)

/** Every year, period, day and document the words name, in their order: each spoke of the year the plan was made for. */
export function staleWords(text: string, year: number): StaleWords[] {
  return Array.from(text.matchAll(anyOf), match => {
    const [found] = match
    const start = match.index
    return { start, end: start + found.length, text: found, kind: kindOf(found, match.groups ?? {}, year) }
  })
}

function kindOf(text: string, groups: Readonly<Record<string, string | undefined>>, year: number): StaleWords['kind'] {
  if (groups['citation'] !== undefined) return 'citation'
  if (groups['period'] !== undefined) return Math.max(...yearsIn(text)) < year ? 'endedPeriod' : 'runningPeriod'
  if (groups['day'] !== undefined) return 'day'
  return Math.max(...yearsIn(text)) < year ? 'pastYear' : 'comingYear'
}

function yearsIn(text: string): number[] {
  return Array.from(text.matchAll(new RegExp(yearPattern, 'gu')), ([found]) => Number(found))
}

/** The same words some years on: what a person may choose instead. Null where only a person can know: a document has another number. */
export function moveWords({ kind, text }: Pick<StaleWords, 'kind' | 'text'>, years: number): string | null {
  if (kind === 'citation' || kind === 'endedPeriod' || kind === 'runningPeriod') return null
  const moved = text.replace(new RegExp(yearPattern, 'gu'), found => String(Number(found) + years))
  return kind === 'day' && !isRealDay(moved) ? null : moved
}

/** A written day may not exist some years on: 29/2. Text that gives no whole day passes. */
function isRealDay(text: string): boolean {
  const parts = /(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})/u.exec(text) ?? /(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u.exec(text)
  if (!parts) return true
  const [, day = '', month = '', year = ''] = parts
  return isPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
