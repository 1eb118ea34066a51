import { readFileSync } from 'node:fs'
import { readProvincialRules } from '#contract/score-sheet.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CandidateFacts, ReviewMeeting } from '#domain/title/candidate-facts.ts'
import { evaluateBy } from '#domain/title/evaluate.ts'
import { preparedFor } from '#domain/title/prepared.ts'
import { ruleBookNamed } from '#domain/title/rule-books.ts'
import { adoptedSheet, type ScoreSheet, scoredLines } from '#domain/title/score-sheet.ts'

const households = 300_000
const rounds = 5
const sheetFile = new URL('../src/domain/title/cases/sheets/upland-2019.json', import.meta.url)

/** In milliseconds, for all of them on one core. */
const budget = 2000

/** 300,000 households by 122/2018/NĐ-CP on one core; beside it the floor: reading and adding their points and nothing else. */
export function benchEvaluate(): void {
  const rules = readProvincialRules(readFileSync(sheetFile, 'utf8'))
  const book = ruleBookNamed('GDVH.ND122')
  const sheet = rules.ok ? adoptedSheet(rules.value, 'GDVH.ND122') : undefined
  if (!book || !sheet) throw new Error('no sheet to judge by')
  const prepared = preparedFor(book, sheet)
  const facts = Array.from({ length: households }, (_, at) => household(at, sheet))
  const codes = scoredLines(sheet).map(({ code }) => code)
  console.log(
    `\nEvaluating ${households.toLocaleString('en')} households by ${book.id}, median of ${rounds} rounds (budget ${budget / 1000} s)`,
  )

  const outcomes = { pass: 0, fail: 0, open: 0 }
  const ours = median(() => {
    outcomes.pass = outcomes.fail = outcomes.open = 0
    for (const one of facts) outcomes[evaluateBy(prepared, one).outcome] += 1
  })
  let added = 0
  const floor = median(() => {
    added = 0
    for (const { points } of facts) for (const code of codes) added += points[code] ?? 0
  })
  console.log(`  ours, with every reason        ${ours.toFixed(0)} ms${ours > budget ? ', OVER' : ''}   ${JSON.stringify(outcomes)}`)
  console.log(
    `  adding up the same points      ${floor.toFixed(0)} ms   ${added.toLocaleString('en')} points   ratio ${(ours / floor).toFixed(1)}`,
  )
}

/** Every tenth misses something, some are poor, a few are barred: no two in a row alike. */
function household(at: number, sheet: ScoreSheet): CandidateFacts {
  const share = 0.55 + ((at * 7919) % 100) / 220
  const points = Object.fromEntries(scoredLines(sheet).map(({ code, most }) => [code, Math.round(most * share * 2) / 2]))
  if (at % 10 === 9) delete points['1a']
  return {
    year: 2022,
    registeredOn: at % 50 === 49 ? null : plainDate('2022-01-15'),
    traits: at % 3 === 0 ? ['mountain'] : at % 3 === 1 ? ['mountain', 'poor'] : [],
    points,
    met: {},
    grounds: at % 40 === 39 ? [{ matter: 'gambling', handling: 'fined', on: plainDate('2022-05-01') }] : [],
    meeting: meetings[at % meetings.length] ?? null,
    votesFor: 25 + (at % 30),
    postedDays: null,
    content: null,
  }
}

const meetings: readonly ReviewMeeting[] = Array.from({ length: 2000 }, (_, at) => ({
  convened: 80,
  present: 55,
  households: 100 + (at % 50),
}))

function median(run: () => void): number {
  run()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}
