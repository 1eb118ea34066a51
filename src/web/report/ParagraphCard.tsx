import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { RemarkView, ReportView } from '#contract/report.ts'
import { type Inline, inlineText } from '#domain/document/official-document.ts'
import type { ReportParagraph } from '#domain/report/report.ts'
import { useDrafts } from '../app/draft.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { timeNow } from '../clock.ts'
import { Missing } from '../kit/Facts.tsx'
import { newestRevision } from './newest-revision.ts'
import { RemarkNote } from './RemarkNote.tsx'
import classes from './report.module.css'
import type { Why } from './WhyPanel.tsx'
import { sayFigure } from './words.ts'

type CardParts = {
  readonly view: ReportView
  readonly paragraph: ReportParagraph
  readonly remarks: readonly RemarkView[]
  readonly onWhy: (why: Why) => void
  readonly onUnsaved: (isUnsaved: boolean) => void
}

/** One paragraph: its text with numbers and citations that open, its sources, its remarks, and the pen. */
export function ParagraphCard({ view, paragraph, remarks, onWhy, onUnsaved }: CardParts) {
  const mayEdit = useMay()('report.edit', view.draftingUnitId, view.state)
  const drafts = useDrafts()
  const [isEditing, setEditing] = useState(() => mayEdit && drafts.read(draftName(view, paragraph)) !== null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const drift = view.drift.find(change => change.paragraphId === paragraph.id)
  const hasMargin = remarks.length > 0 || drift !== undefined
  return (
    <div className={classes.line} id={paragraph.id}>
      <div className={classes.card} data-editing={isEditing || undefined}>
        {isEditing ? (
          <EditParagraph
            view={view}
            paragraph={paragraph}
            onUnsaved={onUnsaved}
            onSaved={() => setSavedAt(timeNow())}
            onClose={() => setEditing(false)}
          />
        ) : (
          <>
            <p className={classes.paragraph}>
              {paragraph.label && `${paragraph.label} `}
              {paragraph.inlines.map((inline, i) => (
                // Runs of one paragraph have no identity but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <Run key={i} inline={inline} onWhy={onWhy} />
              ))}
            </p>
            <BesideFigures view={view} paragraph={paragraph} onWhy={onWhy} />
            {savedAt && (
              <p role="status" className="soft small">
                Đã lưu {savedAt}
              </p>
            )}
            <div className={classes.tools}>
              {paragraph.edited && <span className="soft small">Đã sửa: {paragraph.edited.by}</span>}
              {paragraph.origins.length > 0 && (
                <Button size="compact-sm" variant="subtle" onClick={() => onWhy({ type: 'paragraph', paragraphId: paragraph.id })}>
                  Nguồn ({paragraph.origins.length})
                </Button>
              )}
              {mayEdit && (
                <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
                  Sửa
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      {hasMargin && (
        <div className={classes.margin}>
          {drift && <DriftNote was={drift.was} now={drift.now} />}
          {remarks.map(remark => (
            <RemarkNote key={remark.key} view={view} remark={remark} onEdit={mayEdit && !isEditing ? () => setEditing(true) : undefined} />
          ))}
        </div>
      )}
    </div>
  )
}

function Run({ inline, onWhy }: { inline: Inline; onWhy: (why: Why) => void }) {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'figure':
      return (
        <Opens href={`#${inline.figureId}`} onOpen={() => onWhy({ type: 'figure', figureId: inline.figureId })}>
          {inline.text}
        </Opens>
      )
    case 'citation':
      return (
        <Opens href={`/van-ban/${inline.documentId}`} onOpen={() => onWhy({ type: 'document', documentId: inline.documentId })}>
          {inline.text}
        </Opens>
      )
    case 'missing':
      return <span className={classes.gap}>[{inline.what}: chưa có số liệu]</span>
  }
}

/** Words that open the panel. A link and no button, since only links break across lines; with a key held it opens as any link. */
function Opens({ href, onOpen, children }: { href: string; onOpen: () => void; children: ReactNode }) {
  return (
    <a
      href={href}
      className={classes.opens}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      {children}
    </a>
  )
}

/** Figures that belong here though the text does not print them. */
function BesideFigures({ view, paragraph, onWhy }: { view: ReportView; paragraph: ReportParagraph; onWhy: (why: Why) => void }) {
  const figures = paragraph.besideFigureIds.flatMap(id => view.report.content.figures.find(figure => figure.id === id) ?? [])
  if (figures.length === 0) return null
  return (
    <ul className={classes.beside}>
      {figures.map(figure => (
        <li key={figure.id}>
          <span>{figure.definition}: </span>
          <Opens href={`#${figure.id}`} onOpen={() => onWhy({ type: 'figure', figureId: figure.id })}>
            {sayFigure(figure.value) ?? <Missing />}
          </Opens>
        </li>
      ))}
    </ul>
  )
}

function DriftNote({ was, now }: { was: string; now: string | null }) {
  return (
    <details className={classes.remark} data-level="C">
      <summary>
        <b>Nguồn đã đổi</b> sau khi soạn{now === null && ': không còn việc nào làm nguồn cho đoạn này'}.
      </summary>
      <p className="small">
        <span className="soft">Trước: </span>
        {was}
      </p>
      {now !== null && (
        <p className="small">
          <span className="soft">Nay: </span>
          {now}
        </p>
      )}
    </details>
  )
}

const draftName = (view: ReportView, paragraph: ReportParagraph): string => `report.edit:${view.id}:${paragraph.id}`

type EditParts = Pick<CardParts, 'view' | 'paragraph' | 'onUnsaved'> & { readonly onSaved: () => void; readonly onClose: () => void }

function EditParagraph({ view, paragraph, onUnsaved, onSaved, onClose }: EditParts) {
  const form = useCommand({
    name: 'report.edit',
    start: { text: inlineText(paragraph.inlines), revision: view.report.revision },
    toBody: values => ({ id: view.id, revision: values.revision, paragraphs: [{ id: paragraph.id, text: values.text }] }),
    draft: draftName(view, paragraph),
    onDone: async answer => {
      keepAnswer('report.one', { id: view.id }, answer)
      onSaved()
      onClose()
      await readAnew('report')
    },
  })
  useEffect(() => {
    onUnsaved(form.isDirty)
    return () => onUnsaved(false)
    // oxlint-disable-next-line react/exhaustive-deps -- the caller's function is new on every render
  }, [form.isDirty])
  return (
    <FormView
      form={form}
      submitLabel="Lưu đoạn"
      onCancel={() => {
        form.forget()
        onClose()
      }}
      newestRevision={() => newestRevision(view.id)}
    >
      <Textarea
        aria-label="Nội dung đoạn"
        classNames={{ input: classes.pen ?? '' }}
        {...text(form, 'text', 'paragraphs.0.text')}
        data-autofocus
        ref={element => element?.focus()}
      />
    </FormView>
  )
}
