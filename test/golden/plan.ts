import type { OfficialDocument } from '#domain/document/official-document.ts'
import { heading, paragraph } from './build.ts'

/** A plan with a table of tasks. Dữ liệu minh họa. */
export const plan: OfficialDocument = {
  schemaVersion: 1,
  kind: 'plan',
  issuer: { parentLines: ['UBND TỈNH SƠN LA'], nameLines: ['VĂN PHÒNG'], fullName: 'Văn phòng UBND tỉnh Sơn La' },
  code: { number: null, symbol: 'KH-VPUB' },
  placeAndDate: { place: 'Sơn La', day: null, year: 2022 },
  subject: 'Thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022',
  addressees: [],
  authority: null,
  bases: [],
  blocks: [
    paragraph(
      'opening',
      'Thực hiện {plan-41|Kế hoạch số 41/KH-UBND} ngày 10 tháng 02 năm 2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022, Văn phòng UBND tỉnh ban hành Kế hoạch thực hiện với các nội dung sau (dữ liệu minh họa):',
    ),
    heading(1, 'I.', 'MỤC ĐÍCH, YÊU CẦU'),
    paragraph(
      'aim',
      'Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức, người lao động trong xây dựng môi trường văn hóa công sở.',
      '1.',
    ),
    paragraph('demand', 'Các nhiệm vụ có đơn vị chủ trì, thời hạn hoàn thành và sản phẩm cụ thể.', '2.'),
    heading(1, 'II.', 'CHỈ TIÊU'),
    paragraph('target', 'Phấn đấu {#target-offices|100%} phòng, ban, đơn vị đăng ký danh hiệu Cơ quan, đơn vị văn hóa.'),
    heading(1, 'III.', 'NHIỆM VỤ'),
    paragraph('tasks-intro', 'Các nhiệm vụ trong năm được phân công như sau:'),
    {
      type: 'table',
      id: 'tasks',
      columns: [
        { heading: 'TT', share: 8, align: 'center' },
        { heading: 'Nhiệm vụ', share: 46, align: 'left' },
        { heading: 'Đơn vị chủ trì', share: 24, align: 'left' },
        { heading: 'Thời hạn', share: 22, align: 'center' },
      ],
      rows: [
        ['1', 'Phổ biến kế hoạch, đăng ký danh hiệu', 'Phòng Hành chính - Tổ chức', '28/02/2022'],
        ['2', 'Tuyên truyền trên Trang Thông tin điện tử', 'Trung tâm Thông tin', 'Thường xuyên'],
        ['3', 'Tham gia Ngày chạy Olympic vì sức khỏe toàn dân', 'Công đoàn cơ quan', '31/3/2022'],
        ['4', 'Giúp đỡ xã Chiềng Xuân, huyện Vân Hồ', 'Ban Chỉ đạo', '15/11/2022'],
        ['5', 'Tổng hợp, báo cáo kết quả 6 tháng và cả năm', 'Phòng Khoa giáo - Văn xã', '10/6 và 10/11/2022'],
      ],
    },
    heading(1, 'IV.', 'TỔ CHỨC THỰC HIỆN'),
    paragraph(
      'organisation',
      'Trưởng các phòng, ban, đơn vị tổ chức thực hiện Kế hoạch này; định kỳ báo cáo kết quả về Phòng Khoa giáo - Văn xã.',
      '1.',
    ),
    paragraph(
      'closing',
      'Phòng Khoa giáo - Văn xã theo dõi, đôn đốc, tổng hợp báo cáo lãnh đạo Văn phòng; khó khăn, vướng mắc được phản ánh kịp thời để xem xét, điều chỉnh./.',
      '2.',
    ),
  ],
  signature: { capacityLines: ['CHÁNH VĂN PHÒNG'], fullName: 'Nguyễn Văn Minh Họa' },
  secondSignature: null,
  recipients: { lines: ['Sở VH, TT&DL', 'Lãnh đạo Văn phòng', 'Các phòng, ban, đơn vị'], archive: 'VT, KGVX' },
  appendices: [],
}
