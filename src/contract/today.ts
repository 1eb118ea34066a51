import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Assignment, TaskState } from '#domain/plan/plan.ts'
import type { ReportEventType } from '#domain/report/life.ts'
import type { TextChange } from '#domain/today/signing.ts'
import type { StepCommand } from '#domain/today/today.ts'
import { id, many, revision } from './fields.ts'
import type { NoticeView } from './notice.ts'
import type { RefusalText } from './refusal-text.ts'
import type { RemarkView, ReportRow } from './report.ts'
import type { LetterToSignView } from './request-letter.ts'
import type { DueReturnView, WaitingReturnsView } from './return.ts'
import type { DueFileView } from './season.ts'
import type { SinceTakenLine } from './since-taken.ts'

export const todayBodies = {
  'report.signOffSeveral': z.strictObject({
    reports: many('Báo cáo', z.strictObject({ id: id('Báo cáo'), revision: revision() }), 50).min(1, 'Báo cáo: chưa chọn'),
  }),
}

export const todayParams = {
  'today.one': z.strictObject({ unitId: id('Đơn vị') }),
  'today.signing': z.strictObject({ unitId: id('Đơn vị') }),
}

/** What one unit still owes for a task. */
export type TodayAnswer = Assignment & {
  readonly unitName: string
  readonly state: Exclude<TaskState, 'done'>
  readonly remindedOn: PlainDate | null
}
export type TodayTask = {
  readonly id: string
  readonly name: string
  readonly planId: string
  readonly dueOn: PlainDate
  readonly daysLate: number
  readonly mayRemind: boolean
  readonly mine: readonly TodayAnswer[]
  readonly others: readonly TodayAnswer[]
}
export type TodayReport = ReportRow & {
  readonly step: StepCommand | null
  readonly returned: { readonly byName: string; readonly reason: string; readonly on: PlainDate } | null
}
/** A report nobody has begun. */
export type TodayUnbegun = {
  readonly unitId: string
  readonly unitName: string
  readonly periodName: string
  readonly receiverName: string
  readonly dueOn: PlainDate | null
}

/** What waits for one person today, each thing in one place. */
export type TodayView = {
  readonly returned: readonly TodayReport[]
  readonly steps: readonly TodayReport[]
  readonly late: readonly TodayTask[]
  readonly open: readonly TodayTask[]
  readonly unbegun: readonly TodayUnbegun[]
  readonly drafts: readonly TodayReport[]
  readonly lateOfOthers: readonly TodayTask[]
  /** Files of seasons, overdue or soon due. */
  readonly files: readonly DueFileView[]
  /** Figures that are owed, and those that wait to be looked at. */
  readonly dueReturns: readonly DueReturnView[]
  readonly waitingReturns: readonly WaitingReturnsView[]
  /** Figures that changed below after they were taken. */
  readonly sinceTaken: readonly SinceTakenLine[]
  /** Official letters about requests, written and not yet signed. */
  readonly letters: readonly LetterToSignView[]
  readonly changes: readonly NoticeView[]
}

/** One report on the desk of whoever signs: what is new, what deviates, who answers for it. */
export type SigningPage = ReportRow & {
  readonly revision: number
  /** The last report of the unit on the same form that was issued. */
  readonly against: { readonly id: string; readonly code: string; readonly periodName: string; readonly issuedOn: PlainDate } | null
  readonly changes: readonly TextChange[]
  readonly remarks: readonly RemarkView[]
  readonly missing: readonly string[]
  readonly drift: readonly { readonly paragraphId: string; readonly was: string; readonly now: string | null }[]
  /** Who did what to the text that is to be signed, in order. */
  readonly answers: readonly {
    readonly type: ReportEventType
    readonly byName: string
    readonly at: string
    readonly on: PlainDate
    readonly reason: string
  }[]
}

export type TodayAnswers = {
  'today.one': TodayView
  'today.signing': readonly SigningPage[]
  'report.signOffSeveral': { readonly signed: readonly string[] }
}

export const todayRefusals: Record<'today.one-not-signed', RefusalText> = {
  'today.one-not-signed': { status: 409, say: d => `Chưa ký báo cáo nào, vì “${d.title}”: ${d.why}` },
}
