import { Link } from '@tanstack/react-router'
import type { BoardView } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { type BoardSet, standings } from '#domain/request/board.ts'
import { levelNouns } from '#domain/request/request.ts'
import classes from './board.module.css'
import { boardSetWords, standingWords } from './request-words.ts'
import type { BoardLook } from './useBoardLook.ts'

/** Of each level how many stand where; each count opens those it counts. */
export function BoardCountsTable({ view, look }: { view: BoardView; look: BoardLook }) {
  const shown = standings.filter(standing => view.byLevel.some(({ counts }) => counts[standing] > 0))
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label="Tình hình gửi theo cấp">
      <table className={classes.counts}>
        <thead>
          <tr>
            <th scope="col">Cấp</th>
            <th scope="col">Đã gửi</th>
            <th scope="col">Hạn gửi</th>
            <th scope="col">Đúng hạn</th>
            {shown.map(standing => (
              <th key={standing} scope="col">
                {capitalise(standingWords[standing].word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.byLevel.map(({ level, dueOn, counts }) => (
            <tr key={level} aria-current={look.level === level || undefined}>
              <th scope="row">{capitalise(levelNouns[level])}</th>
              <td data-label="Đã gửi">
                <Count count={counts.handedIn} cap={level} la="handedIn" label={`${levelNouns[level]}: ${boardSetWords.handedIn}`} />/
                <Count count={counts.of} cap={level} label={`${levelNouns[level]} phải gửi`} />
              </td>
              <td data-label="Hạn gửi">{formatDay(dueOn)}</td>
              <td data-label="Đúng hạn">
                <Count count={counts.onTime} cap={level} la="onTime" label={`${levelNouns[level]}: ${boardSetWords.onTime}`} />
              </td>
              {shown.map(standing => (
                <td key={standing} data-label={capitalise(standingWords[standing].word)}>
                  <Count
                    count={counts[standing]}
                    cap={level}
                    la={standing}
                    label={`${levelNouns[level]}: ${standingWords[standing].word}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Count({ count, cap, la, label }: { count: number; cap: string; la?: BoardSet; label: string }) {
  if (count === 0) return <span className="soft">0</span>
  return (
    <Link
      to="."
      search={before => ({ ...before, cap, la, xem: undefined })}
      resetScroll={false}
      className="opens"
      aria-label={`${count} ${label}`}
    >
      {formatNumber(count)}
    </Link>
  )
}
