import { formatNumber } from '../../kit/text.ts'
import { type Flag, flag } from '../flag.ts'
import { countGiving, likeness, type Percent, printPercent, readPercent, rounded, truncated } from '../share.ts'
import type { CheckFacts, PartText } from './facts.ts'

const whole = String.raw`(\d{1,3}(?:\.\d{3})+|\d+)`
const count = String.raw`(?<![\d.,/])${whole}`
const ofBase = String.raw`\s?/\s?${whole}(?![\d/])`
const percent = String.raw`(\d+(?:,\d+)?)\s?%`
const between = String.raw`[^\d.;!?%]{0,40}?`
/** `902/1.204 hộ, đạt 74,9%`, or `74,9% (902/1.204 hộ)`. */
const countsFirst = new RegExp(`${count}${ofBase}${between}${percent}`, 'gu')
const percentFirst = new RegExp(`${percent}${between}${count}${ofBase}`, 'gu')
/** `79,9% trong tổng số 16 thôn`. */
const baseAlone = new RegExp(`${percent}\\s+(?:trong|trên|của)\\s+(?:tổng\\s+số\\s+)?${count}(?![\\d/])\\s+\\p{L}`, 'gu')

/** Percentages in the words of a return, beside the counts written with them. */
export function checkProseShares({ texts }: Pick<CheckFacts, 'texts'>): Flag[] {
  return texts.flatMap(part => [
    ...[...part.text.matchAll(countsFirst)].flatMap(([written, over, under, share]) => compare(part, { written, over, under, share })),
    ...[...part.text.matchAll(percentFirst)].flatMap(([written, share, over, under]) => compare(part, { written, over, under, share })),
    ...[...part.text.matchAll(baseAlone)].flatMap(([written, share = '', under = '']) => givenBy(part, written, { share, under })),
  ])
}

type Written = {
  readonly written: string
  readonly over: string | undefined
  readonly under: string | undefined
  readonly share: string | undefined
}

function compare(part: PartText, { written, over = '', under = '', share = '' }: Written): Flag[] {
  const [numerator, base, told] = [read(over), read(under), readPercent(share)]
  if (!told || base === 0 || numerator > base || isDay(numerator, base)) return []
  const alike = likeness(told, { numerator, base })
  if (alike === 'rounded') return []
  const counts = { numerator, base, digits: told.digits }
  const is = `${formatNumber(numerator)}/${formatNumber(base)}`
  if (alike === 'truncated')
    return [
      flag('share-truncated', {
        ...placed(part, written),
        sentence: `Lời ghi “${written}”: ${is} cắt bớt chữ số là ${words(truncated(counts))}, làm tròn là ${words(rounded(counts))}.`,
        cause: 'Tỷ lệ trong lời bị cắt bớt chữ số; nên dùng một cách cho mọi tỷ lệ.',
      }),
    ]
  return [
    flag('share-differs', {
      ...placed(part, written),
      sentence: `Lời ghi “${written}”, nhưng ${is} là ${words(rounded(counts))}.`,
      cause: 'Thường do sửa số mà chưa sửa tỷ lệ trong lời, hoặc tỷ lệ còn của kỳ trước.',
    }),
  ]
}

function givenBy(part: PartText, written: string, { share, under }: { readonly share: string; readonly under: string }): Flag[] {
  const [told, base] = [readPercent(share), read(under)]
  if (!told || base === 0 || countGiving(told, base) !== null) return []
  const shown = written.replace(/\s+\p{L}$/u, '')
  return [
    flag('share-impossible', {
      ...placed(part, shown),
      sentence: `Lời ghi “${shown}”: không số nguyên nào trên ${formatNumber(base)} cho tỷ lệ ấy.`,
      cause: 'Thường do lấy nhầm mẫu số, hoặc lấy trung bình cộng các tỷ lệ.',
    }),
  ]
}

function placed({ partKey }: PartText, written: string): Pick<Flag, 'places' | 'numbers'> {
  return { places: [{ kind: 'part', key: partKey }], numbers: [written] }
}

function words(share: Percent): string {
  return `${printPercent(share)} %`
}

function read(digits: string): number {
  return Number(digits.replaceAll('.', ''))
}

/** `3/2022` is a month, `15/6` may be a day. */
function isDay(over: number, under: number): boolean {
  return over <= 31 && (under <= 12 || (under >= 1900 && under < 2100))
}
