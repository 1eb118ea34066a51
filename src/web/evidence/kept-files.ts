import { createStore, del, entries, set } from 'idb-keyval'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { machineToday } from '../clock.ts'
import type { ChosenFile, SendingFile } from './files-at-hand.ts'

// The browser's own store: files outlive a reload there, a lost line and a closed tab, until they are sent or given up.

type Kept<Held> = Omit<Held, 'refusal'> & { readonly keptOn: PlainDate }
/** A file chosen beside a form ends with the tab of the form; one on its way goes on from whichever tab is open. */
type KeptChosen = Kept<ChosenFile> & { readonly tab: string }
type KeptSending = Omit<Kept<SendingFile>, 'share'>

const store = createStore('nep', 'files')
/** What nobody came back for in so many days is let go: the machine may have passed to others. */
const longestDays = 30

/** False where this browser keeps nothing, or no more: then the file lives as long as its page. */
export function keepChosen({ refusal: _, ...file }: ChosenFile): Promise<boolean> {
  const kept: KeptChosen = { ...file, tab: tabName(), keptOn: machineToday() }
  return tried(set(file.id, kept, store))
}

export function keepSending({ refusal: _, share: __, ...file }: SendingFile): Promise<boolean> {
  const kept: KeptSending = { ...file, keptOn: machineToday() }
  return tried(set(file.id, kept, store))
}

export function letGo(id: string): Promise<boolean> {
  return tried(del(id, store))
}

/** What this person left: files on their way from any tab, files chosen in this one. */
export async function listKept(accountId: string): Promise<{ readonly chosen: ChosenFile[]; readonly sending: SendingFile[] }> {
  const kept = await entries<string, KeptChosen | KeptSending>(store).catch(() => [])
  const chosen: ChosenFile[] = []
  const sending: SendingFile[] = []
  for (const [id, file] of kept) {
    const age = daysBetween(file.keptOn, machineToday())
    if (age > longestDays) void letGo(id)
    else if (file.accountId !== accountId) continue
    else if ('owner' in file) sending.push({ ...file, refusal: null, share: null })
    else if (file.tab === tabName()) chosen.push({ ...file, refusal: null })
    else if (age > 1) void letGo(id) // its tab was closed over it
  }
  return { chosen, sending }
}

/** A tab keeps its name through a reload and loses it when it is closed. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem('nep:tab')
    if (known) return known
    const made = crypto.randomUUID()
    sessionStorage.setItem('nep:tab', made)
    return made
  } catch {
    return ''
  }
}

async function tried(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return true
  } catch {
    return false
  }
}
