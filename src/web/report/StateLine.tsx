import type { ReportView } from '#contract/report.ts'
import { reportStateWords } from '#contract/report-words.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatCount } from '#domain/kit/text.ts'
import { reportStates } from '#domain/report/life.ts'
import { type Step, Steps } from '../kit/Steps.tsx'
import { nextSteps, reachedBy, sayWhen, whoseTurn } from './words.ts'

/** The way from draft to issue, with who and when; the next place says whose turn it is. */
export function StateLine({ view }: { view: ReportView }) {
  const reached = reachedBy(view.events)
  const present = reportStates.indexOf(view.state)
  const next = nextSteps[view.state]
  const steps = reportStates.map((state, i): Step => {
    const event = reached[state]
    const note = event ? (
      <>
        {event.byName}
        <br />
        {state === 'numbered' && view.number ? `số ${formatCount(view.number.number)} ngày ${formatDay(view.number.on)}` : sayWhen(event)}
      </>
    ) : i === present + 1 && next ? (
      `chờ: ${whoseTurn(next)}`
    ) : null
    return { key: state, name: reportStateWords[state], note, standing: i < present ? 'past' : i === present ? 'present' : 'ahead' }
  })
  return <Steps label="Các bước của báo cáo" steps={steps} />
}
