import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isPeriodName } from '#domain/calendar/reporting-period.ts'
import type { Remark } from '#domain/document/remark.ts'
import type { Evidence } from '#domain/evidence/evidence.ts'
import { isPlainText } from '#domain/kit/text.ts'
import type { ReportEvent, ReportRefusal, ReportState } from '#domain/report/life.ts'
import type { Figure, Origin, PeriodicReport, ReportContent, ReportDuty } from '#domain/report/report.ts'
import { day, id, line, many, oneOf, range, revision, wholeNumber } from './fields.ts'
import type { FigureEvidence, ToldBy, ToldFigure } from './figure-evidence.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'
import { reportStateWords } from './report-words.ts'

const periodName = z.string({ error: 'Kỳ báo cáo: chưa chọn' }).refine(isPeriodName, 'Kỳ báo cáo: chưa chọn')
/** Words as they were typed: a blank at an end parts them from the number beside it. */
const words = z
  .string({ error: 'Nội dung đoạn: không phải chữ' })
  .max(20_000, 'Nội dung đoạn: dài quá 20000 ký tự')
  .transform(text => text.normalize('NFC').replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' '))
  .refine(isPlainText, 'Nội dung đoạn: có ký tự không in được')
const recordId = z.string().max(200)
const piece = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words }),
  z.strictObject({ type: z.literal('figure'), figureId: recordId }),
  z.strictObject({ type: z.literal('citation'), documentId: recordId, text: words }),
  z.strictObject({ type: z.literal('missing'), what: words }),
])
/** A word without end comes from no pen and cannot be set in type. */
const isWordWithoutEnd = (pieces: readonly z.output<typeof piece>[]): boolean =>
  /\S{1001}/u.test(pieces.map(one => (one.type === 'text' || one.type === 'citation' ? one.text : '')).join(''))
const paragraphEdit = z.strictObject({
  id: recordId,
  was: z.string().max(100_000),
  pieces: many('Nội dung đoạn', piece, 500).refine(pieces => !isWordWithoutEnd(pieces), 'Nội dung đoạn: có chữ liền dài quá 1000 ký tự'),
})
/** One paragraph of one version that was handed in. */
const said = z.strictObject({
  unitId: id('Đơn vị'),
  version: wholeNumber('Bản', { min: 1, max: 10_000 }),
  paragraphId: line('Đoạn', 120),
})
const edits = many('Đoạn', paragraphEdit, 500)
const step = { id: id('Báo cáo'), revision: revision() }

export const reportBodies = {
  'report.setDuty': z.strictObject({
    id: id('Chế độ báo cáo'),
    unitId: id('Đơn vị'),
    formName: line('Mẫu báo cáo', 60),
    receiverName: line('Nơi nhận báo cáo', 200),
    isReceiverSuperior: z.boolean(),
    basisDocumentId: id('Văn bản căn cứ').nullable(),
    symbol: line('Ký hiệu', 30),
    draftingUnitId: id('Đơn vị soạn'),
    recipientLines: many('Nơi nhận', line('Dòng nơi nhận', 200), 30),
    archive: line('Lưu', 60),
    dueDaysAfterCutoff: wholeNumber('Số ngày sau ngày chốt', { min: 1, max: 365 }).nullable(),
    valid: range,
  }),
  'report.compose': z.strictObject({
    id: id('Báo cáo'),
    unitId: id('Đơn vị'),
    periodName,
    /** The request it is to tell of; where none is told, the regular one of the period's days. */
    requestId: id('Đợt báo cáo').optional(),
  }),
  'report.recompose': z.strictObject(step),
  'report.edit': z.strictObject({ id: id('Báo cáo'), paragraphs: edits }),
  'report.answerDrift': z.strictObject({
    ...step,
    paragraphId: recordId,
    take: oneOf('Lời giữ lại', ['fresh', 'mine']),
    now: z.string().max(100_000),
  }),
  'report.take': z.strictObject({
    ...step,
    takenId: id('Đoạn lấy vào'),
    sectionKey: line('Mục của báo cáo', 60),
    from: many('Ý lấy vào', said, 20).min(1, 'Ý lấy vào: chưa chọn'),
    /** Who said the same in other words: listed as origins too. */
    alike: many('Đơn vị cùng ý', said, 200),
  }),
  'report.giveBack': z.strictObject({ ...step, takenId: id('Đoạn lấy vào') }),
  'report.keepRemark': z.strictObject({ ...step, remarkKey: line('Nhận xét', 400), reason: line('Giữ nguyên vì', 500) }),
  'report.checkContent': z.strictObject(step),
  'report.checkForm': z.strictObject(step),
  'report.submit': z.strictObject(step),
  'report.signOff': z.strictObject(step),
  'report.number': z.strictObject({ ...step, on: day('Ngày văn bản') }),
  'report.issue': z.strictObject(step),
  'report.publish': z.strictObject({ ...step, leaveOut: many('Đoạn để lại', recordId, 500) }),
  'report.sendBack': z.strictObject({ ...step, reason: line('Lý do trả lại', 1000) }),
}

export const reportParams = {
  'report.duties': z.strictObject({ unitId: id('Đơn vị') }),
  'report.list': z.strictObject({ unitId: id('Đơn vị') }),
  'report.one': z.strictObject({ id: id('Báo cáo') }),
  'report.explain': z.strictObject({
    id: id('Báo cáo'),
    figureId: recordId.optional(),
    paragraphId: recordId.optional(),
  }),
  'report.versions': z.strictObject({ id: id('Báo cáo') }),
  'report.publicDraft': z.strictObject({ id: id('Báo cáo') }),
  'report.pulse': z.strictObject({ id: id('Báo cáo'), at: recordId.optional() }),
}

/** The pages with words in them that are not saved yet; answered with a picture. */
export const drawBody = z.strictObject({ id: id('Báo cáo'), paragraphs: edits })

/** A remark with its answer, if somebody decided to keep the text as it is. */
export type RemarkView = Remark & { readonly key: string; readonly kept: { readonly by: string; readonly reason: string } | null }

export type ReportRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  /** Whose rights count for every step: the department that drafts, inside the unit that issues. */
  readonly draftingUnitId: string
  readonly periodName: string
  /** The request whose figures it tells. */
  readonly requestId: string | null
  readonly title: string
  readonly state: ReportState
  readonly version: number
  readonly code: string
  readonly issuedOn: PlainDate | null
  readonly dueOn: PlainDate | null
}

export type ReportView = ReportRow & {
  readonly report: PeriodicReport
  readonly events: readonly ReportEvent[]
  readonly remarks: readonly RemarkView[]
  /** Paragraphs whose records changed since the text was composed: what it says, and what it would say now. */
  readonly drift: readonly { readonly paragraphId: string; readonly was: string; readonly now: string | null }[]
  readonly number: { readonly number: number; readonly on: PlainDate } | null
  /** Every part of its outline with a heading, also those with nothing in them: where words from below may stand. */
  readonly outline: readonly { readonly key: string; readonly heading: string }[]
  readonly files: readonly ReportFile[]
}
export type ReportFile = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly bytes: number }

/** The records behind a number or a paragraph, in words, each with where it can be opened. */
export type Explanation = {
  readonly figure: Figure | null
  readonly total: string | null
  readonly sources: readonly ExplainedOrigin[]
  /** Of a number added up from returns. */
  readonly sum: SumExplained | null
}
export type ExplainedOrigin = Origin & {
  readonly words: string
  readonly contribution: string | null
  readonly enteredBy: string | null
  readonly enteredAt: string | null
  /** The files that show it, as far as the reader may open them. */
  readonly evidence: readonly Pick<Evidence, 'id' | 'fileName' | 'mediaType'>[]
}

/** A number added up from returns, laid open one level down, as it stood in the version the report read it from. */
export type SumExplained = {
  readonly requestId: string
  readonly title: string
  readonly unitId: string
  readonly unitName: string
  readonly cutoff: PlainDate
  /** How often what stands had changed by then. */
  readonly version: number
  /** As the report prints it; null where nothing was told. */
  readonly words: string | null
  /** Of a share: its two counts, each by how it is counted. */
  readonly counts: { readonly numerator: SumCount; readonly base: SumCount } | null
  /** Of how many that owe it it is there: `69/75 đơn vị`. */
  readonly coverage: string | null
  /** Added again, they are the number; each opens in its turn. */
  readonly parts: readonly SumPart[]
  readonly addedAgain: string | null
  /** Who owes it and had not told it. */
  readonly missing: readonly string[]
  /** Some of whose own parts had not. */
  readonly partly: readonly string[]
  /** Where it is the unit's own word: the version of its return, and who handed it in. */
  readonly told: ToldBy | ToldFigure | null
  /** What is on record for a count a unit told itself, as far as the reader may look into that unit. */
  readonly evidence: FigureEvidence | null
  /** Null while the version is the last. */
  readonly since: { readonly words: string | null; readonly changes: readonly SumChange[] } | null
}
export type SumCount = { readonly name: string; readonly definition: string; readonly words: string }
export type SumPart = { readonly figureId: string; readonly unitName: string; readonly words: string; readonly counts: readonly number[] }
/** A unit whose word about the number is another one now. Null: it had none, or has none any more. */
export type SumChange = {
  readonly unitName: string
  readonly before: string | null
  readonly after: string | null
  readonly on: PlainDate | null
  readonly reason: string
}

/** A text as it was sealed when it was submitted. */
export type SealedText = { readonly version: number; readonly sealedAt: string; readonly byName: string; readonly content: ReportContent }

/** What a public version would say, and which paragraphs it leaves out because they tell of a person. */
export type PublicDraft = {
  readonly paragraphs: readonly { readonly id: string; readonly text: string; readonly found: readonly string[] }[]
}

/** Who else has the report open, and in which paragraph; who changed it last. */
export type Pulse = { readonly revision: number; readonly changedBy: string; readonly here: readonly Reader[] }
export type Reader = { readonly accountId: string; readonly fullName: string; readonly paragraphId: string | null }

export type DutyView = ReportDuty & { readonly draftingUnitName: string; readonly basisCode: string | null }

export type ReportAnswers = {
  'report.duties': readonly DutyView[]
  'report.setDuty': ReportDuty
  'report.list': readonly ReportRow[]
  'report.one': ReportView
  'report.explain': Explanation
  'report.versions': readonly SealedText[]
  'report.pulse': Pulse
  'report.compose': ReportView
  'report.recompose': ReportView
  'report.edit': ReportView
  'report.answerDrift': ReportView
  'report.take': ReportView
  'report.giveBack': ReportView
  'report.keepRemark': ReportView
  'report.checkContent': ReportView
  'report.checkForm': ReportView
  'report.submit': ReportView
  'report.signOff': ReportView
  'report.number': ReportView
  'report.issue': ReportView
  'report.sendBack': ReportView
  'report.publish': ReportView
  'report.publicDraft': PublicDraft
}

export const reportRefusals: Record<ReportRefusal, RefusalText> = {
  'report.unknown': { status: 404, say: 'Không có báo cáo này.' },
  'report.unknown-period': { status: 422, say: 'Không có kỳ báo cáo này.' },
  'report.no-duty': { status: 422, say: 'Đơn vị chưa có chế độ báo cáo trong kỳ này: khai nơi nhận, mẫu và ký hiệu trước.' },
  'report.unknown-form': { status: 422, say: 'Không có mẫu báo cáo này.' },
  'report.symbol': { status: 422, say: d => `Ký hiệu “${d.symbol}” không phải của báo cáo: ghi như BC-VPUB, chữ in hoa, không dấu cách.` },
  'report.duty-overlaps': {
    status: 409,
    say: d => `Trùng thời gian với chế độ báo cáo gửi ${d.receiver} (từ ${dayWords(d.from)} đến trước ${dayWords(d.until)}).`,
  },
  'report.unknown-request': {
    status: 422,
    say: 'Đợt báo cáo này không hỏi đơn vị, hỏi ngày khác, hoặc mẫu báo cáo của đơn vị không tổng hợp số liệu.',
  },
  'report.already-composed': { status: 409, say: 'Đơn vị đã có báo cáo của kỳ này.' },
  'report.sealed': {
    status: 409,
    say: d => `Báo cáo đang ở bước “${d.state ? reportStateWords[d.state as ReportState] : ''}”: muốn sửa thì trả lại trước.`,
  },
  'report.wrong-step': {
    status: 409,
    say: d => `Báo cáo đang ở bước “${d.state ? reportStateWords[d.state as ReportState] : ''}”: chưa tới hoặc đã qua bước này.`,
  },
  'report.form-fails': { status: 422, say: d => `Thể thức còn ${d.count} chỗ trái quy định (${d.codes}): sửa trước khi đi tiếp.` },
  'report.text-changed': { status: 409, say: 'Nội dung đã khác bản được kiểm: trả lại để kiểm lại từ đầu.' },
  'report.unknown-paragraph': { status: 409, say: 'Có đoạn không còn trong bản hiện tại. Mở lại báo cáo để đối chiếu.' },
  'report.empty-paragraph': { status: 422, say: 'Có đoạn để trống: bỏ chữ thì ghi nội dung thay thế.' },
  'report.unknown-figure': { status: 422, say: 'Có con số không thuộc báo cáo này: chèn lại từ danh sách số liệu.' },
  'report.paragraph-changed': {
    status: 409,
    say: d => `${d.by || 'Đồng nghiệp'} vừa viết lại đoạn này. Lời của bạn còn nguyên: đối chiếu hai bản rồi chọn.`,
  },
  'report.unknown-origin': { status: 422, say: 'Có ý không còn trong báo cáo đã gửi của đơn vị: mở lại danh sách để chọn.' },
  'report.unknown-section': { status: 422, say: 'Mẫu báo cáo không có mục này.' },
  'report.unknown-remark': { status: 409, say: 'Nhận xét này không còn ở bản hiện tại.' },
  'report.number-without-signature': { status: 409, say: 'Chỉ cấp số sau khi người có thẩm quyền đã ký.' },
  'report.day-before-signature': { status: 422, say: d => `Ngày văn bản (${dayWords(d.on)}) trước ngày ký (${dayWords(d.signedOn)}).` },
  'report.day-before-last-number': {
    status: 422,
    say: d => `Số ${d.number} trước đó mang ngày ${dayWords(d.lastOn)}: ngày của số sau không được sớm hơn.`,
  },
  'report.day-in-future': { status: 422, say: d => `Ngày văn bản ${dayWords(d.on)} chưa tới.` },
  'report.unnumbered': { status: 409, say: 'Báo cáo chưa có số và ngày nên chưa ban hành được.' },
  'report.nothing-to-send-back': {
    status: 409,
    say: 'Ở bước này không còn gì để trả lại: văn bản đã ban hành thì chỉ đính chính, thay thế.',
  },
  'report.not-issued': { status: 409, say: 'Báo cáo chưa ban hành.' },
  'report.unprintable': {
    status: 422,
    say: d =>
      `Chưa có bản PDF: phông chữ của văn bản không có ký tự ${d.signs}. Bỏ đi hoặc thay bằng chữ; bản Word và bản đọc vẫn mở được.`,
  },
  'report.period-not-begun': { status: 422, say: d => `Kỳ báo cáo chưa bắt đầu (từ ${dayWords(d.from)}).` },
  'report.stale': {
    status: 409,
    say: 'Đồng nghiệp vừa lưu báo cáo này trước. Nội dung bạn nhập còn nguyên: mở bản mới để đối chiếu rồi lưu lại.',
  },
}
