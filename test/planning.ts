import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { PlanDetail } from '#contract/plan.ts'
import type { Actor } from '#domain/account/access.ts'
import type { World } from '#server/world.ts'
import { ask, must, send, someone } from './factories.ts'
import { anOffice, documentBody, type Office } from './office.ts'

// An invented office at work on its plan of 2022.

export type Planned = Office & { readonly documentId: string; readonly planId: string }

/** An office with a document that decrees a plan. */
export async function anOfficeWithDocument(database: World['database']): Promise<Office & { readonly documentId: string }> {
  const office = await anOffice(database)
  const changes = { direction: 'outgoing', code: '17/KH-VPUB', issuedOn: '2022-02-12', issuerName: 'Văn phòng minh họa' } as const
  const document = documentBody(office.officeId, changes)
  await must(send(office.world, office.officer, 'document.register', document))
  return { ...office, documentId: document.id }
}

/** The same with the plan. */
export async function aPlan(database: World['database']): Promise<Planned> {
  const office = await anOfficeWithDocument(database)
  const body = planBody(office)
  await must(send(office.world, office.officer, 'plan.add', body))
  return { ...office, planId: body.id }
}

/** The same with one task, led by the first department and supported by the second. */
export async function aTask(database: World['database']): Promise<Planned & { readonly taskId: string }> {
  const planned = await aPlan(database)
  const body = taskBody(planned, { supportingUnitIds: [planned.secondId] })
  await must(send(planned.world, planned.officer, 'plan.addTask', body))
  return { ...planned, taskId: body.id }
}

export function planBody(office: Office & { readonly documentId: string }): BodyInput<'plan.add'> {
  const title = 'Thực hiện Phong trào năm 2022'
  return { id: randomUUID(), ownerUnitId: office.officeId, year: 2022, title, documentId: office.documentId }
}

export function targetBody(planId: string): BodyInput<'plan.addTarget'> {
  const statement = 'cơ quan, đơn vị đạt danh hiệu Cơ quan, đơn vị văn hóa năm 2022'
  return { id: randomUUID(), planId, statement, operator: '=', goalPercent: 100, baseName: 'cơ quan, đơn vị' }
}

export function taskBody(planned: Planned, changes: Partial<BodyInput<'plan.addTask'>> = {}): BodyInput<'plan.addTask'> {
  return {
    id: randomUUID(),
    planId: planned.planId,
    parentTaskId: null,
    position: 10,
    name: 'Giám sát bình xét',
    instruction: 'Giám sát việc bình xét và công nhận các danh hiệu văn hóa.',
    theme: 'supervision',
    leadUnitId: planned.firstId,
    supportingUnitIds: [],
    startsOn: '2022-02-14',
    dueOn: '2022-06-10',
    expectedProduct: '',
    targetId: null,
    ...changes,
  }
}

export function progressBody(
  assignmentId: string,
  changes: Partial<BodyInput<'plan.reportProgress'>> = {},
): BodyInput<'plan.reportProgress'> {
  return {
    id: randomUUID(),
    assignmentId,
    reportedOn: '2022-06-10',
    state: 'underway',
    percent: null,
    narrative: 'Đã chỉ đạo giám sát tại các phòng (dữ liệu minh họa).',
    difficulty: '',
    proposal: '',
    documentIds: [],
    ...changes,
  }
}

/** A unit answers for its part of a task. */
export async function answer(
  planned: Planned,
  on: { readonly taskId: string; readonly unitId: string },
  changes: Partial<BodyInput<'plan.reportProgress'>>,
  actor: Actor = planned.officer,
): Promise<void> {
  await must(send(planned.world, actor, 'plan.reportProgress', progressBody(await assignmentOf(planned, on.taskId, on.unitId), changes)))
}

export async function assignmentOf(planned: Planned, taskId: string, unitId: string): Promise<string> {
  const { tasks } = await planOf(planned)
  const assignments = tasks.flatMap(task => task.assignments)
  return assignments.find(assignment => assignment.taskId === taskId && assignment.unitId === unitId)?.id ?? ''
}

export async function planOf(planned: Planned): Promise<PlanDetail> {
  return must(ask(planned.world, planned.officer, 'plan.one', { id: planned.planId }))
}

/** Somebody of the office that has nothing to do with the plan. */
export function strangerTo(office: Office): Actor {
  return someone('officer', [office.strangerId])
}
