import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Body, BodyInput, CommandName, RefusalCode } from '#contract/index.ts'
import type { Result } from '#domain/kit/result.ts'
import { send, type WebRefusal } from '../api.ts'
import { type LeftDrafts, useDrafts, useLeftDrafts } from './draft.ts'
import { type Draft, fitting } from './kept-drafts.ts'

/** How a form is turned into a command: what it starts with, what it sends, what the rule says first. */
export type CommandForm<Name extends CommandName, Values extends object> = {
  readonly name: Name
  readonly start: Values
  toBody(values: Values): unknown
  /** The rule that needs no records: asked here first, and by the server again. */
  rule?(body: Body<Name>): Result<unknown, RefusalCode>
  onDone(answer: Answer<Name>): void | Promise<void>
  /** Names the safety copy of what is typed; none is kept without it. */
  readonly draft?: string
}

export type Form<Values extends object = object> = {
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
  readonly refusal: WebRefusal | null
  readonly isSending: boolean
  readonly isDirty: boolean
  readonly isRestored: boolean
  /** What was typed into this form in another tab, or before the browser was closed. */
  readonly left: LeftDrafts['list']
  /** Whether something was typed here that has not been sent: asked when the person is about to leave. */
  readonly hasUnsent: () => boolean
  /** What was typed outlives leaving the page on this machine. */
  readonly keepsDraft: boolean
  readonly set: (patch: Partial<Values>) => void
  readonly submit: (changed?: Partial<Values>) => Promise<void>
  readonly forget: () => void
  readonly takeLeft: (draft: Draft) => void
  readonly dropLeft: (draft: Draft) => void
}

/** Runs the contract's schema, then the rule, then sends. Whatever is refused, what was typed stays. */
export function useCommand<Name extends CommandName, Values extends object>(form: CommandForm<Name, Values>): Form<Values> {
  const drafts = useDrafts()
  const left = useLeftDrafts(form.draft)
  const [restored] = useState(() => (form.draft ? drafts.read(form.draft) : null))
  const [values, setValues] = useState<Values>({ ...form.start, ...fitting(form.start, restored?.value) })
  const newest = useRef(values)
  const [isDirty, setDirty] = useState(restored !== null)
  const [isRestored, setRestored] = useState(restored !== null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<WebRefusal | null>(null)
  const [isSending, setSending] = useState(false)
  const inFlight = useRef(false)
  useEffect(() => void loadContract().catch(() => undefined), [])
  const unsent = useRef(false)

  function set(patch: Partial<Values>): void {
    take({ ...newest.current, ...patch })
    setDirty(true)
    unsent.current = true
    if (form.draft) drafts.keep(form.draft, newest.current)
    const touched = Object.keys(patch)
    setErrors(before => Object.fromEntries(Object.entries(before).filter(([path]) => !touched.includes(path.split('.')[0] ?? ''))))
  }

  /** Fields may change twice before the next drawing: what counts is the newest, not the drawn. */
  function take(next: Values): void {
    newest.current = next
    setValues(next)
  }

  function forget(): void {
    if (form.draft) drafts.drop(form.draft)
    take(form.start)
    setDirty(false)
    unsent.current = false
    setRestored(false)
    setErrors({})
    setRefusal(null)
  }

  function takeLeft(draft: Draft): void {
    set({ ...form.start, ...fitting(form.start, draft.value) })
    setRestored(true)
    left.letGo(draft)
  }

  async function submit(changed: Partial<Values> = {}): Promise<void> {
    if (inFlight.current) return
    const whole = { ...newest.current, ...changed }
    take(whole)
    setRefusal(null)
    const input = form.toBody(whole)
    inFlight.current = true
    const checked = await check(form, input)
    inFlight.current = checked.ok
    setErrors(checked.errors)
    if (checked.refusal) setRefusal(checked.refusal)
    if (!checked.ok) return
    setSending(true)
    const sent = await send(form.name, input as BodyInput<Name>)
    inFlight.current = false
    setSending(false)
    if (!sent.ok) {
      setErrors({ ...sent.refusal.fields })
      setRefusal(sent.refusal)
      return
    }
    if (form.draft) drafts.drop(form.draft)
    setDirty(false)
    setRestored(false)
    unsent.current = false
    await form.onDone(sent.value)
  }

  const hasUnsent = useCallback(() => unsent.current, [])
  return {
    values,
    errors,
    refusal,
    isSending,
    isDirty,
    isRestored,
    left: left.list,
    hasUnsent,
    keepsDraft: form.draft !== undefined,
    set,
    submit,
    forget,
    takeLeft,
    dropLeft: left.letGo,
  }
}

type Checked = { readonly ok: boolean; readonly errors: Record<string, string>; readonly refusal?: WebRefusal }

/** Loaded once a form is shown: screens that only show do not wait for it. */
const loadContract = () => import('#contract/index.ts')

/** Without the contract, on a line that was cut, nothing is checked here: the server does. */
async function check<Name extends CommandName, Values extends object>(form: CommandForm<Name, Values>, input: unknown): Promise<Checked> {
  const contract = await loadContract().catch(() => null)
  if (!contract) return { ok: true, errors: {} }
  const { bodies, refusalAnswer } = contract
  const parsed = bodies[form.name].safeParse(input)
  if (!parsed.success) {
    const errors: Record<string, string> = {}
    for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message
    return { ok: false, errors }
  }
  const verdict = form.rule?.(parsed.data as Body<Name>)
  if (verdict && !verdict.ok) return { ok: false, errors: {}, refusal: refusalAnswer(verdict.code, verdict.details) }
  return { ok: true, errors: {} }
}

// How Mantine's fields are tied to a form. `path` is where the contract reports an error when it is not the key itself.

export function text<Values extends object>(form: Form<Values>, key: keyof Values & string, path: string = key) {
  return {
    value: String(form.values[key] ?? ''),
    onChange: (event: { currentTarget: { value: string } }) => form.set({ [key]: event.currentTarget.value } as Partial<Values>),
    error: form.errors[path],
  }
}

export function choice<Values extends object>(form: Form<Values>, key: keyof Values & string, path: string = key) {
  return {
    value: (form.values[key] as string | null) ?? null,
    onChange: (value: string | null) => form.set({ [key]: value } as Partial<Values>),
    error: form.errors[path],
  }
}

export function choices<Values extends object>(form: Form<Values>, key: keyof Values & string, path: string = key) {
  return {
    value: [...(form.values[key] as readonly string[])],
    onChange: (value: string[]) => form.set({ [key]: value } as Partial<Values>),
    error: form.errors[path],
  }
}

export function number<Values extends object>(form: Form<Values>, key: keyof Values & string, path: string = key) {
  const value = form.values[key] as number | null
  return {
    value: value ?? '',
    onChange: (next: number | string) => form.set({ [key]: typeof next === 'number' ? next : null } as Partial<Values>),
    error: form.errors[path],
  }
}

export function tick<Values extends object>(form: Form<Values>, key: keyof Values & string) {
  return {
    checked: form.values[key] === true,
    onChange: (event: { currentTarget: { checked: boolean } }) => form.set({ [key]: event.currentTarget.checked } as Partial<Values>),
  }
}
