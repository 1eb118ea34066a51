import { plainDate } from '../../calendar/plain-date.ts'
import type { OpenPointKey } from '../open-points.ts'
import type { Authority, Criterion, Deciding, Exclusion, Paper, RuleBook, Share, Standard, Step, StepCode } from '../rule-book.ts'
import type { Confidence, Sourced } from '../sourced.ts'
import type { Term } from '../term.ts'

/** How well it is known, where it stands (in this text, or in another named in full), and the open point it belongs to. */
export type Mark = readonly [confidence: Confidence, at?: string | { readonly clause: string }, openPoint?: OpenPointKey]

type StepParts = {
  readonly form?: readonly [string | null, ...Mark]
  readonly quorum?: readonly [Share | null, ...Mark]
  readonly consent?: readonly [Share | null, ...Mark]
  readonly lasts?: readonly [Term | null, ...Mark]
  readonly within?: readonly [Term | null, ...Mark]
  readonly specially?: readonly [Term | null, ...Mark]
  readonly after?: StepCode
}

const nothingRead = {
  prerequisites: [],
  standards: [],
  scoring: null,
  contentment: null,
  exclusions: [],
  steps: [],
  unsureSteps: [],
  papers: [],
  recognition: null,
  praise: null,
  remarks: [],
} as const satisfies Partial<RuleBook>

/** The pen a rule book is written with: every fact gets its key, its clause and its mark. */
export function writerOf(book: string, cites: string) {
  function fact<Value>(key: string, value: Value, ...[confidence, at = '', openPoint]: Mark): Sourced<Value> {
    const clause = typeof at === 'object' ? at.clause : [at, cites].filter(Boolean).join(', ')
    return { key: `${book}/${key}`, value, confidence, clause, openPoint: openPoint ?? null }
  }

  function optional<Value>(key: string, part: readonly [Value, ...Mark] | undefined): Sourced<Value> | null {
    return part ? fact(key, ...part) : null
  }

  /** What a rule book says when nothing of it was read. */
  function blank(): typeof nothingRead & Pick<RuleBook, 'cites' | 'mustRegister' | 'exclusionsRead' | 'certificate'> {
    return {
      ...nothingRead,
      cites: [cites],
      mustRegister: fact('mustRegister', null, 'D'),
      exclusionsRead: fact('exclusionsRead', null, 'D'),
      certificate: fact('certificate', null, 'D'),
    }
  }

  function bounds(
    [from, ...fromMark]: readonly [string, ...Mark],
    [until, ...untilMark]: readonly [string | null, ...Mark],
  ): Pick<RuleBook, 'valid' | 'bounds'> {
    const valid = { from: plainDate(from), until: until === null ? null : plainDate(until) }
    return { valid, bounds: { from: fact('from', valid.from, ...fromMark), until: fact('until', valid.until, ...untilMark) } }
  }

  function criterion(code: string, says: string, mark: Mark): Criterion {
    return { code, says: fact(code, says, ...mark) }
  }

  /** A heading with lines under it, each with its own mark or the heading's; some are not read where `unread`. */
  function standard(
    code: string,
    says: string,
    mark: Mark,
    criteria: readonly (readonly [code: string, says: string, mark?: Mark])[] = [],
    unread?: 'unread',
  ): Standard {
    const lines = criteria.map(([at, words, own]) => ({ code: at, says: fact(at, words, ...(own ?? mark)) }))
    return { code, says: fact(code, says, ...mark), criteria: lines, isWhole: unread === undefined && lines.length > 0 }
  }

  function exclusion(code: string, says: string, mark: Mark, bars: Exclusion['bars']): Exclusion {
    return { code, says: fact(`exclusion.${code}`, says, ...mark), bars }
  }

  function step(code: StepCode, [actor, does]: readonly [actor: string, does: string], mark: Mark, parts: StepParts = {}): Step {
    const key = `step.${code}`
    return {
      code,
      actor: fact(`${key}.actor`, actor, ...mark),
      does: fact(key, does, ...mark),
      form: optional(`${key}.form`, parts.form),
      quorum: optional(`${key}.quorum`, parts.quorum),
      consent: optional(`${key}.consent`, parts.consent),
      lasts: optional(`${key}.lasts`, parts.lasts),
      within: optional(`${key}.within`, parts.within),
      specially: optional(`${key}.specially`, parts.specially),
      after: parts.after ?? null,
    }
  }

  /** One authority for every round and every day of the rule book. */
  function decidedBy(authority: Authority | null, ...mark: Mark): Deciding[] {
    return [{ round: 'every', valid: { from: null, until: null }, authority: fact('authority', authority, ...mark) }]
  }

  function paper(code: string, form: string | null, ...mark: Mark): Paper {
    return { code, form: fact(`paper.${code}`, form, ...mark) }
  }

  return { fact, blank, bounds, criterion, standard, exclusion, step, decidedBy, paper }
}

export type RuleWriter = ReturnType<typeof writerOf>
