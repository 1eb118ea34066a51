import { formatNumber } from '../kit/text.ts'

/** How much more or less than a year before, in words; null where one of the two is missing. */
export function differenceText(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null
  if (now === before) return 'bằng'
  return `${now > before ? 'hơn' : 'kém'} ${formatNumber(Math.abs(now - before))}`
}

/** A share of something that is named beside it. */
export type Share = { readonly numerator: number; readonly denominator: number }

/** Shares differ by percentage points, never by percent; null where one of the two is missing or has no base. */
export function shareDifferenceText(now: Share | null, before: Share | null): string | null {
  if (!now || !before || now.denominator === 0 || before.denominator === 0) return null
  const crossed = now.numerator * before.denominator - before.numerator * now.denominator
  if (crossed === 0) return 'bằng'
  const points = Math.abs((crossed / (now.denominator * before.denominator)) * 100)
  const rounded = Math.round(points * 10) / 10
  return `${crossed > 0 ? 'hơn' : 'kém'} ${rounded === 0 ? 'chưa tới 0,1' : formatNumber(rounded, 1)} điểm %`
}
