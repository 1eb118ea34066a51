import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, fact, paper, standard, step } = writerOf('CQVH.TT08', '08/2014/TT-BVHTTDL')

/** Circular 08/2014/TT-BVHTTDL, Art. 3(2) on years and 7 on the way. Its days in force are open (M5, M6). */
export const office2014: RuleBook = {
  ...blank(),
  id: 'CQVH.TT08',
  honour: 'culturalOffice',
  name: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa',
  subjects: ['office', 'enterprise'],
  ...bounds(['2014-10-01', 'C', '', 'M6'], ['2023-01-01', 'S', '', 'M5']),
  mustRegister: fact('mustRegister', true, 'B', 'Điều 3 khoản 2'),
  standards: [
    standard(
      'CQ1',
      'Cơ quan, đơn vị làm tốt nhiệm vụ',
      ['C'],
      [
        ['CQ1.1', 'Hoàn thành kế hoạch năm', ['C', '', 'M6']],
        ['CQ1.2', 'Mọi người đạt lao động tiên tiến', ['C', '', 'M6']],
        ['CQ1.3', 'Từ 80% số người tự học hoặc theo học bồi dưỡng', ['C', '', 'M6']],
        ['CQ1.4', 'Giữ đạo đức công vụ, phục vụ ngày càng tốt, có sáng kiến được dùng', ['C', '', 'M6']],
      ],
      'unread',
    ),
    standard(
      'CQ2',
      'Cơ quan, đơn vị có nếp sống văn minh, môi trường văn hóa công sở',
      ['C'],
      [['CQ2.1', 'Từ 90% số người không vi phạm nếp sống văn minh', ['C', '', 'M6']]],
      'unread',
    ),
    standard('CQ3', 'Cơ quan, đơn vị gương mẫu theo đường lối, pháp luật', ['C']),
    standard('DN1', 'Doanh nghiệp hoàn thành sản xuất, kinh doanh, dịch vụ', ['C']),
    standard('DN2', 'Doanh nghiệp có nếp sống văn minh, môi trường văn hóa', ['C']),
    standard('DN3', 'Doanh nghiệp nâng cao đời sống người lao động', ['C']),
    standard('DN4', 'Doanh nghiệp chấp hành nghiêm pháp luật', ['C']),
  ],
  steps: [
    step('register', ['Công đoàn cơ sở', 'Đăng ký xây dựng'], ['B', 'Điều 7']),
    step('assessSelf', ['Công đoàn cơ quan', 'Báo cáo thành tích 2 năm hoặc 5 năm, thủ trưởng xác nhận'], ['B', 'Điều 7']),
    step('submit', ['Công đoàn cơ quan', 'Nộp hồ sơ tại Liên đoàn Lao động cấp huyện'], ['B', 'Điều 7']),
    step('appraise', ['Ban Chỉ đạo phong trào cấp huyện, cấp tỉnh', 'Kiểm tra, lập biên bản, có công văn đề nghị'], ['B', 'Điều 7']),
    step('decide', ['Chủ tịch UBND cấp huyện (lần đầu), cấp tỉnh (công nhận lại)', 'Công nhận, hoặc trả lời nêu lý do'], ['B', 'Điều 7']),
  ],
  deciding: [
    { round: 'first', valid: { from: null, until: null }, authority: fact('authority.first', 'districtChair', 'B', 'Điều 7') },
    { round: 'again', valid: { from: null, until: null }, authority: fact('authority.again', 'provinceChair', 'B', 'Điều 7') },
  ],
  papers: [paper('achievements', null, 'D', 'Điều 7', 'M6')],
  certificate: fact('certificate', 'Giấy công nhận (lần đầu), Bằng công nhận (công nhận lại)', 'B', 'Điều 7'),
  recognition: {
    first: fact('recognition.first', 2, 'B', 'Điều 3 khoản 2'),
    again: fact('recognition.again', 5, 'B', 'Điều 3 khoản 2'),
  },
  remarks: [fact('remark.points', 'Không rõ thông tư có thang điểm hay không', 'D', '', 'M6')],
}
