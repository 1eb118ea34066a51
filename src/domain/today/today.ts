import { type Actor, may, type Right } from '../account/access.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { cutoffOn, periodContaining, type ReportingPeriod } from '../calendar/reporting-period.ts'
import { planRights } from '../plan/access.ts'
import type { TaskState } from '../plan/plan.ts'
import { reportRights } from '../report/access.ts'
import type { ReportState } from '../report/life.ts'

type Path = readonly string[]

/** A task without parts of its own that some unit still owes an answer for. */
export type OpenTask = { readonly id: string; readonly dueOn: PlainDate; readonly ownerPath: Path; readonly owed: readonly OwedAnswer[] }
export type OwedAnswer = {
  readonly id: string
  readonly unitPath: Path
  readonly assignedOn: PlainDate
  readonly state: Exclude<TaskState, 'done'>
}

/** A report that has not left the house. */
export type OpenReport = {
  readonly id: string
  /** Of the unit that drafts: its rights count for every step. */
  readonly draftingPath: Path
  readonly state: ReportState
  readonly dueOn: PlainDate | null
  /** The last return, as long as the content has not been checked anew. */
  readonly returned: { readonly byName: string; readonly reason: string; readonly on: PlainDate } | null
}

/** A report that is owed for a period and that nobody has begun. */
export type UnbegunReport = { readonly draftingPath: Path; readonly period: ReportingPeriod; readonly dueOn: PlainDate | null }

export type TodayFacts<Task extends OpenTask, Report extends OpenReport, Unbegun extends UnbegunReport> = {
  readonly tasks: readonly Task[]
  readonly reports: readonly Report[]
  readonly unbegun: readonly Unbegun[]
}

export type StepCommand = 'report.checkContent' | 'report.checkForm' | 'report.submit' | 'report.signOff' | 'report.number' | 'report.issue'

/** The command that leads a report on from each state. */
export const stepFrom: Record<ReportState, StepCommand | null> = {
  draft: 'report.checkContent',
  contentChecked: 'report.checkForm',
  formChecked: 'report.submit',
  submitted: 'report.signOff',
  signedOff: 'report.number',
  numbered: 'report.issue',
  issued: null,
}

export type WaitingTask<Task extends OpenTask> = {
  readonly task: Task
  /** The answers the person may give; the others are shown only. */
  readonly mine: readonly Task['owed'][number][]
  readonly others: readonly Task['owed'][number][]
  /** Days past due; negative while there is time left. */
  readonly daysLate: number
  readonly mayRemind: boolean
}
export type WaitingReport<Report extends OpenReport> = { readonly report: Report; readonly step: StepCommand | null }

/** What waits for one person on a day, each thing in one place only. */
export type Waiting<Task extends OpenTask, Report extends OpenReport, Unbegun extends UnbegunReport> = {
  readonly returned: readonly WaitingReport<Report>[]
  readonly steps: readonly WaitingReport<Report>[]
  readonly late: readonly WaitingTask<Task>[]
  readonly open: readonly WaitingTask<Task>[]
  readonly unbegun: readonly Unbegun[]
  readonly drafts: readonly WaitingReport<Report>[]
  readonly lateOfOthers: readonly WaitingTask<Task>[]
}

/** By the very rights that the acts themselves ask: a step is mine when I may take it, an answer when I may give it. */
export function waitingFor<Task extends OpenTask, Report extends OpenReport, Unbegun extends UnbegunReport>(
  actor: Actor,
  facts: TodayFacts<Task, Report, Unbegun>,
  today: PlainDate,
): Waiting<Task, Report, Unbegun> {
  const reports = facts.reports.map(report => ({ report, step: stepOf(actor, report) })).toSorted(byDueDay)
  const mayWrite = (report: Report): boolean => allows(actor, reportRights['report.edit'], report.draftingPath, report.state)
  const returned = reports.filter(({ report }) => report.returned !== null && mayWrite(report))
  const steps = reports.filter(entry => entry.step !== null && !returned.includes(entry))
  const drafts = reports.filter(entry => mayWrite(entry.report) && !returned.includes(entry) && !steps.includes(entry))
  const tasks = facts.tasks.map(task => waitingTask(actor, task, today)).toSorted((a, b) => b.daysLate - a.daysLate)
  const mine = tasks.filter(entry => entry.mine.some(owed => owed.assignedOn <= today))
  return {
    returned,
    steps,
    late: mine.filter(entry => entry.daysLate > 0),
    open: mine.filter(entry => entry.daysLate <= 0),
    unbegun: facts.unbegun.filter(({ draftingPath }) => allows(actor, reportRights['report.compose'], draftingPath)),
    drafts,
    lateOfOthers: tasks.filter(entry => entry.daysLate > 0 && !mine.includes(entry)),
  }
}

function stepOf(actor: Actor, report: OpenReport): StepCommand | null {
  const step = stepFrom[report.state]
  return step !== null && allows(actor, reportRights[step], report.draftingPath, report.state) ? step : null
}

function waitingTask<Task extends OpenTask>(actor: Actor, task: Task, today: PlainDate): WaitingTask<Task> {
  const mine = task.owed.filter(({ unitPath }) => allows(actor, planRights['plan.reportProgress'], unitPath))
  return {
    task,
    mine,
    others: task.owed.filter(owed => !mine.includes(owed)),
    daysLate: daysBetween(task.dueOn, today),
    mayRemind: allows(actor, planRights['plan.remind'], task.ownerPath),
  }
}

function allows(actor: Actor, right: Right, unitPath: Path, state?: ReportState): boolean {
  return may(actor, right, state === undefined ? { unitPath } : { unitPath, state })
}

/** Those without a day come last. */
function byDueDay(a: { readonly report: OpenReport }, b: { readonly report: OpenReport }): number {
  const [x, y] = [a.report.dueOn ?? '9999', b.report.dueOn ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

const daysBeforeCutoff = 14
const daysAfterCutoff = 60

/**
 * The half years whose report is looked for on a day: from two weeks before the cut-off until two months after it; a
 * report due later stays until it is due.
 */
export function periodsToReport(today: PlainDate, dueDaysAfterCutoff: number | null): ReportingPeriod[] {
  const halves = ['H1', 'H2'] as const
  const now = periodContaining(today, halves)
  const before = now && periodContaining(addDays(now.covers.from, -1), halves)
  const lastDays = Math.max(daysAfterCutoff, dueDaysAfterCutoff ?? 0)
  return [before, now]
    .filter(period => period !== undefined)
    .filter(period => {
      const days = daysBetween(cutoffOn(period), today)
      return days >= -daysBeforeCutoff && days <= lastDays
    })
}
