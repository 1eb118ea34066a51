import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ConfirmationRefusal } from '#domain/title/confirmation.ts'
import type { Confirmation } from '#domain/title/sourced.ts'
import { id, line, requiredProse } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

export const titleLawBodies = {
  /** Somebody answers for a fact of the law: it counts for the unit and all below it, and may stop people from then on. */
  'title.confirmLaw': z.strictObject({
    id: id('Xác minh'),
    unitId: id('Đơn vị'),
    factKey: line('Quy định'),
    basis: requiredProse('Căn cứ', 2000),
  }),
  'title.withdrawConfirmation': z.strictObject({ id: id('Xác minh'), reason: requiredProse('Lý do', 2000) }),
}

export const titleLawParams = { 'title.law': z.strictObject({ unitId: id('Đơn vị') }) }

/** A confirmation with the unit it was made at, which may lie above the one that asks. */
export type StandingConfirmation = Confirmation & { readonly id: string; readonly unitId: string; readonly unitName: string }

/** A confirmation that no longer counts, kept as it was said. */
export type WithdrawnConfirmation = StandingConfirmation & {
  readonly withdrawnBy: string
  readonly withdrawnOn: PlainDate
  readonly withdrawalReason: string
}

/** What was confirmed for a unit, by itself or above it. The rule books themselves are in the program. */
export type LawView = {
  readonly standing: readonly StandingConfirmation[]
  readonly withdrawn: readonly WithdrawnConfirmation[]
}

export type TitleLawAnswers = {
  'title.law': LawView
  'title.confirmLaw': Confirmation
  'title.withdrawConfirmation': { readonly id: string }
}

export const titleLawRefusals: Record<ConfirmationRefusal, RefusalText> = {
  'law.no-such-fact': { status: 404, say: 'Không có quy định này trong các bộ quy tắc.' },
  'law.unknown': {
    status: 422,
    say: d => `Chưa ai biết ${d.clause} quy định thế nào nên chưa xác minh được: trước hết ghi vào quy định của tỉnh.`,
  },
  'law.sure-already': { status: 422, say: d => `Quy định này đã đọc được trong văn bản (${d.clause}), không cần xác minh.` },
  'law.no-basis': { status: 422, say: 'Ghi rõ căn cứ đã đối chiếu: văn bản nào, điều khoản nào.' },
  'law.in-future': { status: 422, say: d => `Ngày ${dayWords(d.on)} chưa tới.` },
  'law.confirmed-already': { status: 409, say: d => `${d.by} đã xác minh quy định này ngày ${dayWords(d.on)}.` },
  'law.no-such-confirmation': { status: 404, say: 'Không có lần xác minh này.' },
  'law.withdrawn-already': { status: 409, say: d => `Lần xác minh này đã được rút ngày ${dayWords(d.on)}.` },
}
