import { formatDay, formatIssueDay } from '../calendar/plain-date.ts'
import { capitalise, lowerFirst } from '../kit/text.ts'
import type { OrgUnitVersion } from '../org/org-unit.ts'
import type { Statement } from './statement.ts'
import type { CertificateWording } from './wording.ts'

/** Whose chair signs, as it was called on the day. */
export type IssuerFacts = Pick<OrgUnitVersion, 'name' | 'kind' | 'letterhead' | 'namedAfterPerson'> & {
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

/** `xã Minh Họa`, whether the unit is the commune or its people's committee. */
export function placeOfIssuer({ name, kind }: Pick<OrgUnitVersion, 'name' | 'kind'>): string {
  return lowerFirst(kind === 'peoplesCommittee' ? name.replace(/^(?:Ủy ban nhân dân|UBND)\s+/iu, '') : name)
}

/** Places named after a person keep their kind (Decree 30, Annex I, II.4). */
export function placeOfIssue(issuer: Pick<OrgUnitVersion, 'name' | 'kind' | 'letterhead' | 'namedAfterPerson'>): string {
  const { letterhead, name, namedAfterPerson } = issuer
  if (letterhead) return letterhead.place
  if (namedAfterPerson) return name
  const where = placeOfIssuer(issuer).replace(/^liên đoàn lao động\s+/iu, '')
  return where.replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s+/iu, '')
}

/** `Ủy ban nhân dân xã Minh Họa`; a federation of labour by its own name. */
export function bodyOfIssuer(issuer: Pick<OrgUnitVersion, 'name' | 'kind'>): string {
  return issuer.kind === 'tradeUnion' ? issuer.name : `Ủy ban nhân dân ${placeOfIssuer(issuer)}`
}

/** Its lines on top of a paper: the kind of body above the place, as its letterhead has them where it has one. */
export function linesOfIssuer(issuer: Pick<OrgUnitVersion, 'name' | 'kind' | 'letterhead'>): readonly string[] {
  const where = placeOfIssuer(issuer).toLocaleUpperCase('vi')
  return issuer.letterhead?.nameLines ?? (issuer.kind === 'tradeUnion' ? [where] : ['ỦY BAN NHÂN DÂN', where])
}

/** `Chủ tịch UBND xã Minh Họa`, as the code says it. */
export function sayIssuer(issuer: Pick<OrgUnitVersion, 'name' | 'kind'>): string {
  return `Chủ tịch ${bodyOfIssuer(issuer)}`.replace('Ủy ban nhân dân', 'UBND')
}

/**
 * The words of a certificate. The form each text gives it has not been read (open point M12): the words are those any form
 * must carry, and nothing of a state emblem, a number of a form or a seal is drawn.
 */
export function certificateText(
  statement: Statement,
  { issuer, wording, address }: { readonly issuer: IssuerFacts; readonly wording: CertificateWording; readonly address: string },
): CertificateText {
  const { name, place, decision, decidedOn, number } = statement
  const { heading, recipientLabel, reason, title, year } = wording
  return {
    issuerLines: linesOfIssuer(issuer),
    issuer: `Chủ tịch ${bodyOfIssuer(issuer)}`.toLocaleUpperCase('vi'),
    heading,
    recipientLabel,
    name,
    place,
    reason,
    title,
    year,
    decision: `Quyết định số ${decision} ngày ${formatDay(decidedOn)}`,
    number: `Số thứ tự trong quyết định: ${number}`,
    verify: address === '' ? 'Xác minh: quét mã' : `Xác minh: quét mã, hoặc mở ${address}/xac-minh`,
    placeAndDate: `${placeOfIssue(issuer)}, ${formatIssueDay(decidedOn)}`,
    signerCapacity: issuer.capacityLines.length > 0 ? issuer.capacityLines : ['CHỦ TỊCH'],
    signerName: issuer.signerName,
  }
}

/** What a camera reads: an address any phone opens; what stands behind # is sent to no server. */
export function codeAddress(code: string, address: string): string {
  return address === '' ? code : `${address}/xac-minh#${code}`
}

/** `Số 5, bản Trên, xã Minh Họa`: the house number first where it is known, levels of places in small letters inside the line. */
export function placeOf(address: string, names: readonly string[]): string {
  const inLine = names.map(name => (level.test(name) ? lowerFirst(name) : name))
  return capitalise([address, ...inLine].filter(part => part.trim() !== '').join(', '))
}

const level = /^(?:bản|thôn|tổ dân phố|tiểu khu|khu dân cư|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s/iu
