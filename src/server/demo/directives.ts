import type { BodyInput } from '#contract/index.ts'
import { demoId } from './ids.ts'
import { unitIds } from './office.ts'

// The chain the report rests on: 2214/QĐ-TTg → 23/KH-UBND → 14/KH-VPUB; 41/KH-UBND → 17/KH-VPUB; and 122/2018/NĐ-CP.
// Numbers, days and subjects are as the published report cites them; what the texts say inside is not known here.

const movement = 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'

type Directive = Partial<BodyInput<'document.register'>> &
  Pick<BodyInput<'document.register'>, 'code' | 'kind' | 'direction' | 'issuedOn' | 'issuerName' | 'subject'>

const directive = (fields: Directive): BodyInput<'document.register'> => ({
  id: documentId(fields.code),
  ownerUnitId: unitIds.office,
  issuerUnitId: null,
  valid: { from: fields.issuedOn, until: null },
  years: null,
  arrivedOn: null,
  arrivalNumber: null,
  note: '',
  ...fields,
})

export function documentId(code: string): string {
  return demoId(`document/${code}`)
}

export const demoDocuments: readonly BodyInput<'document.register'>[] = [
  directive({
    code: '122/2018/NĐ-CP',
    kind: 'decree',
    direction: 'reference',
    issuedOn: '2018-09-17',
    issuerName: 'Chính phủ',
    subject:
      'Quy định về xét tặng danh hiệu “Gia đình văn hóa”; “Thôn văn hóa”, “Làng văn hóa”, “Ấp văn hóa”, “Bản văn hóa”, “Tổ dân phố văn hóa”',
    valid: { from: '2018-11-05', until: '2024-01-30' },
  }),
  directive({
    code: '2214/QĐ-TTg',
    kind: 'decision',
    direction: 'reference',
    issuedOn: '2021-12-28',
    issuerName: 'Thủ tướng Chính phủ',
    subject: `Phê duyệt Chương trình thực hiện ${movement} giai đoạn 2021 - 2026`,
    years: { from: 2021, until: 2026 },
  }),
  directive({
    code: '23/KH-UBND',
    kind: 'plan',
    direction: 'incoming',
    issuedOn: '2022-01-18',
    issuerName: 'UBND tỉnh',
    issuerUnitId: unitIds.committee,
    subject: `Triển khai Chương trình thực hiện ${movement} trên địa bàn tỉnh Sơn La giai đoạn 2022 - 2026`,
    years: { from: 2022, until: 2026 },
  }),
  directive({
    code: '14/KH-VPUB',
    kind: 'plan',
    direction: 'outgoing',
    issuedOn: '2022-01-24',
    issuerName: 'Văn phòng UBND tỉnh',
    issuerUnitId: unitIds.office,
    subject: `Triển khai thực hiện Chương trình thực hiện ${movement} giai đoạn 2022 - 2026`,
    years: { from: 2022, until: 2026 },
  }),
  directive({
    code: '41/KH-UBND',
    kind: 'plan',
    direction: 'incoming',
    issuedOn: '2022-02-10',
    issuerName: 'UBND tỉnh',
    issuerUnitId: unitIds.committee,
    subject: `Thực hiện ${movement} năm 2022`,
  }),
  directive({
    code: '17/KH-VPUB',
    kind: 'plan',
    direction: 'outgoing',
    issuedOn: '2022-02-12',
    issuerName: 'Văn phòng UBND tỉnh',
    issuerUnitId: unitIds.office,
    subject: `Thực hiện ${movement} năm 2022`,
  }),
]

/** Which rests on which. 14 came out before 41: order of days proves nothing. */
export const demoCitations: readonly BodyInput<'document.cite'>[] = (
  [
    ['23/KH-UBND', '2214/QĐ-TTg', 'carriesOut'],
    ['14/KH-VPUB', '23/KH-UBND', 'carriesOut'],
    ['41/KH-UBND', '23/KH-UBND', 'carriesOut'],
    ['17/KH-VPUB', '41/KH-UBND', 'carriesOut'],
    ['17/KH-VPUB', '14/KH-VPUB', 'mentions'],
  ] as const
).map(([from, to, relation]) => ({ fromDocumentId: documentId(from), toDocumentId: documentId(to), relation }))
