import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNamed, fullPoints, sheetNamed } from '../../../test/title-law.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { handlings, matters } from '../household/conduct.ts'
import type { CandidateFacts, Ground } from './candidate-facts.ts'
import { evaluate, evaluateBy } from './evaluate.ts'
import { preparedFor } from './prepared.ts'
import { honours, traits } from './rule-book.ts'
import { ruleBooks, ruleBooksOf } from './rule-books.ts'
import { scoredLines } from './score-sheet.ts'
import { factsOf, isVerified } from './sourced.ts'

const book = bookNamed('GDVH.ND122')
const sheet = sheetNamed('upland-2019', book.id)
const lines = scoredLines(sheet)
const prepared = preparedFor(book, sheet)

const anyPoints = fc.record(
  Object.fromEntries(
    lines.map(({ code, most }) => [
      code,
      fc.option(
        fc.integer({ min: 0, max: most * 2 }).map(half => half / 2),
        { nil: undefined },
      ),
    ]),
  ),
)
const anyGround: fc.Arbitrary<Ground> = fc.record({
  matter: fc.constantFrom(...matters),
  handling: fc.constantFrom(...handlings),
  on: fc.constantFrom('2021-12-31', '2022-01-01', '2022-06-01', '2022-12-31', '2023-01-01').map(plainDate),
})
const anyFacts: fc.Arbitrary<CandidateFacts> = fc.record({
  year: fc.constant(2022),
  registeredOn: fc.option(fc.constantFrom('2022-01-10', '2022-01-29', '2022-01-30').map(plainDate)),
  traits: fc.option(fc.uniqueArray(fc.constantFrom(...traits))),
  points: anyPoints.map(
    points => Object.fromEntries(Object.entries(points).filter(([, given]) => given !== undefined)) as Record<string, number>,
  ),
  met: fc.constant({}),
  grounds: fc.option(fc.array(anyGround, { maxLength: 4 })),
  meeting: fc.option(
    fc.record({ convened: fc.integer({ min: 1, max: 50 }), present: fc.nat(50), households: fc.option(fc.integer({ min: 1, max: 80 })) }),
  ),
  votesFor: fc.option(fc.nat(50)),
  postedDays: fc.option(fc.nat(20)),
  content: fc.constant(null),
})
const worth = { fail: 0, open: 1, pass: 2 }

describe('a household evaluated', () => {
  test('comes out the same in whatever order it was entered', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const turned = {
          ...facts,
          points: Object.fromEntries(Object.entries(facts.points).toReversed()),
          grounds: facts.grounds && facts.grounds.toReversed(),
          traits: facts.traits && facts.traits.toReversed(),
        }
        expect(evaluateBy(prepared, turned)).toEqual(evaluateBy(prepared, facts))
      }),
    )
  })

  test('never loses by more points', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...lines), fc.integer({ min: 1, max: 20 }), (facts, { code }, more) => {
        const before = facts.points[code]
        fc.pre(before !== undefined)
        const better = { ...facts, points: { ...facts.points, [code]: before + more } }
        expect(worth[evaluateBy(prepared, better).outcome]).toBeGreaterThanOrEqual(worth[evaluateBy(prepared, facts).outcome])
      }),
    )
  })

  test('is failed by verified law alone, whatever the rule book', () => {
    const sure = new Set(
      ruleBooks
        .flatMap(one => factsOf(one))
        .filter(isVerified)
        .map(({ key }) => key),
    )
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...honours), fc.nat(10), (facts, honour, at) => {
        const books = ruleBooksOf(honour)
        const any = books[at % books.length]
        fc.pre(any !== undefined)
        for (const reason of evaluate(facts, any, null).reasons) expect(sure).toContain(reason.factKey)
      }),
    )
  })

  test('is not failed at all by a book nobody has read, and misses nothing it asks for', () => {
    const unread = bookNamed('GDVH.LUAT2026')
    fc.assert(
      fc.property(anyFacts, facts => {
        const { outcome, missing } = evaluate(facts, unread, null)
        expect([outcome, missing.filter(({ code }) => code !== 'score-sheet')]).toEqual(['open', []])
      }),
    )
  })

  test('has either every point or no total: what is absent is not 0', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { total, missing } = evaluateBy(prepared, facts)
        const absent = lines.filter(({ code }) => facts.points[code] === undefined).map(({ code }) => code)
        expect(missing.filter(({ code }) => code === 'points').map(({ of }) => of)).toEqual(absent)
        expect(total === null).toBe(absent.length > 0)
      }),
    )
  })
})

describe('a sheet nobody has confirmed', () => {
  test('fails nobody on points: it warns, and the verdict stays open', () => {
    const poor = { ...fullFacts(), points: Object.fromEntries(lines.map(({ code }) => [code, 0])) }
    const draft = evaluate(poor, book, { ...sheet, isConfirmed: false })
    expect(draft.outcome).toBe('open')
    expect(draft.missing).toEqual([{ code: 'confirmed-sheet', of: null }])
    expect(draft.warnings.map(({ code }) => code)).toEqual(['standard-too-low', 'standard-too-low', 'standard-too-low', 'total-too-low'])
    expect(evaluate(poor, book, sheet).outcome).toBe('fail')
  })
})

test('where nobody has looked for grounds the verdict waits; looked and found none, it does not', () => {
  expect(evaluate({ ...fullFacts(), grounds: null }, book, sheet)).toMatchObject({ outcome: 'open', missing: [{ code: 'grounds' }] })
  expect(evaluate({ ...fullFacts(), grounds: [] }, book, sheet).outcome).toBe('pass')
})

test('where two thresholds meet, the province may say which counts: the lowest recognises, the highest does not', () => {
  const cityPoor = { ...fullFacts(), traits: ['centralCity', 'poor'] as const, points: { ...fullPoints(sheet), '1a': 0, '1b': 0, '3a': 0 } }
  const outcome = (whenSeveral: 'lowest' | 'highest' | null) => evaluate(cityPoor, book, { ...sheet, whenSeveral })
  expect([outcome('lowest').outcome, outcome('highest').outcome]).toEqual(['pass', 'fail'])
  expect(outcome(null).warnings).toMatchObject([{ code: 'threshold-unclear', figures: { points: 79, least: 60, most: 90 } }])
})

describe('what the law leaves to the province', () => {
  const law86 = bookNamed('GDVH.ND86')
  const facts86 = { ...fullFacts(), year: 2024, registeredOn: null, postedDays: 10, points: fullPoints(sheetNamed('delta-2024', law86.id)) }

  test('registration fails a household in one province and not in the other, in the same year', () => {
    expect(evaluate(facts86, law86, sheetNamed('upland-2024', law86.id)).reasons).toMatchObject([
      { code: 'not-registered', clause: 'Quyết định minh họa số 10/2024/QĐ-UBND' },
    ])
    expect(evaluate(facts86, law86, sheetNamed('delta-2024', law86.id)).outcome).toBe('pass')
  })

  test('so do the thresholds: 86 points are enough in the uplands, and not where 90 are asked', () => {
    const points = { ...facts86.points, 'I.1': 1 }
    const verdict = (province: string) =>
      evaluate({ ...facts86, points, registeredOn: plainDate('2024-01-15') }, law86, sheetNamed(province, law86.id))
    expect([verdict('upland-2024').total, verdict('upland-2024').outcome]).toEqual([86, 'pass'])
    expect(verdict('delta-2024').reasons).toMatchObject([{ code: 'total-too-low', figures: { points: 86, least: 90 } }])
  })

  test('without any sheet the verdict waits for one', () => {
    expect(evaluate(facts86, law86, null)).toMatchObject({ outcome: 'open', total: null, missing: [{ code: 'score-sheet' }] })
  })

  test('the rule books say once, not with every household, what in them is unverified', () => {
    expect(preparedFor(law86, null).caveats.map(({ openPoint }) => openPoint)).toContain('M4')
    expect(preparedFor(bookNamed('KDCVH.ND122'), null).caveats.map(({ openPoint }) => openPoint)).toContain('M11')
  })
})

function fullFacts(): CandidateFacts {
  return {
    year: 2022,
    registeredOn: plainDate('2022-01-10'),
    traits: ['mountain'],
    points: fullPoints(sheet),
    met: {},
    grounds: [],
    meeting: { convened: 50, present: 40, households: 60 },
    votesFor: 35,
    postedDays: null,
    content: null,
  }
}
