import type { RuleBook } from '../rule-book.ts'
import type { RuleWriter } from './writer.ts'

type Common = Omit<RuleBook, 'id' | 'honour' | 'name' | 'subjects' | 'standards' | 'steps' | 'deciding'>

/** Decree 86/2023/NĐ-CP leaves points and thresholds to the province, and nobody found a duty to register in it (M4). */
export function common86({ blank, bounds, fact }: RuleWriter): Common {
  const provincial = 'UBND cấp tỉnh quy định'
  return {
    ...blank(),
    cites: ['06/2022/QH15', '86/2023/NĐ-CP'],
    ...bounds(['2024-01-30', 'B'], ['2025-07-01', 'S']),
    unsureSteps: ['register'],
    mustRegister: fact('mustRegister', null, 'D', '', 'M4'),
    scoring: {
      kind: 'points',
      most: fact('most', null, 'S', provincial),
      leastShare: fact('leastShare', null, 'S', provincial),
      thresholds: [],
      whenSeveral: fact('whenSeveral', null, 'S', provincial),
    },
  }
}
