import type { OfficialDocument } from '#domain/document/official-document.ts'
import { heading, paragraph } from './build.ts'

/** A proposal to one superior body, with two appendices, one of them turned. Dữ liệu minh họa. */
export const proposal: OfficialDocument = {
  schemaVersion: 1,
  kind: 'proposal',
  issuer: { parentLines: ['UBND XÃ CHIỀNG SƠN'], nameLines: ['PHÒNG VĂN HÓA - XÃ HỘI'], fullName: 'Phòng Văn hóa - Xã hội xã Chiềng Sơn' },
  code: { number: null, symbol: 'TTr-VHXH' },
  placeAndDate: { place: 'Chiềng Sơn', day: null, year: 2026 },
  subject: 'Về việc công nhận danh hiệu “Gia đình văn hóa” năm 2026',
  addressees: ['Chủ tịch Ủy ban nhân dân xã Chiềng Sơn'],
  authority: null,
  bases: [],
  blocks: [
    paragraph(
      'opening',
      'Sau khi tổng hợp hồ sơ đề nghị của các bản, tiểu khu, Phòng Văn hóa - Xã hội kính trình Chủ tịch Ủy ban nhân dân xã xem xét, quyết định công nhận danh hiệu “Gia đình văn hóa” năm 2026 như sau (dữ liệu minh họa):',
    ),
    heading(1, 'I.', 'QUÁ TRÌNH BÌNH XÉT'),
    paragraph('meetings', 'Các bản, tiểu khu đã họp bình xét đúng trình tự; kết quả được niêm yết công khai, không có ý kiến khiếu nại.'),
    heading(1, 'II.', 'KẾT QUẢ'),
    paragraph(
      'result',
      'Tổng số {#proposed|48} hộ đủ tiêu chuẩn (chi tiết tại Phụ lục I); các hộ chưa đạt được nêu rõ lý do tại Phụ lục II.',
    ),
    paragraph('closing', 'Phòng Văn hóa - Xã hội kính trình Chủ tịch Ủy ban nhân dân xã xem xét, quyết định./.'),
  ],
  signature: { capacityLines: ['TRƯỞNG PHÒNG'], fullName: 'Lò Thị Minh Họa' },
  secondSignature: null,
  recipients: { lines: ['Như trên', 'Lãnh đạo phòng'], archive: 'VT, VHXH' },
  appendices: [
    {
      id: 'proposed',
      title: 'Tổng hợp kết quả bình xét theo bản, tiểu khu',
      orientation: 'landscape',
      blocks: [
        {
          type: 'table',
          id: 'by-village',
          columns: [
            { heading: 'TT', share: 6, align: 'center' },
            { heading: 'Bản, tiểu khu', share: 30, align: 'left' },
            { heading: 'Tổng số hộ', share: 16, align: 'right' },
            { heading: 'Số hộ đăng ký', share: 16, align: 'right' },
            { heading: 'Số hộ đề nghị công nhận', share: 16, align: 'right' },
            { heading: 'Tỷ lệ trên số hộ đăng ký (%)', share: 16, align: 'right' },
          ],
          rows: [
            ['1', 'Bản Hin Pén', '24', '20', '18', '90,0'],
            ['2', 'Bản Co Phương', '22', '19', '16', '84,2'],
            ['3', 'Tiểu khu 1', '18', '16', '14', '87,5'],
          ],
        },
      ],
    },
    {
      id: 'refused',
      title: 'Các hộ chưa đủ tiêu chuẩn',
      orientation: 'portrait',
      blocks: [paragraph('refused-text', 'Lý do từng trường hợp được lưu trong hồ sơ bình xét của bản, tiểu khu (dữ liệu minh họa).')],
    },
  ],
}
