import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { demoId } from '../ids.ts'
import type { Recorder } from '../record.ts'

// What the simulated province set out to reach in the year: invented goals, said to be so in the plan's own name.

const planId = demoId('plan/province-2025')

type Goal = Pick<BodyInput<'plan.addTarget'>, 'statement' | 'goalPercent' | 'baseName' | 'share'>

const goals: readonly Goal[] = [
  {
    statement: 'hộ đạt Gia đình văn hóa',
    goalPercent: 78,
    baseName: 'tổng số hộ',
    share: { code: 'share.family.recognised', baseCode: 'family.total' },
  },
  {
    statement: 'thôn, bản, tổ dân phố văn hóa',
    goalPercent: 65,
    baseName: 'tổng số thôn, bản, tổ dân phố',
    share: { code: 'share.area.recognised', baseCode: 'area.total' },
  },
]

export async function loadGoals(on: Recorder, ownerUnitId: string): Promise<void> {
  const day = plainDate('2025-01-15')
  const title = 'Thực hiện Phong trào năm 2025 (chỉ tiêu minh họa)'
  await on(day, 'plan.add', { id: planId, ownerUnitId, year: 2025, title, documentId: null })
  for (const [at, goal] of goals.entries())
    await on(day, 'plan.addTarget', { id: demoId(`target/province-2025/${at}`), planId, operator: '>=', ...goal })
}

/** One commune set itself more than its province asks of all. */
export async function loadCommuneGoal(on: Recorder, ownerUnitId: string): Promise<void> {
  const [day, id] = [plainDate('2025-07-15'), demoId('plan/commune-2025')]
  const [goal] = goals
  const title = 'Thực hiện Phong trào năm 2025 (chỉ tiêu minh họa)'
  await on(day, 'plan.add', { id, ownerUnitId, year: 2025, title, documentId: null })
  const target = { id: demoId('target/commune-2025'), planId: id, operator: '>=' as const }
  if (goal) await on(day, 'plan.addTarget', { ...target, ...goal, goalPercent: 80 })
}
