import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Evidence } from '#domain/evidence/evidence.ts'
import type { PostedRefusal, PostedRow } from '#domain/posted/posted-list.ts'
import type { OpinionAnswer, Posting } from '#domain/season/posting.ts'
import { id, requiredProse } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

export const postedParams = { 'posted.one': z.strictObject({ seasonId: id('Đợt bình xét'), areaUnitId: id('Bản, thôn, tổ dân phố') }) }

/** What those at work see of a posting besides its days. */
export type PostedAnswers = {
  'posted.one': {
    /** Null: the list is not posted. */
    readonly postingId: string | null
    /** What is written on the posted list; empty where the house has no address. */
    readonly address: string
    readonly isOpen: boolean
    readonly evidence: readonly Evidence[]
    /** Ids of the opinions left on the page. */
    readonly fromPage: readonly string[]
  }
}

// What anybody asks, without an account.

export const postedListParams = z.strictObject({ id: id('Mã niêm yết') })
export const sayBody = z.strictObject({
  id: id('Ý kiến'),
  postingId: id('Mã niêm yết'),
  candidateId: id('Hộ').nullable(),
  says: requiredProse('Nội dung', 2000),
  /** A field no person sees: whoever fills it in is a machine. */
  website: z.string().max(200).default(''),
})
export const answerParams = z.strictObject({ id: id('Mã nhận ý kiến') })

export type PostedList = {
  readonly areaName: string
  readonly communeName: string
  readonly honour: string
  readonly year: number
  readonly posting: Posting
  readonly rows: readonly PostedRow[]
}
export type OpinionReceipt = { readonly id: string; readonly receivedOn: PlainDate }
/** What became of an opinion: told to whoever has its number, no name in it. */
export type OpinionState = { readonly receivedOn: PlainDate; readonly answer: Omit<OpinionAnswer, 'by'> | null }

export const postedRefusals: Record<PostedRefusal, RefusalText> = {
  'posted.unknown': { status: 404, say: 'Không có danh sách niêm yết hay ý kiến nào ở địa chỉ này.' },
  'posted.not-begun': { status: 404, say: d => `Danh sách niêm yết từ ngày ${dayWords(d.on)}.` },
  'posted.over': { status: 404, say: d => (d.on ? `Việc niêm yết đã hết ngày ${dayWords(d.on)}.` : 'Danh sách này không còn niêm yết.') },
  'posted.too-many': { status: 429, say: 'Đã gửi nhiều ý kiến liền nhau. Chờ vài phút rồi gửi tiếp; lời bạn viết còn nguyên.' },
  'posted.too-many-today': {
    status: 429,
    say: 'Hôm nay trang này đã nhận đủ số ý kiến của một ngày. Gửi lại vào ngày mai, hoặc nói trực tiếp với trưởng bản, tổ trưởng.',
  },
  'posted.busy': { status: 429, say: 'Có quá nhiều lượt hỏi liền nhau từ nơi của bạn. Chờ một phút rồi thử lại.' },
}
