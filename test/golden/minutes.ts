import type { OfficialDocument } from '#domain/document/official-document.ts'
import { heading, paragraph } from './build.ts'

/** Minutes of a review meeting: no line of place and day, two signatures. Dữ liệu minh họa. */
export const minutes: OfficialDocument = {
  schemaVersion: 1,
  kind: 'minutes',
  issuer: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'XÃ CHIỀNG SƠN'], fullName: 'Ủy ban nhân dân xã Chiềng Sơn' },
  code: { number: null, symbol: 'BB-UBND' },
  placeAndDate: null,
  subject: 'Họp bình xét danh hiệu “Gia đình văn hóa” năm 2026 tại bản Hin Pén',
  addressees: [],
  authority: null,
  bases: [],
  blocks: [
    paragraph('begins', 'Thời gian bắt đầu: 19 giờ 30 phút, ngày 10 tháng 11 năm 2026.'),
    paragraph('where', 'Địa điểm: Nhà văn hóa bản Hin Pén, xã Chiềng Sơn.'),
    paragraph('present', 'Thành phần tham dự: {#present|22} trên tổng số {#convened|24} đại diện hộ gia đình (dữ liệu minh họa).'),
    paragraph('chair', 'Chủ trì (chủ tọa): Ông Lường Văn Minh Họa, Trưởng bản.'),
    paragraph('secretary', 'Thư ký (người ghi biên bản): Bà Vì Thị Minh Họa.'),
    heading(1, 'I.', 'NỘI DUNG'),
    paragraph(
      'content',
      'Cuộc họp nghe đọc tiêu chuẩn, danh sách đăng ký, bản tự chấm điểm của từng hộ; thảo luận và biểu quyết công khai.',
    ),
    heading(1, 'II.', 'KẾT QUẢ BIỂU QUYẾT'),
    paragraph('votes', 'Có {#agreed|18} hộ được trên 60% đại diện hộ có mặt nhất trí đề nghị công nhận.'),
    paragraph(
      'closing',
      'Cuộc họp kết thúc vào 21 giờ 15 phút, ngày 10 tháng 11 năm 2026. Biên bản đã được đọc lại cho mọi người cùng nghe và nhất trí thông qua./.',
    ),
  ],
  signature: { capacityLines: ['CHỦ TỌA'], fullName: 'Lường Văn Minh Họa' },
  secondSignature: { capacityLines: ['THƯ KÝ'], fullName: 'Vì Thị Minh Họa' },
  recipients: { lines: ['Phòng Văn hóa - Xã hội xã', 'Ban công tác Mặt trận bản'], archive: 'VT, Hồ sơ' },
  appendices: [],
}
