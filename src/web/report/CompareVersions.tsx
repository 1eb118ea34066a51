import { Button, Select } from '@mantine/core'
import type { ReportView, SealedText } from '#contract/report.ts'
import { isSealed } from '#domain/report/life.ts'
import type { ReportContent } from '#domain/report/report.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { sayInstant } from '../clock.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { changedParagraphs } from './compare.ts'
import classes from './desk/changes.module.css'
import { WordChanges } from './desk/WordChanges.tsx'

type CompareParts = {
  readonly view: ReportView
  readonly from: string | undefined
  readonly to: string | undefined
  readonly onChoose: (choice: { tu?: string; den?: string }) => void
}

/** Two texts of one report beside each other, paragraph by paragraph: sealed ones and the present one. */
export function CompareVersions(parts: CompareParts) {
  const versions = useAsk('report.versions', { id: parts.view.id })
  return <Loaded of={versions}>{sealed => <Compared {...parts} sealed={sealed} />}</Loaded>
}

type Text = { readonly name: string; readonly words: string; readonly content: ReportContent }

function Compared({ view, from, to, onChoose, sealed }: CompareParts & { sealed: readonly SealedText[] }) {
  const texts: Text[] = [
    ...sealed.map(({ version, sealedAt, byName, content }) => ({
      name: String(version),
      words: `Bản ${version}, trình ${sayInstant(sealedAt)}, ${byName}`,
      content,
    })),
    ...(isSealed(view.state) ? [] : [{ name: 'nay', words: 'Bản đang soạn', content: view.report.content }]),
  ]
  if (texts.length < 2)
    return (
      <EmptyState title="Chưa có hai bản để so sánh">
        Mỗi lần trình ký, nội dung được niêm thành một bản. Khi báo cáo được trả lại và sửa, nơi này chỉ ra từng chỗ khác nhau.
      </EmptyState>
    )
  const later = texts.find(text => text.name === to) ?? texts.at(-1)
  const earlier = texts.find(text => text.name === from) ?? texts.at(-2)
  if (!later || !earlier) return null
  const changed = changedParagraphs(earlier.content, later.content)
  const options = texts.map(({ name, words }) => ({ value: name, label: words }))
  return (
    <div className={classes.compared}>
      <div className={`pair ${classes.choice ?? ''}`}>
        <Select
          label="So bản"
          data={options}
          value={earlier.name}
          onChange={value => onChoose({ tu: value ?? '' })}
          allowDeselect={false}
        />
        <Select
          label="Với bản"
          data={options}
          value={later.name}
          onChange={value => onChoose({ den: value ?? '' })}
          allowDeselect={false}
        />
      </div>
      <div className="row">
        <h2>{changed.length === 0 ? 'Hai bản không khác nhau' : `${changed.length} đoạn khác nhau`}</h2>
        {changed.length > 0 && (
          <Button variant="default" className={`to-end ${classes.choice ?? ''}`} onClick={() => window.print()}>
            In bảng so sánh
          </Button>
        )}
      </div>
      <p className="soft">
        {earlier.words} → {later.words}. Gạch đi là lời của bản trước, gạch chân là lời của bản sau.
      </p>
      <ol className={classes.compared}>
        {changed.map(({ id, heading, was, now }) => (
          <li key={id} className={classes.change}>
            <h3>
              {heading}
              {was === null && ' · đoạn mới'}
              {now === null && ' · đoạn đã bỏ'}
            </h3>
            <WordChanges was={was ?? ''} now={now ?? ''} />
          </li>
        ))}
      </ol>
    </div>
  )
}
