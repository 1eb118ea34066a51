import { Link } from '@tanstack/react-router'
import type { EvidenceActivity, FigureEvidence } from '#contract/figure-evidence.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { EvidenceLinks } from '../evidence/EvidenceLinks.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { EvidenceRows } from './EvidenceRows.tsx'

/** What the house has on record for the same thing, down to each act, household or activity, beside what was told. */
export function Recorded({ evidence, unitId }: { evidence: FigureEvidence; unitId: string }) {
  const { recorded, words, agrees, differs, list, activities } = evidence
  return (
    <section className="stack-s" aria-label="Đã ghi trong sổ">
      <h3>Đã ghi trong sổ đến ngày chốt</h3>
      <p>{differs ? `${differs}.` : agrees ? `${words}: đúng bằng số đã báo.` : `${words}.`}</p>
      {list && <EvidenceRows unitId={unitId} list={list} count={recorded.count} />}
      {activities.length > 0 && (
        <Rows label="Đếm từ các hoạt động">
          {activities.map(activity => (
            <ActivityRow key={activity.id} activity={activity} />
          ))}
        </Rows>
      )}
    </section>
  )
}

/** With what it carries out, what it rests on and what shows it. */
function ActivityRow({ activity: { id, name, on, words, tasks, documents, files } }: { activity: EvidenceActivity }) {
  return (
    <Row
      title={
        <Link to="/hoat-dong/$activityId" params={{ activityId: id }}>
          {name}
        </Link>
      }
      second={
        <>
          {formatDay(on)}
          {tasks.map(task => (
            <span key={task.id}>
              {' · '}
              <Link to="/ke-hoach" search={{ viec: task.id }} className="opens">
                {task.name}
              </Link>
            </span>
          ))}
          {documents.map(document => (
            <span key={document.id}>
              {' · '}
              <Link to="/van-ban/$documentId" params={{ documentId: document.id }} className="opens">
                {document.code}
              </Link>
            </span>
          ))}
          <EvidenceLinks evidence={files} />
        </>
      }
      aside={words}
    />
  )
}
