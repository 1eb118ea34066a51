import { Button } from '@mantine/core'
import type { ReportView } from '#contract/report.ts'
import { keepAnswer, readAnew } from '../../app/queries.ts'
import { useCommand } from '../../app/useCommand.ts'
import { Notice, RefusalBanner } from '../../kit/RefusalBanner.tsx'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { WordChanges } from './WordChanges.tsx'

type Drift = ReportView['drift'][number]

async function keep(answer: ReportView): Promise<void> {
  keepAnswer('report.one', { id: answer.id }, answer)
  await readAnew('report')
}

/** The records behind a paragraph changed since it was composed: what they say now, and which words stand. */
export function DriftNote({ view, text, drift, mayEdit }: { view: ReportView; text: OpenText; drift: Drift; mayEdit: boolean }) {
  const { paragraphId, was, now } = drift
  const start: { take: 'fresh' | 'mine'; revision: number } = { take: 'fresh', revision: view.report.revision }
  const form = useCommand({
    name: 'report.answerDrift',
    start,
    toBody: values => ({ id: view.id, paragraphId, now: now ?? '', ...values }),
    onDone: keep,
  })
  async function answer(take: 'fresh' | 'mine'): Promise<void> {
    await text.flush()
    await form.submit({ take, revision: text.revision() })
  }
  if (now === null)
    return (
      <div className={classes.note} data-level="C">
        <p>
          <b>Nguồn đã đổi:</b> không còn việc nào làm nguồn cho đoạn này.
        </p>
      </div>
    )
  return (
    <details className={classes.note} data-level="C">
      <summary>
        <b>Nguồn đã đổi</b> sau khi soạn đoạn này.
      </summary>
      <WordChanges was={was} now={now} />
      <RefusalBanner refusal={form.refusal} />
      {mayEdit && (
        <div className="row">
          <Button size="compact-sm" variant="default" loading={form.isSending} onClick={() => void answer('fresh')}>
            Lấy bản mới
          </Button>
          <Button size="compact-sm" variant="default" loading={form.isSending} onClick={() => void answer('mine')}>
            Giữ lời của tôi
          </Button>
        </div>
      )}
    </details>
  )
}

/** Paragraphs that would come or go if the report were composed now: one notice, one act. */
export function RecomposeNotice({ view, text, mayEdit }: { view: ReportView; text: OpenText; mayEdit: boolean }) {
  const form = useCommand({
    name: 'report.recompose',
    start: { revision: view.report.revision },
    toBody: values => ({ id: view.id, ...values }),
    onDone: keep,
  })
  const come = view.drift.filter(({ was, now }) => was === '' && now !== null)
  const gone = view.drift.filter(({ now }) => now === null)
  if (come.length === 0 && gone.length === 0) return null
  const said = [come.length > 0 && `có ${come.length} đoạn mới`, gone.length > 0 && `${gone.length} đoạn không còn nguồn`].filter(Boolean)
  return (
    <Notice tone="soon">
      <p>Việc đã ghi đổi sau khi soạn: {said.join(', ')}.</p>
      {come.map(({ paragraphId, now }) => (
        <p key={paragraphId} className={classes.come}>
          {now}
        </p>
      ))}
      <RefusalBanner refusal={form.refusal} />
      {mayEdit && (
        <div className="row">
          <Button
            size="compact-md"
            variant="default"
            loading={form.isSending}
            onClick={() => void text.flush().then(() => form.submit({ revision: text.revision() }))}
          >
            Soạn lại phần này
          </Button>
          <span className="soft small">Lời đã sửa tay được giữ nguyên.</span>
        </div>
      )}
    </Notice>
  )
}
