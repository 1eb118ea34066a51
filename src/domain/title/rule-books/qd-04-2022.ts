import { districtsEndedOn } from '../authority.ts'
import type { Criterion, RuleBook } from '../rule-book.ts'
import { days, workingDays } from '../term.ts'
import { type RuleWriter, writerOf } from './writer.ts'

const urbanCriteria = [
  'Quy hoạch',
  'Giao thông',
  'Môi trường, an toàn thực phẩm',
  'An ninh, trật tự',
  'Thông tin, truyền thông',
  'Việc làm, thu nhập, hộ nghèo',
  'Văn hóa, thể thao',
  'Y tế, giáo dục',
  'Hệ thống chính trị, trách nhiệm của chính quyền',
]

const ward = writerOf('DTVM-P.QD04', '04/2022/QĐ-TTg')
const district = writerOf('DTVM-Q.QD04', '04/2022/QĐ-TTg')

/** Decision 04/2022/QĐ-TTg for wards and townships: nine criteria, all met; council of 70 %. Open point M8. */
export const civilisedWard2022: RuleBook = {
  ...civilised(ward, 'Phụ lục I'),
  id: 'DTVM-P.QD04',
  honour: 'civilisedWard',
  name: 'Phường, thị trấn đạt chuẩn đô thị văn minh',
  ...ward.bounds(['2022-04-15', 'A'], [null, 'D', '', 'M8']),
  subjects: ['ward'],
  steps: [
    ward.step('register', ['UBND phường, thị trấn', 'Đăng ký với UBND cấp huyện'], ['B']),
    ward.step('submit', ['UBND phường, thị trấn', 'Lập hồ sơ trình Chủ tịch UBND cấp huyện'], ['B', 'Điều 6', 'M8']),
    ward.step('appraise', ['Chủ tịch UBND cấp huyện', 'Lập hội đồng thẩm định'], ['B'], { within: [workingDays(3), 'B'], after: 'submit' }),
    ward.step('meet', ['Hội đồng thẩm định', 'Họp, bỏ phiếu'], ['B'], {
      quorum: [{ percent: 70, strictly: false, of: 'convened' }, 'B'],
      consent: [null, 'D', '', 'M8'],
      within: [workingDays(5), 'B'],
      after: 'appraise',
    }),
    ward.step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định, cấp giấy công nhận, hoặc trả lời nêu lý do'], ['B'], {
      within: [workingDays(13), 'C'],
      after: 'submit',
    }),
    ward.step('publish', ['Chủ tịch UBND cấp huyện', 'Công bố trên phương tiện thông tin và trang của huyện'], ['B', 'Điều 9'], {
      within: [days(30), 'B', 'Điều 9'],
      after: 'decide',
    }),
  ],
  deciding: [
    {
      round: 'every',
      valid: { from: null, until: districtsEndedOn },
      authority: ward.fact('authority', 'districtChair', 'B'),
    },
    { round: 'every', valid: { from: districtsEndedOn, until: null }, authority: ward.fact('authority.2025', null, 'D', '', 'M8') },
  ],
}

/** Decision 04/2022/QĐ-TTg for urban districts, closed when their level ended. */
export const civilisedDistrict2022: RuleBook = {
  ...civilised(district, 'Phụ lục II, Điều 10'),
  id: 'DTVM-Q.QD04',
  honour: 'civilisedDistrict',
  name: 'Quận, thị xã, thành phố đạt chuẩn đô thị văn minh',
  ...district.bounds(['2022-04-15', 'A'], ['2025-07-01', 'S']),
  subjects: ['district'],
  prerequisites: [district.criterion('wards', 'Mọi phường, thị trấn đã đạt chuẩn (điều kiện về xã chưa đọc được)', ['B'])],
  steps: [
    district.step('register', ['UBND cấp huyện', 'Đăng ký với UBND cấp tỉnh'], ['B']),
    district.step('assessSelf', ['UBND cấp huyện', 'Tự đánh giá, gửi Mặt trận Tổ quốc cùng cấp'], ['B']),
    district.step('post', ['Mặt trận Tổ quốc cấp huyện', 'Lấy ý kiến người dân, công khai báo cáo'], ['B'], {
      lasts: [days(30), 'B'],
      after: 'assessSelf',
    }),
    district.step('decide', ['Chủ tịch UBND cấp tỉnh', 'Quyết định công nhận'], ['B']),
  ],
  deciding: district.decidedBy('provinceChair', 'B'),
}

function civilised(
  { blank, fact, criterion }: RuleWriter,
  where: string,
): Omit<RuleBook, 'id' | 'honour' | 'name' | 'valid' | 'bounds' | 'subjects' | 'steps' | 'deciding'> {
  return {
    ...blank(),
    mustRegister: fact('mustRegister', true, 'B'),
    standards: urbanCriteria.map((says, index) => ({
      ...(criterion(String(index + 1), says, ['B', where]) satisfies Criterion),
      criteria: [],
      isWhole: false,
    })),
    scoring: { kind: 'allMet', least: fact('least', urbanCriteria.length, 'B', where) },
    contentment: fact('contentment', { percent: 90, strictly: false, of: 'asked' }, 'B'),
    certificate: fact('certificate', 'Giấy công nhận', 'B'),
    recognition: { first: fact('recognition.first', 2, 'B'), again: fact('recognition.again', 5, 'B') },
  }
}
