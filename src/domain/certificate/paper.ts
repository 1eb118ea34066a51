import { formatDay, formatIssueDay } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { lowerFirst } from '../kit/text.ts'
import type { Honour } from '../title/rule-book.ts'
import type { Statement } from './statement.ts'

/** Whose chair signs: a commune, or its people's committee, as it was called on the day. */
export type IssuerFacts = {
  readonly name: string
  readonly isCommittee: boolean
  readonly capacityLines: readonly string[]
  readonly signerName: string
}

/** Every line of a certificate in its words; the square on it says `code`. */
export type CertificateText = {
  readonly issuerLines: readonly string[]
  readonly issuer: string
  readonly heading: string
  readonly recipientLabel: string
  readonly name: string
  readonly place: string
  readonly reason: string
  readonly title: string
  readonly year: string
  readonly decision: string
  readonly number: string
  readonly verify: string
  readonly placeAndDate: string
  readonly signerCapacity: readonly string[]
  readonly signerName: string
}

/**
 * A family's is the only certificate whose words are settled here. What a village, an office or a praise is handed has a form
 * of its own that nobody has read (open point M12): none is printed rather than a family's under another name.
 */
export function mayBePrinted(honour: Honour): Result<null, 'certificate.form-unread'> {
  return honour === 'culturalFamily' ? ok(null) : refuse('certificate.form-unread')
}

/** `xã Minh Họa`, whether the unit is the commune or its people's committee. */
export function placeOfIssuer({ name, isCommittee }: Pick<IssuerFacts, 'name' | 'isCommittee'>): string {
  return lowerFirst(isCommittee ? name.replace(/^(?:Ủy ban nhân dân|UBND)\s+/iu, '') : name)
}

/** `Chủ tịch UBND xã Minh Họa`, as the code says it. */
export function sayIssuer(issuer: Pick<IssuerFacts, 'name' | 'isCommittee'>): string {
  return `Chủ tịch UBND ${placeOfIssuer(issuer)}`
}

/**
 * The words of a family's certificate. Which form each decree gives it is not verified (open point M12): the words are
 * those any form must carry, and nothing of a state emblem or a seal is drawn.
 */
export function certificateText(statement: Statement, issuer: IssuerFacts, address: string): CertificateText {
  const { title, name, place, year, decision, decidedOn, number } = statement
  const where = placeOfIssuer(issuer)
  return {
    issuerLines: ['ỦY BAN NHÂN DÂN', where.toLocaleUpperCase('vi')],
    issuer: `CHỦ TỊCH ỦY BAN NHÂN DÂN ${where.toLocaleUpperCase('vi')}`,
    heading: 'GIẤY CÔNG NHẬN',
    recipientLabel: 'Gia đình ông (bà)',
    name,
    place,
    reason: 'đạt danh hiệu',
    title,
    year: `năm ${year}`,
    decision: `Quyết định số ${decision} ngày ${formatDay(decidedOn)}`,
    number: `Số thứ tự trong quyết định: ${number}`,
    verify: address === '' ? 'Quét mã để xác minh giấy này' : `Quét mã, hoặc mở ${address}/xac-minh, để xác minh giấy này`,
    placeAndDate: `${withoutKind(where)}, ${formatIssueDay(decidedOn)}`,
    signerCapacity: issuer.capacityLines.length > 0 ? issuer.capacityLines : ['CHỦ TỊCH'],
    signerName: issuer.signerName,
  }
}

/** What a camera reads: an address any phone opens; what stands behind # is sent to no server. */
export function codeAddress(code: string, address: string): string {
  return address === '' ? code : `${address}/xac-minh#${code}`
}

/** `bản Minh Họa, xã Minh Họa`: the house number first where it is known. */
export function placeOf(address: string, names: readonly string[]): string {
  return [address, ...names].filter(part => part.trim() !== '').join(', ')
}

function withoutKind(where: string): string {
  return where.replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s+/iu, '')
}
