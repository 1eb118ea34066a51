import { Portal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ask } from '../api.ts'
import { useUnitId } from '../app/units.ts'
import classes from './notice.module.css'

const NoticePanel = lazy(async () => ({ default: (await import('./NoticePanel.tsx')).NoticePanel }))

const askEveryMs = 30_000

/** How much one was told and has not read: a word in the rail, a small bell on the phone. Asked while the page is looked at. */
export function Bell({ className, shape }: { className?: string | undefined; shape: 'word' | 'bell' }) {
  const unitId = useUnitId()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['notice.count', { unitId }],
    queryFn: () => ask('notice.count', { unitId }),
    enabled: unitId !== '',
    refetchInterval: askEveryMs,
    refetchOnWindowFocus: true,
  })
  const unread = data?.unread ?? 0
  return (
    <>
      <button
        type="button"
        className={shape === 'word' ? `${className ?? ''} ${classes.word}` : classes.bell}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={unread > 0 ? `Thông báo: ${unread} chưa đọc` : 'Thông báo'}
        onClick={() => setOpen(!isOpen)}
      >
        {shape === 'word' ? <span>Thông báo</span> : <BellMark />}
        {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
      </button>
      {isOpen && (
        <Portal>
          <Suspense fallback={null}>
            <NoticePanel onClose={() => setOpen(false)} />
          </Suspense>
        </Portal>
      )}
    </>
  )
}

function BellMark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z" strokeLinejoin="round" />
      <path d="M10 20.5a2.2 2.2 0 0 0 4 0" strokeLinecap="round" />
    </svg>
  )
}
