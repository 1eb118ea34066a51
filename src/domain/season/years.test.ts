import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNamed } from '../../../test/title-law.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { type KeepRule, keepRules } from '../title/score-sheet.ts'
import {
  chainOf,
  type Descent,
  praiseStanding,
  recognitionStanding,
  type YearOfMerit,
  type YearStatus,
  yearStatusOf,
  yearsOf,
} from './years.ts'

const onMerger = plainDate('2021-07-01')
const praiseBook = bookNamed('GK-GDVH.ND122')

describe('years of a household', () => {
  test('follow it wherever it moves, since it stays who it is', () => {
    const years = [aYear('lò', 2020, { areaUnitId: 'bản Trên' }), aYear('lò', 2021, { areaUnitId: 'bản Dưới' })]
    expect(chain('lò', { years, descents: [] }).certain.years).toEqual([2020, 2021])
  })

  test('end with one taken back, one lost and one nobody knows', () => {
    const reached = [2019, 2020, 2022].map(year => aYear('lò', year))
    const breaking = (status: YearStatus | null): unknown => {
      const years = status ? [...reached, aYear('lò', 2021, { status })] : reached
      const { certain } = chainOf(yearsOf('lò', { years, descents: [] }), { honour: 'culturalFamily', year: 2022 })
      return [certain.years, certain.brokenBy.why]
    }
    expect(breaking('revoked')).toEqual([[2022], 'revoked'])
    expect(breaking('notReached')).toEqual([[2022], 'notReached'])
    expect(breaking(null)).toEqual([[2022], 'unknown'])
    expect(breaking('registered')).toEqual([[2022], 'unknown'])
  })

  test('count a household once that withdrew and registered again in the same season', () => {
    const years = [aYear('lò', 2021, { status: 'withdrawn', candidateId: 'z' }), aYear('lò', 2021, { candidateId: 'a' })]
    expect(yearsOf('lò', { years, descents: [] }).map(({ status }) => status)).toEqual(['recognised'])
  })
})

describe('years before a split or a merger', () => {
  const years = [aYear('lò', 2019), aYear('lò', 2020), aYear('quàng', 2020), aYear('new', 2021)]

  test.for<readonly [string, KeepRule | null, readonly number[]]>([
    ['nobody has said', null, [2021]],
    ['the province keeps none', 'none', [2021]],
    ['the province keeps those everybody before had reached', 'everyPredecessor', [2020, 2021]],
    ['the province keeps those anybody before had reached', 'anyPredecessor', [2019, 2020, 2021]],
  ])('count as the province says: %s', ([, keeps, expected]) => {
    expect(chain('new', { years, descents: merged(keeps) }).certain.years).toEqual(expected)
  })

  test('are not lost where nobody has said: perhaps they count, and praise is neither due nor refused', () => {
    const descents = merged(null)
    expect(chain('new', { years, descents }).possible.years).toEqual([2019, 2020, 2021])
    const { verdict, warnings } = praiseOf(2021, yearsOf('new', { years, descents }))
    expect(verdict).toBe('unsure')
    expect(warnings).toContainEqual({ code: 'years-unsettled', clause: '', years: [2019, 2020] })
  })

  test('do not count for certain by a rule of the province nobody has confirmed', () => {
    const descents = merged('anyPredecessor').map(one => ({ ...one, rule: one.rule && { ...one.rule, confirmation: null } }))
    expect(chain('new', { years, descents }).certain.years).toEqual([2021])
  })

  test('give way to the years of a household that was there before and took the other in', () => {
    const lost = aYear('new', 2020, { status: 'notReached' })
    const descents = merged('anyPredecessor').map(one => ({ ...one, intoExisting: true }))
    expect(chain('new', { years: [...years, lost], descents }).certain.years).toEqual([2021])
  })

  test('of whoever goes on after giving members away stay its own', () => {
    const descents = [descent('part', 'lò', 'none')].map(one => ({ ...one, kind: 'split' as const }))
    const kept = yearsOf('part', { years, descents })
    expect(kept.map(({ year, counts }) => [year, counts])).toEqual([
      [2020, 'notKept'],
      [2019, 'notKept'],
    ])
    expect(chain('lò', { years, descents }, 2020).certain.years).toEqual([2019, 2020])
  })

  test('are handed on through several mergers, and never more surely than they were had', () => {
    const later = plainDate('2022-03-01')
    const descents = [...merged(null), { ...descent('newest', 'new', 'anyPredecessor'), on: later }]
    const { certain, possible } = chain('newest', { years: [...years, aYear('newest', 2022)], descents }, 2022)
    expect([certain.years, possible.years]).toEqual([
      [2021, 2022],
      [2019, 2020, 2021, 2022],
    ])
  })

  test('are found whatever circle somebody recorded', () => {
    const descents = [descent('a', 'b', 'anyPredecessor'), descent('b', 'a', 'anyPredecessor')]
    expect(yearsOf('a', { years: [aYear('b', 2019)], descents })).toHaveLength(1)
  })

  test('never count for more by a stricter rule, and for certain never more than perhaps', () => {
    const ids = ['a', 'b', 'c']
    const anyYears = fc.array(
      fc.record({
        subjectId: fc.constantFrom(...ids, 'new'),
        year: fc.integer({ min: 2015, max: 2021 }),
        status: fc.constantFrom<YearStatus>('recognised', 'notReached', 'revoked', 'registered'),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(anyYears, fc.constantFrom(...keepRules, null), (entered, keeps) => {
        const entries = [...new Map(entered.map(one => [`${one.subjectId} ${one.year}`, one])).values()]
        const facts = (rule: KeepRule | null) => ({
          years: entries.map(({ subjectId, year, status }) => aYear(subjectId, year, { status })),
          descents: ids.map(id => descent('new', id, rule)),
        })
        const length = (rule: KeepRule | null): number => chain('new', facts(rule)).certain.years.length
        expect(length('none')).toBeLessThanOrEqual(length('everyPredecessor'))
        expect(length('everyPredecessor')).toBeLessThanOrEqual(length('anyPredecessor'))
        const { certain } = chain('new', facts(keeps))
        expect(chain('new', facts('anyPredecessor')).certain.years.length).toBeGreaterThanOrEqual(certain.years.length)
      }),
    )
  })
})

describe('praise and recognition by years', () => {
  test('years once praised are not praised again', () => {
    const held = [2020, 2021, 2022, 2023].map(year => aYear('lò', year))
    const praised = aYear('lò', 2022, { honour: 'familyPraise' })
    expect(praiseOf(2022, yearsOf('lò', { years: held, descents: [] })).verdict).toBe('due')
    expect(praiseOf(2023, yearsOf('lò', { years: [...held, praised], descents: [] }))).toMatchObject({
      verdict: 'notDue',
      reasons: [{ code: 'years-used', years: [2020, 2021, 2022] }],
    })
    const takenBack = { ...praised, status: 'revoked' as const }
    expect(praiseOf(2023, yearsOf('lò', { years: [...held, takenBack], descents: [] })).verdict).toBe('due')
  })

  test('an office is recognised after two years reached, and again after five', () => {
    const { recognition } = bookNamed('CQVH.TT08')
    if (!recognition) throw new Error('no recognition by years')
    const standing = (years: readonly YearOfMerit[], year: number) =>
      recognitionStanding(year, yearsOf('sở', { years, descents: [] }), { honour: 'culturalOffice', recognition })
    const first = [office(2015, 'reached'), office(2016, 'reached')]
    expect(standing(first.slice(0, 1), 2015)).toMatchObject({ round: 'first', verdict: 'notDue' })
    expect(standing(first, 2016)).toMatchObject({ round: 'first', verdict: 'due', years: [2015, 2016] })
    const recognised = [office(2015, 'reached'), office(2016, 'recognised')]
    const after = [2017, 2018, 2019, 2020, 2021].map(year => office(year, 'reached'))
    expect(standing([...recognised, ...after.slice(0, 4)], 2020)).toMatchObject({ round: 'again', verdict: 'notDue' })
    expect(standing([...recognised, ...after], 2021)).toMatchObject({
      round: 'again',
      verdict: 'due',
      years: [2017, 2018, 2019, 2020, 2021],
    })
  })
})

describe('what a year came to', () => {
  const facts = { isWithdrawn: false, isLeftOut: false, isRevoked: false, outcome: null }

  test('is reached by an office whose file went through every step, also where no recognition is due yet', () => {
    const circular = bookNamed('CQVH.TT08')
    expect(yearStatusOf(circular, { ...facts, state: 'submit' })).toBe('registered')
    expect(yearStatusOf(circular, { ...facts, state: 'appraise' })).toBe('reached')
    expect(yearStatusOf(circular, { ...facts, state: 'appraise', isLeftOut: true })).toBe('notReached')
  })

  test.for<readonly [string, Parameters<typeof yearStatusOf>[1], YearStatus]>([
    ['registered before the meeting', { ...facts, state: 'list' }, 'registered'],
    ['reviewed once the meeting was held', { ...facts, state: 'submit' }, 'reviewed'],
    ['not reached by a decision', { ...facts, state: 'submit', outcome: 'failed' }, 'notReached'],
    ['revoked whatever else', { ...facts, state: 'submit', outcome: 'recognised', isRevoked: true }, 'revoked'],
    ['withdrawn', { ...facts, state: 'list', isWithdrawn: true }, 'withdrawn'],
  ])('is for a family %s', ([, given, expected]) => {
    expect(yearStatusOf(bookNamed('GDVH.ND122'), given)).toBe(expected)
  })
})

function aYear(subjectId: string, year: number, changes: Partial<YearOfMerit> = {}): YearOfMerit {
  return {
    subjectId,
    honour: 'culturalFamily',
    year,
    status: 'recognised',
    seasonId: `season ${year}`,
    areaUnitId: 'area',
    candidateId: `${subjectId} ${year}`,
    name: subjectId,
    ruleBookId: 'GDVH.ND122',
    reasons: [],
    decision: null,
    certificateNumber: null,
    handover: null,
    revocation: null,
    ...changes,
  }
}

function office(year: number, status: YearStatus): YearOfMerit {
  return aYear('sở', year, { honour: 'culturalOffice', status, ruleBookId: 'CQVH.TT08' })
}

function descent(subjectId: string, fromId: string, keeps: KeepRule | null): Descent {
  const rule = keeps && {
    keeps,
    basis: '01/2024/QĐ-UBND (dữ liệu minh họa)',
    confirmation: { by: 'Lò Thị Xác Minh', on: plainDate('2020-02-01') },
  }
  return { subjectId, fromId, on: onMerger, kind: 'merger', intoExisting: false, rule }
}

/** The Lò and the Quàng have become one household. */
function merged(keeps: KeepRule | null): Descent[] {
  return [descent('new', 'lò', keeps), descent('new', 'quàng', keeps)]
}

function chain(id: string, facts: Parameters<typeof yearsOf>[1], year = 2021) {
  return chainOf(yearsOf(id, facts), { honour: 'culturalFamily', year })
}

function praiseOf(year: number, years: ReturnType<typeof yearsOf>) {
  return praiseStanding(year, years, { praise: 'familyPraise', rule: ruleOf(praiseBook) })
}

function ruleOf({ praise }: RuleBook): NonNullable<RuleBook['praise']> {
  if (!praise) throw new Error('no praise')
  return praise
}
