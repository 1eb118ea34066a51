import type { RuleBook } from '../rule-book.ts'
import { before, workingDays } from '../term.ts'
import { common122, scoring122, threeFifthsConvened, threeFifthsPresent } from './nd-122-2018.ts'
import { writerOf } from './writer.ts'

/** Decree 122/2018/NĐ-CP for families: Art. 4 to 9, Annex forms 01, 03, 04, 07. Open points M2 to M4, M12, M14. */
const writer = writerOf('GDVH.ND122', '122/2018/NĐ-CP')
const { decidedBy, exclusion, fact, paper, standard, step } = writer

export const family122: RuleBook = {
  ...common122(writer),
  id: 'GDVH.ND122',
  honour: 'culturalFamily',
  name: 'Gia đình văn hóa',
  subjects: ['household'],
  mustRegister: fact('mustRegister', true, 'B', 'Điều 4 và Điều 8'),
  standards: [
    standard(
      'TC1',
      'Gương mẫu chấp hành, tích cực thi đua',
      ['B', 'Điều 6'],
      [
        ['1a', 'Mọi người trong nhà theo đúng pháp luật, không ai bị kỷ luật ở nơi làm, nơi học'],
        ['1b', 'Giữ hương ước, quy ước nơi ở'],
        ['1c', 'Treo Quốc kỳ đúng dịp'],
        ['1d', 'Góp mặt ở ít nhất một hoạt động văn hóa, văn nghệ nơi ở; tập thể dục, thể thao thường xuyên'],
        ['1đ', 'Cưới, tang, lễ hội theo nếp sống văn minh'],
        ['1e', 'Chung tay giữ di tích, danh thắng, cảnh quan'],
        ['1g', 'Giữ vệ sinh môi trường, đổ rác đúng giờ, đúng chỗ'],
        ['1h', 'Góp đủ cho từ thiện, đền ơn đáp nghĩa, khuyến học; sinh hoạt chung với khu dân cư'],
        ['1i', 'Không vi phạm về vệ sinh, an toàn thực phẩm (phần sau chưa đọc được)'],
        ['1k', 'Không lấn chiếm lòng đường, vỉa hè, không vi phạm an toàn giao thông', ['D', 'Điều 6']],
      ],
    ),
    standard(
      'TC2',
      'Gia đình hòa thuận, hạnh phúc, tiến bộ, giúp người chung quanh',
      ['B', 'Điều 6'],
      [
        ['2a', 'Chăm sóc, phụng dưỡng người thân', ['D', 'Điều 6']],
        ['2b', 'Hôn nhân tự nguyện, một vợ một chồng, bình đẳng', ['D', 'Điều 6']],
        ['2c', 'Tham gia bảo hiểm y tế, chăm sóc sức khỏe', ['D', 'Điều 6']],
        ['2d', 'Giữ nếp nhà, văn hóa gia đình', ['D', 'Điều 6']],
        ['2đ', 'Giúp người gặp khó khăn', ['D', 'Điều 6']],
      ],
    ),
    standard(
      'TC3',
      'Làm ăn, sản xuất, học tập có năng suất, chất lượng',
      ['B', 'Điều 6'],
      [
        ['3a', 'Kinh tế ổn định từ thu nhập chính đáng', ['D', 'Điều 6']],
        ['3b', 'Tham gia phát triển kinh tế, xã hội của địa phương', ['D', 'Điều 6']],
        ['3c', 'Người trong tuổi lao động chăm chỉ làm việc', ['D', 'Điều 6']],
        ['3d', 'Trẻ em đến tuổi được đến trường', ['D', 'Điều 6']],
        ['3đ', 'Dùng nước sạch', ['D', 'Điều 6']],
        ['3e', 'Công trình phụ hợp vệ sinh', ['D', 'Điều 6']],
        ['3g', 'Có phương tiện nghe, nhìn', ['D', 'Điều 6']],
      ],
    ),
  ],
  scoring: scoring122(writer, { mostAt: 'Điều 5 khoản 1', shareAt: 'Điều 5 khoản 2' }, [
    { code: 'a', traits: ['centralCity'], least: fact('threshold.a', 90, 'B', 'Điều 5') },
    {
      code: 'b',
      traits: ['mountain', 'island', 'especiallyDisadvantaged', 'poor', 'nearPoor'],
      least: fact('threshold.b', 60, 'B', 'Điều 5'),
    },
    { code: 'c', traits: [], least: fact('threshold.c', 85, 'B', 'Điều 5') },
  ]),
  exclusions: [
    exclusion(
      'X1',
      'Bị truy cứu trách nhiệm hình sự hoặc bị áp dụng biện pháp xử lý hành chính',
      ['B', 'Điều 7'],
      [{ matters: 'any', handlings: ['prosecuted', 'administrativeMeasure'] }],
    ),
    exclusion(
      'X2',
      'Không làm tròn nghĩa vụ quân sự hoặc nghĩa vụ thuế',
      ['B', 'Điều 7'],
      [{ matters: ['militaryService', 'tax'], handlings: 'any' }],
    ),
    exclusion(
      'X3',
      'Bị phạt hành chính về xây dựng, phòng cháy, chữa cháy hoặc bảo vệ môi trường',
      ['B', 'Điều 7'],
      [{ matters: ['construction', 'fireSafety', 'environment'], handlings: ['fined'] }],
    ),
    exclusion(
      'X4',
      'Có tảo hôn hoặc hôn nhân cận huyết thống',
      ['B', 'Điều 7'],
      [{ matters: ['childMarriage', 'incestuousMarriage'], handlings: 'any' }],
    ),
    exclusion('X5', 'Bị phạt hành chính vì bạo lực gia đình', ['B', 'Điều 7'], [{ matters: ['domesticViolence'], handlings: ['fined'] }]),
    exclusion(
      'X6',
      'Mắc tệ nạn: ma túy, mại dâm, trộm cắp, đánh bạc hoặc tổ chức đánh bạc',
      ['B', 'Điều 7'],
      [{ matters: ['drugs', 'prostitution', 'theft', 'gambling'], handlings: 'any' }],
    ),
    exclusion('X7', 'Tụ tập đông người làm mất an ninh, trật tự', ['B', 'Điều 7'], [{ matters: ['unrulyGathering'], handlings: 'any' }]),
  ],
  exclusionsRead: fact('exclusionsRead', true, 'B', 'Điều 7'),
  steps: [
    step('register', ['Hộ gia đình', 'Đăng ký thi đua trong năm với Trưởng khu dân cư'], ['B', 'Điều 4'], {
      form: ['Mẫu số 01', 'B', 'Điều 8'],
      within: [before('01-30'), 'B', 'Điều 4'],
    }),
    step('assessSelf', ['Hộ gia đình', 'Tự đánh giá: trường hợp không xét tặng và điểm từng tiêu chí'], ['B', 'Điều 8'], {
      form: ['Mẫu số 03', 'B', 'Điều 8'],
    }),
    step('list', ['Trưởng khu dân cư', 'Lập danh sách hộ đủ điều kiện từ bản đăng ký và bảng tự đánh giá'], ['B', 'Điều 9']),
    step(
      'meet',
      [
        'Trưởng khu dân cư triệu tập cấp ủy, Ban công tác Mặt trận, đoàn thể và đại diện các hộ trong danh sách',
        'Họp, chấm điểm, bình xét bằng phiếu kín hoặc biểu quyết',
      ],
      ['B', 'Điều 9'],
      {
        form: ['Mẫu số 07', 'B', 'Điều 8'],
        quorum: [threeFifthsConvened, 'B', 'Điều 9'],
        consent: [threeFifthsPresent, 'B', 'Điều 9'],
        within: [before('12-20'), 'B', 'Điều 4'],
        specially: [before('01-30', 1), 'B', 'Điều 4'],
      },
    ),
    step('submit', ['Trưởng khu dân cư', 'Lập hồ sơ trình Chủ tịch UBND cấp xã'], ['B', 'Điều 8'], {
      within: [workingDays(3), 'S', 'Điều 9'],
      after: 'meet',
    }),
    step('decide', ['Chủ tịch UBND cấp xã', 'Quyết định tặng danh hiệu kèm giấy công nhận'], ['B', 'Điều 9'], {
      form: ['Mẫu số 11', 'C', '', 'M12'],
      within: [workingDays(5), 'B', 'Điều 9'],
      after: 'submit',
    }),
  ],
  unsureSteps: ['post'],
  deciding: decidedBy('communeChair', 'B', 'Điều 4 khoản 2'),
  papers: [
    paper('registration', 'Mẫu số 01', 'B', 'Điều 8'),
    paper('selfAssessment', 'Mẫu số 03', 'B', 'Điều 8'),
    paper('scoreSheet', 'Mẫu số 04', 'B', 'Điều 5 khoản 1'),
    paper('minutes', 'Mẫu số 07', 'B', 'Điều 8'),
    paper('decision', 'Mẫu số 11', 'C', '', 'M12'),
    paper('certificate', null, 'D', '', 'M12'),
  ],
  certificate: fact('certificate', 'Giấy công nhận', 'B', 'Điều 9'),
  remarks: [
    fact('remark.posting', 'Không rõ có niêm yết lấy ý kiến trước khi quyết định hay không', 'D', '', 'M4'),
    fact('remark.points', 'Điểm tối đa của từng tiêu chuẩn, tiêu chí do cấp tỉnh định', 'C', '', 'M2'),
    fact('remark.handover', 'Không rõ thời điểm, hình thức công bố và trao tặng', 'D', 'Điều 4 khoản 4', 'M14'),
  ],
}
