import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, decidedBy, fact, paper, standard, step } = writerOf('XVHNTM.TT17', '17/2011/TT-BVHTTDL')

/** Circular 17/2011/TT-BVHTTDL, Art. 3 to 6: communes of the new countryside. Its standards are not verified (M5). */
export const newRuralCommune: RuleBook = {
  ...blank(),
  id: 'XVHNTM.TT17',
  honour: 'newRuralCommune',
  name: 'Xã đạt chuẩn văn hóa nông thôn mới',
  ...bounds(['2012-01-16', 'B'], ['2023-01-01', 'B']),
  subjects: ['commune'],
  mustRegister: fact('mustRegister', true, 'B', 'Điều 5'),
  standards: [
    standard('TC1', 'Giúp nhau phát triển kinh tế', ['D', 'Điều 4']),
    standard('TC2', 'Chất lượng gia đình, thôn văn hóa', ['D', 'Điều 4']),
    standard('TC3', 'Thiết chế và phong trào văn hóa, thể thao', ['D', 'Điều 4']),
    standard('TC4', 'Nếp sống văn minh, môi trường', ['D', 'Điều 4']),
    standard('TC5', 'Chấp hành pháp luật', ['D', 'Điều 4']),
  ],
  steps: [
    step('register', ['Trưởng Ban Chỉ đạo cấp xã', 'Đăng ký với UBND cấp huyện'], ['B', 'Điều 5']),
    step('meet', ['Ban Chỉ đạo cấp xã', 'Họp, thông qua báo cáo thành tích'], ['B', 'Điều 5']),
    step('submit', ['Chủ tịch UBND cấp xã', 'Đề nghị công nhận'], ['B', 'Điều 5'], { after: 'meet' }),
    step('appraise', ['Ban Chỉ đạo cấp huyện', 'Kiểm tra, lập biên bản'], ['B', 'Điều 5'], { after: 'submit' }),
    step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định, cấp giấy công nhận'], ['B', 'Điều 5'], { after: 'appraise' }),
  ],
  deciding: decidedBy('districtChair', 'B', 'Điều 3'),
  papers: [paper('achievements', null, 'D', 'Điều 5', 'M5')],
  certificate: fact('certificate', 'Giấy công nhận', 'B', 'Điều 5'),
  recognition: { first: fact('recognition.first', 2, 'C'), again: fact('recognition.again', 5, 'D') },
}
