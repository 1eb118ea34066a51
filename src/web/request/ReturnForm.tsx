import { useState } from 'react'
import { codesOf, type FigureFormPart } from '#domain/indicator/figure-form.ts'
import { cellKey, partKey } from '#domain/request/places.ts'
import { flagsAt, indicatorIn, type Look, offerFor, placeOf, useLook } from './look.ts'
import { NarrativePart } from './NarrativePart.tsx'
import classes from './return.module.css'
import { TablePart } from './TablePart.tsx'

/** The form part by part, with its outline beside it and the meaning of the figure one stands in below. */
export function ReturnForm() {
  const look = useLook()
  const [at, setAt] = useState<string | null>(null)
  const { parts, note } = look.view.form
  return (
    <div className={classes.both}>
      <nav className={classes.outline} aria-label="Các phần của biểu">
        <ul>
          {parts.map(part => (
            <li key={part.key}>
              <a href={`#phan-${part.key}`}>
                <span>{part.heading}</span>
                <span className="soft small">{saySoFar(look, part)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.parts}>
        <p className="soft small">{note}</p>
        {parts.map(part => (
          <div key={part.key} id={`phan-${part.key}`} className={classes.part}>
            {part.kind === 'table' ? <TablePart part={part} onFocus={setAt} /> : <NarrativePart part={part} />}
          </div>
        ))}
        {look.writing && <Meaning code={at} />}
      </div>
    </div>
  )
}

/** `7/11`, and how many places of the part are asked about. */
function saySoFar(look: Look, part: FigureFormPart): string {
  const codes = part.kind === 'table' ? codesOf(part) : []
  const places = part.kind === 'table' ? [...codes.map(cellKey), ...part.ratios.map(({ code }) => `ratio:${code}`)] : [partKey(part.key)]
  const asked = new Set(places.flatMap(place => flagsAt(look, place).filter(({ kept }) => kept === null))).size
  const told =
    part.kind === 'table'
      ? `${codes.filter(code => look.content.values[code]).length}/${codes.length}`
      : (look.content.parts[part.key] ?? '').trim() === ''
        ? 'chưa viết'
        : 'đã viết'
  return asked > 0 ? `${told} · ${asked} chỗ nhắc` : told
}

/** What is counted in the cell one stands in, and how to move: one line that stays where it is. */
function Meaning({ code }: { code: string | null }) {
  const look = useLook()
  const indicator = code === null ? undefined : indicatorIn(look, code)
  const offered = code !== null && offerFor(look, code) !== undefined
  const isBelow = code !== null && offerFor(look, code) === look.view.below[code]?.value
  return (
    <p className={classes.meaning} aria-live="off">
      {indicator ? (
        <>
          <b>{indicator.name}</b> ({indicator.unit}): {indicator.definition}{' '}
          {offered && (isBelow ? 'Bấm = để lấy số cấp dưới cộng lại.' : 'Bấm = để lấy số đã ghi sổ.')}
        </>
      ) : (
        <>
          <span className="wide-only">Enter hoặc ↓ sang ô dưới, Shift + Enter hoặc ↑ về ô trên; dán được cả khối từ Excel. </span>
          Không có thì ghi 0, chưa biết thì để trống; ước lượng ghi “trên 1.200”, “gần 300”.
        </>
      )}
    </p>
  )
}

/** Flags that name no place the form shows are told above it. */
export function looseFlags(look: Look) {
  const shown = new Set(
    look.view.form.parts.flatMap(part =>
      part.kind === 'table' ? [...codesOf(part).map(cellKey), ...part.ratios.map(({ code }) => `ratio:${code}`)] : [partKey(part.key)],
    ),
  )
  return look.flags.filter(flag => flag.rule !== 'missing' && !shown.has(placeOf(flag)))
}
