import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ReportView } from '#contract/report.ts'
import { Notice } from '../../kit/RefusalBanner.tsx'
import classes from './desk.module.css'
import type { OpenText } from './open-text.ts'
import { usePicture } from './usePicture.ts'

/** The pages as they will print, with the words of this moment in them; `share` is how far down the text one is. */
export function PaperPage({ view, text, share }: { view: ReportView; text: OpenText; share: number | null }) {
  const { pages, message } = usePicture(view.id, text)
  const [isWhole, setWhole] = useState(true)
  const desk = useRef<HTMLDivElement>(null)
  const isDrawn = pages.length > 0
  useEffect(() => {
    const element = desk.current
    if (element && share !== null && isDrawn) element.scrollTo({ top: share * element.scrollHeight - element.clientHeight / 3 })
  }, [share, isDrawn])
  return (
    <section className={classes.paper} aria-label="Trang in">
      <div className={classes.paperBar}>
        <span className="soft small">
          {text.editor.isEditable ? 'Như sẽ in, kể cả chữ vừa gõ' : 'Như sẽ in'}
          {isDrawn && ` · ${pages.length} trang`}
        </span>
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Xem 100%' : 'Vừa khung'}
        </Button>
      </div>
      {message && <Notice tone="soon">{message}</Notice>}
      <div
        className={classes.paperDesk}
        ref={desk}
        tabIndex={0}
        role="group"
        aria-label="Các trang, cuộn được"
        data-real={!isWhole || undefined}
      >
        {isDrawn ? (
          pages.map(({ address, width, height }, i) => (
            // A page is the same sheet whatever stands on it.
            // oxlint-disable-next-line react/no-array-index-key
            <img key={i} src={address} alt={`Trang ${i + 1} của ${view.title}`} width={width} height={height} />
          ))
        ) : (
          <div className={classes.paperWaiting} role="status">
            Đang vẽ trang
          </div>
        )}
      </div>
    </section>
  )
}
