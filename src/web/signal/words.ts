import { formatNumber } from '#domain/kit/text.ts'
import type { ReviewOutcome } from '#domain/signal/review.ts'
import type { Estimate, RecheckOutcome } from '#domain/signal/sample.ts'
import type { Tone } from '../kit/Chip.tsx'

export const reviewWords: Record<ReviewOutcome, string> = { explained: 'có lý do', found: 'có sai sót' }
export const reviewTones: Record<ReviewOutcome, Tone> = { explained: 'done', found: 'late' }
export const recheckWords: Record<RecheckOutcome, string> = { right: 'đúng', wrong: 'không đúng', unreached: 'chưa gặp được' }
export const recheckTones: Record<RecheckOutcome, Tone> = { right: 'done', wrong: 'late', unreached: 'soon' }

/** What a lot falls on, as a sentence names it. */
export const nounOf = { households: 'hộ', areas: 'bản' } as const
type What = keyof typeof nounOf

/** `Đã kiểm 20/44 hộ: 1 hộ không đúng, 1 hộ chưa gặp được.` */
export function checkedWords({ checked, drawn, wrong, unreached }: Estimate, what: What): string {
  if (checked + unreached === 0) return `Chưa kiểm ${nounOf[what]} nào trong ${formatNumber(drawn)} ${nounOf[what]} rút được.`
  const found = wrong === 0 ? 'không thấy sai' : `${formatNumber(wrong)} ${nounOf[what]} không đúng`
  const missed = unreached > 0 ? `, ${formatNumber(unreached)} ${nounOf[what]} chưa gặp được` : ''
  return `Đã kiểm ${formatNumber(checked)}/${formatNumber(drawn)} ${nounOf[what]}: ${found}${missed}.`
}

/** What that says of all, with what it is of; null before anybody was looked at. */
export function amongWords({ among, population }: Estimate, what: What): string | null {
  if (!among) return null
  const all = `${formatNumber(population)} ${what === 'households' ? 'hộ được công nhận' : 'bản'}`
  if (among.least === among.most) return `Trong ${all} có đúng ${formatNumber(among.least)} ${nounOf[what]} không đúng: đã kiểm đủ.`
  const share = (count: number): string => formatNumber((count * 100) / population, 1)
  const range = `từ ${formatNumber(among.least)} đến ${formatNumber(among.most)} ${nounOf[what]} không đúng`
  return `Suy ra trong ${all} có ${range} (${share(among.least)}% đến ${share(among.most)}%); 95 trong 100 lần rút như vậy cho khoảng chứa số thật.`
}
