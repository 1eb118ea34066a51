import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bookNamed, fullPoints, sheetNamed } from '../../../test/title-law.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { mayDecide } from './authority.ts'
import type { CandidateFacts } from './candidate-facts.ts'
import { evaluate } from './evaluate.ts'
import { withinCap } from './praise.ts'
import type { Authority, Honour, RuleBook } from './rule-book.ts'
import { ruleBookForMerit } from './rule-books.ts'
import type { TieRule } from './score-sheet.ts'
import { factsOf } from './sourced.ts'
import { praiseFor, type RecognitionHistory, recognitionFor, type YearResult } from './years.ts'

// One file, one situation an office met: what was known, what it comes to, and the clause that rests on.

type Case = { readonly situation: string; readonly rests: string; readonly ruleBook: string; readonly year: number } & (
  | {
      readonly kind: 'evaluate'
      readonly sheet: string | null
      readonly facts: Partial<CandidateFacts> & { readonly absent?: readonly string[] }
      readonly outcome: string
      readonly reasons: readonly (readonly string[])[]
      readonly warnings: readonly (readonly string[])[]
      readonly missing: readonly string[]
    }
  | ({ readonly kind: 'recognition'; readonly history: RecognitionHistory; readonly round: string } & YearsAnswer)
  | ({ readonly kind: 'praise'; readonly results: readonly YearResult[]; readonly praised: readonly (readonly number[])[] } & YearsAnswer)
  | {
      readonly kind: 'cap'
      readonly votes: Readonly<Record<string, number>>
      readonly points: Readonly<Record<string, number>>
      readonly withAllYears: number
      readonly tieRule: TieRule | null
      readonly chosen: readonly string[]
      readonly undecided: readonly string[]
      readonly left: readonly string[]
    }
  | {
      readonly kind: 'authority'
      readonly authority: Authority
      readonly decidedOn: string
      readonly round: 'first' | 'again'
      readonly answer: string
    }
  | {
      readonly kind: 'merit'
      readonly honour: Honour
      readonly decidedOn: string
      readonly standards: string
      readonly decision: string
      readonly openPoint: string | null
    }
)
type YearsAnswer = { readonly verdict: string; readonly reasons: readonly string[]; readonly warnings: readonly string[] }

const folder = new URL('cases/', import.meta.url)
const cases = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case)

test.for(cases.map(told => [told.situation, told] as const))('%s', ([, told]) => {
  expect(answerTo(told)).toEqual(expectedOf(told))
})

test('every case tells a situation and the clause it rests on', () => {
  const clauses = new Set(cases.flatMap(({ ruleBook }) => (ruleBook ? clausesOf(bookNamed(ruleBook)) : [])))
  const elsewhere = /minh họa|^Điều 4, 122|72\/2025|1681|86\/2023|Luật sửa đổi|06\/2022/u
  for (const { situation, rests } of cases) {
    expect([situation, situation.length > 15]).toEqual([situation, true])
    expect([rests, clauses.has(rests) || elsewhere.test(rests)]).toEqual([rests, true])
  }
  expect(new Set(cases.map(({ situation }) => situation)).size).toBe(cases.length)
})

function answerTo(told: Case): unknown {
  switch (told.kind) {
    case 'evaluate': {
      const found = evaluate(factsFrom(told), bookNamed(told.ruleBook), sheetFrom(told))
      return {
        outcome: found.outcome,
        reasons: found.reasons.map(({ code, clause }) => [code, clause]),
        warnings: found.warnings.map(({ code, clause }) => [code, clause]),
        missing: found.missing.map(({ code }) => code),
      }
    }
    case 'recognition': {
      const { recognition } = bookNamed(told.ruleBook)
      if (!recognition) throw new Error(told.ruleBook)
      const { round, verdict, reasons, warnings } = recognitionFor(told.year, told.history, { recognition })
      return { round, verdict, reasons: reasons.map(({ code }) => code), warnings: warnings.map(({ code }) => code) }
    }
    case 'praise': {
      const { verdict, reasons, warnings } = praiseFor(told.year, told, { rule: praiseRule(told.ruleBook) })
      return { verdict, reasons: reasons.map(({ code }) => code), warnings: warnings.map(({ code }) => code) }
    }
    case 'cap': {
      const candidates = Object.entries(told.votes).map(([id, votes]) => ({ id, votes, points: told.points[id] ?? null }))
      const { chosen, undecided, left } = withinCap(candidates, { ...told, rule: praiseRule(told.ruleBook) })
      return { chosen: chosen.toSorted(), undecided, left }
    }
    case 'authority': {
      const answer = mayDecide(bookNamed(told.ruleBook), { ...told, decidedOn: plainDate(told.decidedOn) })
      return answer.ok ? (answer.value.agrees ? 'agrees' : 'differs') : answer.code
    }
    case 'merit': {
      const found = ruleBookForMerit(told.honour, { year: told.year, decidedOn: plainDate(told.decidedOn) })
      return [found?.standards.id, found?.decision.id, found?.doubt?.openPoint ?? null]
    }
  }
}

function expectedOf(told: Case): unknown {
  switch (told.kind) {
    case 'evaluate':
      return { outcome: told.outcome, reasons: told.reasons, warnings: told.warnings, missing: told.missing }
    case 'recognition':
      return { round: told.round, verdict: told.verdict, reasons: told.reasons, warnings: told.warnings }
    case 'praise':
      return { verdict: told.verdict, reasons: told.reasons, warnings: told.warnings }
    case 'cap':
      return { chosen: told.chosen, undecided: told.undecided, left: told.left }
    case 'authority':
      return told.answer
    case 'merit':
      return [told.standards, told.decision, told.openPoint]
  }
}

/** A candidate with everything in order, and what the case says otherwise. */
function factsFrom(told: Extract<Case, { kind: 'evaluate' }>): CandidateFacts {
  const { absent = [], points = {}, met = {}, ...said } = told.facts
  const sheet = sheetFrom(told)
  const year = said.year ?? 2022
  const given = Object.entries({ ...(sheet && fullPoints(sheet)), ...points }).filter(([code]) => !absent.includes(code))
  const book = bookNamed(told.ruleBook)
  return {
    registeredOn: `${year}-01-15` as PlainDate,
    traits: ['mountain'],
    grounds: [],
    meeting: { convened: 50, present: 50, households: 60 },
    votesFor: 50,
    postedDays: 10,
    content: null,
    ...said,
    year,
    points: Object.fromEntries(given),
    met: { ...Object.fromEntries([...book.standards, ...book.prerequisites].map(({ code }) => [code, true])), ...met },
  }
}

function sheetFrom(told: Extract<Case, { kind: 'evaluate' }>): ReturnType<typeof sheetNamed> | null {
  return told.sheet === null ? null : sheetNamed(told.sheet, told.ruleBook)
}

function praiseRule(id: string): NonNullable<RuleBook['praise']> {
  const rule = bookNamed(id).praise
  if (!rule) throw new Error(id)
  return rule
}

function clausesOf(book: RuleBook): string[] {
  return factsOf(book).map(({ clause }) => clause)
}
