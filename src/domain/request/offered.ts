import { citationInWords, type RegisteredDocument } from '../document/registry.ts'
import type { FigureFormPart, NarrativePart } from '../indicator/figure-form.ts'
import type { Progress } from '../plan/plan.ts'

/** What a unit itself issued and answered in the days a request covers. */
export type RecordedWork = {
  readonly documents: readonly Pick<RegisteredDocument, 'kind' | 'code' | 'issuedOn' | 'issuerName' | 'subject'>[]
  /** The last answer to each task, in the order they were given. */
  readonly answers: readonly Pick<Progress, 'narrative' | 'difficulty' | 'proposal'>[]
  /** Tasks of the days that follow, not done yet, in the words of their plans. */
  readonly ahead: readonly string[]
}

/** Reports tell of work and are none; minutes and invitations are of the day they were written for. */
const deploys = ({ kind }: RecordedWork['documents'][number]): boolean => !['report', 'minutes', 'invitation'].includes(kind)

/**
 * Words for the parts of a form, a paragraph to each document and line of an answer, each once: the writer takes them, or not. A part nothing is on
 * record for is offered nothing.
 */
export function offeredWords(parts: readonly FigureFormPart[], work: RecordedWork): Record<string, string> {
  const told = parts
    .filter(part => part.kind === 'narrative')
    .map(part => [part.key, [...new Set(wordsFor(part, work))].join('\n')] as const)
  return Object.fromEntries(told.filter(([, words]) => words !== ''))
}

function wordsFor({ role, source }: NarrativePart, { documents, answers, ahead }: RecordedWork): string[] {
  if (role === 'difficulty') return answers.flatMap(({ difficulty }) => linesOf(difficulty))
  if (role === 'proposal') return answers.flatMap(({ proposal }) => linesOf(proposal))
  if (role !== 'account') return []
  if (source === 'documents') return documents.filter(deploys).map(document => `Ban hành ${citationInWords(document)}.`)
  if (source === 'answers') return answers.flatMap(({ narrative }) => linesOf(narrative))
  return source === 'tasksAhead' ? ahead.flatMap(linesOf) : []
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
