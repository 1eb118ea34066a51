import { Link } from '@tanstack/react-router'
import type { MeritRow } from '#contract/merit.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { reasonWords } from '#domain/season/season-words.ts'
import { Row } from '../kit/Rows.tsx'

/** One holder behind a number, with the day and the decision. */
export function HolderRow({ row: { householdId, unitId, headName, code, areaName, onDay, decision, reasons } }: { row: MeritRow }) {
  const name = headName ?? (code ? `Hộ mã ${code}` : 'Hộ chưa có mã')
  return (
    <Row
      title={
        householdId ? (
          <Link to="/danh-hieu/qua-cac-nam/ho/$householdId" params={{ householdId }}>
            {name}
          </Link>
        ) : unitId ? (
          <Link to="/danh-hieu/qua-cac-nam/don-vi/$unitId" params={{ unitId }}>
            {name}
          </Link>
        ) : (
          name
        )
      }
      second={[
        unitId === null && areaName,
        onDay && formatDay(onDay),
        decision,
        reasons && reasons.length > 0 && reasons.map(reason => reasonWords[reason]).join(', '),
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  )
}
