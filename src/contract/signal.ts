import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Review, reviewOutcomes, type SignalRefusal } from '#domain/signal/review.ts'
import { type Estimate, type RecheckOutcome, recheckOutcomes } from '#domain/signal/sample.ts'
import { type Signal, signalCodes } from '#domain/signal/signal.ts'
import { day, id, line, many, oneOf, optionalLine, requiredProse, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const lot = { id: id('Lần rút'), seasonId: id('Đợt bình xét'), seed: line('Hạt giống', 40) }

export const signalBodies = {
  'signal.review': z.strictObject({
    id: id('Lần xem'),
    seasonId: id('Đợt bình xét'),
    /** Null: the commune as a whole. */
    areaUnitId: id('Bản, thôn, tổ dân phố').nullable(),
    code: oneOf('Dấu hiệu', signalCodes),
    outcome: oneOf('Kết quả', reviewOutcomes),
    says: requiredProse('Xem thấy gì', 2000),
  }),
  'signal.drawHouseholds': z.strictObject({ ...lot, margin: wholeNumber('Sai số', { min: 1, max: 30 }) }),
  'signal.drawAreas': z.strictObject({ ...lot, count: wholeNumber('Số bản', { min: 1, max: 2000 }) }),
  /** As it comes back from the villages: many rows of the list at once, or one. */
  'signal.recheck': z.strictObject({
    drawId: id('Lần rút'),
    on: day('Ngày kiểm'),
    rows: many(
      'Kết quả kiểm',
      z.strictObject({
        id: id('Lần kiểm'),
        itemId: id('Hộ, bản'),
        outcome: oneOf('Kết quả', recheckOutcomes),
        says: optionalLine('Thấy gì', 500),
      }),
      2000,
    ).min(1, 'Chưa ghi kết quả nào'),
  }),
}

export const signalParams = {
  'signal.ofSeason': z.strictObject({ id: id('Đợt bình xét') }),
  'signal.draws': z.strictObject({ seasonId: id('Đợt bình xét') }),
  'signal.drawn': z.strictObject({ id: id('Lần rút') }),
}

export type SignalView = Pick<Signal, 'code' | 'says'> & {
  readonly name: string
  readonly besideAreaUnitId: string | null
  /** Every look there was, the latest first; `isOfNow` tells whether it saw what is seen now. */
  readonly reviews: readonly (Review & { readonly isOfNow: boolean })[]
}

export type LookedView = {
  readonly signals: readonly SignalView[]
  /** What was not looked at, and why. */
  readonly unknown: readonly { readonly name: string; readonly why: string }[]
}

export type SeasonSignals = {
  readonly seasonId: string
  readonly unitId: string
  readonly year: number
  readonly bookName: string
  readonly commune: LookedView
  readonly areas: readonly ({ readonly areaUnitId: string; readonly areaName: string } & LookedView)[]
  /** Recognised so far, and areas that were decided about: what a lot can fall on. */
  readonly toDraw: { readonly households: number; readonly areas: number }
}

export type DrawView = {
  readonly id: string
  readonly seasonId: string
  readonly what: 'households' | 'areas'
  readonly seed: string
  readonly margin: number | null
  readonly on: PlainDate
  readonly byName: string
  readonly estimate: Estimate
}

export type DrawnItem = {
  readonly itemId: string
  readonly areaUnitId: string
  readonly areaName: string
  /** Of a household. */
  readonly headName: string | null
  readonly address: string | null
  readonly outcome: { readonly outcome: RecheckOutcome; readonly says: string; readonly on: PlainDate; readonly byName: string } | null
}

export type DrawnView = DrawView & {
  readonly unitId: string
  readonly year: number
  readonly bookName: string
  readonly areas: readonly { readonly areaUnitId: string; readonly areaName: string; readonly population: number; readonly drawn: number }[]
  readonly items: readonly DrawnItem[]
  /** Whether the lot, drawn again from seed and decisions, falls the same way. */
  readonly isSameAgain: boolean
}

export type SignalAnswers = {
  'signal.ofSeason': SeasonSignals
  'signal.review': Review
  'signal.draws': readonly DrawView[]
  'signal.drawn': DrawnView
  'signal.drawHouseholds': DrawView
  'signal.drawAreas': DrawView
  'signal.recheck': { readonly rows: number }
}

export const signalRefusals: Record<SignalRefusal, RefusalText> = {
  'signal.not-of-households': { status: 422, say: 'Dấu hiệu và rút mẫu chỉ có ở đợt xét các hộ gia đình.' },
  'signal.gone': { status: 409, say: 'Dấu hiệu này không còn: dữ liệu đã đổi. Mở lại trang để xem.' },
  'signal.nobody-to-draw': { status: 422, say: 'Chưa hộ nào được công nhận nên chưa rút mẫu được.' },
  'signal.too-many-to-draw': { status: 422, say: d => `Muốn rút ${d.size} nhưng chỉ có ${d.population}.` },
  'signal.unknown-draw': { status: 404, say: 'Không có lần rút mẫu này.' },
  'signal.not-drawn': { status: 422, say: 'Hộ, bản này không có trong mẫu đã rút.' },
  'signal.before-draw': { status: 422, say: d => `Mẫu rút ngày ${dayWords(d.on)}: ngày kiểm không trước ngày ấy.` },
  'signal.in-future': { status: 422, say: d => `Ngày ${dayWords(d.on)} chưa tới.` },
}
