import { useMemo } from 'react'
import classes from './changes.module.css'
import { wordChanges } from './word-changes.ts'

/** Two texts in one: words that went are struck through, words that came are underlined. */
export function WordChanges({ was, now }: { was: string; now: string }) {
  const changes = useMemo(() => wordChanges(was, now), [was, now])
  return (
    <p className={classes.words}>
      {changes.map(({ type, text }, i) => {
        const key = `${i}:${text}`
        if (type === 'went') return <del key={key}>{text}</del>
        if (type === 'came') return <ins key={key}>{text}</ins>
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
