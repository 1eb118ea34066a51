import type { OfficialDocument } from '#domain/document/official-document.ts'
import { paragraph } from './build.ts'

/** An invitation of the steering committee, whose head holds another office. Dữ liệu minh họa. */
export const invitation: OfficialDocument = {
  schemaVersion: 1,
  kind: 'invitation',
  issuer: {
    parentLines: ['UBND TỈNH SƠN LA'],
    nameLines: ['BAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”'],
    fullName: 'Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh Sơn La',
  },
  code: { number: null, symbol: 'GM-BCĐ' },
  placeAndDate: { place: 'Sơn La', day: null, year: 2026 },
  subject: 'Họp Ban Chỉ đạo quý IV năm 2026',
  addressees: [],
  authority: null,
  bases: [],
  blocks: [
    paragraph('invites', 'Ban Chỉ đạo trân trọng kính mời: Các đồng chí thành viên Ban Chỉ đạo tỉnh (dữ liệu minh họa).'),
    paragraph('about', 'Tới dự cuộc họp đánh giá kết quả thực hiện Phong trào năm 2026, bàn nhiệm vụ năm 2027.'),
    paragraph('chair', 'Chủ trì: Đồng chí Trưởng Ban Chỉ đạo.'),
    paragraph('time', 'Thời gian: 8 giờ 00 phút, ngày 18 tháng 12 năm 2026.'),
    paragraph('where', 'Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh.'),
    paragraph('closing', 'Đề nghị các đồng chí dự họp đầy đủ, đúng thành phần./.'),
  ],
  signature: { capacityLines: ['TRƯỞNG BAN'], officeLine: 'PHÓ CHỦ TỊCH UBND TỈNH', fullName: 'Nguyễn Thị Minh Họa' },
  secondSignature: null,
  recipients: { lines: ['Thành viên Ban Chỉ đạo tỉnh', 'Sở Văn hóa, Thể thao và Du lịch'], archive: 'VT, BCĐ' },
  appendices: [],
}
