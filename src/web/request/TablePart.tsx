import { Button } from '@mantine/core'
import { type ClipboardEvent, Fragment, useState } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { TablePart as Table } from '#domain/indicator/figure-form.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { cellKey } from '#domain/request/places.ts'
import { Missing } from '../kit/Facts.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { FigureCell, sayUnread } from './FigureCell.tsx'
import { flagsAt, indicatorIn, useLook } from './look.ts'
import { AskMending, notesAt, PlaceNotes } from './PlaceNotes.tsx'
import { type PasteTable, placeBlock, readBlock, sayPaste, unreadIn } from './paste.ts'
import classes from './return.module.css'
import { Shares } from './Shares.tsx'

type PartProps = { readonly part: Table; readonly onFocus: (code: string) => void }

/** One table of the form: what each figure was last time, what is on record, and what is told now. */
export function TablePart({ part, onFocus }: PartProps) {
  const look = useLook()
  const { view, writing } = look
  const [refused, setRefused] = useState<readonly string[]>([])
  const table = pasteTableOf(part, code => indicatorIn(look, code)?.name ?? '')
  const columns = part.layout.type === 'grid' ? part.layout.columns : ['Số báo cáo']
  const isGrid = part.layout.type === 'grid'
  const last = view.before[0]
  const sums = table.rows.flatMap(({ codes }) => codes).some(code => code && view.below[code])
  const others = writing ? table.rows.flatMap(({ codes }) => codes).flatMap(code => (code && view.elsewhere[code]) || []) : []
  const offers = table.rows.flatMap(({ codes }) => codes).some(code => code && view.counted[code]) && writing !== null

  function paste(event: ClipboardEvent<HTMLInputElement>, code: string): void {
    const block = readBlock(event.clipboardData.getData('text/plain'))
    if (block.length === 1 && block[0]?.length === 1) return setRefused([])
    event.preventDefault()
    const placed = placeBlock(block, table, { code })
    if (!placed.ok) return setRefused([sayPaste(placed)])
    const unread = unreadIn(view.form, placed.value)
    setRefused(unread.map(([at, why]) => `${indicatorIn(look, at)?.name ?? at}: ${sayUnread(why)}`))
    if (unread.length === 0) writing?.desk.typeMany(placed.value)
  }

  return (
    <Sheet title={part.heading}>
      {last && (
        <p className="soft small">
          Kỳ trước: {last.title}, chốt số liệu ngày {formatDay(last.cutoff)}.
        </p>
      )}
      {others.length > 0 && (
        <p className="soft small">Đã báo ở đợt khác, cùng những ngày ấy: {[...new Set(others.map(({ title }) => title))].join('; ')}.</p>
      )}
      {refused.length > 0 && <PasteRefused sentences={refused} onClose={() => setRefused([])} />}
      <div className={classes.frame}>
        <table
          className={classes.table}
          aria-label={part.heading}
          data-grid={isGrid || undefined}
          data-asking={look.asking !== null || undefined}
        >
          <thead>
            <tr>
              <th scope="col">{isGrid ? 'Loại' : 'Chỉ tiêu'}</th>
              {!isGrid && last && <th scope="col">Kỳ trước</th>}
              {!isGrid && sums && <th scope="col">Cấp dưới cộng lại</th>}
              {!isGrid && offers && <th scope="col">Đã ghi sổ</th>}
              {!isGrid && others.length > 0 && <th scope="col">Đã báo ở đợt khác</th>}
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, codes }) => (
              <Fragment key={label}>
                <tr data-asked={codes.some(code => code && flagsAt(look, cellKey(code)).length > 0) || undefined}>
                  <th scope="row">
                    {label} {!isGrid && codes[0] && <span className="soft small">{indicatorIn(look, codes[0])?.unit}</span>}
                  </th>
                  {!isGrid && last && (
                    <td data-word="kỳ trước">{printValue(last.values[codes[0] ?? ''] ?? null) || <Missing>chưa có</Missing>}</td>
                  )}
                  {!isGrid && sums && <td data-word="cấp dưới cộng lại">{codes[0] && <Below code={codes[0]} />}</td>}
                  {!isGrid && offers && (
                    <td data-word="đã ghi sổ">{codes[0] && <Offer code={codes[0]} offered={view.counted[codes[0]]} />}</td>
                  )}
                  {!isGrid && others.length > 0 && (
                    <td data-word="đã báo ở đợt khác">{codes[0] && <Offer code={codes[0]} offered={view.elsewhere[codes[0]]?.value} />}</td>
                  )}
                  {codes.map((code, column) => (
                    <td key={columns[column]} data-word={isGrid ? columns[column] : undefined} data-told>
                      {code === null ? (
                        <span className="soft">–</span>
                      ) : (
                        <Figure
                          code={code}
                          label={isGrid ? `${label}, ${columns[column]}` : label}
                          column={column}
                          onPaste={paste}
                          onFocus={onFocus}
                        />
                      )}
                    </td>
                  ))}
                </tr>
                {codes.map(code => code && <NotesRow key={code} code={code} />)}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <Shares part={part} />
    </Sheet>
  )
}

function pasteTableOf({ layout }: Table, nameOf: (code: string) => string): PasteTable {
  return { rows: layout.type === 'list' ? layout.codes.map(code => ({ label: nameOf(code), codes: [code] })) : layout.rows }
}

type FigureProps = {
  readonly code: string
  readonly label: string
  readonly column: number
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>, code: string) => void
  readonly onFocus: (code: string) => void
}

function Figure({ code, ...parts }: FigureProps) {
  const look = useLook()
  const indicator = indicatorIn(look, code)
  if (!indicator) return null
  if (look.writing) return <FigureCell indicator={indicator} {...parts} />
  const value = look.content.values[code]
  return (
    <span className={classes.read}>
      {value ? <b>{printValue(value)}</b> : <Missing />}
      <AskMending place={cellKey(code)} name={parts.label} />
    </span>
  )
}

/** What recorded work counts to; pressed, it is taken as it stands. */
function Offer({ code, offered }: { code: string; offered: Value | undefined }) {
  const { writing } = useLook()
  if (!offered || !writing) return null
  const words = printValue(offered)
  const key = cellKey(code)
  if (writing.state.words[key] === words) return <span className="soft">{words}</span>
  return (
    <Button size="compact-sm" variant="default" tabIndex={-1} title="Hoặc bấm = trong ô" onClick={() => writing.desk.type(key, words)}>
      Lấy {words}
    </Button>
  )
}

/** What those below told together, and how many of them: it stands by itself once all have. */
function Below({ code }: { code: string }) {
  const { view, writing } = useLook()
  const below = view.below[code]
  if (!below) return <Missing>chưa có</Missing>
  const { value, whole, of } = below
  return (
    <>
      {writing && whole === of ? <Offer code={code} offered={value} /> : printValue(value)}{' '}
      <span className="soft small" title="Bao nhiêu nơi đã báo">
        {formatNumber(whole)}/{formatNumber(of)}
      </span>
    </>
  )
}

function NotesRow({ code }: { code: string }) {
  const look = useLook()
  const place = cellKey(code)
  if (!notesAt(look, place)) return null
  return (
    <tr className={classes.notes}>
      <td colSpan={9}>
        <PlaceNotes place={place} />
      </td>
    </tr>
  )
}

function PasteRefused({ sentences, onClose }: { sentences: readonly string[]; onClose: () => void }) {
  return (
    <Notice tone="soon">
      <p>
        {sentences.length === 1
          ? 'Chưa ghi ô nào của khối vừa dán:'
          : `Chưa ghi ô nào của khối vừa dán, vì ${sentences.length} ô chưa đọc được:`}
      </p>
      <ul className={classes.list}>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Đã xem
        </Button>
      </div>
    </Notice>
  )
}
