import type { CandidateFacts } from './candidate-facts.ts'
import { judgeGrounds } from './judge-grounds.ts'
import { judgePoints } from './judge-points.ts'
import { judgeContentment, judgeMeeting, judgePosting, judgeRegistration, judgeRequirements } from './judge-way.ts'
import { type JudgedBook, type Prepared, preparedFor } from './prepared.ts'
import type { AdoptedSheet } from './score-sheet.ts'
import type { Confirmations } from './sourced.ts'
import { type Finding, type Missing, openVerdict } from './verdict.ts'

/** `fail`: verified law bars it. `open`: nothing bars it, but something is not known yet. */
export type Outcome = 'pass' | 'fail' | 'open'

export type Evaluation = {
  readonly outcome: Outcome
  /** Null while points of some line are missing. */
  readonly total: number | null
  readonly reasons: readonly Finding[]
  /** What would be a reason if somebody had verified the law, or deserves a look. */
  readonly warnings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/** One candidate by the law of one day: pass, fail or open, with every reason, every doubt and all that is missing. */
export function evaluate(facts: CandidateFacts, book: JudgedBook, sheet: AdoptedSheet | null, confirmations?: Confirmations): Evaluation {
  return evaluateBy(preparedFor(book, sheet, confirmations), facts)
}

/** The same with rule book and sheet made ready before: for hundreds of thousands at once. */
export function evaluateBy(prepared: Prepared, facts: CandidateFacts): Evaluation {
  const verdict = openVerdict()
  judgeRegistration(prepared, facts, verdict)
  judgeGrounds(prepared, facts, verdict)
  judgeRequirements(prepared, facts, verdict)
  const total = judgePoints(prepared, facts, verdict)
  judgeMeeting(prepared, facts, verdict)
  judgePosting(prepared, facts, verdict)
  judgeContentment(prepared, facts, verdict)
  const { reasons, warnings, missing } = verdict
  return { outcome: reasons.length > 0 ? 'fail' : missing.length > 0 ? 'open' : 'pass', total, reasons, warnings, missing }
}
