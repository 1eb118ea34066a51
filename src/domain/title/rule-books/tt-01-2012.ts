import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, decidedBy, fact } = writerOf('CQVH.TT01', '01/2012/TT-BVHTTDL')

/** Circular 01/2012/TT-BVHTTDL, kept to place old decisions. Only its years are known. */
export const office2012: RuleBook = {
  ...blank(),
  id: 'CQVH.TT01',
  honour: 'culturalOffice',
  name: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa',
  subjects: ['office', 'enterprise'],
  ...bounds(['2012-01-01', 'D'], ['2014-10-01', 'S', '', 'M6']),
  deciding: decidedBy('labourFederationOrPeoplesCommittee', 'D'),
  recognition: { first: fact('recognition.first', 1, 'C'), again: fact('recognition.again', 5, 'C') },
  remarks: [fact('remark.points', 'Một ngành chấm cơ quan 30/40/30 và lấy từ 85 điểm', 'C')],
}
