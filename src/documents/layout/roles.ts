import { decree30 } from '../preset.ts'

/**
 * What a paragraph is decides how it looks: one style per part of Decree 30/2020/NĐ-CP, Annex I, II and V.
 * DOCX makes a named style of each, the PDF engine reads the same table. Sizes and distances in points, indents in mm.
 */
export type RoleStyle = {
  /** Name of the style as Word shows it. */
  readonly name: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly align: 'left' | 'center' | 'justify'
  readonly firstLine: number
  readonly before: number
  readonly after: number
  /** `pitch`: exact lines of running text; `single`: Word's single line. */
  readonly line: 'single' | 'pitch'
  readonly keepWithNext: boolean
  readonly outline: 1 | 2 | 3 | null
}

const { sizes, body, letterhead, closing } = decree30

const part = (name: string, size: number, look: Partial<Omit<RoleStyle, 'name' | 'size'>> = {}): RoleStyle => ({
  name,
  size,
  bold: false,
  italic: false,
  align: 'center',
  firstLine: 0,
  before: 0,
  after: 0,
  line: 'single',
  keepWithNext: false,
  outline: null,
  ...look,
})

const running = { align: 'justify', firstLine: body.firstLine, after: body.after, line: 'pitch' } as const
const headingLook = { ...running, bold: true, keepWithNext: true } as const

export const roleStyles = {
  issuerParent: part('Tên cơ quan chủ quản', sizes.issuer.print),
  issuerName: part('Tên cơ quan ban hành', sizes.issuer.print, { bold: true }),
  nationalName: part('Quốc hiệu', sizes.nationalName.print, { bold: true }),
  motto: part('Tiêu ngữ', sizes.motto.print, { bold: true }),
  number: part('Số và ký hiệu', sizes.number.print, { before: letterhead.beforeNumber }),
  placeAndDate: part('Địa danh và ngày tháng', sizes.placeAndDate.print, { italic: true, before: letterhead.beforeNumber }),
  letterSubject: part('Trích yếu công văn', sizes.letterSubject.print, { before: letterhead.beforeLetterSubject }),
  kind: part('Tên loại văn bản', sizes.kind.print, { bold: true, before: 18, keepWithNext: true }),
  subject: part('Trích yếu', sizes.subject.print, { bold: true, keepWithNext: true }),
  addressees: part('Kính gửi', sizes.addressees.print, { align: 'left', after: 2 }),
  authority: part('Thẩm quyền ban hành', sizes.body.print, { bold: true, before: 6, after: 12, keepWithNext: true }),
  basis: part('Căn cứ ban hành', sizes.body.print, { ...running, italic: true }),
  pronouncement: part('Lệnh văn', sizes.body.print, { bold: true, before: 6, after: 12, keepWithNext: true }),
  heading1: part('heading 1', sizes.body.print, { ...headingLook, outline: 1 }),
  heading2: part('heading 2', sizes.body.print, { ...headingLook, outline: 2 }),
  heading3: part('heading 3', sizes.body.print, { ...headingLook, outline: 3 }),
  article: part('Điều', sizes.body.print, { ...headingLook, outline: 1 }),
  body: part('Lời văn', sizes.body.print, running),
  capacity: part('Quyền hạn và chức vụ', sizes.signature.print, { bold: true, keepWithNext: true }),
  signerName: part('Họ tên người ký', sizes.signature.print, { bold: true, before: closing.signatureSpace }),
  recipientsLabel: part('Nơi nhận', sizes.recipientsLabel.print, { bold: true, italic: true, align: 'left', keepWithNext: true }),
  recipient: part('Danh sách nơi nhận', sizes.recipients.print, { align: 'left' }),
  appendixLabel: part('Phụ lục', sizes.appendixLabel.print, { bold: true, keepWithNext: true }),
  appendixTitle: part('Tên phụ lục', sizes.appendixTitle.print, { bold: true, keepWithNext: true }),
  appendixNote: part('Chỉ dẫn kèm theo', sizes.appendixNote.print, { italic: true, after: 12, keepWithNext: true }),
  tableHead: part('Đầu bảng', sizes.table.print, { bold: true }),
  tableCell: part('Ô bảng', sizes.table.print, { align: 'left' }),
  pageNumber: part('Số trang', sizes.pageNumber.print),
} as const satisfies Record<string, RoleStyle>

export type Role = keyof typeof roleStyles
