import { Link } from '@tanstack/react-router'
import type { NoticeView } from '#contract/notice.ts'
import { sayNotice } from '#contract/notice-words.ts'

/** What happened, leading to the thing it happened to. */
export function NoticeLink({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { subjectKind, subjectId, insideId } = notice
  const words = sayNotice(notice)
  if (subjectKind === 'report')
    return (
      <Link to="/bao-cao/$reportId" params={{ reportId: subjectId }} onClick={onOpen}>
        {words}
      </Link>
    )
  if (subjectKind === 'request')
    return insideId === null ? (
      <Link to="/bao-cao/dot" onClick={onOpen}>
        {words}
      </Link>
    ) : (
      <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId: subjectId, unitId: insideId }} onClick={onOpen}>
        {words}
      </Link>
    )
  if (subjectKind === 'document')
    return (
      <Link to="/van-ban/$documentId" params={{ documentId: subjectId }} onClick={onOpen}>
        {words}
      </Link>
    )
  return (
    <Link to="/ke-hoach/$planId" params={{ planId: insideId ?? '' }} search={{ nhiem_vu: subjectId }} onClick={onOpen}>
      {words}
    </Link>
  )
}
