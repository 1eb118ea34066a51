import type { RuleBook } from '../rule-book.ts'
import { before, days } from '../term.ts'
import { common86 } from './nd-86-2023.ts'
import { writerOf } from './writer.ts'

/** Decree 86/2023/NĐ-CP for families: Art. 6(4), 7(1), Annex I. Points and thresholds are the province's. Open points M4, M12. */
const writer = writerOf('GDVH.ND86', '86/2023/NĐ-CP')
const { decidedBy, exclusion, fact, paper, standard, step } = writer

export const family86: RuleBook = {
  ...common86(writer),
  id: 'GDVH.ND86',
  honour: 'culturalFamily',
  name: 'Gia đình văn hóa',
  subjects: ['household'],
  standards: [
    standard(
      'I',
      'Gương mẫu chấp hành',
      ['B', 'Phụ lục I'],
      [
        ['I.1', 'Theo đúng chủ trương, pháp luật'],
        ['I.2', 'Cưới, tang, lễ hội văn minh'],
        ['I.3', 'Giữ an ninh, trật tự, phòng cháy, chữa cháy'],
        ['I.4', 'Giữ mức ồn không phiền người chung quanh'],
      ],
    ),
    standard(
      'II',
      'Thi đua lao động, sản xuất, học tập, giữ an ninh, trật tự',
      ['B', 'Phụ lục I'],
      [
        ['II.1', 'Góp phần giữ di tích, danh thắng, môi trường'],
        ['II.2', 'Từ thiện, đền ơn đáp nghĩa, khuyến học, gia đình học tập'],
        ['II.3', 'Sinh hoạt chung với khu dân cư'],
        ['II.4', 'Tham gia phong trào kinh tế, văn hóa, xã hội của địa phương'],
        ['II.5', 'Người còn sức lao động có việc làm, thu nhập chính đáng'],
        ['II.6', 'Trẻ em đến tuổi được đến trường'],
      ],
    ),
    standard(
      'III',
      'Gia đình no ấm, tiến bộ, hạnh phúc, văn minh, gắn bó với cộng đồng',
      ['B', 'Phụ lục I'],
      [
        ['III.1', 'Theo bộ tiêu chí ứng xử trong gia đình'],
        ['III.2', 'Theo chính sách dân số, hôn nhân và gia đình'],
        ['III.3', 'Bình đẳng giới (phần sau chưa đọc được)'],
        ['III.4', 'Nhà tiêu, nhà tắm, nước hợp vệ sinh', ['D', 'Phụ lục I']],
        ['III.5', 'Giúp người gặp khó khăn', ['D', 'Phụ lục I']],
      ],
    ),
  ],
  exclusions: [
    exclusion('a', 'Bị truy cứu trách nhiệm hình sự', ['B', 'Điều 6 khoản 4'], [{ matters: 'any', handlings: ['prosecuted'] }]),
    exclusion(
      'b',
      'Không làm tròn nghĩa vụ quân sự hoặc nghĩa vụ thuế',
      ['B', 'Điều 6 khoản 4'],
      [{ matters: ['militaryService', 'tax'], handlings: 'any' }],
    ),
    exclusion(
      'c',
      'Bị phạt hành chính về tảo hôn, kết hôn, ly hôn hoặc chế độ một vợ một chồng',
      ['B', 'Điều 6 khoản 4'],
      [{ matters: ['childMarriage', 'marriageAndDivorce', 'monogamy'], handlings: ['fined'] }],
    ),
    exclusion(
      'd',
      'Bị phạt hành chính về trật tự công cộng, đánh bạc, tệ nạn, phòng cháy, chữa cháy, cứu nạn hoặc bạo lực gia đình',
      ['B', 'Điều 6 khoản 4'],
      [{ matters: ['publicOrder', 'gambling', 'drugs', 'prostitution', 'fireSafety', 'domesticViolence'], handlings: ['fined'] }],
    ),
  ],
  exclusionsRead: fact('exclusionsRead', true, 'B', 'Điều 6 khoản 4'),
  steps: [
    step('meet', ['Trưởng thôn, Tổ trưởng chủ trì, cùng Trưởng ban công tác Mặt trận và đoàn thể', 'Họp, đánh giá từng hộ'], ['B'], {
      form: ['Mẫu số 03', 'S', 'Phụ lục IV', 'M12'],
      quorum: [null, 'D', '', 'M4'],
      consent: [null, 'D', '', 'M4'],
      within: [before('11-25'), 'B'],
    }),
    step('post', ['Trưởng thôn, Tổ trưởng', 'Niêm yết danh sách, lấy ý kiến người dân'], ['B'], {
      form: ['Mẫu số 02', 'S', 'Phụ lục IV', 'M12'],
      lasts: [days(10), 'B'],
      after: 'meet',
    }),
    step('submit', ['Trưởng thôn, Tổ trưởng', 'Hết hạn niêm yết thì lập hồ sơ trình Chủ tịch UBND cấp xã'], ['B', 'Điều 7 khoản 1'], {
      form: ['Mẫu số 01', 'S', 'Phụ lục IV', 'M12'],
      after: 'post',
    }),
    step('decide', ['Chủ tịch UBND cấp xã', 'Quyết định tặng danh hiệu'], ['B'], {
      form: ['Mẫu số 10', 'B', 'Phụ lục IV'],
      within: [days(10), 'B'],
      after: 'submit',
    }),
    step('publish', ['Cơ quan ra quyết định', 'Công bố danh sách trên bảng tin hoặc cổng thông tin'], ['B'], {
      within: [days(15), 'B'],
      after: 'decide',
    }),
  ],
  deciding: decidedBy('communeChair', 'A', { clause: 'Điều 80 khoản 3, 06/2022/QH15' }),
  papers: [
    paper('proposal', 'Mẫu số 01', 'S', 'Phụ lục IV', 'M12'),
    paper('postedList', 'Mẫu số 02', 'S', 'Phụ lục IV', 'M12'),
    paper('minutes', 'Mẫu số 03', 'S', 'Phụ lục IV', 'M12'),
    paper('decision', 'Mẫu số 10', 'B', 'Phụ lục IV'),
    paper('certificate', null, 'D', '', 'M12'),
  ],
  certificate: fact('certificate', null, 'D', '', 'M12'),
  remarks: [
    fact('remark.points', 'Nghị định không có thang điểm; UBND cấp tỉnh quy định chi tiết', 'B'),
    fact('remark.days', 'Số ngày không ghi là ngày làm việc nên tính ngày thường', 'S'),
    fact('remark.register', 'Không thấy bước đăng ký bắt buộc, định túc và tỷ lệ đồng ý', 'D', '', 'M4'),
    fact('remark.transition', 'Điều khoản chuyển tiếp với hồ sơ năm 2023 chưa đọc được', 'D', '', 'M16'),
  ],
}
