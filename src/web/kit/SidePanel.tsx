import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './side-panel.module.css'

/** The panel at the right: always why. It floats over the margin, covers a phone, and closes with Escape. */
export function SidePanel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    panel.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={classes.head}>
        <h2>{title}</h2>
        <CloseButton aria-label="Đóng" onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  )
}
