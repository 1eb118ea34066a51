import type { RuleBook } from '../rule-book.ts'
import { writerOf } from './writer.ts'

const { blank, bounds, decidedBy, fact } = writerOf('CQVH.HD58', '58/HD-TLĐ')

/** Guidance 58/HD-TLĐ of 10 May 2022 under 2214/QĐ-TTg, applied from 2023; its content has not been read (M7). */
export const office2023: RuleBook = {
  ...blank(),
  id: 'CQVH.HD58',
  honour: 'culturalOffice',
  name: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa',
  subjects: ['office', 'enterprise'],
  cites: ['2214/QĐ-TTg', '58/HD-TLĐ'],
  ...bounds(['2023-01-01', 'C', '', 'M7'], [null, 'D', '', 'M7']),
  mustRegister: fact('mustRegister', null, 'D', '', 'M7'),
  exclusionsRead: fact('exclusionsRead', null, 'D', '', 'M7'),
  deciding: decidedBy('provinceLabourFederation', 'C', '', 'M7'),
  certificate: fact('certificate', null, 'D', '', 'M7'),
  recognition: { first: fact('recognition.first', 2, 'C', '', 'M7'), again: fact('recognition.again', 5, 'C', '', 'M7') },
  remarks: [
    fact('remark.issued', 'Ban hành ngày 10/5/2022, các nơi áp dụng từ năm 2023', 'C', '', 'M7'),
    fact('remark.years', 'Một nơi ghi nhận cả năm thứ 1, 3, 4 và tính kỳ 5 năm qua hai văn bản', 'C', '', 'M7'),
    fact('remark.who', 'Không rõ ai chủ trì với cơ quan hành chính từ năm 2025', 'D', '', 'M7'),
  ],
}
