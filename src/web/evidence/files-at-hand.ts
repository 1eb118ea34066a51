import { useMemo, useSyncExternalStore } from 'react'
import { refusalAnswer } from '#contract/index.ts'
import { acceptEvidence, type EvidenceOwner, type EvidenceOwnerKind } from '#domain/evidence/evidence.ts'
import { attachEvidence, type WebRefusal } from '../api.ts'
import { queryClient, readAnew } from '../app/queries.ts'
import { sessionQuery, useSession } from '../app/session.tsx'

// Files chosen beside a form and files on their way. They outlive the page they were chosen on, a refusal and a lost session,
// and end with the browser tab, which asks before it closes over them. Nobody sees or sends those of another person.

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

/** What screens read anew once a file of this kind of owner arrived. */
const wordOf: Record<EvidenceOwnerKind, string> = { activity: 'activity', progress: 'plan' }

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
    drop: id => keep({ ...atHand, chosen: atHand.chosen.filter(file => file.id !== id) }),
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
    giveUp: id => keep({ ...atHand, sending: atHand.sending.filter(file => file.id !== id) }),
  }
}

async function choose(files: readonly Omit<ChosenFile, 'refusal'>[]): Promise<void> {
  const looked = await Promise.all(files.map(async file => ({ ...file, refusal: await refusalOf(file.file) })))
  keep({ ...atHand, chosen: [...atHand.chosen, ...looked] })
}

function setOut(files: readonly SendingFile[]): void {
  keep({ ...atHand, sending: [...atHand.sending, ...files] })
  for (const { id } of files) queue(id)
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
  if (!sent.ok) return change(id, { refusal: sent.refusal })
  keep({ ...atHand, sending: atHand.sending.filter(other => other.id !== id) })
  await readAnew(wordOf[owner.kind], 'report')
}

const signedOut: WebRefusal = refusalAnswer('account.signed-out')
const unreadable: WebRefusal = {
  code: 'web.unreached',
  message: 'Không đọc được tệp trên máy này: tệp đã đổi tên, bị xóa hoặc đang mở ở chương trình khác.',
}

/** The rule of the server, asked before a byte is sent. */
async function refusalOf(file: File): Promise<WebRefusal | null> {
  try {
    const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
    const verdict = acceptEvidence({ fileName: file.name, bytes: file.size, head })
    return verdict.ok ? null : refusalAnswer(verdict.code, verdict.details)
  } catch {
    return unreadable
  }
}

function change(id: string, patch: Partial<Pick<SendingFile, 'share' | 'refusal'>>): void {
  keep({ ...atHand, sending: atHand.sending.map(file => (file.id === id ? { ...file, ...patch } : file)) })
}

function keep(next: AtHand): void {
  atHand = next
  if (next.chosen.length + next.sending.length > 0) window.addEventListener('beforeunload', askBeforeClosing)
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
