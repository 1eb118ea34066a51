import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import type { GatheredPointView, GatheredView, ParagraphView } from '#contract/consolidation.ts'
import type { ReportView } from '#contract/report.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { takenParagraphId } from '#domain/report/from-below.ts'
import type { TakenParagraph } from '#domain/report/report.ts'
import { Loaded } from '../app/Loaded.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { type Form, useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import type { OpenText } from './desk/open-text.ts'
import classes from './report.module.css'

type TakeParts = { readonly view: ReportView; readonly text: OpenText; readonly requestId: string }

/** What units below wrote, to be taken into parts of this report: one or several as one paragraph, worked on in the text. */
export function TakeFromBelow({ view, text, requestId }: TakeParts) {
  const gathered = useAsk('figure.gathered', { requestId, unitId: view.unitId })
  return (
    <div className="stack">
      <TakenList view={view} text={text} />
      <Loaded of={gathered} rows={8}>
        {answer =>
          answer.parts.some(({ points }) => points.length > 0) ? (
            <Choose key={view.report.revision} view={view} text={text} gathered={answer} />
          ) : (
            <EmptyState title="Chưa đơn vị nào gửi lời văn">Đoạn văn của các đơn vị hiện ở đây khi báo cáo của họ được gửi lên.</EmptyState>
          )
        }
      </Loaded>
    </div>
  )
}

/** What is typed in the text goes first, so that both are laid upon the same revision. */
async function afterSaving(text: OpenText, form: Form<{ revision: number }>): Promise<void> {
  await text.flush()
  await form.submit({ revision: text.revision() })
}

async function keep(answer: ReportView): Promise<void> {
  keepAnswer('report.one', { id: answer.id }, answer)
  await readAnew('report')
}

function Choose({ view, text, gathered }: Omit<TakeParts, 'requestId'> & { readonly gathered: GatheredView }) {
  const [chosen, setChosen] = useState<readonly GatheredPointView[]>([])
  const [takenId] = useState(() => crypto.randomUUID())
  const [section, setSection] = useState<string | null>(null)
  const sections = view.outline.map(({ key, heading }) => ({ value: key, label: heading }))
  const likely = gathered.parts.find(({ points }) => points.some(point => point === chosen[0]))?.key
  const sectionKey = section ?? sections.find(({ value }) => value === likely)?.value ?? null
  const form = useCommand({
    name: 'report.take',
    start: { revision: view.report.revision },
    toBody: values => ({
      id: view.id,
      takenId,
      sectionKey,
      from: chosen.map(({ paragraph }) => saidIn(paragraph)),
      alike: chosen.flatMap(({ paragraph, alike }) =>
        alike.filter(one => one !== paragraph && keyOf(one) !== keyOf(paragraph)).map(saidIn),
      ),
      ...values,
    }),
    onDone: keep,
  })
  const taken = new Set((view.report.content.taken ?? []).flatMap(({ from }) => from.map(keyOf)))
  return (
    <>
      {gathered.parts
        .filter(({ points }) => points.length > 0)
        .map(part => (
          <Sheet key={part.key} title={part.heading}>
            <Rows label={part.heading}>
              {part.points.map(point => (
                <Row
                  key={keyOf(point.paragraph)}
                  title={
                    <Checkbox
                      label={point.paragraph.text}
                      checked={chosen.includes(point)}
                      onChange={event => setChosen(event.currentTarget.checked ? [...chosen, point] : chosen.filter(one => one !== point))}
                    />
                  }
                  second={sayWho(point)}
                  aside={taken.has(keyOf(point.paragraph)) && 'đã lấy'}
                />
              ))}
            </Rows>
          </Sheet>
        ))}
      <div className={classes.takeBar}>
        <RefusalBanner refusal={form.refusal} />
        <Select
          label="Lấy vào mục"
          data={sections}
          value={sectionKey}
          onChange={setSection}
          allowDeselect={false}
          placeholder="Chọn mục của báo cáo"
        />
        <Button disabled={chosen.length === 0 || sectionKey === null} loading={form.isSending} onClick={() => void afterSaving(text, form)}>
          {chosen.length > 1 ? `Lấy ${formatNumber(chosen.length)} ý thành một đoạn` : 'Lấy vào báo cáo'}
        </Button>
      </div>
    </>
  )
}

/** What was taken already, each with its way back out. */
function TakenList({ view, text }: Omit<TakeParts, 'requestId'>) {
  const taken = view.report.content.taken ?? []
  if (taken.length === 0) return null
  return (
    <Sheet title="Đã lấy vào báo cáo">
      <Rows label="Đã lấy vào báo cáo">
        {taken.map(one => (
          <Taken key={one.id} view={view} text={text} taken={one} />
        ))}
      </Rows>
    </Sheet>
  )
}

function Taken({ view, text, taken }: Omit<TakeParts, 'requestId'> & { readonly taken: TakenParagraph }) {
  const form = useCommand({
    name: 'report.giveBack',
    start: { revision: view.report.revision },
    toBody: values => ({ id: view.id, takenId: taken.id, ...values }),
    onDone: keep,
  })
  const section = view.report.content.sections.find(({ paragraphs }) => paragraphs.some(({ id }) => id === takenParagraphId(taken)))
  return (
    <Row
      title={taken.from.map(one => one.text).join(' ')}
      second={
        <>
          {section?.heading}: {[...taken.from, ...taken.alike].map(({ unitName }) => unitName).join(', ')}
          <RefusalBanner refusal={form.refusal} />
        </>
      }
      aside={
        <Button variant="default" size="compact-md" loading={form.isSending} onClick={() => void afterSaving(text, form)}>
          Bỏ khỏi báo cáo
        </Button>
      }
    />
  )
}

function sayWho({ paragraph, alike, units, markedBy }: GatheredPointView): string {
  const others = alike.filter(one => keyOf(one) !== keyOf(paragraph)).map(({ unitName }) => unitName)
  const who = units > 1 ? `${formatNumber(units)} đơn vị: ${[paragraph.unitName, ...new Set(others)].join(', ')}` : paragraph.unitName
  return markedBy === 'words' ? `${who} · xếp loại theo lời văn, cần người xem` : who
}

function saidIn({ unitId, version, paragraphId }: ParagraphView) {
  return { unitId, version, paragraphId }
}

function keyOf({ unitId, version, paragraphId }: Pick<ParagraphView, 'unitId' | 'version' | 'paragraphId'>): string {
  return `${unitId} ${version} ${paragraphId}`
}
