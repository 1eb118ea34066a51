import { contains, type DateRange, inForce } from '../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Authority, Deciding, RuleBook } from './rule-book.ts'
import type { AdoptedSheet } from './score-sheet.ts'
import { type Confirmations, mayBlock, noConfirmations } from './sourced.ts'

export const authorityWords: Record<Authority, string> = {
  communeChair: 'Chủ tịch UBND cấp xã',
  districtChair: 'Chủ tịch UBND cấp huyện',
  provinceChair: 'Chủ tịch UBND cấp tỉnh',
  provinceLabourFederation: 'Liên đoàn Lao động cấp tỉnh',
  labourFederationOrPeoplesCommittee: 'Liên đoàn Lao động hoặc UBND',
}

/** The first day without districts: 1681/NQ-UBTVQH15 and its like for every province. */
export const districtsEndedOn: PlainDate = plainDate('2025-07-01')

const existing: Partial<Record<Authority, DateRange>> = { districtChair: { from: null, until: districtsEndedOn } }

export type AuthorityRefusal = 'title.authority-gone' | 'title.other-authority'

/** Who decides under a rule book on a day, in a round; a null authority is an open point. */
export function decidingOn(book: Pick<RuleBook, 'deciding'>, on: PlainDate, round: 'first' | 'again' = 'first'): Deciding | undefined {
  return inForce(
    book.deciding.filter(deciding => deciding.round === 'every' || deciding.round === round),
    on,
  )
}

export function existsOn(authority: Authority, on: PlainDate): boolean {
  const range = existing[authority]
  return range === undefined || contains(range, on)
}

export type DecidingFacts = {
  readonly authority: Authority
  readonly decidedOn: PlainDate
  readonly round?: 'first' | 'again'
  /** Who decides where verified law names nobody, by the province's own text. */
  readonly sheet?: Pick<AdoptedSheet, 'authority' | 'basis' | 'isConfirmed'> | null
}

/** What to make of a decision's authority: verified law refuses another one, unverified law only says that it differs. */
export type AuthorityStanding = { readonly agrees: boolean; readonly expected: Authority | null; readonly clause: string | null }

/** Nobody decides who did not exist that day, nor another than the one verified law names. */
export function mayDecide(
  book: RuleBook,
  { authority, decidedOn, round = 'first', sheet = null }: DecidingFacts,
  confirmations: Confirmations = noConfirmations,
): Result<AuthorityStanding, AuthorityRefusal> {
  if (!existsOn(authority, decidedOn)) return refuse('title.authority-gone', { authority: authorityWords[authority], on: decidedOn })
  const { value: expected, clause, blocks } = settledAuthority(decidingOn(book, decidedOn, round)?.authority, sheet, confirmations)
  const agrees = expected !== null && covers(expected, authority)
  if (expected !== null && !agrees && blocks)
    return refuse('title.other-authority', { authority: authorityWords[authority], expected: authorityWords[expected], clause })
  return ok({ agrees, expected, clause })
}

/** `Liên đoàn Lao động hoặc UBND`: either will do. */
function covers(expected: Authority, authority: Authority): boolean {
  return expected === authority || expected === 'labourFederationOrPeoplesCommittee'
}

type SettledAuthority = { readonly value: Authority | null; readonly clause: string | null; readonly blocks: boolean }

/** Verified law first, then the province, then what the law is thought to be. */
function settledAuthority(
  fact: Deciding['authority'] | undefined,
  sheet: DecidingFacts['sheet'],
  confirmations: Confirmations,
): SettledAuthority {
  if (fact && mayBlock(fact, confirmations)) return { value: fact.value, clause: fact.clause, blocks: true }
  if (sheet?.authority) return { value: sheet.authority, clause: sheet.basis, blocks: sheet.isConfirmed }
  return { value: fact?.value ?? null, clause: fact?.clause ?? null, blocks: false }
}
