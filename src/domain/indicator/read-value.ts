import type { Qualifier } from '../activity/activity.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { cleanText, formatNumber } from '../kit/text.ts'
import { type CountUnit, countUnits, type Dictionary, indicatorOf } from './indicator.ts'
import type { Value } from './value.ts'

export type ReadRefusal =
  | 'value.ambiguous-sign'
  | 'value.ambiguous-comma'
  | 'value.decimal'
  | 'value.negative'
  | 'value.percent'
  | 'value.other-unit'
  | 'value.estimate-of-none'
  | 'value.too-large'
  | 'value.not-a-number'
  | 'value.not-a-percent'

/** No count of the movement has more digits, money in đồng included. */
const largest = 1_000_000_000_000

/** Signs some offices write for none, others for unknown. */
const ambiguous = /^(?:[-–—]+|x|k|không|không có|n\/a|[.…]+|\/+|\?)$/iu

const qualifierWords: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:trên|hơn)\s+/iu, 'trên'],
  [/^gần\s+/iu, 'gần'],
  [/^(?:khoảng|ước|xấp xỉ)\s+/iu, 'khoảng'],
]
const moneyFactors: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
])

/**
 * What somebody typed or pasted into a cell: `1.234`, `1 234`, `trên 3.000`, `58 hộ`, `36 triệu` where đồng are counted.
 * Blank is missing, which is not none. Whatever could mean two things is refused, never guessed.
 */
export function readValue(typed: string, unit: CountUnit): Result<Value | null, ReadRefusal> {
  const text = cleanText(typed).replace(/\s+/gu, ' ')
  if (text === '') return ok(null)
  if (ambiguous.test(text)) return refuse('value.ambiguous-sign', { text })
  if (/%/u.test(text)) return refuse('value.percent', { text })
  const found = qualifierWords.find(([words]) => words.test(text))
  const count = readCount(found ? text.replace(found[0], '') : text, unit)
  if (!count.ok) return count
  if (!found) return ok({ quality: 'counted', count: count.value })
  return count.value === 0
    ? refuse('value.estimate-of-none', { text })
    : ok({ quality: 'estimated', count: count.value, qualifier: found[1] })
}

function readCount(text: string, unit: CountUnit): Result<number, ReadRefusal> {
  const [, digits = '', rest = ''] = /^([+\-−–]?\s?\d[\d.,\s]*)(.*)$/u.exec(text) ?? []
  if (digits === '') return refuse('value.not-a-number', { text })
  if (/^[-−–]/u.test(digits)) return refuse('value.negative', { text })
  const factor = readRest(rest.trim().toLocaleLowerCase('vi'), unit)
  if (!factor.ok) return factor
  const written = digits.trim().replace(/^\+\s?/u, '')
  const number = factor.value === 1 ? readWhole(written, text) : readPart(written, factor.value, text)
  return number.ok && number.value > largest ? refuse('value.too-large', { text, largest }) : number
}

/** What stands behind the digits: nothing, the column's own unit, or thousands and millions of đồng. */
function readRest(rest: string, unit: CountUnit): Result<number, ReadRefusal> {
  if (rest === '' || rest === unit) return ok(1)
  const [word = '', tail = ''] = rest.split(' ')
  const factor = moneyFactors.get(word)
  if (unit === 'đồng' && factor !== undefined && (tail === '' || tail === unit)) return ok(factor)
  const isOther = factor !== undefined || countUnits.some(other => other === rest)
  return isOther ? refuse('value.other-unit', { written: rest, unit }) : refuse('value.not-a-number', { text: rest })
}

/** `1.234.567`, `1 234`, `08`. One comma or a short last group is a decimal, or an English thousand. */
function readWhole(written: string, text: string): Result<number, ReadRefusal> {
  if (/^\d+$/u.test(written) || /^\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*$/u.test(written)) return ok(Number(written.replace(/[. ]/gu, '')))
  if (/^\d{1,3}(?:,\d{3})+$/u.test(written)) return refuse('value.ambiguous-comma', { text })
  return /^[\d. ]+(?:[.,]\d*)?$/u.test(written) ? refuse('value.decimal', { text }) : refuse('value.not-a-number', { text })
}

/** `1,5 tỷ`: decimals as long as they come to whole đồng. */
function readPart(written: string, factor: number, text: string): Result<number, ReadRefusal> {
  const [, whole, fraction = ''] = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,9}))?$/u.exec(written) ?? []
  if (whole === undefined) return refuse('value.not-a-number', { text })
  const kept = fraction.replace(/0+$/u, '')
  const shift = 10 ** kept.length
  if (factor % shift !== 0) return refuse('value.decimal', { text })
  return ok(Number(whole.replace(/\./gu, '') + kept) * (factor / shift))
}

/** As people write it in a table: `1.234`, `trên 3.000`, `0`; blank where nobody told it. */
export function printValue(value: Value | null): string {
  if (!value) return ''
  const digits = formatNumber(value.count)
  return value.quality === 'counted' ? digits : `${value.qualifier} ${digits}`
}

/** Cells as they were typed, by indicator: all are read, or those that cannot be are told, each by the name of its row. */
export function readCells(
  cells: Readonly<Record<string, string | undefined>>,
  dictionary: Dictionary,
): Result<Readonly<Record<string, Value | null>>, ReadRefusal | 'value.several'> {
  const read = Object.entries(cells).flatMap(([code, text = '']) => {
    const indicator = indicatorOf(dictionary, code)
    return indicator ? [{ code, text, name: indicator.name, read: readValue(text, indicator.unit) }] : []
  })
  const unread = read.flatMap(cell => (cell.read.ok ? [] : [{ ...cell, read: cell.read }]))
  const [first, second] = unread
  if (first && second) {
    return refuse('value.several', { count: unread.length, cells: unread.map(({ name, text }) => `${name}: “${text}”`).join('; ') })
  }
  if (first) return refuse(first.read.code, { ...first.read.details, name: first.name })
  return ok(Object.fromEntries(read.flatMap(cell => (cell.read.ok ? [[cell.code, cell.read.value]] : []))))
}
