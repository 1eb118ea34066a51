import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Explanation, ReportView, SumChange, SumExplained } from '#contract/report.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { readSumFigureId } from '#domain/report/sum-figure.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Recorded } from '../consolidation/Recorded.tsx'
import { ToldBy } from '../consolidation/ToldBy.tsx'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import classes from './report.module.css'

/** A number added up from returns, laid open one level at a time; the way down is kept, and led back. */
export function SumExplanation({ view, figureId }: { view: ReportView; figureId: string }) {
  const [way, setWay] = useState<readonly string[]>([figureId])
  const at = way.at(-1) ?? figureId
  const explanation = useAsk('report.explain', { id: view.id, figureId: at })
  return (
    <>
      {way.length > 1 && (
        <button type="button" className="opens" onClick={() => setWay(way.slice(0, -1))}>
          ← Lên một cấp
        </button>
      )}
      <Loaded of={explanation} rows={6}>
        {answer =>
          answer.sum ? (
            <Opened answer={answer} sum={answer.sum} figureId={at} onOpen={part => setWay([...way, part])} />
          ) : (
            <p>Báo cáo này không có số ấy.</p>
          )
        }
      </Loaded>
    </>
  )
}

type OpenedParts = {
  readonly answer: Explanation
  readonly sum: SumExplained
  readonly figureId: string
  readonly onOpen: (figureId: string) => void
}

function Opened({ answer: { figure }, sum, figureId, onOpen }: OpenedParts) {
  const { unitName, cutoff, words, counts, coverage, parts, addedAgain, missing, partly, told, version, title } = sum
  return (
    <div className="stack">
      <Facts>
        {figure && <Fact label="Số này là">{figure.definition}</Fact>}
        <Fact label="Của">{unitName}</Fact>
        <Fact label="Giá trị">{words ?? <Missing />}</Fact>
        {counts && (
          <>
            <Fact label={`Tử số: ${counts.numerator.words}`}>{counts.numerator.definition}</Fact>
            <Fact label={`Mẫu số: ${counts.base.words}`}>{counts.base.definition}</Fact>
          </>
        )}
        {coverage && <Fact label="Đã có đủ số của">{coverage}</Fact>}
        <Fact label="Chốt số liệu">ngày {formatDay(cutoff)}</Fact>
        <Fact label="Theo">
          lần tổng hợp thứ {formatNumber(version)} của {title}
        </Fact>
        {told && (
          <Fact label="Lấy từ báo cáo">
            <ToldBy told={told} requestId={sum.requestId} unitId={sum.unitId} />
          </Fact>
        )}
      </Facts>
      {parts.length > 0 && (
        <Rows label={`Cộng từ ${formatNumber(parts.length)} đơn vị`}>
          {parts.map(part => (
            <Row
              key={part.figureId}
              title={
                <button type="button" className="opens" onClick={() => onOpen(part.figureId)}>
                  {part.unitName}
                </button>
              }
              aside={part.words}
            />
          ))}
        </Rows>
      )}
      {addedAgain !== null && (
        <p className="soft">
          Cộng lại các dòng trên: {addedAgain}, {addedAgain === words ? 'đúng bằng số trong báo cáo' : 'khác với số trong báo cáo'}.
        </p>
      )}
      {missing.length > 0 && <p className="soft">Chưa có số của: {missing.join(', ')}.</p>}
      {partly.length > 0 && <p className="soft">Mới có một phần số của: {partly.join(', ')}.</p>}
      {sum.evidence && <Recorded evidence={sum.evidence} unitId={sum.unitId} />}
      <Since since={sum.since} />
      <LeadsOn sum={sum} figureId={figureId} />
    </div>
  )
}

/** What was handed in, corrected or sent back after the report read its numbers. */
function Since({ since }: { since: SumExplained['since'] }) {
  if (!since) return null
  if (since.changes.length === 0) return <p className="soft">Từ đó đến nay số này không đổi.</p>
  return (
    <>
      <h3>Thay đổi từ khi lập báo cáo</h3>
      <p>Nay là {since.words ?? 'chưa có số liệu'}; báo cáo vẫn giữ số đã ghi.</p>
      <ul className={classes.sources}>
        {since.changes.map(change => (
          <li key={change.unitName}>
            <Changed change={change} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Changed({ change: { unitName, before, after, on, reason } }: { change: SumChange }) {
  return (
    <>
      <div className="row">
        <span>{unitName}</span>
        <b className="to-end">
          {before === null && after === null ? 'chưa có báo cáo' : `${before ?? 'chưa có'} → ${after ?? 'không còn'}`}
        </b>
      </div>
      <div className="soft small">{[on && `ngày ${formatDay(on)}`, reason].filter(Boolean).join(': ')}</div>
    </>
  )
}

/** Where the same number stands today, with everything that lies behind it. */
function LeadsOn({ sum: { requestId, unitId }, figureId }: { sum: SumExplained; figureId: string }) {
  const measure = readSumFigureId(figureId)?.measure
  if (measure?.type !== 'sum' && measure?.type !== 'share') return null
  const thing = measure.type === 'sum' ? measure.code : `${measure.code}~${measure.baseCode}`
  return (
    <Link to="/bao-cao/tong-hop/$requestId" params={{ requestId }} search={{ mo: thing, noi: unitId }}>
      Mở trong bảng tổng hợp hiện nay
    </Link>
  )
}
