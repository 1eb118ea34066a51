import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { lowerFirst } from '../kit/text.ts'
import type { Authority, RuleBook, Share, Step, StepCode } from './rule-book.ts'
import type { ExtraTitle, ProvincialRules, ScoreSheet } from './score-sheet.ts'
import type { Sourced } from './sourced.ts'
import type { Term } from './term.ts'
import { stepWords } from './title-words.ts'

/** One step of the way as a province says it; null where it says nothing. */
export type ProvincialStep = {
  readonly code: StepCode
  readonly actor: string
  readonly does: string
  readonly form: string | null
  readonly quorum: Share | null
  readonly consent: Share | null
  readonly lasts: Term | null
  readonly within: Term | null
  readonly after: StepCode | null
}

/**
 * How a title comes about in one province while no steps were read in the text of the centre: by which text, who compared
 * it, and when. A season opened along it keeps it, whatever the province says later.
 */
export type ProvincialWay = {
  readonly province: string
  readonly basis: string
  readonly confirmedBy: string
  readonly confirmedOn: PlainDate
  readonly authority: Authority | null
  readonly steps: readonly ProvincialStep[]
  /** The title itself where it is the province's own, and the first day of the rules it stands in. */
  readonly title?: ExtraTitle & { readonly from: PlainDate }
}

export type WayRefusal = 'season.steps-unread' | 'season.steps-unconfirmed'

/** The way a province's rules give a rule book without steps; nobody goes along one that no officer has vouched for. */
export function wayFor(book: Pick<RuleBook, 'id' | 'cites'>, rules: ProvincialRules | undefined): Result<ProvincialWay, WayRefusal> {
  const sheet = rules?.sheets.find(({ ruleBooks }) => ruleBooks.includes(book.id))
  if (!rules || !sheet || sheet.steps.length === 0) return refuse('season.steps-unread', { cites: book.cites.join(', ') })
  const { province, basis, confirmation } = rules
  if (!confirmation) return refuse('season.steps-unconfirmed', { basis })
  const { by: confirmedBy, on: confirmedOn } = confirmation
  return ok({ province, basis, confirmedBy, confirmedOn, authority: sheet.authority, steps: sheet.steps })
}

/** `12/2026/QĐ-UBND, theo quy định của tỉnh Minh Họa, chưa xác minh với văn bản của trung ương`, wherever a clause is told. */
export function clauseOfWay({ province, basis }: Pick<ProvincialWay, 'province' | 'basis'>): string {
  const place = /^(?:tỉnh|thành phố)\s/iu.test(province) ? lowerFirst(province) : `tỉnh ${province}`
  return `${basis}, theo quy định của ${place}, chưa xác minh với văn bản của trung ương`
}

/** The same book with the steps of the province: each a fact of the province's, in force by the officer who vouched for it. */
export function bookAlong(book: RuleBook, way: ProvincialWay): RuleBook {
  const clause = clauseOfWay(way)
  const fact = <Value>(key: string, value: Value): Sourced<Value> => ({
    key: `${book.id}/province.${key}`,
    value,
    confidence: 'P',
    clause,
    openPoint: null,
  })
  const said = <Value>(key: string, value: Value | null): Sourced<Value | null> | null => (value === null ? null : fact(key, value))
  const steps = way.steps.map(
    ({ code, actor, does, form, quorum, consent, lasts, within, after }): Step => ({
      code,
      actor: fact(`${code}.actor`, actor),
      does: fact(code, does),
      form: said(`${code}.form`, form),
      quorum: said(`${code}.quorum`, quorum),
      consent: said(`${code}.consent`, consent),
      lasts: said(`${code}.lasts`, lasts),
      within: said(`${code}.within`, within),
      specially: null,
      after,
    }),
  )
  return { ...book, cites: [...book.cites, way.basis], steps }
}

export type WayFileRefusal = 'score-sheet.steps-known' | 'score-sheet.way-unfinished' | 'score-sheet.way-order' | 'score-sheet.repeated'

/** Steps are the province's to give only where none were read, and they must lead from a review to a decision by somebody. */
export function checkWay(
  { steps, authority }: Pick<ScoreSheet, 'steps' | 'authority'>,
  book: Pick<RuleBook, 'id' | 'steps'>,
): Result<undefined, WayFileRefusal> {
  if (steps.length === 0) return ok()
  if (book.steps.length > 0) return refuse('score-sheet.steps-known', { name: book.id })
  const codes = steps.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) return refuse('score-sheet.repeated', { code: stepWords[twice] })
  const isReviewed = codes.includes('meet') || codes.includes('appraise')
  if (!isReviewed || !codes.includes('submit') || !codes.includes('decide') || authority === null)
    return refuse('score-sheet.way-unfinished', { name: book.id })
  const decidedAt = codes.indexOf('decide')
  const misplaced = steps.find(({ code, after }, at) => {
    const isLate = at > decidedAt && code !== 'publish'
    const isEarly = (at < decidedAt && code === 'publish') || (at > 0 && code === 'register')
    return isLate || isEarly || (after !== null && !codes.slice(0, at).includes(after))
  })
  return misplaced ? refuse('score-sheet.way-order', { name: book.id, step: stepWords[misplaced.code] }) : ok()
}
