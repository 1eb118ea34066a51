import { type FoundCitation, findCitations } from '../document/cite.ts'
import type { Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import { citationInWords, fullCitation, type RegisteredDocument, shortCitation } from '../document/registry.ts'
import { capitalise } from '../kit/text.ts'
import type { ReportForm } from './form.ts'

/** Text as runs: every document named in it that the register knows becomes a citation that opens. */
export function withCitations(text: string, documents: readonly RegisteredDocument[]): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const found of findCitations(text)) {
    const document = citedDocument(found, documents)
    if (!document) continue
    inlines.push(...plainText(text.slice(at, found.start)), { type: 'citation', text: found.text, documentId: document.id })
    at = found.end
  }
  return [...inlines, ...plainText(text.slice(at))]
}

/** The registered document a citation names: by code, and by day where the text gives one that fits. */
export function citedDocument(found: FoundCitation, documents: readonly RegisteredDocument[]): RegisteredDocument | undefined {
  const candidates = documents.filter(document => document.code === found.code)
  return candidates.find(document => document.issuedOn === found.day) ?? (candidates.length === 1 ? candidates[0] : undefined)
}

/** A citation written by the house: in full the first time, by kind and code afterwards. */
export function cite(document: RegisteredDocument, cited: Set<string>, form: Pick<ReportForm, 'daysInWords'>): Inline[] {
  const isFirst = !cited.has(document.id)
  cited.add(document.id)
  return [{ type: 'citation', text: isFirst ? firstCitation(document, form) : shortCitation(document), documentId: document.id }]
}

/** Days with strokes or in words, as the form has it. */
export function firstCitation(document: RegisteredDocument, { daysInWords }: Pick<ReportForm, 'daysInWords'>): string {
  return daysInWords ? citationInWords(document) : fullCitation(document)
}

/** Runs joined by a text between them. */
export function joined(runs: readonly (readonly Inline[])[], between: string): Inline[] {
  return runs.flatMap((run, i) => (i === 0 ? run : [...plainText(between), ...run]))
}

/** Neighbouring plain runs become one, so that equal text is equal data. */
export function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text') result[result.length - 1] = { type: 'text', text: last.text + inline.text }
    else if (inline.type !== 'text' || inline.text !== '') result.push(inline)
  }
  return result
}

/** A clause without its closing mark, to be joined to others. */
export function asClause(text: string): string {
  return text.trim().replace(/[.;,]+$/u, '')
}

/** Whether a narrative is several sentences and so stands by itself. */
export function isSentences(text: string): boolean {
  return /[.!?](?:\s+\p{Lu}|\n)/u.test(text.trim())
}

export function asSentence(text: string): string {
  const trimmed = text.trim()
  return capitalise(/[.!?:”]$/u.test(trimmed) && !/[^.!?]”$/u.test(trimmed) ? trimmed : `${trimmed.replace(/[;,]$/u, '')}.`)
}
