import { inlineText } from '#domain/document/official-document.ts'
import type { ParagraphEdit } from '#domain/report/edit.ts'
import { paragraphsOf, type ReportContent } from '#domain/report/report.ts'
import { isBlank, type Runs, sameRuns, sameWords, toPieces } from './runs.ts'

// Several people write one report. The text that is open here and the one the server holds are brought together
// paragraph by paragraph, and no word anybody wrote goes without being shown.

/** What each paragraph of the open text says. */
export type Open = ReadonlyMap<string, Runs>

/** What is known of the text on the server, beside the open one. */
export type Held = {
  /** What each paragraph said when this person began to change it, or says still. */
  readonly base: Open
  /** All that went out since the server last answered: whichever of it comes back is one's own. */
  readonly sent: ReadonlyMap<string, readonly Runs[]>
  /** Paragraphs that a colleague changed while they were changed here, too. */
  readonly clashes: ReadonlyMap<string, Clash>
  /** Where a letter is being composed at this moment: nothing is laid into that paragraph now. */
  readonly busyId?: string | null
}
export type Clash = { readonly by: string; readonly theirs: Runs }

/** Words left on this machine, each with what the paragraph said before them. */
export type SafetyCopy = { readonly paragraphs: readonly { readonly id: string; readonly was: Runs; readonly mine: Runs }[] }

/** Under what name the words of a report that are not on the server lie on this machine. */
export const copyName = (reportId: string): string => `report.text:${reportId}`

/** The open text after what the server says was laid into it; `homeless` words belong to paragraphs that are gone. */
export type Laid = { readonly held: Held; readonly open: Open; readonly homeless: readonly Runs[] }

export function openFrom(content: ReportContent): Open {
  return new Map(paragraphsOf(content).map(paragraph => [paragraph.id, paragraph.inlines]))
}

/** Opens the text, with the words left on this machine in it. */
export function begin(content: ReportContent, copy: SafetyCopy | null): Laid {
  const fresh = openFrom(content)
  const left = copy?.paragraphs ?? []
  const base = new Map([...fresh, ...left.map(({ id, was }) => [id, was] as const)])
  const open = new Map([...fresh, ...left.map(({ id, mine }) => [id, mine] as const)])
  return layUpon({ base, sent: new Map(), clashes: new Map() }, open, content)
}

/** Lays what the server says now into the open text: what nobody touches here follows, what both changed is shown. */
export function layUpon(held: Held, open: Open, newer: ReportContent): Laid {
  const base = new Map<string, Runs>()
  const next = new Map<string, Runs>()
  const clashes = new Map<string, Clash>()
  for (const { id, inlines: theirs, edited } of paragraphsOf(newer)) {
    const mine = open.get(id)
    const was = held.base.get(id)
    const isBusy = id === held.busyId
    const isOurs = (held.sent.get(id) ?? []).some(sent => sameWords(theirs, sent))
    const isNews = !was || !sameRuns(theirs, was)
    const follows = !mine || !was || sameRuns(mine, was) || (isNews && sameWords(mine, theirs))
    next.set(id, mine && (isBusy || !follows) ? mine : theirs)
    const isClash = !follows && isNews && !isOurs
    const waits = isBusy && was && isNews && !isOurs && !(mine && sameWords(mine, theirs))
    base.set(id, isClash || waits ? was : theirs)
    if (isClash) clashes.set(id, { by: edited?.by ?? '', theirs })
  }
  const homeless = changedIds(held, open)
    .filter(id => !base.has(id))
    .map(id => open.get(id) ?? [])
    .filter(runs => !isBlank(runs))
  return { held: { base, sent: held.sent, clashes }, open: next, homeless }
}

/** Paragraphs that say something else here than on the server. */
export function changedIds(held: Held, open: Open): string[] {
  return [...open].filter(([id, mine]) => !sameRuns(mine, held.base.get(id) ?? [])).map(([id]) => id)
}

/** The list there was, if the next one says the same: a new one would draw the whole screen anew with each key. */
export function sameOr(before: readonly string[], next: readonly string[] = before): readonly string[] {
  return before.length === next.length && before.every((id, i) => id === next[i]) ? before : next
}

/** What can be sent now. An emptied paragraph waits for words, one that a colleague changed, too, for a choice. */
export function toSend(held: Held, open: Open): ParagraphEdit[] {
  return changedIds(held, open).flatMap(id => {
    const mine = open.get(id) ?? []
    return held.clashes.has(id) || isBlank(mine) ? [] : [{ id, was: inlineText(held.base.get(id) ?? []), pieces: toPieces(mine) }]
  })
}

/** All that a picture of the pages should show, whether or not it can be saved now. */
export function toDraw(held: Held, open: Open): ParagraphEdit[] {
  return changedIds(held, open).flatMap(id => {
    const server = held.clashes.get(id)?.theirs ?? held.base.get(id) ?? []
    const mine = open.get(id) ?? []
    return isBlank(mine) ? [] : [{ id, was: inlineText(server), pieces: toPieces(mine) }]
  })
}

export function safetyCopy(held: Held, open: Open): SafetyCopy | null {
  const paragraphs = changedIds(held, open).map(id => ({ id, was: held.base.get(id) ?? [], mine: open.get(id) ?? [] }))
  return paragraphs.length > 0 ? { paragraphs } : null
}

/**
 * Words another tab left, put into the text that is open. Where something else is being written here they do not go in:
 * they come back as what is left.
 */
export function takeUp(held: Held, open: Open, copy: SafetyCopy, content: ReportContent): Laid & { readonly left: SafetyCopy | null } {
  const busy = new Set([...changedIds(held, open), ...held.clashes.keys()])
  const left = copy.paragraphs.filter(({ id }) => busy.has(id))
  const free = copy.paragraphs.filter(({ id }) => !busy.has(id))
  const base = new Map([...held.base, ...free.map(({ id, was }) => [id, was] as const)])
  const next = new Map([...open, ...free.map(({ id, mine }) => [id, mine] as const)])
  return { ...layUpon({ ...held, base }, next, content), left: left.length > 0 ? { paragraphs: left } : null }
}

/** Of the words left by another tab, those the report does not say yet. */
export function stillUnsaid(copy: SafetyCopy, content: ReportContent): SafetyCopy['paragraphs'] {
  const said = openFrom(content)
  return copy.paragraphs.filter(({ id, mine }) => !sameWords(said.get(id) ?? [], mine))
}

/** What is read back from the machine is a safety copy, or nothing. */
export function toSafetyCopy(value: unknown): SafetyCopy | null {
  const isCopy = typeof value === 'object' && value !== null && 'paragraphs' in value && Array.isArray(value.paragraphs)
  return isCopy ? (value as SafetyCopy) : null
}

/** After a choice between one's own words and a colleague's: what they wrote is now what was there before. */
export function settled(held: Held, id: string): Held {
  const clash = held.clashes.get(id)
  if (!clash) return held
  return {
    ...held,
    base: new Map([...held.base, [id, clash.theirs]]),
    clashes: new Map([...held.clashes].filter(([other]) => other !== id)),
  }
}

export function sending(held: Held, edits: readonly ParagraphEdit[], open: Open): Held {
  return {
    ...held,
    sent: new Map([...held.sent, ...edits.map(({ id }) => [id, [...(held.sent.get(id) ?? []), open.get(id) ?? []]] as const)]),
  }
}

export const answered = (held: Held): Held => ({ ...held, sent: new Map() })
