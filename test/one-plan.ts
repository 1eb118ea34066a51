import { randomUUID } from 'node:crypto'
import type { BodyInput, CommandName } from '#contract/index.ts'

// A body of each command about one plan, with one target, one task and one obligation.

type OnePlan = Record<'office' | 'plan' | 'target' | 'task' | 'assignment', string>
type PlanCommand = CommandName & `plan.${string}`

export function planBodiesOf({ office, plan, target, task, assignment }: OnePlan): { [Each in PlanCommand]: BodyInput<Each> } {
  const work = {
    id: task,
    planId: plan,
    parentTaskId: null,
    position: 1,
    name: 'Tuyên truyền',
    instruction: 'Tuyên truyền phong trào',
    theme: 'dissemination',
    leadUnitId: office,
    supportingUnitIds: [] as string[],
    startsOn: '2022-01-01',
    dueOn: '2022-11-30',
    targetId: null,
    expectedProduct: '',
  } as const
  const { planId: _plan, ...unplanned } = work
  return {
    'plan.add': { id: plan, ownerUnitId: office, year: 2022, title: 'Kế hoạch minh họa', documentId: null },
    'plan.addTarget': {
      id: target,
      planId: plan,
      statement: 'Cơ quan đạt chuẩn văn hóa',
      operator: '>=',
      goalPercent: 100,
      baseName: 'cơ quan đăng ký',
    },
    'plan.holdAgainst': { targetId: target, revision: 0, share: null },
    'plan.recordOutcome': { targetId: target, revision: 0, outcome: { numerator: 1, denominator: 1, on: '2022-06-01', basis: 'minh họa' } },
    'plan.addTask': work,
    'plan.addTasks': { planId: plan, tasks: [{ ...unplanned, id: randomUUID() }] },
    'plan.copy': {
      id: randomUUID(),
      fromPlanId: plan,
      year: 2023,
      title: 'Kế hoạch minh họa năm sau',
      documentId: null,
      targets: [],
      tasks: [{ ...unplanned, id: randomUUID(), startsOn: '2023-01-01', dueOn: '2023-11-30' }],
    },
    'plan.amendTask': { ...work, revision: 0 },
    'plan.reportProgress': {
      id: randomUUID(),
      assignmentId: assignment,
      reportedOn: '2022-06-01',
      state: 'underway',
      percent: 50,
      narrative: 'Đang làm',
      difficulty: '',
      proposal: '',
      documentIds: [],
    },
    'plan.remind': { taskId: task, units: [{ id: randomUUID(), unitId: office }], words: 'Đề nghị báo cáo' },
  }
}
