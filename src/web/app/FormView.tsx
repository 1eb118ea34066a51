import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'
import { FormDrafts } from './FormDrafts.tsx'
import classes from './form.module.css'
import { LeavingAsks } from './LeavingAsks.tsx'
import type { Form } from './useCommand.ts'

type FormParts<Values extends object> = {
  readonly form: Form<Values>
  readonly submitLabel: string
  readonly tone?: 'cham' | 'late'
  readonly children: ReactNode
  readonly onCancel?: () => void
  /** Reads the newest revision when a colleague saved first, so that what was typed can be laid upon it. */
  readonly newestRevision?: () => Promise<number | null>
}

/** A form that keeps what was typed, says each sentence beside its field, and goes to the first one. */
export function FormView<Values extends object>({
  form,
  submitLabel,
  tone = 'cham',
  children,
  onCancel,
  newestRevision,
}: FormParts<Values>) {
  const element = useRef<HTMLFormElement>(null)
  const isAsked = useRef(false)
  const { errors, refusal } = form
  const isStale = refusal?.code.endsWith('.stale') ?? false
  const count = Object.keys(errors).length

  /** To the first field that is marked; a long grid takes its time to be drawn, so it is looked for until it is there. */
  const goToFirst = useCallback(() => {
    const marked = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (!isAsked.current || !marked) return
    isAsked.current = false
    marked.focus()
  }, [])
  useEffect(() => {
    if (Object.keys(errors).length > 0) goToFirst()
  }, [errors, goToFirst])

  async function layUponNewest(): Promise<void> {
    const revision = await newestRevision?.()
    if (typeof revision === 'number') await form.submit({ revision } as unknown as Partial<Values>)
  }

  return (
    <form
      ref={element}
      noValidate
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        isAsked.current = true
        void form.submit().then(() => requestAnimationFrame(goToFirst))
      }}
    >
      <FormDrafts form={form} />
      <LeavingAsks hasUnsent={form.hasUnsent} keepsDraft={form.keepsDraft} />
      {children}
      <RefusalBanner refusal={refusal}>
        {isStale && newestRevision && (
          <Button variant="default" loading={form.isSending} onClick={() => void layUponNewest()}>
            Giữ nội dung của tôi, lưu lên bản mới
          </Button>
        )}
      </RefusalBanner>
      <div className={classes.end}>
        <Button type="submit" color={tone} loading={form.isSending}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Thôi
          </Button>
        )}
        {count > 0 && !refusal && (
          <span role="alert" className={classes.count}>
            Còn {count} chỗ cần xem lại
          </span>
        )}
      </div>
    </form>
  )
}
