import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const family = writerOf('GDVH.TT12', '12/2011/TT-BVHTTDL')
const area = writerOf('KDCVH.TT12', '12/2011/TT-BVHTTDL')

/** Circular 12/2011/TT-BVHTTDL, kept to place old decisions: only who decided and the rhythm of the paper are known. */
export const family2011: RuleBook = {
  ...family.blank(),
  id: 'GDVH.TT12',
  honour: 'culturalFamily',
  name: 'Gia đình văn hóa',
  ...family.bounds(['2011-12-01', 'D'], ['2018-11-05', 'S']),
  subjects: ['household'],
  deciding: family.decidedBy('communeChair', 'C'),
  certificate: family.fact('certificate', 'Giấy công nhận, 3 năm một lần', 'C'),
  remarks: [family.fact('remark.from', 'Chỉ biết tháng 12/2011, chưa rõ ngày có hiệu lực', 'D')],
}

export const area2011: RuleBook = {
  ...area.blank(),
  id: 'KDCVH.TT12',
  honour: 'culturalArea',
  name: 'Khu dân cư văn hóa',
  ...area.bounds(['2011-12-01', 'D'], ['2018-11-05', 'S']),
  subjects: ['residentialArea'],
  deciding: area.decidedBy('districtChair', 'C'),
  remarks: [area.fact('remark.from', 'Chỉ biết tháng 12/2011, chưa rõ ngày có hiệu lực', 'D')],
}
