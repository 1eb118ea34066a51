import { Link } from '@tanstack/react-router'
import type { FigureEvidence } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { Row, Rows } from '../kit/Rows.tsx'

/** What the house has on record for the same thing, which a number that was told can be held against. */
export function Recorded({ evidence: { from, words, agrees, activities } }: { evidence: FigureEvidence }) {
  return (
    <section className="stack-s" aria-label="Đã ghi trong sổ">
      <h3>Đã ghi trong sổ</h3>
      <p>
        {words}: {agrees ? 'đúng bằng số đã báo.' : 'khác số đã báo.'}
        {(from === 'season' || from === 'reason') && (
          <>
            {' '}
            <Link to="/danh-hieu/so-lieu">Mở số liệu bình xét</Link>
          </>
        )}
        {from === 'register' && (
          <>
            {' '}
            <Link to="/so-ho">Mở sổ hộ</Link>
          </>
        )}
      </p>
      {activities.length > 0 && (
        <Rows label="Đếm từ các hoạt động">
          {activities.map(({ id, name, on, words: counted }) => (
            <Row
              key={id}
              title={
                <Link to="/hoat-dong/$activityId" params={{ activityId: id }}>
                  {name}
                </Link>
              }
              second={formatDay(on)}
              aside={counted}
            />
          ))}
        </Rows>
      )}
    </section>
  )
}
