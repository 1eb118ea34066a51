import type { RuleBook } from '../rule-book.ts'
import { days } from '../term.ts'
import { common86 } from './nd-86-2023.ts'
import { writerOf } from './writer.ts'

/** Decree 86/2023/NĐ-CP for hamlets and neighbourhoods: Art. 7(2), Annex II; law 06/2022/QH15, Art. 30, 80(2). Open points M11, M12. */
const writer = writerOf('TTDPVH.ND86', '86/2023/NĐ-CP')
const { decidedBy, fact, paper, standard, step } = writer

export const area86: RuleBook = {
  ...common86(writer),
  id: 'TTDPVH.ND86',
  honour: 'culturalArea',
  name: 'Thôn, tổ dân phố văn hóa',
  subjects: ['residentialArea'],
  standards: [
    standard(
      'I',
      'Kinh tế',
      ['B', 'Phụ lục II'],
      [
        ['I.1', 'Tỷ lệ lao động có việc làm, thu nhập ổn định'],
        ['I.2', 'Tỷ lệ hộ nghèo, cận nghèo thấp'],
        ['I.3', 'Phát triển nghề truyền thống hoặc đóng góp về văn hóa, công nghệ'],
        ['I.4', 'Hưởng ứng phong trào kinh tế, văn hóa, xã hội'],
      ],
    ),
    standard(
      'II',
      'Văn hóa, tinh thần',
      ['B', 'Phụ lục II'],
      [
        ['II.1', 'Nhà văn hóa, sân thể thao, điểm đọc sách phù hợp'],
        ['II.2', 'Trẻ em đến tuổi được đến trường'],
        ['II.3', 'Hoạt động văn nghệ, thể thao'],
        ['II.4', 'Tỷ lệ hộ theo nếp sống văn minh'],
        ['II.5', 'Hòa giải, phòng chống tệ nạn'],
        ['II.6', 'Giữ di sản và sinh hoạt dân gian'],
      ],
    ),
    standard(
      'III',
      'Môi trường',
      ['B', 'Phụ lục II'],
      [
        ['III.1', 'Sản xuất, kinh doanh đúng quy định về môi trường'],
        ['III.2', 'Mai táng, hỏa táng đúng quy hoạch'],
        ['III.3', 'Có chỗ vui chơi chung (phần sau chưa đọc được)'],
      ],
      'unread',
    ),
    standard('IV', 'Chấp hành chủ trương, pháp luật, giữ trật tự, tham gia phong trào', ['B', 'Phụ lục II']),
    standard('V', 'Đoàn kết, tương trợ', ['B', 'Phụ lục II']),
  ],
  exclusionsRead: fact('exclusionsRead', false, 'D', 'Điều 6 khoản 5', 'M11'),
  steps: [
    step('list', ['Trưởng thôn, Tổ trưởng', 'Gửi báo cáo thành tích lên UBND cấp xã'], ['B', 'Điều 7 khoản 2'], {
      form: ['Mẫu số 05', 'B', 'Phụ lục IV'],
    }),
    step('meet', ['Hội đồng thi đua, khen thưởng cấp xã', 'Họp, chốt danh sách'], ['B'], {
      form: ['Mẫu số 06', 'B', 'Phụ lục IV'],
      quorum: [null, 'D', 'Quy chế của hội đồng'],
      consent: [null, 'D', 'Quy chế của hội đồng'],
    }),
    step('post', ['UBND cấp xã', 'Công khai, lấy ý kiến người dân'], ['B'], { lasts: [days(10), 'B'], after: 'meet' }),
    step('submit', ['UBND cấp xã', 'Lập hồ sơ trình Chủ tịch UBND cấp huyện'], ['B', 'Điều 7 khoản 2'], {
      form: ['Mẫu số 04', 'B', 'Phụ lục IV'],
      after: 'post',
    }),
    step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định tặng danh hiệu'], ['B'], {
      form: ['Mẫu số 11', 'S', 'Phụ lục IV', 'M12'],
      within: [days(10), 'B'],
      after: 'submit',
    }),
    step('publish', ['Cơ quan ra quyết định', 'Công bố danh sách'], ['B'], { within: [days(15), 'B'], after: 'decide' }),
  ],
  deciding: decidedBy('districtChair', 'A', { clause: 'Điều 80 khoản 2, 06/2022/QH15' }),
  papers: [
    paper('proposal', 'Mẫu số 04', 'B', 'Phụ lục IV'),
    paper('achievements', 'Mẫu số 05', 'B', 'Phụ lục IV'),
    paper('minutes', 'Mẫu số 06', 'B', 'Phụ lục IV'),
    paper('decision', 'Mẫu số 11', 'S', 'Phụ lục IV', 'M12'),
    paper('certificate', null, 'D', '', 'M12'),
  ],
  certificate: fact('certificate', 'Bằng chứng nhận', 'C'),
  remarks: [
    fact('remark.names', 'Thôn gồm làng, ấp, bản, buôn, bon, phum, sóc; tổ dân phố gồm khu phố, khối phố, khóm, tiểu khu', 'B'),
    fact('remark.days', 'Số ngày không ghi là ngày làm việc nên tính ngày thường', 'S'),
    fact('remark.council', 'Định túc và biểu quyết theo quy chế của hội đồng', 'C'),
  ],
}
