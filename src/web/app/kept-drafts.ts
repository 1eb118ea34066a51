import { addDays, dayInVietnam, daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'

// What was typed and not sent lies in the browser's own store, one copy for each form of each tab: closing the browser loses
// none of it, and two tabs of one account never write over each other's words.

/** As much of the browser's store as is needed here. */
export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** Whose words, and typed in which tab. */
export type Owner = { readonly accountId: string; readonly tab: string }

/** Something typed and not sent; `at` is the instant of its last word. */
export type Draft = { readonly key: string; readonly at: string; readonly value: unknown }

/** What nobody came back for in so many days is let go: the machine may have passed to others. */
export const longestDays = 30

/** The last day on which a draft is still found. */
export function keptUntil({ at }: Pick<Draft, 'at'>): PlainDate {
  return addDays(dayInVietnam(at), longestDays)
}

export function keepDraft(shelf: Shelf, owner: Owner, name: string, { at, value }: Omit<Draft, 'key'>): void {
  shelf.setItem(keyOf(owner, name), JSON.stringify({ at, value }))
}

export function readDraft(shelf: Shelf, owner: Owner, name: string): Draft | null {
  return draftAt(shelf, keyOf(owner, name))
}

export function dropDraft(shelf: Shelf, owner: Owner, name: string): void {
  shelf.removeItem(keyOf(owner, name))
}

/** What other tabs of this person hold, and what is left from those that were closed; the newest first. */
export function listLeftDrafts(shelf: Shelf, owner: Owner, name: string): Draft[] {
  return keysOf(shelf, owner.accountId)
    .filter(key => key !== keyOf(owner, name) && nameIn(key) === name)
    .flatMap(key => draftAt(shelf, key) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** How many things this person has typed on this machine without sending them. */
export function countDrafts(shelf: Shelf, accountId: string): number {
  return keysOf(shelf, accountId).length
}

export function dropAllDrafts(shelf: Shelf, accountId: string): void {
  for (const key of keysOf(shelf, accountId)) shelf.removeItem(key)
}

/** Whoever they belong to: what is too old goes, and what cannot be read. */
export function dropOldDrafts(shelf: Shelf, today: PlainDate): void {
  for (const key of keysOf(shelf)) {
    const draft = draftAt(shelf, key)
    if (!draft || daysBetween(dayInVietnam(draft.at), today) > longestDays) shelf.removeItem(key)
  }
}

/**
 * A form as it was left, laid upon the form as it is today: thirty days and a new release may lie between, so a list that is
 * now a word, or the other way round, begins anew.
 */
export function fitting<Values extends object>(start: Values, value: unknown): Partial<Values> {
  if (typeof value !== 'object' || value === null) return {}
  const fits = ([key, left]: [string, unknown]): boolean => {
    const fresh: unknown = start[key as keyof Values]
    return left === null || fresh === null || fresh === undefined || kindOf(left) === kindOf(fresh)
  }
  return Object.fromEntries(Object.entries(value).filter(fits)) as Partial<Values>
}

/** Enough of what was typed to know it again: its longest words. */
export function excerptOf(value: unknown): string | null {
  const words = wordsIn(value).filter(text => /\s/u.test(text))
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
  if (longest === '') return null
  return longest.length > 80 ? `${longest.slice(0, 80).trimEnd()}…` : longest
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

const beginning = 'nep:draft:'

function keyOf({ accountId, tab }: Owner, name: string): string {
  return `${beginning}${accountId}:${tab}:${name}`
}

function nameIn(key: string): string {
  return key.slice(beginning.length).split(':').slice(2).join(':')
}

function keysOf(shelf: Shelf, accountId?: string): string[] {
  const start = accountId === undefined ? beginning : `${beginning}${accountId}:`
  return Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '').filter(key => key.startsWith(start))
}

function draftAt(shelf: Shelf, key: string): Draft | null {
  const kept = parsed(shelf.getItem(key))
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('value' in kept)) return null
  return typeof kept.at === 'string' && !Number.isNaN(Date.parse(kept.at)) ? { key, at: kept.at, value: kept.value } : null
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
