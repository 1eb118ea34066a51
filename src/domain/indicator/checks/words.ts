import { cell, type Flag, flag } from '../flag.ts'
import type { CountUnit, Dictionary, Ratio } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import { readPercent } from '../share.ts'
import type { Sheet } from '../value.ts'
import type { CheckFacts } from './facts.ts'
import { toldIn } from './sets.ts'
import { countedOf } from './shares.ts'

const turnsOf: ReadonlyMap<string, CountUnit> = new Map([
  ['hộ', 'lượt hộ'],
  ['người', 'lượt người'],
  ['lượt hộ', 'hộ'],
  ['lượt người', 'người'],
])
const countPattern = /(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+)\s+((?:lượt\s+)?(?:hộ|người))(?!\p{L})/giu

/** Below this, the same number may well stand for two things. */
const leastCount = 10

/** A text that says turns where the table counts households or people, or the other way round. */
export function checkTurns({ sheet, dictionary, texts }: CheckFacts): Flag[] {
  const told = toldIn(sheet, dictionary)
  return texts.flatMap(({ partKey, text }) =>
    [...text.matchAll(countPattern)].flatMap(([written, digits = '', words = '']) => {
      const count = Number(digits.replaceAll('.', ''))
      const unit = words.toLocaleLowerCase('vi').replace(/\s+/gu, ' ')
      const ofUnit = (wanted: string | undefined): typeof told =>
        told.filter(({ indicator, value }) => indicator.unit === wanted && value.count === count)
      const [other] = ofUnit(turnsOf.get(unit))
      if (count < leastCount || !other || ofUnit(unit).length > 0) return []
      return flag('turns-and-things', {
        places: [{ kind: 'part', key: partKey }, cell(other.indicator.code)],
        numbers: [written.replace(/\s+/gu, ' '), `${printValue(other.value)} ${other.indicator.unit}`],
        sentence: `Lời ghi “${written}”, bảng ghi “${other.indicator.name}” là ${printValue(other.value)} ${other.indicator.unit}.`,
        cause: 'Một hộ, một người được đếm nhiều lần là lượt; đếm mỗi nơi một lần thì không phải lượt.',
      })
    }),
  )
}

const changePattern = /(?:tăng|giảm|cao hơn|thấp hơn)\s+(?:thêm\s+|được\s+)?(\d+(?:[.,]\d+)?)\s?(?:%|phần trăm)/giu

/** `tăng 8,4 %` of a share: points of a hundred, or a part of what it was. Of an amount it can only mean one thing. */
export function checkPoints(facts: CheckFacts): Flag[] {
  return facts.texts.flatMap(({ partKey, text }) =>
    text.split(/(?<=[.!?;])\s+/u).flatMap(sentence =>
      [...sentence.matchAll(changePattern)].flatMap(([written, percent = '']) => {
        const rest = sentence.replace(written, '')
        if (!/\d\s?%|t[ỷỉ] lệ/iu.test(rest)) return []
        return flag('points-or-percent', {
          places: [{ kind: 'part', key: partKey }],
          numbers: [written],
          sentence: `“${written}” của một tỷ lệ: là điểm phần trăm hay tăng, giảm tương đối?`,
          cause: meaningOf(percent, facts) ?? 'Từ 50 % lên 54 % là tăng 4 điểm phần trăm, và tăng 8 % so với trước.',
        })
      }),
    ),
  )
}

/** Which of the two the unit's own figures bear out, where some do. */
function meaningOf(percent: string, { sheet, dictionary, history }: CheckFacts): string | null {
  const change = readPercent(percent)
  if (!change) return null
  const written = Number(change.scaled) / 10 ** change.digits
  const isAsWritten = (number: number): boolean => Math.abs(Math.abs(number) - written) < 0.5 / 10 ** change.digits
  for (const past of history.toSorted((a, b) => (a.cutoff < b.cutoff ? 1 : -1)))
    for (const { ratio, before, now } of sharesOfBoth(dictionary, past.sheet, sheet)) {
      if (isAsWritten(now - before)) return `Theo số liệu so với ${past.title}, “${ratio.name}” đổi ${percent} điểm phần trăm.`
      if (before > 0 && isAsWritten((now / before - 1) * 100)) return `Theo số liệu, “${ratio.name}” đổi ${percent} % so với ${past.title}.`
    }
  return null
}

type SharesOfBoth = { readonly ratio: Ratio; readonly before: number; readonly now: number }

function sharesOfBoth({ ratios }: Dictionary, past: Sheet, present: Sheet): SharesOfBoth[] {
  return ratios.flatMap(ratio =>
    ratio.bases.flatMap(({ code }) => {
      const [before, now] = [past, present].map(sheet => percentOf(countedOf(sheet, ratio.numerator), countedOf(sheet, code)))
      return before === undefined || now === undefined || before === null || now === null ? [] : [{ ratio, before, now }]
    }),
  )
}

function percentOf(numerator: number | null, base: number | null): number | null {
  return numerator === null || base === null || base === 0 ? null : (numerator / base) * 100
}
