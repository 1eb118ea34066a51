import type { FlagView, ReturnView } from '#contract/return.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { type Texts, textsOf, type Unread, writtenOver } from '#domain/request/places.ts'
import { ask, send } from '../api.ts'
import { after, atRest, type Happening, type Saving, waitOf } from '../app/saving.ts'
import { timeNow } from '../clock.ts'
import { afterSent, clashesOf, dropEdit, type Edits, keepMine, toSend, typeAt, unreadOf, withoutSaid } from './return-edits.ts'

/** What the page shows of a return that is being written. */
export type DeskState = {
  readonly saving: Saving
  /** What stands with what is typed here over it. */
  readonly content: ReturnContent
  /** The words of each place, as they are typed. */
  readonly words: Texts
  readonly unread: ReadonlyMap<string, Unread>
  readonly clashes: ReadonlyMap<string, string>
  /** Of what is on the server. */
  readonly flags: readonly FlagView[]
  readonly revision: number
  /** How many places are typed and not on the server. */
  readonly unsent: number
  /** Places a colleague wrote while this page was open. */
  readonly fromOthers: readonly string[]
}

export type ReturnDesk = ReturnType<typeof openReturnDesk>

type DeskParts = {
  readonly view: ReturnView
  /** What this tab left on this machine. */
  readonly copy: Edits
  readonly keepCopy: (edits: Edits) => void
  readonly onRead: (view: ReturnView) => void
}

/** One return open for writing: what the server holds, what is typed over it, and the way between the two. */
export function openReturnDesk({ view, copy, keepCopy, onRead }: DeskParts) {
  const { form } = view
  const owed = { requestId: view.request.id, unitId: view.unitId }
  let { revision, content, flags } = view
  let held = textsOf(content)
  let edits: Edits = withoutSaid(copy, held, form)
  let fromOthers: readonly string[] = []
  let timer: number | undefined
  let inFlight: Promise<void> | null = null
  let saving = atRest
  let state = look()
  const listeners = new Set<() => void>()

  function look(): DeskState {
    const typed = Object.fromEntries(Object.entries(edits).map(([key, edit]) => [key, edit.typed]))
    return {
      saving,
      content: writtenOver(content, form, typed),
      words: { ...held, ...typed },
      unread: unreadOf(edits, form),
      clashes: clashesOf(edits, held, form),
      flags,
      revision,
      unsent: Object.keys(edits).length,
      fromOthers,
    }
  }

  function tell(): void {
    state = look()
    for (const listener of listeners) listener()
  }

  function happen(happening: Happening): void {
    const isCut = happening.type === 'typed' && saving.phase === 'unreached'
    saving = after(saving, happening)
    tell()
    if (isCut) return // whoever goes on typing without a line does not put off the next try
    window.clearTimeout(timer)
    const wait = waitOf(saving)
    if (wait !== null) timer = window.setTimeout(() => void save(), wait)
  }

  function set(next: Edits): void {
    edits = next
    keepCopy(edits)
    happen({ type: Object.keys(toSend(edits, held, form)).length > 0 ? 'typed' : 'nothingLeft' })
  }

  function save(): Promise<void> {
    inFlight ??= sendOnce().finally(() => {
      inFlight = null
    })
    return inFlight
  }

  async function sendOnce(): Promise<void> {
    const words = toSend(edits, held, form)
    if (Object.keys(words).length === 0) return happen({ type: 'nothingLeft' })
    happen({ type: 'sent' })
    const written = writtenOver(content, form, words)
    const sent = await send('return.save', {
      ...owed,
      content: { values: { ...written.values }, printed: [...written.printed], parts: { ...written.parts } },
      revision,
    })
    if (sent.ok) {
      revision = sent.value.revision
      flags = sent.value.flags
      content = written
      held = textsOf(content)
      edits = afterSent(edits, words)
      keepCopy(edits)
      return happen({ type: 'saved', at: timeNow(), isMoreLeft: Object.keys(toSend(edits, held, form)).length > 0 })
    }
    const { code, message } = sent.refusal
    if (code === 'web.unreached') return happen({ type: 'unreached' })
    if (code === 'account.signed-out') return happen({ type: 'signedOut' })
    const isRead = await readAgain()
    happen({ type: 'refused', message })
    // A colleague saved first: what they wrote is here now, and mine goes over it where they did not write.
    if (code === 'return.stale' && isRead) set(edits)
  }

  async function readAgain(): Promise<boolean> {
    const newest = await ask('return.one', owed).catch(() => null)
    if (!newest) return false
    take(newest)
    onRead(newest)
    return true
  }

  /** What the server says now; what is typed here stays over it. */
  function take(newer: ReturnView): void {
    if (newer.revision < revision) return
    const before = held
    const isOthers = newer.revision > revision
    ;({ revision, content, flags } = newer)
    held = textsOf(content)
    const changed = [...new Set([...Object.keys(before), ...Object.keys(held)])].filter(key => before[key] !== held[key])
    if (isOthers) fromOthers = [...new Set([...fromOthers, ...changed])]
    edits = withoutSaid(edits, held, form)
    keepCopy(edits)
    tell()
  }

  const wake = (): void => happen({ type: 'woken' })

  function mount(): () => void {
    const leave = new AbortController()
    window.addEventListener('online', wake, { signal: leave.signal })
    window.addEventListener('focus', wake, { signal: leave.signal })
    set(edits)
    return () => {
      leave.abort()
      window.clearTimeout(timer)
    }
  }

  return {
    mount,
    take,
    wake,
    state: (): DeskState => state,
    whenChanged: (act: () => void): (() => void) => {
      listeners.add(act)
      return () => listeners.delete(act)
    },
    type: (key: string, text: string): void => set(typeAt(edits, held, form, { key, text })),
    /** Several places at once: a pasted block, or all that is offered. */
    typeMany: (words: Texts): void => set(Object.entries(words).reduce((so, [key, text]) => typeAt(so, held, form, { key, text }), edits)),
    keepMine: (key: string): void => set(keepMine(edits, held, key)),
    takeTheirs: (key: string): void => set(dropEdit(edits, key)),
    forgetOthers: (): void => {
      fromOthers = []
      tell()
    },
    /** Flags change by what is said to them too. */
    readAgain,
    /** Sends at once what is left; true when nothing is. */
    flush: async (): Promise<boolean> => {
      await inFlight
      await save()
      return Object.keys(edits).length === 0
    },
  }
}
