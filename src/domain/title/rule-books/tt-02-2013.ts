import type { RuleBook } from '../rule-book.ts'
import { workingDays } from '../term.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, decidedBy, fact, paper, step } = writerOf('VMDT.TT02', '02/2013/TT-BVHTTDL')

/** Circular 02/2013/TT-BVHTTDL: wards and townships until Decision 04/2022/QĐ-TTg ended it (its Art. 2). Standards not read. */
export const civilisedWard2013: RuleBook = {
  ...blank(),
  id: 'VMDT.TT02',
  honour: 'civilisedWard',
  name: 'Phường, thị trấn đạt chuẩn văn minh đô thị',
  ...bounds(['2013-03-10', 'C'], ['2022-04-15', 'A', { clause: 'Điều 2, 04/2022/QĐ-TTg' }]),
  subjects: ['ward'],
  mustRegister: fact('mustRegister', true, 'B'),
  steps: [
    step('submit', ['Trưởng Ban Chỉ đạo, UBND xác nhận', 'Báo cáo thành tích 2 năm kèm công văn đề nghị'], ['B']),
    step('decide', ['Chủ tịch UBND cấp huyện', 'Quyết định, cấp giấy công nhận'], ['B'], {
      within: [workingDays(5), 'B'],
      after: 'submit',
    }),
  ],
  deciding: decidedBy('districtChair', 'B'),
  papers: [paper('achievements', null, 'D')],
  certificate: fact('certificate', 'Giấy công nhận', 'B'),
  recognition: { first: fact('recognition.first', 2, 'B'), again: fact('recognition.again', null, 'D') },
}
