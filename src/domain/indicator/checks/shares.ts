import { formatNumber } from '../../kit/text.ts'
import { cell, type Flag, flag, ratioPlace } from '../flag.ts'
import type { Ratio } from '../indicator.ts'
import { countGiving, likeness, type Percent, printPercent, readPercent, rounded, truncated } from '../share.ts'
import type { PrintedRatio, Sheet } from '../value.ts'
import type { CheckFacts } from './facts.ts'

type Share = {
  readonly ratio: Ratio
  readonly printed: PrintedRatio
  readonly percent: Percent
  readonly base: { readonly code: string; readonly name: string }
}

/** Percentages as they were printed, beside the counts they are of. Both stay as they are. */
export function checkShares(facts: Pick<CheckFacts, 'sheet' | 'dictionary'>): Flag[] {
  return facts.sheet.printed.flatMap(printed => {
    const ratio = facts.dictionary.ratios.find(({ code }) => code === printed.ratioCode)
    const percent = readPercent(printed.percent)
    const base = ratio?.bases.find(({ code }) => code === printed.baseCode)
    if (!ratio || !percent || !base) return []
    const share = { ratio, printed, percent, base }
    const [numerator, denominator] = [countedOf(facts.sheet, ratio.numerator), countedOf(facts.sheet, base.code)]
    if (denominator === 0) return [ofNone(share)]
    if (numerator !== null && denominator !== null) return compare(share, { numerator, base: denominator }, facts.sheet)
    if (percent.scaled > 100n * 10n ** BigInt(percent.digits)) return [aboveHundred(share)]
    return denominator !== null && countGiving(percent, denominator) === null ? [impossible(share, denominator, facts.sheet)] : []
  })
}

type Counts = { readonly numerator: number; readonly base: number }

function compare(share: Share, counts: Counts, sheet: Sheet): Flag[] {
  const alike = likeness(share.percent, counts)
  if (alike === 'rounded' || counts.numerator > counts.base) return []
  const { digits } = share.percent
  const [cut, round] = [truncated({ ...counts, digits }), rounded({ ...counts, digits })].map(printPercent)
  const told = `${formatNumber(counts.numerator)}/${formatNumber(counts.base)}`
  const about = { places: placesOf(share), numbers: [...numbersOf(share), String(counts.numerator), String(counts.base)] }
  if (alike === 'truncated')
    return [
      flag('share-truncated', {
        ...about,
        sentence: `“${share.ratio.name}” in ${share.printed.percent} %: ${told} cắt bớt chữ số là ${cut}, làm tròn là ${round}.`,
        cause: 'Số đã in do cắt bớt chữ số. Cả hai số được giữ; nên dùng một cách cho mọi tỷ lệ.',
      }),
    ]
  return [
    flag('share-differs', {
      ...about,
      sentence: `“${share.ratio.name}” in ${share.printed.percent} % trên ${share.base.name}, nhưng ${told} là ${round} %.`,
      cause: fittingBase(share, sheet) ?? 'Thường do sửa số mà chưa sửa tỷ lệ, hoặc tỷ lệ còn của kỳ trước.',
    }),
  ]
}

function aboveHundred(share: Share): Flag {
  return flag('share-above-hundred', {
    places: placesOf(share),
    numbers: numbersOf(share),
    sentence: `“${share.ratio.name}” in ${share.printed.percent} %, quá 100 % ${share.base.name}.`,
    cause: 'Thường do lấy nhầm mẫu số, hoặc gõ thiếu dấu phẩy.',
  })
}

function impossible(share: Share, base: number, sheet: Sheet): Flag {
  return flag('share-impossible', {
    places: placesOf(share),
    numbers: [...numbersOf(share), String(base)],
    sentence: `“${share.ratio.name}” in ${share.printed.percent} %: không số nguyên nào trên ${formatNumber(base)} (${share.base.name}) cho tỷ lệ ấy.`,
    cause: fittingBase(share, sheet) ?? 'Thường do lấy nhầm mẫu số, hoặc lấy trung bình cộng các tỷ lệ.',
  })
}

function ofNone(share: Share): Flag {
  return flag('share-impossible', {
    places: placesOf(share),
    numbers: [...numbersOf(share), '0'],
    sentence: `“${share.ratio.name}” in ${share.printed.percent} %, nhưng ${share.base.name} là 0.`,
    cause: 'Không có mẫu số thì không có tỷ lệ: để trống, hoặc xem lại mẫu số.',
  })
}

function placesOf({ ratio, base }: Share): Flag['places'] {
  return [ratioPlace(ratio.code), cell(ratio.numerator), cell(base.code)]
}

function numbersOf({ printed, base }: Share): string[] {
  return [printed.percent, base.name]
}

/** Another base of the same share on which the printed number comes out. */
function fittingBase({ ratio, percent, base }: Share, sheet: Sheet): string | null {
  const numerator = countedOf(sheet, ratio.numerator)
  const other = ratio.bases.find(({ code }) => code !== base.code && fits(percent, numerator, countedOf(sheet, code)))
  return other ? `Số đã in khớp nếu tính trên ${other.name}: có thể lấy nhầm mẫu số.` : null
}

/** Whether a printed share can be of these counts: exactly, or of some count where the numerator is not told. */
export function fits(percent: Percent, numerator: number | null, base: number | null): boolean {
  if (base === null) return false
  return numerator === null ? countGiving(percent, base) !== null : likeness(percent, { numerator, base }) !== 'neither'
}

/** Only what was counted can be held against a digit. */
export function countedOf(sheet: Sheet, code: string): number | null {
  const value = sheet.values.get(code)
  return value?.quality === 'counted' ? value.count : null
}
