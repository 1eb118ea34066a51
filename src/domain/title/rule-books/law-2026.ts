import type { RuleBook } from '../rule-book.ts'
import { withFacts } from '../sourced.ts'
import { commune86 } from './nd-86-2023-commune.ts'
import { areaTwoLevel, communeTwoLevel, familyTwoLevel } from './two-level-2025.ts'
import { writerOf } from './writer.ts'

const cites = 'Luật sửa đổi Luật Thi đua, khen thưởng năm 2026'

const family = writerOf('GDVH.LUAT2026', cites)
const area = writerOf('TTDPVH.LUAT2026', cites)
const commune = writerOf('XPDK.LUAT2026', cites)

/** The amended law of 2026 has not been read: what stood before is carried over as a setting, and nothing in it blocks. */
export const familyLaw2026: RuleBook = {
  ...carriedOver(familyTwoLevel, 'GDVH.LUAT2026'),
  cites: ['06/2022/QH15', cites],
  ...family.bounds(['2026-10-01', 'C', '', 'M1'], [null, 'D', '', 'M1']),
}

/** Nobody has read what becomes of villages: the title keeps its words, and all else is left to what a province says. */
export const areaLaw2026: RuleBook = {
  ...area.blank(),
  id: 'TTDPVH.LUAT2026',
  honour: 'culturalArea',
  name: areaTwoLevel.name,
  subjects: areaTwoLevel.subjects,
  cites: ['06/2022/QH15', cites],
  ...area.bounds(['2026-10-01', 'C', '', 'M1'], [null, 'D', '', 'M1']),
  deciding: area.decidedBy(null, 'D', '', 'M1'),
  remarks: [area.fact('remark.unread', 'Chưa đọc được luật sửa đổi: không rõ tiêu chuẩn, trình tự, người quyết định', 'D', '', 'M1')],
}

export const communeLaw2026: RuleBook = {
  ...carriedOver(communeTwoLevel, 'XPDK.LUAT2026'),
  cites: ['06/2022/QH15', cites],
  ...commune.bounds(['2026-10-01', 'C', '', 'M1'], [null, 'D', '', 'M1']),
  prerequisites: commune86.prerequisites.map(({ code }) =>
    commune.criterion(code, 'Có thành tích tiêu biểu trong phong trào thi đua cấp tỉnh (theo dự thảo)', ['C', '', 'M1']),
  ),
}

function carriedOver(book: RuleBook, id: string): RuleBook {
  const assumed = withFacts(book, fact => ({
    ...fact,
    key: fact.key.replace(/^[^/]+/u, id),
    confidence: fact.confidence === 'D' ? 'D' : 'S',
    openPoint: 'M1',
  }))
  return { ...assumed, id }
}
