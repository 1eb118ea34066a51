import { formatNumber } from '../kit/text.ts'

export const areaSignals = [
  'everybody-passes',
  'same-scores',
  'rounded-totals',
  'same-as-last-year',
  'same-minutes',
  'decided-while-posted',
  'too-fast',
  'only-absent-fail',
] as const
/** What is looked for in a commune as a whole: one village alone tells nothing. */
export const communeSignals = ['everybody-passes-everywhere', 'unanimous-everywhere'] as const
export const signalCodes = [...areaSignals, ...communeSignals] as const

/** A pattern that careful work rarely leaves behind. It asks for a look; it accuses nobody and stops nothing. */
export type SignalCode = (typeof signalCodes)[number]

export type Signal = {
  readonly kind: 'signal'
  readonly code: SignalCode
  /** One sentence: what was counted, of what. */
  readonly says: string
  /** How rarely honest work shows as much, at most; null where no chance is in it, as with two days. */
  readonly rarity: number | null
  /** The other area whose papers are alike. */
  readonly besideAreaUnitId: string | null
}

/** What a look at one pattern came to. */
export type Looked =
  | Signal
  | { readonly kind: 'clear'; readonly code: SignalCode }
  /** Not looked at, and why: what was not written down, or too few to tell. */
  | { readonly kind: 'unknown'; readonly code: SignalCode; readonly why: string }

export const signalNames: Record<SignalCode, string> = {
  'everybody-passes': 'Gần như mọi hộ trong bản được công nhận',
  'same-scores': 'Bảng điểm các hộ giống hệt nhau',
  'rounded-totals': 'Tổng điểm dồn vào số tròn',
  'same-as-last-year': 'Kết quả y như năm trước',
  'same-minutes': 'Nội dung họp giống bản khác',
  'decided-while-posted': 'Quyết định khi niêm yết chưa hết hạn',
  'too-fast': 'Họp nhanh hơn mức đọc hết danh sách',
  'only-absent-fail': 'Chỉ hộ vắng họp không đạt',
  'everybody-passes-everywhere': 'Gần như mọi hộ trong xã được công nhận',
  'unanimous-everywhere': 'Nơi nào cũng đồng ý tuyệt đối',
}

export function clear(code: SignalCode): Looked {
  return { kind: 'clear', code }
}

export function unknown(code: SignalCode, why: string): Looked {
  return { kind: 'unknown', code, why }
}

export function signal(code: SignalCode, says: string, more: Partial<Pick<Signal, 'rarity' | 'besideAreaUnitId'>> = {}): Signal {
  return { kind: 'signal', code, says, rarity: null, besideAreaUnitId: null, ...more }
}

export function isSignal(looked: Looked): looked is Signal {
  return looked.kind === 'signal'
}

/** `chưa tới 1 trong 1.000 bản làm đúng cho thấy như vậy`: rounded towards the careful side, to one figure. */
export function rarityWords(rarity: number, of: string): string {
  const once = Math.min(1_000_000, 1 / Math.max(rarity, 1e-12))
  const step = 10 ** Math.floor(Math.log10(once))
  return `chưa tới 1 trong ${formatNumber(Math.floor(once / step) * step)} ${of} làm đúng cho thấy như vậy`
}

/** `148/150 hộ`. */
export function ofAll(part: number, whole: number, what = 'hộ'): string {
  return `${formatNumber(part)}/${formatNumber(whole)} ${what}`
}
