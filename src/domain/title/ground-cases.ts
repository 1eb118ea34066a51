import { overlaps } from '../calendar/date-range.ts'
import { type PlainDate, plainDate, yearOf } from '../calendar/plain-date.ts'
import { type Handling, handlings, type Matter, matters } from '../household/conduct.ts'
import type { Ground } from './candidate-facts.ts'
import { bars } from './judge-grounds.ts'
import type { Exclusion, RuleBook } from './rule-book.ts'
import { ruleBooksOf } from './rule-books.ts'
import { isVerified } from './sourced.ts'

/** A case against families, and the text that names it. */
export type GroundCase = { readonly book: RuleBook; readonly exclusion: Exclusion }

/** What a ground counts against is its whole year of merit, so every text in force on one of its days has a say. */
export function groundBooksOf(on: PlainDate): RuleBook[] {
  const year = yearOf(on)
  const merit = { from: plainDate(`${year}-01-01`), until: plainDate(`${year + 1}-01-01`) }
  return ruleBooksOf('culturalFamily').filter(({ valid }) => overlaps(valid, merit))
}

/** The cases an officer chooses from; the older text first. */
export function groundCasesOf(on: PlainDate): GroundCase[] {
  const cases = groundBooksOf(on).flatMap(book => book.exclusions.map(exclusion => ({ book, exclusion })))
  const wordsOf = cases.map(({ exclusion }) => exclusion.says.value)
  return cases.filter(({ exclusion }, at) => wordsOf.indexOf(exclusion.says.value) === at) // a later text often takes over
}

/** Whether some text of that year has cases nobody has read, so that none can be told to be missing. */
export function hasUnreadCases(on: PlainDate): boolean {
  return groundBooksOf(on).some(({ exclusionsRead }) => exclusionsRead.value !== true || !isVerified(exclusionsRead))
}

/** The cases a fact falls under. */
export function casesHolding(ground: Ground): GroundCase[] {
  return groundCasesOf(ground.on).filter(({ exclusion }) => bars(exclusion, ground))
}

/** A text whose cases nobody has read may name anything; where all are read, only what one of them names is recorded. */
export function isNamed(ground: Ground): boolean {
  return hasUnreadCases(ground.on) || casesHolding(ground).length > 0
}

/** The conduct a case is about. */
export function mattersIn(exclusion: Exclusion): Matter[] {
  return matters.filter(matter => handlingsIn(exclusion, matter).length > 0)
}

/** What must have become of it for the case to hold. */
export function handlingsIn(exclusion: Exclusion, matter: Matter): Handling[] {
  return handlings.filter(handling => bars(exclusion, { matter, handling }))
}
