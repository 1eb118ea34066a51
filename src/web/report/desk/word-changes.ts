import { diffArrays } from 'diff'

/** A run of words that stayed, came or went. */
export type WordChange = { readonly type: 'same' | 'came' | 'went'; readonly text: string }

/** What changed between two texts, word by word. */
export function wordChanges(was: string, now: string): WordChange[] {
  return diffArrays(wordsOf(was), wordsOf(now), { comparator: isSameWord }).map(({ added, removed, value }) => ({
    type: added ? 'came' : removed ? 'went' : 'same',
    text: value.join(''),
  }))
}

/** A word is the same whether or not another follows it. */
function isSameWord(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd()
}

/** Each word with the blank after it, each mark by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}/%-]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu) ?? []
}
