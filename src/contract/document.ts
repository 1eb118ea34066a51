import { z } from 'zod'
import { documentKinds } from '#domain/document/kinds.ts'
import {
  bookDirections,
  type CitationLink,
  type CitationRelation,
  citationRelations,
  type DocumentDirection,
  type DocumentRefusal,
  documentDirections,
  type Force,
  type RegisteredDocument,
} from '#domain/document/registry.ts'
import { day, id, line, oneOf, optionalDay, optionalLine, range, revision, skip, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const kinds = Object.keys(documentKinds) as [keyof typeof documentKinds, ...(keyof typeof documentKinds)[]]

const year = z.coerce.number({ error: 'Năm: chưa chọn' }).int().min(1800, 'Năm: quá xa').max(2199, 'Năm: quá xa')

const document = {
  id: id('Văn bản'),
  ownerUnitId: id('Đơn vị giữ sổ'),
  direction: oneOf('Sổ', documentDirections),
  kind: oneOf('Loại văn bản', kinds),
  code: line('Số, ký hiệu', 60),
  issuedOn: day('Ngày văn bản'),
  issuerName: line('Cơ quan ban hành', 200),
  issuerUnitId: id('Đơn vị ban hành').nullable(),
  subject: line('Trích yếu', 500),
  valid: range,
  years: z
    .strictObject({
      from: wholeNumber('Giai đoạn từ năm', { min: 1945, max: 2100 }),
      until: wholeNumber('Giai đoạn đến năm', { min: 1945, max: 2100 }),
    })
    .nullable(),
  arrivedOn: optionalDay('Ngày đến'),
  arrivalNumber: wholeNumber('Số đến', { min: 1, max: 1_000_000 }).nullable(),
  signerName: optionalLine('Người ký', 100).default(''),
  recipients: optionalLine('Nơi nhận', 1000).default(''),
  archivedWith: optionalLine('Đơn vị, người nhận bản lưu', 200).default(''),
  copies: wholeNumber('Số lượng bản', { min: 1, max: 100_000 }).nullable().default(null),
  forwardedOn: optionalDay('Ngày chuyển').default(null),
  note: optionalLine('Ghi chú', 500),
}

export const documentBodies = {
  'document.register': z.strictObject(document),
  'document.amend': z.strictObject({ ...document, revision: revision(), reason: line('Lý do sửa') }),
  'document.cite': z.strictObject({
    fromDocumentId: id('Văn bản'),
    toDocumentId: id('Văn bản được dẫn'),
    relation: oneOf('Quan hệ', citationRelations),
  }),
}

export const documentParams = {
  'document.list': z.strictObject({
    unitId: id('Đơn vị'),
    search: optionalLine('Tìm'),
    direction: oneOf('Sổ', documentDirections).optional(),
    kind: oneOf('Loại văn bản', kinds).optional(),
    /** Of the day on the document. */
    year: year.optional(),
    skip,
  }),
  'document.one': z.strictObject({ id: id('Văn bản') }),
  'document.graph': z.strictObject({
    id: id('Văn bản'),
    /** How many steps up and down. */
    depth: z.coerce.number({ error: 'Số bậc: chưa nhập' }).int().min(1, 'Số bậc: ít nhất 1').max(12, 'Số bậc: nhiều nhất 12').default(8),
  }),
  'document.book': z.strictObject({
    unitId: id('Đơn vị'),
    direction: oneOf('Sổ', bookDirections),
    year,
    month: z.coerce.number({ error: 'Tháng: chưa chọn' }).int().min(1, 'Tháng: từ 1').max(12, 'Tháng: đến 12').optional(),
  }),
}

export type DocumentView = RegisteredDocument & { readonly cites: readonly string[] }
export type DocumentDetail = { readonly document: RegisteredDocument }
/** What a document rests on and what rests on it, directly or through others, as far as the reader may see. */
export type DocumentGraph = {
  /** The document asked about among them, oldest first. */
  readonly documents: readonly RegisteredDocument[]
  readonly links: readonly CitationLink[]
  /** More was there than is shown. */
  readonly isCut: boolean
}
/** One register of one unit through a year or a month, in the order of its numbers. */
export type DocumentBook = { readonly unitName: string; readonly entries: readonly RegisteredDocument[]; readonly isCut: boolean }

export type DocumentAnswers = {
  'document.list': readonly DocumentView[]
  'document.one': DocumentDetail
  'document.graph': DocumentGraph
  'document.book': DocumentBook
  'document.register': RegisteredDocument
  'document.amend': RegisteredDocument
  'document.cite': CitationLink
}

export const directionWords: Record<DocumentDirection, string> = {
  incoming: 'Văn bản đến',
  outgoing: 'Văn bản đi',
  reference: 'Văn bản căn cứ',
}
export const forceWords: Record<Force, string> = { notYet: 'chưa có hiệu lực', inForce: 'còn hiệu lực', ended: 'hết hiệu lực' }
export const relationWords: Record<CitationRelation, string> = { carriesOut: 'triển khai', restsOn: 'căn cứ', mentions: 'nhắc tới' }

export const documentRefusals: Record<DocumentRefusal, RefusalText> = {
  'document.unknown': { status: 404, say: 'Không có văn bản này.' },
  'document.already-registered': {
    status: 409,
    say: d => `Văn bản ${d.code} ngày ${dayWords(d.issuedOn)} đã có trong sổ: trùng số, ký hiệu và cơ quan ban hành.`,
  },
  'document.arrival-number-taken': { status: 409, say: d => `Số đến ${d.number} đã dùng cho văn bản khác trong năm.` },
  'document.issued-in-future': { status: 422, say: d => `Ngày văn bản ${dayWords(d.issuedOn)} chưa tới.` },
  'document.arrived-before-issue': { status: 422, say: 'Ngày đến trước ngày văn bản.' },
  'document.forwarded-outside': { status: 422, say: d => `Ngày chuyển phải từ ${dayWords(d.from)} đến ${dayWords(d.until)}.` },
  'document.ends-before-start': { status: 422, say: 'Thời hạn hoặc giai đoạn kết thúc trước khi bắt đầu.' },
  'document.code-without-symbol': { status: 422, say: d => `“${d.code}” thiếu ký hiệu: ghi như 41/KH-UBND.` },
  'document.kind-unlike-symbol': { status: 422, say: d => `Ký hiệu ${d.code} không khớp loại “${d.kind}”.` },
  'document.cites-itself': { status: 422, say: 'Văn bản không thể dẫn chính nó.' },
  'document.cites-in-circle': { status: 422, say: 'Văn bản được dẫn đã dẫn ngược lại văn bản này: quan hệ thành vòng.' },
  'document.secret': { status: 422, say: 'Trích yếu có dấu độ mật. Không đưa bí mật nhà nước vào hệ thống này.' },
  'document.numbered-here': {
    status: 409,
    say: 'Văn bản này do hệ thống cấp số nên sổ giữ nguyên như lúc cấp: có sai sót thì đính chính, thay thế bằng văn bản mới.',
  },
  'document.stale': {
    status: 409,
    say: 'Đồng nghiệp vừa lưu văn bản này trước. Nội dung bạn nhập còn nguyên: mở bản mới để đối chiếu rồi lưu lại.',
  },
  'document.bad-file': { status: 422, say: d => String(d.reason ?? 'Không đọc được tệp này.') },
}
