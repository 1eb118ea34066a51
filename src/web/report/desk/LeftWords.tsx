import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { ReportView } from '#contract/report.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { type LeftDrafts, useLeftDrafts } from '../../app/draft.ts'
import { type Draft, keptUntil } from '../../app/kept-drafts.ts'
import { sayInstant } from '../../clock.ts'
import { Notice } from '../../kit/RefusalBanner.tsx'
import { copyName, stillUnsaid, toSafetyCopy } from './held.ts'
import type { OpenText } from './open-text.ts'
import { useText } from './useText.ts'
import { WordChanges } from './WordChanges.tsx'

type LeftParts = { readonly view: ReportView; readonly text: OpenText; readonly mayEdit: boolean }

/** Words of this report that another tab holds, or that were left when the browser was closed: shown, and put in when asked. */
export function LeftWords(parts: LeftParts) {
  const left = useLeftDrafts(copyName(parts.view.id))
  return left.list.map(draft => <LeftBehind key={draft.key} {...parts} draft={draft} left={left} />)
}

function LeftBehind({ view, text, mayEdit, draft, left }: LeftParts & { draft: Draft; left: LeftDrafts }) {
  const unsaved = useText(text, 'unsaved')
  const copy = toSafetyCopy(draft.value)
  const paragraphs = copy ? stillUnsaid(copy, view.report.content) : []
  const isSaid = paragraphs.length === 0
  useEffect(() => {
    if (isSaid) left.letGo(draft) // the tab was closed before it heard that the server has them
  }, [isSaid, left, draft])
  if (isSaid) return null
  const busy = paragraphs.filter(({ id }) => unsaved.includes(id)).length

  function takeUp(): void {
    const rest = text.takeLeft({ paragraphs })
    if (rest) left.shrink(draft, rest)
    else left.letGo(draft)
  }

  return (
    <Notice tone="soon">
      <p>
        Máy này còn lời bạn gõ dở {sayInstant(draft.at)}, ở thẻ khác hoặc trước khi đóng trình duyệt, chưa lên máy chủ; giữ đến{' '}
        {formatDay(keptUntil(draft))}.
      </p>
      {paragraphs.map(({ id, was, mine }) => (
        <WordChanges key={id} was={inlineText(was)} now={inlineText(mine)} />
      ))}
      {mayEdit && busy > 0 && <p className="soft">{busy} đoạn đang có lời khác vừa gõ: lưu xong mới đưa vào được.</p>}
      <div className="row">
        {mayEdit && (
          <Button size="compact-md" variant="default" disabled={busy === paragraphs.length} onClick={takeUp}>
            Đưa vào báo cáo
          </Button>
        )}
        <Button size="compact-md" variant="subtle" onClick={() => left.letGo(draft)}>
          Bỏ
        </Button>
      </div>
    </Notice>
  )
}
