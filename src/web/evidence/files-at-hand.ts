import { useMemo, useSyncExternalStore } from 'react'
import { acceptEvidence, type EvidenceOwner, type EvidenceOwnerKind } from '#domain/evidence/evidence.ts'
import { attachEvidence, type WebRefusal } from '../api.ts'
import { queryClient, readAnew } from '../app/queries.ts'
import { sessionQuery, useSession } from '../app/session.tsx'
import { keepChosen, keepSending, letGo, listKept } from './kept-files.ts'

// Files chosen beside a form and files on their way. They outlive the page they were chosen on, a refusal, a lost session and
// a reload; those on their way also a closed browser (kept-files.ts). Nobody sees or sends those of another person.

/** A file chosen beside a form that is not saved yet; the sentence says why it cannot be evidence. */
export type ChosenFile = {
  readonly id: string
  readonly accountId: string
  readonly form: string
  readonly file: File
  readonly refusal: WebRefusal | null
}

/** What a file is for, and what people call it: the name of the activity, of the task. */
export type NamedOwner = EvidenceOwner & { readonly name: string }

/** A file on its way; held up when it carries a refusal. The share sent is null while it waits its turn. */
export type SendingFile = Omit<ChosenFile, 'form'> & { readonly owner: NamedOwner; readonly share: number | null }

type AtHand = { readonly chosen: readonly ChosenFile[]; readonly sending: readonly SendingFile[] }

let atHand: AtHand = { chosen: [], sending: [] }
const listeners = new Set<() => void>()
/** One file after the other: a slow line stays free for the work itself. */
let line: Promise<void> = Promise.resolve()

/** While the server cannot be reached it is tried again by itself: soon at first, then once a minute. */
const waits = [5_000, 15_000, 30_000, 60_000]
let failures = 0
let nextTry: ReturnType<typeof setTimeout> | undefined
/** Files the browser would not keep: they end with the page, so closing it asks. */
const unkept = new Set<string>()
const takenUp = new Set<string>()

/** What screens read anew once a file of this kind of owner arrived. */
const wordOf: Record<EvidenceOwnerKind, string> = { activity: 'activity', progress: 'plan', posting: 'posted' }

export type ChosenFiles = {
  readonly list: readonly ChosenFile[]
  readonly add: (files: readonly File[]) => void
  readonly drop: (id: string) => void
  /** Once the form is saved: its files set out for what it made. */
  readonly send: (owner: NamedOwner) => void
}

/** The files chosen beside one form, named as its safety copy is. */
export function useChosenFiles(form: string): ChosenFiles {
  const { accountId } = useSession().actor
  const { chosen } = useSyncExternalStore(subscribe, () => atHand)
  const isMine = (file: ChosenFile): boolean => file.form === form && file.accountId === accountId
  return {
    list: chosen.filter(isMine),
    add: files => void choose(files.map(file => ({ id: crypto.randomUUID(), accountId, form, file }))),
    drop: id => {
      forget(id)
      keep({ ...atHand, chosen: atHand.chosen.filter(file => file.id !== id) })
    },
    send: owner => {
      const mine = atHand.chosen.filter(isMine)
      keep({ ...atHand, chosen: atHand.chosen.filter(file => !isMine(file)) })
      setOut(mine.map(({ id, file }) => ({ id, accountId, owner, file, share: null, refusal: null })))
    },
  }
}

export type SendingFiles = {
  readonly list: readonly SendingFile[]
  readonly begin: (owner: NamedOwner, files: readonly File[]) => void
  readonly again: (id: string) => void
  readonly giveUp: (id: string) => void
}

export function useSendingFiles(): SendingFiles {
  const { accountId } = useSession().actor
  const { sending } = useSyncExternalStore(subscribe, () => atHand)
  return {
    list: useMemo(() => sending.filter(file => file.accountId === accountId), [sending, accountId]),
    begin: (owner, files) => setOut(files.map(file => ({ id: crypto.randomUUID(), accountId, owner, file, share: null, refusal: null }))),
    again: id => {
      change(id, { refusal: null, share: null })
      queue(id)
    },
    giveUp: id => {
      forget(id)
      keep({ ...atHand, sending: atHand.sending.filter(file => file.id !== id) })
    },
  }
}

/** Once for each person who signs in here: what was left on this machine goes on. */
export async function takeUpKept(accountId: string): Promise<void> {
  if (takenUp.has(accountId)) return
  takenUp.add(accountId)
  const { chosen, sending } = await listKept(accountId)
  const known = new Set([...atHand.chosen, ...atHand.sending].map(file => file.id))
  keep({ ...atHand, chosen: [...chosen.filter(file => !known.has(file.id)), ...atHand.chosen] })
  setOut(sending.filter(file => !known.has(file.id)))
}

async function choose(files: readonly Omit<ChosenFile, 'refusal'>[]): Promise<void> {
  const looked = await Promise.all(files.map(async file => ({ ...file, refusal: await refusalOf(file.file) })))
  keep({ ...atHand, chosen: [...atHand.chosen, ...looked] })
  for (const file of looked) noteKept(file.id, await keepChosen(file))
}

function setOut(files: readonly SendingFile[]): void {
  keep({ ...atHand, sending: [...atHand.sending, ...files] })
  for (const file of files) {
    queue(file.id)
    void keepSending(file).then(isKept => noteKept(file.id, isKept))
  }
}

function queue(id: string): void {
  line = line.then(() => transfer(id))
}

async function transfer(id: string): Promise<void> {
  const sending = atHand.sending.find(file => file.id === id)
  if (!sending) return
  const { owner, file, accountId } = sending
  if (queryClient.getQueryData(sessionQuery.queryKey)?.actor.accountId !== accountId) return change(id, { refusal: signedOut })
  change(id, { share: 0 })
  const unfit = await refusalOf(file)
  if (unfit) return change(id, { refusal: unfit })
  const sent = await attachEvidence({ owner, id, file }, share => change(id, { share }))
  if (!sent.ok) {
    change(id, { refusal: sent.refusal })
    if (isHeldByLine(sent.refusal)) tryLater()
    return
  }
  failures = 0
  forget(id)
  keep({ ...atHand, sending: atHand.sending.filter(other => other.id !== id) })
  await readAnew(wordOf[owner.kind], 'report')
}

function tryLater(): void {
  clearTimeout(nextTry)
  nextTry = setTimeout(tryNow, waits[Math.min(failures, waits.length - 1)])
  failures += 1
}

/** Everything the line held up sets out again; what a rule refused waits for its person. */
function tryNow(): void {
  clearTimeout(nextTry)
  for (const { id } of atHand.sending.filter(file => isHeldByLine(file.refusal))) {
    change(id, { refusal: null, share: null })
    queue(id)
  }
}

window.addEventListener('online', tryNow)

const signedOut: WebRefusal = {
  code: 'account.signed-out',
  message: 'Phiên đã hết: đăng nhập lại rồi gửi tiếp. Tệp vẫn còn ở đây.',
}
const unreadable: WebRefusal = {
  code: 'web.unreached',
  message: 'Không đọc được tệp trên máy này: tệp đã đổi tên, bị xóa hoặc đang mở ở chương trình khác.',
}

/** The server did not answer, so it will be asked again by itself; anything else waits for the person. */
export function isHeldByLine(refusal: WebRefusal | null): boolean {
  return refusal?.code === 'web.unreached' && refusal !== unreadable
}

/** The rule of the server, asked before a byte is sent. */
async function refusalOf(file: File): Promise<WebRefusal | null> {
  try {
    const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
    const verdict = acceptEvidence({ fileName: file.name, bytes: file.size, head })
    if (verdict.ok) return null
    const { refusalAnswer } = await import('#contract/index.ts') // the sentences of the contract are loaded when one is needed
    return refusalAnswer(verdict.code, verdict.details)
  } catch {
    return unreadable
  }
}

function change(id: string, patch: Partial<Pick<SendingFile, 'share' | 'refusal'>>): void {
  keep({ ...atHand, sending: atHand.sending.map(file => (file.id === id ? { ...file, ...patch } : file)) })
}

/** Sent or given up: nothing of it stays on the machine. */
function forget(id: string): void {
  unkept.delete(id)
  void letGo(id)
}

function noteKept(id: string, isKept: boolean): void {
  if (!isKept) unkept.add(id)
  const isStillHere = [...atHand.chosen, ...atHand.sending].some(file => file.id === id)
  if (isStillHere) keep(atHand)
  else forget(id) // it was sent or given up while the browser was still writing it down
}

function keep(next: AtHand): void {
  atHand = next
  const wouldBeLost = next.chosen.length > 0 || next.sending.some(file => unkept.has(file.id))
  if (wouldBeLost) window.addEventListener('beforeunload', askBeforeClosing)
  else window.removeEventListener('beforeunload', askBeforeClosing)
  for (const tell of listeners) tell()
}

function askBeforeClosing(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
