import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { ruleBooks } from './rule-books.ts'
import { type Confirmation, type Confirmations, confirm, factsOf, type LawRefusal, type Sourced } from './sourced.ts'

export type ConfirmationRefusal =
  | LawRefusal
  | 'law.no-such-fact'
  | 'law.confirmed-already'
  | 'law.no-such-confirmation'
  | 'law.withdrawn-already'

const facts: ReadonlyMap<string, Sourced<unknown>> = new Map(ruleBooks.flatMap(book => factsOf(book)).map(fact => [fact.key, fact]))

/** The fact of the law a key names, in whichever rule book. */
export function factNamed(key: string): Sourced<unknown> | undefined {
  return facts.get(key)
}

/** Somebody answers for a fact that no text was read for; once is enough, here or at a unit above. */
export function confirmFact(
  confirmation: Confirmation,
  standing: Confirmations,
  today: PlainDate,
): Result<Confirmation, ConfirmationRefusal> {
  const fact = factNamed(confirmation.factKey)
  if (!fact) return refuse('law.no-such-fact')
  const before = standing.get(fact.key)
  if (before) return refuse('law.confirmed-already', { by: before.confirmedBy, on: before.confirmedOn })
  return confirm(fact, confirmation, today)
}

/** What was confirmed stays on record; from a day on nobody answers for it any more. */
export function withdrawConfirmation({ withdrawnOn }: { readonly withdrawnOn: PlainDate | null }): Result<null, ConfirmationRefusal> {
  return withdrawnOn === null ? ok(null) : refuse('law.withdrawn-already', { on: withdrawnOn })
}

/** By the fact they answer for. */
export function byFact(confirmations: readonly Confirmation[]): Confirmations {
  return new Map(confirmations.map(confirmation => [confirmation.factKey, confirmation]))
}
