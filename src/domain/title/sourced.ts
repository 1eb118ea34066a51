import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { OpenPointKey } from './open-points.ts'

/** How well a fact of the law is known, as docs/law marks it; P: a province says so, and an officer vouched for it. */
export const confidences = ['A', 'B', 'C', 'D', 'S', 'P'] as const
export type Confidence = (typeof confidences)[number]

export const confidenceWords: Record<Confidence, string> = {
  A: 'đọc từ chính văn bản',
  B: 'trang pháp luật, cổng dịch vụ công dẫn điều khoản',
  C: 'báo chí hoặc cách làm của một nơi',
  D: 'chưa có nguồn',
  S: 'suy từ điều khác',
  P: 'theo quy định của tỉnh, chưa xác minh với văn bản của trung ương',
}

/** A fact of the law with the clause it stands in and how well it is known. A null value is unknown and stays so. */
export type Sourced<Value> = {
  /** Names the fact for ever: `GDVH.ND122/threshold.b`. */
  readonly key: string
  readonly value: Value
  readonly confidence: Confidence
  readonly clause: string
  readonly openPoint: OpenPointKey | null
}

/** A responsible officer answers for a fact nobody had verified: who, when, and on what. */
export type Confirmation = {
  readonly factKey: string
  readonly confirmedBy: string
  readonly confirmedOn: PlainDate
  readonly basis: string
}
export type Confirmations = ReadonlyMap<string, Confirmation>
export const noConfirmations: Confirmations = new Map()

export type LawRefusal = 'law.unknown' | 'law.sure-already' | 'law.no-basis' | 'law.in-future'

/** Only what was read in the text, is quoted by article, or was confirmed, as all that a province says is, may stop somebody. */
export function mayBlock(fact: Sourced<unknown>, confirmations: Confirmations = noConfirmations): boolean {
  if (fact.value === null) return false
  return isVerified(fact) || fact.confidence === 'P' || confirmations.has(fact.key)
}

export function isVerified(fact: Sourced<unknown>): boolean {
  return fact.confidence === 'A' || fact.confidence === 'B'
}

/** What nobody knows cannot be confirmed: it is first set, in the rules of a province. */
export function confirm(fact: Sourced<unknown>, confirmation: Confirmation, today: PlainDate): Result<Confirmation, LawRefusal> {
  if (fact.value === null) return refuse('law.unknown', { clause: fact.clause })
  if (isVerified(fact)) return refuse('law.sure-already', { clause: fact.clause })
  if (confirmation.basis.trim() === '') return refuse('law.no-basis')
  if (confirmation.confirmedOn > today) return refuse('law.in-future', { on: confirmation.confirmedOn })
  return ok({ ...confirmation, factKey: fact.key })
}

/** The settings a screen shows as "chưa xác minh": neither verified nor confirmed, the unknown among them. */
export function unverified(facts: readonly Sourced<unknown>[], confirmations: Confirmations = noConfirmations): Sourced<unknown>[] {
  return facts.filter(fact => !mayBlock(fact, confirmations))
}

/** Every fact in a rule book, or in any part of one, in the order it is written. */
export function factsOf(part: unknown): Sourced<unknown>[] {
  if (typeof part !== 'object' || part === null) return []
  return isSourced(part) ? [part] : Object.values(part).flatMap(factsOf)
}

/** The same part with every fact in it replaced; what is no fact stays. */
export function withFacts<Part>(part: Part, change: (fact: Sourced<unknown>) => Sourced<unknown>): Part {
  if (typeof part !== 'object' || part === null) return part
  if (isSourced(part)) return change(part) as Part
  if (Array.isArray(part)) return part.map(item => withFacts<unknown>(item, change)) as Part
  return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, withFacts<unknown>(item, change)])) as Part
}

function isSourced(part: object): part is Sourced<unknown> {
  return 'confidence' in part && 'clause' in part && 'value' in part
}
