import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ReportView } from '#contract/report.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Figure } from '#domain/report/report.ts'
import { Missing } from '../../kit/Facts.tsx'
import { sayFigure } from '../words.ts'
import type { Asked } from './chips.ts'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { useText } from './useText.ts'

/** After `#`: the numbers of the report, found by what they count, to be set at the caret. */
export function FigureMenu({ view, text }: { view: ReportView; text: OpenText }) {
  const asked = useText(text, 'asked')
  return asked ? <Choices key={asked.from} view={view} text={text} asked={asked} /> : null
}

function Choices({ view, text, asked }: { view: ReportView; text: OpenText; asked: Asked }) {
  const [chosen, setChosen] = useState(0)
  const found = view.report.content.figures.filter(figure => matches(figure, asked.query))
  const at = Math.min(chosen, found.length - 1)
  useEffect(() => {
    return text.listenToKeys(event => {
      if (event.key === 'Escape') text.closeAsked()
      else if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, found.length - 1))
      else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0))
      else if ((event.key === 'Enter' || event.key === 'Tab') && found[at]) text.insertFigure(asked, found[at].id)
      else return false
      event.preventDefault()
      return true
    })
  }, [text, asked, at, found])
  const { left, bottom } = text.editor.view.coordsAtPos(asked.from)
  return createPortal(
    <div
      className={classes.figureMenu}
      style={{ left: Math.max(8, Math.min(left + window.scrollX, window.innerWidth - 376)), top: bottom + window.scrollY + 4 }}
    >
      {found.length === 0 ? (
        <p className="soft">Không có số liệu nào khớp “{asked.query}”.</p>
      ) : (
        <ul role="listbox" aria-label="Số liệu của báo cáo" ref={list => list?.children[at]?.scrollIntoView({ block: 'nearest' })}>
          {found.map((figure, i) => (
            // The keyboard stays in the text: it chooses by arrows and Enter there.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={figure.id}
              role="option"
              aria-selected={i === at}
              onMouseDown={event => {
                event.preventDefault()
                text.insertFigure(asked, figure.id)
              }}
            >
              <b>{sayFigure(figure.value) ?? <Missing />}</b>
              <span className="soft small">{figure.definition}</span>
            </li>
          ))}
        </ul>
      )}
    </div>,
    document.body,
  )
}

function matches(figure: Figure, query: string): boolean {
  const words = searchKey(`${figure.definition} ${sayFigure(figure.value) ?? 'chưa có số liệu'}`)
  return searchKey(query)
    .split(' ')
    .every(word => words.includes(word))
}
