import type { RuleBook } from '../rule-book.ts'
import { before, days } from '../term.ts'
import { common86 } from './nd-86-2023.ts'
import { writerOf } from './writer.ts'

/** Decree 86/2023/NĐ-CP for exemplary communes, wards and townships: Art. 7(3), Annex III; law 06/2022/QH15, Art. 29, 79(4). */
const writer = writerOf('XPTT.ND86', '86/2023/NĐ-CP')
const { criterion, decidedBy, fact, paper, standard, step } = writer

export const commune86: RuleBook = {
  ...common86(writer),
  id: 'XPTT.ND86',
  honour: 'exemplaryCommune',
  name: 'Xã, phường, thị trấn tiêu biểu',
  subjects: ['commune'],
  prerequisites: [criterion('leads', 'Dẫn đầu phong trào thi đua cấp huyện', ['B', { clause: 'Điều 29, 06/2022/QH15' }])],
  standards: [
    standard(
      'I',
      'Làm tròn nhiệm vụ kinh tế, xã hội, quốc phòng, an ninh được giao',
      ['B', 'Phụ lục III'],
      [
        ['I.1', 'Giữ trật tự, phòng chống tội phạm', ['C', 'Phụ lục III']],
        ['I.2', 'Hợp tác, liên kết phát triển', ['C', 'Phụ lục III']],
        ['I.3', 'Quân sự, quốc phòng', ['C', 'Phụ lục III']],
      ],
      'unread',
    ),
    standard('II', 'Kinh tế ổn định, từng bước phát triển', ['B', 'Phụ lục III']),
    standard('III', 'Văn hóa, tinh thần phong phú', ['B', 'Phụ lục III']),
    standard('IV', 'Môi trường an toàn, thân thiện, sạch đẹp', ['B', 'Phụ lục III']),
    standard('V', 'Chấp hành chủ trương, pháp luật', ['B', 'Phụ lục III']),
  ],
  exclusionsRead: fact('exclusionsRead', false, 'D', 'Điều 6 khoản 6', 'M11'),
  steps: [
    step('list', ['UBND cấp xã', 'Gửi báo cáo thành tích lên UBND cấp huyện'], ['B', 'Điều 7 khoản 3']),
    step('meet', ['Hội đồng thi đua, khen thưởng cấp huyện', 'Họp, chốt danh sách'], ['B'], {
      quorum: [null, 'D', 'Quy chế của hội đồng'],
      consent: [null, 'D', 'Quy chế của hội đồng'],
      within: [before('11-25'), 'B'],
    }),
    step('post', ['UBND cấp huyện', 'Công khai, lấy ý kiến người dân'], ['B'], { lasts: [days(10), 'B'], after: 'meet' }),
    step('submit', ['UBND cấp huyện', 'Lập hồ sơ trình Chủ tịch UBND cấp tỉnh'], ['B', 'Điều 7 khoản 3'], { after: 'post' }),
    step('decide', ['Chủ tịch UBND cấp tỉnh', 'Quyết định tặng danh hiệu kèm bằng chứng nhận'], ['B'], {
      form: ['Mẫu số 12', 'B', 'Phụ lục IV'],
      within: [days(10), 'B'],
      after: 'submit',
    }),
    step('publish', ['Cơ quan ra quyết định', 'Công bố danh sách'], ['B'], { within: [days(15), 'B'], after: 'decide' }),
  ],
  deciding: decidedBy('provinceChair', 'B', { clause: 'Điều 79 khoản 4, 06/2022/QH15' }),
  papers: [
    paper('proposal', 'Mẫu số 07', 'S', 'Phụ lục IV', 'M12'),
    paper('achievements', 'Mẫu số 08', 'S', 'Phụ lục IV', 'M12'),
    paper('minutes', 'Mẫu số 09', 'S', 'Phụ lục IV', 'M12'),
    paper('decision', 'Mẫu số 12', 'B', 'Phụ lục IV'),
  ],
  certificate: fact('certificate', 'Bằng chứng nhận', 'B'),
  remarks: [fact('remark.days', 'Số ngày không ghi là ngày làm việc nên tính ngày thường', 'S')],
}
