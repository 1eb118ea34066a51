import type { Honour, PraiseRule, RuleBook } from '../rule-book.ts'
import { workingDays } from '../term.ts'
import { common122, threeFifthsConvened, threeFifthsPresent } from './nd-122-2018.ts'
import { type Mark, type RuleWriter, writerOf } from './writer.ts'

const family = writerOf('GK-GDVH.ND122', '122/2018/NĐ-CP')
const area = writerOf('GK-KDCVH.ND122', '122/2018/NĐ-CP')

/** Decree 122/2018/NĐ-CP, Art. 4(2): praise for a family that held the title three years in a row. Open point M12. */
export const familyPraise122: RuleBook = {
  ...common122(family),
  id: 'GK-GDVH.ND122',
  honour: 'familyPraise',
  name: 'Giấy khen Gia đình văn hóa',
  subjects: ['household'],
  steps: [
    family.step('list', ['Trưởng khu dân cư', 'Lập danh sách hộ đủ 3 năm liên tục'], ['B']),
    meeting(family, 'Cùng thành phần với cuộc họp bình xét danh hiệu', ['Mẫu số 08', 'S', '', 'M12']),
    family.step('submit', ['Trưởng khu dân cư', 'Lập hồ sơ trình Chủ tịch UBND cấp xã'], ['B'], {
      within: [workingDays(3), 'B'],
      after: 'meet',
    }),
    family.step('decide', ['Chủ tịch UBND cấp xã', 'Quyết định tặng giấy khen'], ['B'], {
      within: [workingDays(5), 'B'],
      after: 'submit',
    }),
  ],
  deciding: family.decidedBy('communeChair', 'B', 'Điều 4 khoản 2'),
  papers: [family.paper('minutes', 'Mẫu số 08', 'S', '', 'M12')],
  certificate: family.fact('certificate', 'Giấy khen', 'B', 'Điều 4'),
  // The ministry answered on 24 November 2023 that years once praised are not used again.
  praise: praise(family, {
    of: 'culturalFamily',
    years: 3,
    yearsAt: 'Điều 4 khoản 2',
    once: ['B', { clause: 'Trả lời của Bộ VHTTDL ngày 24/11/2023' }],
  }),
}

/** Decree 122/2018/NĐ-CP, Art. 4(3): praise for a residential area that held the title five years in a row. */
export const areaPraise122: RuleBook = {
  ...common122(area),
  id: 'GK-KDCVH.ND122',
  honour: 'areaPraise',
  name: 'Giấy khen Khu dân cư văn hóa',
  subjects: ['residentialArea'],
  steps: [
    area.step('list', ['UBND cấp xã', 'Lập danh sách khu dân cư đủ 5 năm liên tục'], ['B']),
    meeting(area, 'UBND cấp xã triệu tập', ['Mẫu số 10', 'B']),
    area.step('submit', ['UBND cấp xã', 'Lập hồ sơ: danh sách, quyết định của 5 năm, biên bản'], ['B'], {
      within: [workingDays(3), 'B'],
      after: 'meet',
    }),
    area.step('appraise', ['Hội đồng thi đua, khen thưởng cấp huyện', 'Họp xét'], ['B'], {
      within: [workingDays(5), 'B'],
      after: 'submit',
    }),
    area.step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định tặng giấy khen'], ['B'], {
      within: [workingDays(3), 'B'],
      after: 'appraise',
    }),
  ],
  deciding: area.decidedBy('districtChair', 'B', 'Điều 4 khoản 3'),
  papers: [area.paper('minutes', 'Mẫu số 10', 'B')],
  certificate: area.fact('certificate', 'Giấy khen', 'B', 'Điều 4'),
  praise: praise(area, {
    of: 'culturalArea',
    years: 5,
    yearsAt: 'Điều 4 khoản 3',
    once: ['S', { clause: 'Theo cách Bộ VHTTDL trả lời về giấy khen gia đình' }],
  }),
}

function meeting({ step }: RuleWriter, who: string, form: readonly [string, ...Mark]): RuleBook['steps'][number] {
  return step('meet', [who, 'Họp, bỏ phiếu kín hoặc biểu quyết'], ['B'], {
    form,
    quorum: [threeFifthsConvened, 'B'],
    consent: [threeFifthsPresent, 'B'],
  })
}

/** At most 15 % of those with all the years, most votes first; what happens at equal votes nobody has read. */
function praise(
  { fact }: RuleWriter,
  { of, years, yearsAt, once }: { readonly of: Honour; readonly years: number; readonly yearsAt: string; readonly once: Mark },
): PraiseRule {
  return {
    of,
    years: fact('praise.years', years, 'B', yearsAt),
    yearsCountOnce: fact('praise.yearsCountOnce', true, ...once),
    capPercent: fact('praise.cap', 15, 'B'),
    whenVotesAreEqual: fact('praise.whenVotesAreEqual', null, 'D'),
  }
}
