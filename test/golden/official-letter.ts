import type { OfficialDocument } from '#domain/document/official-document.ts'
import { paragraph } from './build.ts'

/** An official letter to several bodies, from a department with a long name. Dữ liệu minh họa. */
export const officialLetter: OfficialDocument = {
  schemaVersion: 1,
  kind: 'officialLetter',
  issuer: {
    parentLines: ['UBND TỈNH SƠN LA'],
    nameLines: ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'],
    fullName: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La',
  },
  code: { number: null, symbol: 'SVHTTDL-XDNSVH' },
  placeAndDate: { place: 'Sơn La', day: null, year: 2026 },
  subject: 'báo cáo kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” 6 tháng đầu năm 2026',
  addressees: ['Các sở, ban, ngành, đoàn thể tỉnh', 'Ủy ban nhân dân các xã, phường'],
  authority: null,
  bases: [],
  blocks: [
    paragraph(
      'request',
      'Để tổng hợp kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” 6 tháng đầu năm 2026, Sở Văn hóa, Thể thao và Du lịch đề nghị các cơ quan, đơn vị báo cáo theo các nội dung sau (dữ liệu minh họa):',
    ),
    paragraph('work', 'Công tác triển khai: văn bản đã ban hành, kế hoạch, nhiệm vụ đã giao.', '1.'),
    paragraph('results', 'Kết quả thực hiện các chỉ tiêu; số liệu ghi rõ tử số, mẫu số và ngày chốt.', '2.'),
    paragraph('difficulties', 'Khó khăn, vướng mắc; kiến nghị, đề xuất.', '3.'),
    paragraph(
      'closing',
      'Báo cáo gửi về Sở Văn hóa, Thể thao và Du lịch trước ngày 20 tháng 6 năm 2026 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh. Rất mong các cơ quan, đơn vị quan tâm phối hợp./.',
    ),
  ],
  signature: { capacityLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], fullName: 'Trần Thị Minh Họa' },
  secondSignature: null,
  recipients: { lines: ['Như trên', 'UBND tỉnh (báo cáo)', 'Lãnh đạo Sở'], archive: 'VT, XDNSVH' },
  appendices: [],
}
