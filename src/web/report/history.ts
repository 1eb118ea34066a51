import type { ReportEvent } from '#domain/report/life.ts'

/** What happened, as one line tells it: a run of edits by one person on one day is one line. */
export type HistoryLine = { readonly event: ReportEvent; readonly first: ReportEvent; readonly times: number }

/** Newest first. */
export function historyLines(events: readonly ReportEvent[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const event of events) {
    const last = lines.at(-1)
    if (last && event.type === 'edited' && isSameRun(last.event, event)) lines[lines.length - 1] = { ...last, event, times: last.times + 1 }
    else lines.push({ event, first: event, times: 1 })
  }
  return lines.toReversed()
}

function isSameRun(a: ReportEvent, b: ReportEvent): boolean {
  return (
    a.type === b.type && a.byAccountId === b.byAccountId && a.on === b.on && a.version === b.version && a.reason === '' && b.reason === ''
  )
}
