import type { AskedForm } from '#contract/return.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { readAt, type Texts, type Unread } from '#domain/request/places.ts'

// What is typed here and not yet on the server, place by place, each with what stood there when it was typed: so that what a
// colleague wrote elsewhere comes in by itself, and what both wrote in one place is asked about.

export type Edit = { readonly typed: string; readonly was: string }
export type Edits = Readonly<Record<string, Edit>>

/** Somebody typed at a place. Back to what stood and stands there is no edit. */
export function typeAt(edits: Edits, held: Texts, form: AskedForm, { key, text }: { readonly key: string; readonly text: string }): Edits {
  const now = held[key] ?? ''
  const was = edits[key]?.was ?? now
  if (was === now && means(form, key, text) === means(form, key, now)) return dropEdit(edits, key)
  return { ...edits, [key]: { typed: text, was } }
}

/** Where a colleague wrote something else than what is typed here, since it was typed. */
export function clashesOf(edits: Edits, held: Texts, form: AskedForm): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(edits).flatMap(([key, { typed, was }]) => {
      const theirs = held[key] ?? ''
      const isTouched = means(form, key, theirs) !== means(form, key, was)
      return isTouched && means(form, key, theirs) !== means(form, key, typed) ? [[key, theirs] as const] : []
    }),
  )
}

/** What cannot be read as it stands: it stays where it was typed, with the reason, and is not sent. */
export function unreadOf(edits: Edits, form: AskedForm): ReadonlyMap<string, Unread> {
  return new Map(
    Object.entries(edits).flatMap(([key, { typed }]) => {
      const read = readAt(form, key, typed)
      return read.ok ? [] : [[key, read] as const]
    }),
  )
}

/** The words that can go to the server now. */
export function toSend(edits: Edits, held: Texts, form: AskedForm): Texts {
  const clashes = clashesOf(edits, held, form)
  const words = Object.entries(edits).filter(
    ([key, { typed }]) => !clashes.has(key) && readAt(form, key, typed).ok && means(form, key, typed) !== means(form, key, held[key] ?? ''),
  )
  return Object.fromEntries(words.map(([key, { typed }]) => [key, typed]))
}

/** After the server took some words: what was typed since stays, over what stands there now. */
export function afterSent(edits: Edits, sent: Texts): Edits {
  return Object.fromEntries(
    Object.entries(edits).flatMap(([key, edit]) => {
      const taken = sent[key]
      if (taken === undefined) return [[key, edit]]
      return edit.typed === taken ? [] : [[key, { ...edit, was: taken }]]
    }),
  )
}

/** The person looked at what a colleague wrote and keeps their own. */
export function keepMine(edits: Edits, held: Texts, key: string): Edits {
  const edit = edits[key]
  return edit ? { ...edits, [key]: { ...edit, was: held[key] ?? '' } } : edits
}

export function dropEdit(edits: Edits, key: string): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([place]) => place !== key))
}

/** What a text says at its place; what cannot be read says itself. */
function means(form: AskedForm, key: string, text: string): string {
  const read = readAt(form, key, text)
  return read.ok ? canonicalJson(read.value) : `?${text}`
}

/** Words that say what stands there now need not be sent. */
export function withoutSaid(edits: Edits, held: Texts, form: AskedForm): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([key, { typed }]) => means(form, key, typed) !== means(form, key, held[key] ?? '')),
  )
}
