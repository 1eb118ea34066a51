import type { Inline } from '#domain/document/official-document.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import type { Piece } from '#domain/report/edit.ts'
import { merged } from '#domain/report/prose.ts'

/** What a paragraph says, as words and as the numbers, citations and gaps standing among them. */
export type Runs = readonly Inline[]

export function sameRuns(a: Runs, b: Runs): boolean {
  return a === b || saidBy(a) === saidBy(b)
}

/** With every key all paragraphs are compared; each is written out once. */
function saidBy(runs: Runs): string {
  const known = written.get(runs)
  if (known !== undefined) return known
  const said = canonicalJson(merged(runs))
  written.set(runs, said)
  return said
}
const written = new WeakMap<Runs, string>()

export function sameWords(a: Runs, b: Runs): boolean {
  return inlineText(a) === inlineText(b)
}

export function isBlank(runs: Runs): boolean {
  return inlineText(runs).trim() === ''
}

/** As it is sent: the report itself knows how a number prints. */
export function toPieces(runs: Runs): Piece[] {
  return merged(runs).map(run => (run.type === 'figure' ? { type: 'figure', figureId: run.figureId } : run))
}

/** What comes from elsewhere becomes words of one paragraph: lines joined, signs that cannot be printed left out. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' ')
    .replace(/\t/gu, ' ')
    .replace(/[^\P{C}\u200c\u200d]/gu, '')
}
