import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PublicKey } from './certificate-code.ts'
import { id } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

/** The certificates of one area of a season, or that of one household. */
export const printParams = z.strictObject({
  seasonId: id('Đợt bình xét'),
  areaUnitId: id('Bản, thôn, tổ dân phố'),
  candidateId: id('Hộ').optional(),
  paper: z.enum(['a4', 'a5'], { error: 'Khổ giấy: chưa chọn' }).default('a4'),
})
export type PrintParams = z.output<typeof printParams>

/** What a house publishes for whoever checks its certificates; what was revoked is as of the day. */
export type CertificateKeys = {
  readonly keys: readonly PublicKey[]
  readonly publishedOn: PlainDate
  readonly revoked: readonly { readonly id: string; readonly on: PlainDate }[]
}

/** What became of a recognition since it was printed; asked by its id alone, which tells nothing else. */
export type CertificateState = { readonly isKnown: boolean; readonly revokedOn: PlainDate | null }
/** For a page that came over a line without https, where browsers do not reckon signatures. */
export const checkBody = z.strictObject({ code: z.string({ error: 'Mã: chưa nhập' }).min(1, 'Mã: chưa nhập').max(4000, 'Mã: quá dài') })

export const stateParams = z.strictObject({ id: id('Mã giấy') })

export type CertificateRefusal = 'certificate.key-waits' | 'certificate.no-page' | 'certificate.unprintable'

export const certificateRefusals: Record<CertificateRefusal, RefusalText> = {
  'certificate.key-waits': { status: 409, say: d => `Khóa mới đã lập, ký từ ngày ${dayWords(d.on)}: một ngày một khóa là đủ.` },
  'certificate.no-page': { status: 404, say: 'Trang xác minh khi không có mạng chưa được dựng: chạy npm run build ở máy chủ.' },
  'certificate.unprintable': {
    status: 422,
    say: d => `Chưa in được: phông chữ của giấy không có ký tự ${d.signs} trong tên hoặc địa chỉ.`,
  },
}
