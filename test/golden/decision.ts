import type { OfficialDocument } from '#domain/document/official-document.ts'
import { article, rich } from './build.ts'

const names = [
  'Lò Văn An',
  'Hà Thị Bình',
  'Vì Văn Cường',
  'Lường Thị Dung',
  'Cầm Văn Giang',
  'Quàng Thị Hiền',
  'Tòng Văn Khánh',
  'Bạc Thị Lan',
]
const villages = ['Bản Hin Pén', 'Bản Co Phương', 'Tiểu khu 1']

/** A decision of recognition with its list in an appendix of several pages. Dữ liệu minh họa. */
export const decision: OfficialDocument = {
  schemaVersion: 1,
  kind: 'decision',
  issuer: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'XÃ CHIỀNG SƠN'], fullName: 'Ủy ban nhân dân xã Chiềng Sơn' },
  code: { number: null, symbol: 'QĐ-UBND' },
  placeAndDate: { place: 'Chiềng Sơn', day: null, year: 2026 },
  subject: 'Về việc công nhận danh hiệu “Gia đình văn hóa” năm 2026',
  addressees: [],
  authority: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CHIỀNG SƠN',
  bases: [
    { id: 'basis-1', inlines: rich('Căn cứ Luật Tổ chức chính quyền địa phương') },
    { id: 'basis-2', inlines: rich('Căn cứ Luật Thi đua, khen thưởng') },
    {
      id: 'basis-3',
      inlines: rich(
        'Căn cứ {decree-86|Nghị định số 86/2023/NĐ-CP} ngày 07 tháng 12 năm 2023 của Chính phủ quy định về khung tiêu chuẩn và trình tự, thủ tục, hồ sơ xét tặng danh hiệu “Gia đình văn hóa”, “Thôn, tổ dân phố văn hóa”, “Xã, phường, thị trấn tiêu biểu”',
      ),
    },
    { id: 'basis-4', inlines: rich('Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã') },
  ],
  blocks: [
    { type: 'pronouncement', id: 'decides', text: 'QUYẾT ĐỊNH:' },
    ...article(
      1,
      'Công nhận danh hiệu “Gia đình văn hóa” năm 2026 cho {#households|48} hộ gia đình (có danh sách tại Phụ lục kèm theo; dữ liệu minh họa).',
    ),
    ...article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
    ...article(
      3,
      'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã hội, các bản, tiểu khu và các hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    ),
  ],
  signature: { capacityLines: ['CHỦ TỊCH'], fullName: 'Hà Văn Minh Họa' },
  secondSignature: null,
  recipients: {
    lines: ['Như Điều 3', 'Sở Văn hóa, Thể thao và Du lịch', 'Thường trực Đảng ủy, HĐND xã', 'Trang thông tin điện tử xã'],
    archive: 'VT, VHXH',
  },
  appendices: [
    {
      id: 'list',
      title: 'Danh sách hộ gia đình được công nhận danh hiệu “Gia đình văn hóa” năm 2026',
      orientation: 'portrait',
      blocks: [
        {
          type: 'table',
          id: 'households',
          columns: [
            { heading: 'TT', share: 10, align: 'center' },
            { heading: 'Họ và tên chủ hộ', share: 40, align: 'left' },
            { heading: 'Nơi cư trú', share: 30, align: 'left' },
            { heading: 'Điểm', share: 20, align: 'right' },
          ],
          rows: Array.from({ length: 48 }, (_, i) => [
            String(i + 1),
            names[i % names.length] ?? '',
            villages[i % villages.length] ?? '',
            String(90 + (i % 10)),
          ]),
        },
      ],
    },
  ],
}
