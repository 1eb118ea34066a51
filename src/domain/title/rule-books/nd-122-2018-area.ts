import type { RuleBook } from '../rule-book.ts'
import { before, workingDays } from '../term.ts'
import { common122, scoring122, threeFifthsConvened, threeFifthsPresent } from './nd-122-2018.ts'
import { writerOf } from './writer.ts'

/** Decree 122/2018/NĐ-CP for residential areas: Art. 4(3), 5(4), 12 to 15, forms 02, 05, 06, 09. Open points M2, M3, M11, M12. */
const writer = writerOf('KDCVH.ND122', '122/2018/NĐ-CP')
const { decidedBy, fact, paper, standard, step } = writer

export const area122: RuleBook = {
  ...common122(writer),
  id: 'KDCVH.ND122',
  honour: 'culturalArea',
  name: 'Khu dân cư văn hóa',
  subjects: ['residentialArea'],
  mustRegister: fact('mustRegister', true, 'B', 'Điều 4 và Điều 14'),
  standards: [
    standard(
      'TC1',
      'Kinh tế',
      ['B', 'Điều 12'],
      [
        ['1a', 'Người dân có việc làm, thu nhập ổn định'],
        ['1b', 'Thu nhập bình quân cao hơn mức chung của tỉnh'],
        ['1c', 'Tỷ lệ hộ nghèo, cận nghèo thấp hơn mức chung'],
        ['1d', 'Tỷ lệ nhà kiên cố cao hơn mức chung, không còn nhà dột nát'],
        ['1đ', 'Đường chính được cứng hóa'],
        ['1e', 'Có phổ biến khoa học kỹ thuật, nghề truyền thống, liên kết làm ăn'],
      ],
    ),
    standard(
      'TC2',
      'Văn hóa, tinh thần',
      ['B', 'Điều 12'],
      [
        ['2a', 'Có nhà văn hóa, sân thể thao phù hợp'],
        ['2b', 'Trẻ em đến trường, đạt phổ cập trung học cơ sở'],
        ['2c', 'Có văn nghệ, thể thao, điểm đọc sách, hòa giải'],
        ['2d', 'Giữ hình thức sinh hoạt dân gian'],
        ['2đ', 'Giữ gìn di tích, danh thắng'],
      ],
      'unread',
    ),
    standard('TC3', 'Môi trường, cảnh quan sạch đẹp', ['B', 'Điều 12']),
    standard('TC4', 'Chấp hành chủ trương, chính sách, pháp luật', ['B', 'Điều 12']),
    standard('TC5', 'Đoàn kết, tương trợ trong cộng đồng', ['B', 'Điều 12']),
  ],
  scoring: scoring122(writer, { mostAt: 'Điều 5', shareAt: 'Điều 5' }, [
    { code: 'a', traits: ['centralCity'], least: fact('threshold.a', 90, 'B', 'Điều 5 khoản 4') },
    { code: 'b', traits: ['mountain', 'island', 'especiallyDisadvantaged'], least: fact('threshold.b', 60, 'B', 'Điều 5 khoản 4') },
    { code: 'c', traits: [], least: fact('threshold.c', 80, 'B', 'Điều 5 khoản 4') },
  ]),
  exclusionsRead: fact('exclusionsRead', false, 'S', 'Điều 13', 'M11'),
  steps: [
    step('register', ['Khu dân cư', 'Đăng ký thi đua trong năm'], ['B', 'Điều 4'], {
      form: ['Mẫu số 02', 'B', 'Điều 14'],
      within: [before('01-30'), 'B', 'Điều 4'],
    }),
    step('assessSelf', ['Khu dân cư', 'Tự đánh giá'], ['B', 'Điều 14'], { form: ['Mẫu số 05', 'B', 'Điều 14'] }),
    step('list', ['UBND cấp xã', 'Tổng hợp danh sách khu dân cư đủ điều kiện'], ['B', 'Điều 15']),
    step(
      'meet',
      [
        'UBND cấp xã triệu tập lãnh đạo xã, Mặt trận, đoàn thể và đại diện khu dân cư trong danh sách',
        'Họp, chấm điểm, bình xét bằng phiếu kín hoặc biểu quyết',
      ],
      ['B', 'Điều 15'],
      {
        form: ['Mẫu số 09', 'B', 'Điều 14'],
        quorum: [threeFifthsConvened, 'B', 'Điều 15'],
        consent: [threeFifthsPresent, 'B', 'Điều 15'],
        within: [before('12-20'), 'B', 'Điều 4'],
        specially: [before('01-30', 1), 'B', 'Điều 4'],
      },
    ),
    step('submit', ['UBND cấp xã', 'Lập hồ sơ trình Chủ tịch UBND cấp huyện'], ['B', 'Điều 15'], {
      within: [workingDays(3), 'B', 'Điều 15'],
      after: 'meet',
    }),
    step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định tặng danh hiệu, cấp giấy công nhận'], ['B', 'Điều 15'], {
      within: [workingDays(5), 'B', 'Điều 15'],
      after: 'submit',
    }),
  ],
  unsureSteps: ['post'],
  deciding: decidedBy('districtChair', 'B', 'Điều 4 khoản 3'),
  papers: [
    paper('registration', 'Mẫu số 02', 'B', 'Điều 14'),
    paper('selfAssessment', 'Mẫu số 05', 'B', 'Điều 14'),
    paper('scoreSheet', 'Mẫu số 06', 'B', 'Điều 5'),
    paper('minutes', 'Mẫu số 09', 'B', 'Điều 14'),
    paper('decision', null, 'D', '', 'M12'),
    paper('certificate', null, 'D', '', 'M12'),
  ],
  certificate: fact('certificate', 'Giấy công nhận', 'B', 'Điều 15'),
  remarks: [fact('remark.points', 'Điểm tối đa của từng tiêu chuẩn, tiêu chí do cấp tỉnh định', 'C', '', 'M2')],
}
