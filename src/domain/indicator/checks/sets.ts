import { formatNumber } from '../../kit/text.ts'
import { cell, type Flag, flag } from '../flag.ts'
import { type Dictionary, type Indicator, indicatorOf } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Sheet, Value } from '../value.ts'
import { type CheckFacts, meet, spanOf, toldAs } from './facts.ts'

/** All these look at is the numbers themselves, so that sums are asked the same as sheets. */
type NumberFacts = Pick<CheckFacts, 'sheet' | 'dictionary'>
type Told = { readonly indicator: Indicator; readonly value: Value }

/** More recognised than reviewed, more offices than exist. Of the sets a figure lies in, the nearest that was told is asked. */
export function checkSets({ sheet, dictionary }: NumberFacts): Flag[] {
  return toldIn(sheet, dictionary).flatMap(inner =>
    nearestTold(inner.indicator, sheet, dictionary)
      .filter(outer => isAbove(inner, outer))
      .map(outer =>
        flag(outer.indicator.within.length === 0 ? 'above-whole' : 'nested-sets', {
          places: [cell(inner.indicator.code), cell(outer.indicator.code)],
          numbers: [printValue(inner.value), printValue(outer.value)],
          sentence: `${toldAs(inner.indicator, inner.value)} nhiều hơn ${toldAs(outer.indicator, outer.value)}.`,
          cause:
            outer.indicator.within.length === 0
              ? 'Thường do hai số lấy ở hai nguồn hoặc hai ngày chốt khác nhau, hoặc gõ lệch dòng.'
              : `Số trước là một phần của số sau. Thường do lấy số của năm khác, hoặc gõ lệch dòng.`,
        }),
      ),
  )
}

/** The parts of a division that does not make its whole. A part alone above the whole is told by `checkSets`. */
export function checkParts({ sheet, dictionary }: NumberFacts): Flag[] {
  return toldIn(sheet, dictionary).flatMap(whole =>
    whole.indicator.partitions.flatMap(codes => {
      const parts = codes.flatMap(code => toldOf(code, sheet, dictionary) ?? [])
      const spans = parts.map(({ value }) => spanOf(value))
      const sum = { least: total(spans.map(({ least }) => least)), most: total(spans.map(({ most }) => most)) }
      const isWhole = parts.length === codes.length
      const fits = isWhole ? meet(sum, spanOf(whole.value)) : sum.least <= spanOf(whole.value).most
      if (fits || parts.length < 2 || parts.some(part => isAbove(part, whole))) return []
      const added = total(parts.map(({ value }) => value.count))
      const apart = added - whole.value.count
      return flag('parts-and-whole', {
        places: [cell(whole.indicator.code), ...parts.map(({ indicator }) => cell(indicator.code))],
        numbers: [printValue(whole.value), ...parts.map(({ value }) => printValue(value))],
        sentence: `Cộng ${listOf(parts)} được ${formatNumber(added)}, khác ${toldAs(whole.indicator, whole.value)}.`,
        cause:
          apart > 0
            ? `Các phần nhiều hơn tổng ${formatNumber(apart)}: thường do một nơi được đếm vào hai phần.`
            : `Các phần ít hơn tổng ${formatNumber(-apart)}: thường do bỏ sót một phần, hoặc cộng tay nhầm.`,
      })
    }),
  )
}

/** One thing asked under two headings and told as two numbers. */
export function checkTwins({ sheet, dictionary }: NumberFacts): Flag[] {
  return toldIn(sheet, dictionary).flatMap(one => {
    const other = one.indicator.sameAs === null ? undefined : toldOf(one.indicator.sameAs, sheet, dictionary)
    if (!other || meet(spanOf(one.value), spanOf(other.value))) return []
    return flag('twins-differ', {
      places: [cell(one.indicator.code), cell(other.indicator.code)],
      numbers: [printValue(one.value), printValue(other.value)],
      sentence: `${toldAs(one.indicator, one.value)} và ${toldAs(other.indicator, other.value)} là một việc nhưng ghi hai số.`,
      cause: 'Thường do một trong hai chỗ còn số cũ, hoặc hai người lập hai biểu.',
    })
  })
}

export function toldIn(sheet: Sheet, { indicators }: Dictionary): Told[] {
  return indicators.flatMap(indicator => {
    const value = sheet.values.get(indicator.code)
    return value ? [{ indicator, value }] : []
  })
}

function toldOf(code: string, sheet: Sheet, dictionary: Dictionary): Told | undefined {
  const indicator = indicatorOf(dictionary, code)
  const value = sheet.values.get(code)
  return indicator && value && { indicator, value }
}

function nearestTold({ within }: Indicator, sheet: Sheet, dictionary: Dictionary): Told[] {
  const found = within.flatMap(code => {
    const told = toldOf(code, sheet, dictionary)
    const around = indicatorOf(dictionary, code)
    return told ? [told] : around ? nearestTold(around, sheet, dictionary) : []
  })
  return found.filter((one, i) => found.findIndex(({ indicator }) => indicator.code === one.indicator.code) === i)
}

function isAbove(inner: Told, outer: Told): boolean {
  return spanOf(inner.value).least > spanOf(outer.value).most
}

/** `“Đăng ký lần đầu” 19 + “Đăng ký lại” 4`. */
function listOf(parts: readonly Told[]): string {
  return parts.map(({ indicator, value }) => `“${indicator.name}” ${printValue(value)}`).join(' + ')
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
