import { addDays, type PlainDate } from '../calendar/plain-date.ts'

/** The days of decision a key signs for; null: without end on that side. No two keys of a house have a day in common. */
export type KeyDays = { readonly from: PlainDate | null; readonly until: PlainDate | null }

/** The key of the day of a decision: whenever it is printed, a certificate is signed by that one and no other. */
export function keyOfDay<Key extends KeyDays>(keys: readonly Key[], decidedOn: PlainDate): Key | undefined {
  return keys.find(key => isOfDay(key, decidedOn))
}

export function isOfDay({ from, until }: Partial<KeyDays>, decidedOn: PlainDate): boolean {
  return (!from || from <= decidedOn) && (!until || decidedOn < until)
}

/** Each key ends where the next begins. */
export function withDays<Key extends { readonly from: PlainDate | null }>(keys: readonly Key[]): (Key & KeyDays)[] {
  const inOrder = keys.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return inOrder.map((key, at) => ({ ...key, until: inOrder[at + 1]?.from ?? null }))
}

/** A new key begins tomorrow: what was decided and printed today stays good. The first is for every day. */
export function beginningOfNext(keys: readonly KeyDays[], today: PlainDate): PlainDate | null {
  return keys.length === 0 ? null : addDays(today, 1)
}
