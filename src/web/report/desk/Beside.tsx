import { Button } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { Reader, RemarkView, ReportView } from '#contract/report.ts'
import type { ReportParagraph } from '#domain/report/report.ts'
import { Missing } from '../../kit/Facts.tsx'
import { RemarkNote } from '../RemarkNote.tsx'
import type { Why } from '../WhyPanel.tsx'
import { sayFigure } from '../words.ts'
import { ClashNote } from './ClashNote.tsx'
import { DriftNote } from './DriftNote.tsx'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { usePlaces, useText } from './useText.ts'

type BesideParts = {
  readonly view: ReportView
  readonly text: OpenText
  readonly mayEdit: boolean
  readonly here: readonly Reader[]
  readonly at: (blockId: string) => readonly RemarkView[]
  readonly onWhy: (why: Why) => void
}

/** What stands beside each heading and paragraph, set into the places the text keeps for it. */
export function Beside({ view, text, mayEdit, here, at, onWhy }: BesideParts) {
  const places = usePlaces(text)
  const clashes = useText(text, 'clashes')
  const paragraphs = new Map(
    view.report.content.sections.flatMap(section => section.paragraphs).map(paragraph => [paragraph.id, paragraph]),
  )
  return [...places].flatMap(([id, place]) => {
    const paragraph = paragraphs.get(id)
    const drift = view.drift.find(change => change.paragraphId === id)
    const clash = clashes.get(id)
    const readers = here.filter(reader => reader.paragraphId === id)
    const remarks = at(id)
    const foot =
      paragraph && place.foot ? createPortal(<Foot view={view} paragraph={paragraph} onWhy={onWhy} />, place.foot, `foot:${id}`) : null
    if (readers.length === 0 && !clash && !drift && remarks.length === 0) return [foot]
    const margin = (
      <>
        {readers.length > 0 && <p className={classes.reader}>{readers.map(({ fullName }) => fullName).join(', ')} đang ở đoạn này</p>}
        {clash && <ClashNote text={text} id={id} clash={clash} />}
        {drift && <DriftNote view={view} text={text} drift={drift} mayEdit={mayEdit} />}
        {remarks.map(remark => (
          <RemarkNote key={remark.key} view={view} remark={remark} onEdit={mayEdit && paragraph ? () => text.goTo(id) : undefined} />
        ))}
      </>
    )
    return [foot, createPortal(margin, place.margin, `margin:${id}`)]
  })
}

/** Under a paragraph: figures that belong here though the words do not print them, who wrote it anew, whence it comes. */
function Foot({ view, paragraph, onWhy }: { view: ReportView; paragraph: ReportParagraph; onWhy: (why: Why) => void }) {
  const figures = paragraph.besideFigureIds.flatMap(id => view.report.content.figures.find(figure => figure.id === id) ?? [])
  return (
    <>
      {figures.length > 0 && (
        <ul className={classes.figures}>
          {figures.map(figure => (
            <li key={figure.id}>
              {figure.definition.replace(/\.$/u, '')}:{' '}
              <button type="button" className="opens" onClick={() => onWhy({ type: 'figure', figureId: figure.id })}>
                {sayFigure(figure.value) ?? <Missing />}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.tools}>
        {paragraph.edited && <span className="soft small">Đã sửa: {paragraph.edited.by}</span>}
        {paragraph.origins.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onWhy({ type: 'paragraph', paragraphId: paragraph.id })}>
            Nguồn ({paragraph.origins.length})
          </Button>
        )}
      </div>
    </>
  )
}
