import type { MeritFiguresView } from '#contract/merit.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { measureDefinitions, measureWords } from '#domain/merit/merit-words.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Missing } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { numberColumn, textColumn } from '../kit/list-sheet.ts'
import { Sheet } from '../kit/Rows.tsx'
import { type FigureLine, linesOf } from './figure-lines.ts'
import classes from './merit.module.css'
import type { FigureLook } from './useFigureLook.ts'

const columns = [
  textColumn<FigureLine>('Số liệu', 28, ({ measure }) => measureWords[measure]),
  numberColumn<FigureLine>('Số', 12, ({ count }) => count),
  textColumn<FigureLine>('Trên mẫu số', 44, ({ ofBase }) => ofBase),
  textColumn<FigureLine>('Trên tất cả', 34, ({ ofAll }) => ofAll),
  textColumn<FigureLine>('Năm trước, cùng ngày', 44, ({ before }) => before),
  textColumn<FigureLine>('So với năm trước', 20, ({ difference }) => difference),
  textColumn<FigureLine>('Cách đếm', 60, ({ measure }) => measureDefinitions[measure]),
]

/** Each number of the unit as a whole: what it is of, the share of all, and the same a year before. */
export function FigureSheet({ view, look }: { view: MeritFiguresView; look: FigureLook }) {
  const { year, on, beforeOn, total } = view
  const lines = linesOf(view)
  const about = useListAbout(`năm xét ${year}`, `tính đến ngày ${formatDay(on)}`)
  return (
    <Sheet
      title={`${look.honourName} năm ${year}`}
      actions={<ListExport title={`${look.honourName} năm ${year}`} about={about} columns={columns} rows={() => Promise.resolve(lines)} />}
    >
      <p className="soft">
        Vạch đậm là năm {year}, vạch nhạt là năm {year - 1} đến ngày {formatDay(beforeOn)}, mỗi vạch trên mẫu số của năm ấy.
      </p>
      <ul className={classes.figures} aria-label={`Số liệu của ${total.unitName}`}>
        {lines.map(line => (
          <Figure
            key={line.measure}
            line={line}
            yearBefore={year - 1}
            onOpen={() => look.open({ measure: line.measure, unitId: total.unitId })}
          />
        ))}
      </ul>
    </Sheet>
  )
}

function Figure({ line, yearBefore, onOpen }: { line: FigureLine; yearBefore: number; onOpen: () => void }) {
  const { measure, count, ofBase, ofAll, because, share, shareBefore, before, difference } = line
  return (
    <li className={classes.figure}>
      <div>
        <div className={classes.name}>{measureWords[measure]}</div>
        <div className="soft small">{measureDefinitions[measure]}</div>
      </div>
      <div>
        {ofBase === null ? (
          <Missing>{because}</Missing>
        ) : count ? (
          <button type="button" className="opens" aria-label={`${measureWords[measure]}: ${ofBase}. Mở`} onClick={onOpen}>
            {ofBase}
          </button>
        ) : (
          ofBase
        )}
        {ofAll && <div className="soft small">trên tất cả: {ofAll}</div>}
      </div>
      <div>
        {(share !== null || shareBefore !== null) && (
          <div className={classes.bars} aria-hidden>
            <div className={classes.bar} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
            <div className={classes.bar} data-before style={{ inlineSize: `${(shareBefore ?? 0) * 100}%` }} />
          </div>
        )}
        <div className="soft small">
          năm {yearBefore}: {before ?? 'chưa có số liệu'}
          {difference && ` · ${difference}`}
        </div>
      </div>
    </li>
  )
}
