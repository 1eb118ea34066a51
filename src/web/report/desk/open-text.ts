import { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { ReportView } from '#contract/report.ts'
import { printed } from '#domain/report/edit.ts'
import { ask, send } from '../../api.ts'
import { after, atRest, type Happening, type Saving, waitOf } from '../../app/saving.ts'
import { timeNow } from '../../clock.ts'
import { askAtCaret, putCaretInto, setWhereAsked } from './caret.ts'
import { type Asked, type Chip, chipAt, chipOf, hashAt } from './chips.ts'
import classes from './desk.module.css'
import * as between from './held.ts'
import { openOf, reportNodes, toEditor } from './nodes.ts'
import { fromServer, OneParagraphEach } from './one-paragraph.ts'
import { stampOf } from './paper-pages.ts'
import { makePlaces, type Places } from './places.ts'
import type { Runs } from './runs.ts'
import { showIn, writeParagraph } from './show.ts'

/** What the desk shows of the text besides the words themselves. */
export type TextState = {
  readonly saving: Saving
  /** Paragraphs with words that are not on the server. */
  readonly unsaved: readonly string[]
  readonly clashes: ReadonlyMap<string, between.Clash>
  readonly homeless: readonly Runs[]
  /** The paragraph the caret is in; null before somebody went there. */
  readonly at: string | null
  /** Grows with every change, so that the pages are drawn anew. */
  readonly changes: number
  /** A number is asked for at the caret by `#`. */
  readonly asked: Asked | null
  readonly chip: Chip | null
}

export type OpenText = ReturnType<typeof openText>

type Parts = {
  readonly view: ReportView
  readonly copy: between.SafetyCopy | null
  readonly keepCopy: (copy: between.SafetyCopy | null) => void
  readonly onSaved: (view: ReportView) => void
}

/** One report open for writing: the editor, what the server holds, and the way between the two. */
export function openText({ view, copy, keepCopy, onSaved }: Parts) {
  const places: Places = makePlaces()
  let { content, revision } = view.report
  const begun = between.begin(content, copy)
  let { held, open } = begun
  let laidWhileComposing: ReportView | null = null
  let stamp = stampOf(view)
  let isMounted = false
  let dismissedAt: number | null = null
  let timer: number | undefined
  let copyTimer: number | undefined
  let typingSince: number | null = null
  let inFlight: Promise<void> | null = null
  let keys: ((event: KeyboardEvent) => boolean) | null = null
  let state: TextState = {
    saving: atRest,
    unsaved: between.changedIds(held, open),
    clashes: held.clashes,
    homeless: begun.homeless,
    at: null,
    changes: 0,
    asked: null,
    chip: null,
  }
  const listeners = new Set<() => void>()
  const tell = (change: Partial<TextState>): void => {
    state = { ...state, ...change, unsaved: between.sameOr(state.unsaved, change.unsaved) }
    for (const listener of listeners) listener()
  }

  const editor = new Editor({
    element: null,
    extensions: [
      ...reportNodes(places),
      OneParagraphEach.configure({ isKnownFigure: id => content.figures.some(figure => figure.id === id) }),
    ],
    enableCoreExtensions: { keymap: false, clipboardTextSerializer: false, drop: false, paste: false, delete: false, textDirection: false },
    content: toEditor(content, open),
    editable: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        'aria-label': 'Nội dung báo cáo',
        'aria-multiline': 'true',
        class: classes.text ?? '',
        lang: 'vi',
        spellcheck: 'false',
      },
      handleKeyDown: (_, event) => keys?.(event) || (event.key === 'Enter' && openChipAt(event)),
      handleDOMEvents: {
        click: (_, event) => openChip(event, event.target),
        compositionend: () => void window.setTimeout(layTheRest),
      },
    },
    onTransaction: ({ transaction }) => follow(transaction),
  })

  function openChip(event: Event & Partial<Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>>, target: EventTarget | null): boolean {
    const chip = chipOf(target)
    if (!chip || event.ctrlKey || event.metaKey || event.shiftKey) return false
    event.preventDefault()
    tell({ chip })
    return true
  }

  const openChipAt = (event: KeyboardEvent): boolean => openChip(event, event.target) || openChip(event, chipAt(editor))

  function follow(tr: Transaction): void {
    const parent = editor.state.selection.$from.parent.attrs['id']
    const at = tr.selectionSet || tr.docChanged ? (typeof parent === 'string' ? parent : state.at) : state.at
    const isTyped = tr.docChanged && tr.getMeta(fromServer) !== true
    const hash = isTyped || state.asked ? hashAt(editor.state) : null
    if (!hash) dismissedAt = null
    const asked = hash?.from === dismissedAt ? null : hash
    if (!tr.docChanged) return at === state.at && asked === state.asked ? undefined : tell({ at, asked })
    open = openOf(editor.state.doc)
    tell({ at: isTyped ? at : state.at, asked, changes: state.changes + 1, unsaved: between.changedIds(held, open) })
    window.clearTimeout(copyTimer)
    copyTimer = window.setTimeout(keep, 150)
    if (isTyped) happen(between.toSend(held, open).length > 0 ? { type: 'typed' } : { type: 'nothingLeft' })
  }

  function keep(): void {
    keepCopy(between.safetyCopy(held, open))
  }

  function happen(happening: Happening): void {
    const saving = after(state.saving, happening)
    tell({ saving, clashes: held.clashes, unsaved: between.changedIds(held, open) })
    // Whoever goes on typing without a line does not put off the next try.
    if (happening.type === 'typed' && saving.phase === 'unreached') return
    const wait = waitOf(saving)
    window.clearTimeout(timer)
    if (saving.phase !== 'waiting') typingSince = null
    if (wait === null) return
    typingSince ??= performance.now()
    // Whoever types without a pause is saved every few seconds all the same.
    const longest = saving.phase === 'waiting' ? typingSince + 5000 - performance.now() : wait
    timer = window.setTimeout(() => void save(), Math.max(0, Math.min(wait, longest)))
  }

  function save(): Promise<void> {
    inFlight ??= sendOnce().finally(() => {
      inFlight = null
    })
    return inFlight
  }

  async function sendOnce(): Promise<void> {
    const edits = between.toSend(held, open)
    if (edits.length === 0) return happen({ type: 'nothingLeft' })
    held = between.sending(held, edits, open)
    happen({ type: 'sent' })
    const sent = await send('report.edit', { id: view.id, paragraphs: edits.map(edit => ({ ...edit, pieces: [...edit.pieces] })) })
    if (sent.ok) {
      take(sent.value)
      held = between.answered(held)
      keep()
      onSaved(sent.value)
      return happen({ type: 'saved', at: timeNow(), isMoreLeft: between.toSend(held, open).length > 0 })
    }
    const { code, message } = sent.refusal
    if (code === 'web.unreached') return happen({ type: 'unreached' })
    if (code === 'account.signed-out') return happen({ type: 'signedOut' })
    await readAgain()
    held = between.answered(held)
    happen({ type: 'refused', message })
    // Somebody was quicker at one paragraph: it is laid beside now, and the rest goes its way.
    const left = between.toSend(held, open)
    if (left.length === 0) happen({ type: 'nothingLeft' })
    else if (JSON.stringify(left) !== JSON.stringify(edits)) happen({ type: 'typed' })
  }

  async function readAgain(): Promise<void> {
    const newest = await ask('report.one', { id: view.id }).catch(() => null)
    if (!newest) return
    take(newest)
    onSaved(newest)
  }

  /** What the server says now. A letter that is being composed is finished first. */
  function take(newer: ReportView): void {
    if (newer.report.revision < revision) return
    const isComposing = isMounted && editor.view.composing
    laidWhileComposing = isComposing ? newer : null
    revision = newer.report.revision
    content = newer.report.content
    const laid = between.layUpon({ ...held, busyId: isComposing ? state.at : null }, open, content)
    held = laid.held
    open = laid.open
    if (isMounted) showIn(editor, content, open)
    const isStamped = stampOf(newer) !== stamp
    stamp = stampOf(newer)
    tell({
      clashes: held.clashes,
      homeless: [...state.homeless, ...laid.homeless],
      unsaved: between.changedIds(held, open),
      changes: state.changes + (isStamped ? 1 : 0),
    })
  }

  /** Words left on this machine by another tab; what could not go in, because something else is written there, comes back. */
  function takeLeft(words: between.SafetyCopy): between.SafetyCopy | null {
    const taken = between.takeUp(held, open, words, content)
    held = taken.held
    open = taken.open
    if (isMounted) showIn(editor, content, open)
    tell({ homeless: [...state.homeless, ...taken.homeless], changes: state.changes + 1 })
    keep()
    happen(between.toSend(held, open).length > 0 ? { type: 'typed' } : { type: 'nothingLeft' })
    return taken.left
  }

  function layTheRest(): void {
    if (laidWhileComposing) take(laidWhileComposing)
  }

  const wake = (): void => happen({ type: 'woken' })

  function mount(element: HTMLElement): () => void {
    editor.mount(element)
    isMounted = true
    const leave = new AbortController()
    window.addEventListener('online', wake, { signal: leave.signal })
    window.addEventListener('focus', wake, { signal: leave.signal })
    window.addEventListener('pagehide', keep, { signal: leave.signal })
    wake()
    if (between.toSend(held, open).length > 0) happen({ type: 'typed' })
    return () => {
      leave.abort()
      keep()
      window.clearTimeout(timer)
      window.clearTimeout(copyTimer)
      isMounted = false
      editor.unmount()
    }
  }

  return {
    editor,
    places,
    mount,
    take,
    takeLeft,
    wake,
    /** Keys go to whatever is open over the text first. */
    listenToKeys: (handle: (event: KeyboardEvent) => boolean): (() => void) => {
      keys = handle
      return () => {
        keys = null
      }
    },
    state: (): TextState => state,
    whenChanged: (act: () => void): (() => void) => {
      listeners.add(act)
      return () => listeners.delete(act)
    },
    setEditable: (isEditable: boolean): void => editor.setEditable(isEditable, false),
    /** Words for a picture of the pages as they are being written. */
    toDraw: () => between.toDraw(held, open),
    /** Sends at once what is left; true when nothing is. */
    flush: async (): Promise<boolean> => {
      await inFlight
      await save()
      return between.changedIds(held, open).length === 0
    },
    revision: (): number => revision,
    undo: (): boolean => undo(editor.state, editor.view.dispatch),
    redo: (): boolean => redo(editor.state, editor.view.dispatch),
    keepMine: (id: string): void => {
      held = between.settled(held, id)
      happen({ type: 'typed' })
    },
    takeTheirs: (id: string): void => {
      const theirs = held.clashes.get(id)?.theirs
      held = between.settled(held, id)
      if (theirs) writeParagraph(editor, id, theirs)
      happen(between.toSend(held, open).length > 0 ? { type: 'typed' } : { type: 'nothingLeft' })
    },
    /** The caret goes to a paragraph. */
    goTo: (id: string): void => {
      places.all().get(id)?.line.scrollIntoView({ block: 'center' })
      putCaretInto(editor, id)
    },
    askFigure: (): void => askAtCaret(editor),
    insertFigure: (asked: Asked, figureId: string): void => setWhereAsked(editor, asked, printed(figureId, content) ?? null),
    closeChip: (): void => tell({ chip: null }),
    closeAsked: (): void => {
      dismissedAt = state.asked?.from ?? null
      tell({ asked: null })
    },
    forgetHomeless: (): void => tell({ homeless: [] }),
  }
}
