import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import classes from './evidence.module.css'

/** A page onto which files may be dropped anywhere, and pictures pasted; what is dragged as text goes its usual way. */
export function DropFiles({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const enter = (step: 1 | -1) => (event: DragEvent) => {
    if (!carriesFiles(event)) return
    depth.current += step
    setOver(depth.current > 0)
  }
  function drop(event: DragEvent): void {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  function paste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }
  return (
    // Beside the button that opens the files of the machine, for those who drag: nothing here is out of reach of a keyboard.
    <div
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={event => carriesFiles(event) && event.preventDefault()}
      onDrop={drop}
      onPaste={paste}
    >
      {children}
      {isOver && <div className={classes.dropNote}>Thả ảnh, tệp vào đây</div>}
    </div>
  )
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files')
}
