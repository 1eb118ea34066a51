import type { OfficialDocument } from '#domain/document/official-document.ts'
import { paragraph } from './build.ts'

/** A notice signed by order. Dữ liệu minh họa. */
export const notice: OfficialDocument = {
  schemaVersion: 1,
  kind: 'notice',
  issuer: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'TỈNH SƠN LA'], fullName: 'Ủy ban nhân dân tỉnh Sơn La' },
  code: { number: null, symbol: 'TB-UBND' },
  placeAndDate: { place: 'Sơn La', day: null, year: 2026 },
  subject:
    'Kết luận của đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” quý III năm 2026',
  addressees: [],
  authority: null,
  bases: [],
  blocks: [
    paragraph(
      'opening',
      'Ngày 05 tháng 10 năm 2026, đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh đã chủ trì cuộc họp Ban Chỉ đạo. Sau khi nghe báo cáo và ý kiến của các thành viên, đồng chí kết luận như sau (dữ liệu minh họa):',
    ),
    paragraph(
      'first',
      'Giao Sở Văn hóa, Thể thao và Du lịch hướng dẫn các xã, phường hoàn thành bình xét danh hiệu trước ngày 15 tháng 11 năm 2026.',
      '1.',
    ),
    paragraph('second', 'Ủy ban nhân dân các xã, phường kiểm tra việc niêm yết, tiếp nhận và trả lời ý kiến của Nhân dân.', '2.'),
    paragraph('closing', 'Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.'),
  ],
  signature: { capacityLines: ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], fullName: 'Sòi Văn Minh Họa' },
  secondSignature: null,
  recipients: {
    lines: ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Thành viên Ban Chỉ đạo tỉnh', 'UBND các xã, phường'],
    archive: 'VT, KGVX',
  },
  appendices: [],
}
