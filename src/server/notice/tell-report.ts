import type { NoticeKind } from '#domain/notice/notice.ts'
import type { ReportEvent, ReportEventType } from '#domain/report/life.ts'
import type { Context } from '../context.ts'
import { followWhatIDo, tell } from './tell.ts'

const kinds: Partial<Record<ReportEventType, NoticeKind>> = {
  sentBack: 'reportReturned',
  submitted: 'reportSubmitted',
  signedOff: 'reportSignedOff',
}

/** Each event of a report is told to those whose work it becomes and to those who follow it; whoever acted follows it. */
export async function tellReportEvent(
  ctx: Context,
  event: Pick<ReportEvent, 'reportId' | 'type' | 'reason'>,
  report: { readonly unitId: string; readonly draftingUnitId: string; readonly title: string },
): Promise<void> {
  await tell(ctx, {
    kind: kinds[event.type] ?? 'reportMoved',
    subject: { kind: 'report', id: event.reportId, insideId: null, unitId: report.unitId },
    workUnitIds: [report.draftingUnitId],
    details: { name: report.title, step: event.type, ...(event.reason && { words: event.reason }) },
  })
  await followWhatIDo(ctx, 'report', event.reportId)
}
