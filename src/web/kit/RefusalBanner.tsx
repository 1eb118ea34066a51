import type { ReactNode } from 'react'
import classes from './banner.module.css'

type Said = { readonly message: string; readonly fields?: Readonly<Record<string, string>> | undefined }

/** A refusal is an answer: it names the rule and the way out. Sentences that belong to no visible field are listed too. */
export function RefusalBanner({ refusal, children }: { refusal: Said | null; children?: ReactNode }) {
  if (!refusal) return null
  const sentences = Object.values(refusal.fields ?? {})
  return (
    <div role="alert" className={classes.refusal}>
      <p>{refusal.message}</p>
      {sentences.length > 0 && (
        <ul className={classes.list}>
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {children && <div className="row">{children}</div>}
    </div>
  )
}

/** A quiet line about the state of things: amber is for looking, not for blocking. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'soon' | 'done' | 'late'; children: ReactNode }) {
  return (
    <div role="status" className={classes.notice} data-tone={tone}>
      {children}
    </div>
  )
}
