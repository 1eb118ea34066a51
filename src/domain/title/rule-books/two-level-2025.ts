import type { RuleBook } from '../rule-book.ts'
import { withFacts } from '../sourced.ts'
import { area86 } from './nd-86-2023-area.ts'
import { commune86 } from './nd-86-2023-commune.ts'
import { family86 } from './nd-86-2023-family.ts'
import { writerOf } from './writer.ts'

const cites = '152/2025/NĐ-CP'
const toLaw2026 = ['2026-10-01', 'C', 'Luật sửa đổi năm 2026', 'M1'] as const

/** Two levels of government since 1 July 2025: families stay with the chair of the commune, who is named in the law itself. */
const family = writerOf('GDVH.ND86.2CAP', cites)
export const familyTwoLevel: RuleBook = {
  ...family86,
  id: 'GDVH.ND86.2CAP',
  cites: [...family86.cites, cites],
  ...family.bounds(['2025-07-01', 'B'], toLaw2026),
  remarks: [
    ...family86.remarks,
    family.fact('remark.amended', 'Chưa rõ 86/2023/NĐ-CP đã sửa thế nào cho chính quyền hai cấp', 'D', '', 'M1'),
  ],
}

/**
 * The district, which decided until then, is gone, and no text of the sector was read that names who follows. The chair of
 * the commune is taken from practice and the general rule on tasks of the district: a setting, never a block.
 */
const area = writerOf('TTDPVH.ND86.2CAP', cites)
export const areaTwoLevel: RuleBook = {
  ...area86,
  id: 'TTDPVH.ND86.2CAP',
  cites: [...area86.cites, cites],
  ...area.bounds(['2025-07-01', 'B'], toLaw2026),
  steps: area86.steps.map(step =>
    step.code === 'submit' || step.code === 'decide' ? withoutDistrict(step, { keys: 'TTDPVH.ND86.2CAP', who: 'cấp do tỉnh giao' }) : step,
  ),
  deciding: area.decidedBy('communeChair', 'S', { clause: '72/2025/QH15' }, 'M1'),
  remarks: [
    ...area86.remarks,
    area.fact('remark.authority', 'Không văn bản chuyên ngành nào đọc được nói ai thay Chủ tịch UBND cấp huyện', 'D', '', 'M1'),
  ],
}

const commune = writerOf('XPDK.2CAP', cites)
export const communeTwoLevel: RuleBook = {
  ...commune86,
  id: 'XPDK.2CAP',
  name: 'Xã, phường, đặc khu tiêu biểu',
  cites: [...commune86.cites, cites],
  ...commune.bounds(['2025-07-01', 'B'], toLaw2026),
  prerequisites: withFacts(commune86.prerequisites, fact => ({
    ...fact,
    key: 'XPDK.2CAP/leads',
    confidence: 'S' as const,
    openPoint: 'M1' as const,
  })),
  steps: commune86.steps.map(step =>
    step.code === 'meet' || step.code === 'post' || step.code === 'submit'
      ? withoutDistrict(step, { keys: 'XPDK.2CAP', who: 'cơ quan do tỉnh giao' })
      : step,
  ),
  deciding: commune.decidedBy('provinceChair', 'S', { clause: 'Điều 79 khoản 4, 06/2022/QH15' }, 'M1'),
}

/** A step of the district that somebody else now takes: its form and its days are only carried over. */
function withoutDistrict(
  step: RuleBook['steps'][number],
  { keys, who }: { readonly keys: string; readonly who: string },
): RuleBook['steps'][number] {
  const carried = withFacts(step, fact => ({
    ...fact,
    key: fact.key.replace(/^[^/]+/u, keys),
    confidence: fact.confidence === 'D' ? 'D' : 'S',
    openPoint: fact.openPoint ?? 'M1',
  }))
  const name = (words: string): string => words.replace(/(?:Chủ tịch )?(?:UBND|Hội đồng thi đua, khen thưởng) cấp huyện/u, who)
  return {
    ...carried,
    actor: { ...carried.actor, value: name(carried.actor.value) },
    does: { ...carried.does, value: name(carried.does.value) },
  }
}
