import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyInput } from '#contract/index.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { importUnits } from '../org/org.import.ts'
import { listVersionsWithCode } from '../org/org.store.ts'
import { listPlanFacts } from '../plan/plan.store.ts'
import { type DemoAccount, saveWorkingDay } from '../setting.store.ts'
import type { World } from '../world.ts'
import { demoActivities } from './activities.ts'
import { demoCitations, demoDocuments } from './directives.ts'
import { demoDuties } from './duties.ts'
import { demoId } from './ids.ts'
import { appointmentBody, demoHeadcounts, demoMandates, demoPeople, demoPositions, demoUnits, unitIds, versionBody } from './office.ts'
import { demoAnswers, demoPlan, demoSupportAnswers, demoTarget, demoTasks, taskId } from './plan-2022.ts'
import { demoActor, loadPeople, recordAs } from './record.ts'

/** The day after the cut-off of the first half of 2022: the day the demonstration is looked at. */
const workingDay = plainDate('2022-06-15')

/**
 * The office's first half of 2022 as recorded work: every record goes through the command a person would give, on its own
 * day, with its entry in the trail. Ids are fixed, so a load that was cut off is simply done again.
 */
export async function loadDemo(world: World): Promise<readonly DemoAccount[]> {
  const provinceId = await loadUnits(world)
  const clerk = demoActor(provinceId)
  const on = recordAs(world, clerk)
  const start = plainDate('2021-12-15')
  for (const unit of demoUnits) await on(start, 'org.addVersion', versionBody(unit, unit.parentUnitId ?? provinceId))
  for (const headcount of demoHeadcounts) await on(start, 'org.setHeadcount', headcount)
  for (const position of demoPositions) await on(start, 'org.addPosition', position)
  for (const mandate of demoMandates) await on(start, 'org.mandate', mandate)
  for (const document of demoDocuments) await on(later(document.issuedOn, start), 'document.register', document)
  for (const citation of demoCitations) await on(plainDate('2022-02-12'), 'document.cite', citation)
  const planned = plainDate('2022-02-14')
  await on(planned, 'plan.add', demoPlan)
  await on(planned, 'plan.addTarget', demoTarget)
  for (const task of demoTasks) await on(planned, 'plan.addTask', task)
  for (const activity of demoActivities) await on(plainDate(activity.endsOn), 'activity.record', activity)
  for (const { reportedOn, body } of await answerBodies(world)) await on(reportedOn, 'plan.reportProgress', body)
  for (const duty of demoDuties) await on(planned, 'report.setDuty', duty)
  const people = demoPeople.map(person => ({ ...person, unitId: person.unitId ?? provinceId }))
  const accounts = await loadPeople(world, { actor: clerk, people, day: workingDay })
  await on(start, 'org.appoint', appointmentBody(demoId('account/lanhdao')))
  await saveWorkingDay(world.database.kysely, workingDay)
  return accounts
}

async function loadUnits(world: World): Promise<string> {
  const list = await readFile(join(import.meta.dirname, 'sonla-units.csv'), 'utf8')
  const imported = await importUnits(world, demoActor(demoId('unit/none')), list)
  if (!imported.ok) throw new Error(`demonstration: units: ${JSON.stringify(imported)}`)
  const [province] = await listVersionsWithCode(world.database.kysely, ['14'])
  if (!province) throw new Error('demonstration: no province')
  return province.unitId
}

async function answerBodies(world: World): Promise<{ reportedOn: PlainDate; body: BodyInput<'plan.reportProgress'> }[]> {
  const { assignments, tasks } = await listPlanFacts(world.database.kysely, unitIds.office)
  const answers = [...demoAnswers.map(answer => ({ ...answer, unitId: leadOf(answer.task) })), ...demoSupportAnswers]
  return answers.map(({ task, unitId, reportedOn, narrative }) => {
    const assignment = assignments.find(candidate => candidate.taskId === taskId(task) && candidate.unitId === unitId)
    if (!assignment) throw new Error(`demonstration: nobody is assigned to ${task}`)
    return {
      reportedOn: plainDate(reportedOn),
      body: {
        id: demoId(`progress/${task}/${unitId}`),
        assignmentId: assignment.id,
        reportedOn,
        state: 'done',
        percent: 100,
        narrative,
        difficulty: '',
        proposal: '',
        documentIds: [],
      },
    }
  })

  function leadOf(task: string): string {
    return tasks.find(candidate => candidate.id === taskId(task))?.leadUnitId ?? ''
  }
}

function later(day: string, other: PlainDate): PlainDate {
  const own = plainDate(day)
  return own > other ? own : other
}
