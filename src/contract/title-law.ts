import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type AdoptRefusal } from '#domain/title/adopt-rules.ts'
import type { ConfirmationRefusal } from '#domain/title/confirmation.ts'
import type { ProvincialRules } from '#domain/title/score-sheet.ts'
import type { Confirmation } from '#domain/title/sourced.ts'
import { id, line, requiredProse } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'
import { type ScoreSheetFileRefusal, scoreSheetRefusals } from './score-sheet.ts'

export const titleLawBodies = {
  /** Somebody answers for a fact of the law: it counts for the unit and all below it, and may stop people from then on. */
  'title.confirmLaw': z.strictObject({
    id: id('Xác minh'),
    unitId: id('Đơn vị'),
    factKey: line('Quy định'),
    basis: requiredProse('Căn cứ', 2000),
  }),
  'title.withdrawConfirmation': z.strictObject({ id: id('Xác minh'), reason: requiredProse('Lý do', 2000) }),
  /** The file of a province's rules as it was sent: read and checked by `readProvincialRules`. */
  'title.adoptRules': z.strictObject({
    id: id('Quy định của tỉnh'),
    unitId: id('Đơn vị'),
    text: z.string({ error: 'Tệp: chưa chọn' }).min(1, 'Tệp: chưa chọn').max(1_000_000, 'Tệp: lớn quá 1 MB'),
  }),
  'title.confirmRules': z.strictObject({ id: id('Quy định của tỉnh') }),
  'title.withdrawRules': z.strictObject({ id: id('Quy định của tỉnh'), reason: requiredProse('Lý do', 2000) }),
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

/** A province's rules with who loaded them and what became of them. */
export type RulesView = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly rules: ProvincialRules
  readonly adoptedBy: string
  readonly adoptedOn: PlainDate
  readonly withdrawal: { readonly by: string; readonly on: PlainDate; readonly reason: string } | null
}

/** What was confirmed and adopted for a unit, by itself or above it. The rule books themselves are in the program. */
export type LawView = {
  readonly standing: readonly StandingConfirmation[]
  readonly withdrawn: readonly WithdrawnConfirmation[]
  readonly rules: readonly RulesView[]
}

export type TitleLawAnswers = {
  'title.law': LawView
  'title.confirmLaw': Confirmation
  'title.withdrawConfirmation': { readonly id: string }
  'title.adoptRules': { readonly id: string; readonly endsBefore: PlainDate | null }
  'title.confirmRules': { readonly id: string }
  'title.withdrawRules': { readonly id: string }
}

export const titleLawRefusals: Record<ConfirmationRefusal | AdoptRefusal | ScoreSheetFileRefusal, RefusalText> = {
  ...scoreSheetRefusals,
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
  'rules.unknown': { status: 404, say: 'Không có quy định này của tỉnh.' },
  'rules.no-first-day': { status: 422, say: 'Quy định của tỉnh phải có ngày bắt đầu hiệu lực.' },
  'rules.overlap': { status: 409, say: d => `Ngày hiệu lực chồng lên quy định đã nạp theo ${d.basis}: rút bản ấy trước, hoặc sửa ngày.` },
  'rules.not-of-province': {
    status: 422,
    say: d => `Quy định của tỉnh do tỉnh ban hành: ghi ở đơn vị cấp tỉnh, không ghi ở ${d.name}.`,
  },
  'rules.confirmed-already': { status: 409, say: d => `${d.by} đã xác minh quy định này ngày ${dayWords(d.on)}.` },
  'rules.withdrawn-already': { status: 409, say: d => `Quy định này đã được rút ngày ${dayWords(d.on)}.` },
  'rules.confirm-own': { status: 422, say: 'Người nạp tệp không tự xác minh: nhờ người khác đối chiếu với văn bản của tỉnh.' },
}
