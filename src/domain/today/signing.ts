import { inlineText } from '../document/official-document.ts'
import type { ReportContent, ReportParagraph, ReportSection } from '../report/report.ts'

/** One paragraph that is not as it was in the report before: what it said then and says now. */
export type TextChange = {
  readonly section: string
  readonly paragraphId: string
  readonly was: string | null
  readonly now: string | null
}

/** Words two paragraphs must share to be one that was rewritten. */
const likeness = 0.5

/**
 * What is new in a report against another of the same unit: place by place, a paragraph is the same one when it comes
 * from the same records, says the same, or says at least half of it with the same words.
 */
export function whatIsNew(now: ReportContent, before: ReportContent): TextChange[] {
  const keys = new Set([...now.sections, ...before.sections].map(section => section.key))
  return [...keys].flatMap(key => changesIn(place(now, key), place(before, key)))
}

type Said = { readonly id: string; readonly text: string }

function changesIn(now: ReportSection | undefined, before: ReportSection | undefined): TextChange[] {
  const section = now?.heading ?? before?.heading ?? now?.label ?? before?.label ?? ''
  const fresh = saidIn(now)
  const old = saidIn(before)
  const pairs = pairUp(fresh, old)
  const changes = fresh.flatMap((said): TextChange[] => {
    const was = pairs.get(said)?.text ?? null
    return was === said.text ? [] : [{ section, paragraphId: said.id, was, now: said.text }]
  })
  const taken = new Set(pairs.values())
  const gone = old.filter(said => !taken.has(said)).map(({ id, text }): TextChange => ({ section, paragraphId: id, was: text, now: null }))
  return [...changes, ...gone]
}

function saidIn(section: ReportSection | undefined): Said[] {
  return (section?.paragraphs ?? []).map(({ id, inlines }: ReportParagraph) => ({ id, text: inlineText(inlines).trim() }))
}

/** Each paragraph with the one it was: first what says the same, then what has the same origin, then what is most alike. */
function pairUp(fresh: readonly Said[], old: readonly Said[]): Map<Said, Said> {
  const pairs = new Map<Said, Said>()
  const taken = new Set<Said>()
  const pair = (find: (said: Said, free: readonly Said[]) => Said | undefined): void => {
    for (const said of fresh) {
      if (pairs.has(said)) continue
      const match = find(
        said,
        old.filter(other => !taken.has(other)),
      )
      if (!match) continue
      pairs.set(said, match)
      taken.add(match)
    }
  }
  pair((said, free) => free.find(other => other.text === said.text))
  pair((said, free) => free.find(other => other.id === said.id))
  pair((said, free) => mostAlike(said, free))
  return pairs
}

function mostAlike(said: Said, free: readonly Said[]): Said | undefined {
  const rated = free.map(other => ({ other, share: sharedWords(said.text, other.text) })).toSorted((a, b) => b.share - a.share)
  const [best] = rated
  return best && best.share >= likeness ? best.other : undefined
}

/** Of the words of both, how many they share: from 0 to 1. */
function sharedWords(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  if (x.size === 0 || y.size === 0) return 0
  const shared = [...x].filter(word => y.has(word)).length
  return (2 * shared) / (x.size + y.size)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLocaleLowerCase('vi').match(/[\p{L}\d]+/gu))
}

function place(content: ReportContent, key: string): ReportSection | undefined {
  return content.sections.find(section => section.key === key)
}
