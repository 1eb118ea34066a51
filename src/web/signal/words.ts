import { formatNumber } from '#domain/kit/text.ts'
import type { ReviewOutcome } from '#domain/signal/review.ts'
import { type DrawnKind, drawnWords, type Estimate, type RecheckOutcome } from '#domain/signal/sample.ts'
import type { Tone } from '../kit/Chip.tsx'

export const reviewWords: Record<ReviewOutcome, string> = { explained: 'có lý do', found: 'có sai sót' }
export const reviewTones: Record<ReviewOutcome, Tone> = { explained: 'done', found: 'late' }
export const recheckTones: Record<RecheckOutcome, Tone> = { right: 'done', wrong: 'late', unreached: 'soon' }

/** `Đã kiểm 20/44 hộ: 1 hộ không đúng, 1 hộ chưa gặp được.` */
export function checkedWords({ checked, drawn, wrong, unreached }: Estimate, what: DrawnKind): string {
  if (checked + unreached === 0) return `Chưa kiểm ${drawnWords[what]} nào trong ${formatNumber(drawn)} ${drawnWords[what]} rút được.`
  const found = wrong === 0 ? 'không thấy sai' : `${formatNumber(wrong)} ${drawnWords[what]} không đúng`
  const missed = unreached > 0 ? `, ${formatNumber(unreached)} ${drawnWords[what]} chưa gặp được` : ''
  return `Đã kiểm ${formatNumber(checked)}/${formatNumber(drawn)} ${drawnWords[what]}: ${found}${missed}.`
}

/** What that says of all, with what it is of; null before anybody was looked at. */
export function amongWords({ among, population }: Estimate, what: DrawnKind): string | null {
  if (!among) return null
  const all = `${formatNumber(population)} ${what === 'households' ? 'hộ được công nhận' : 'bản'}`
  if (among.least === among.most) return `Trong ${all} có đúng ${formatNumber(among.least)} ${drawnWords[what]} không đúng: đã kiểm đủ.`
  const share = (count: number): string => formatNumber((count * 100) / population, 1)
  const range = `từ ${formatNumber(among.least)} đến ${formatNumber(among.most)} ${drawnWords[what]} không đúng`
  return `Suy ra trong ${all} có ${range} (${share(among.least)}% đến ${share(among.most)}%); 95 trong 100 lần rút như vậy cho khoảng chứa số thật.`
}
