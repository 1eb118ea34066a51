import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { evaluate } from '../title/evaluate.ts'
import { family86 } from '../title/rule-books/nd-86-2023-family.ts'
import { family122 } from '../title/rule-books/nd-122-2018-family.ts'
import { groundsUnder, traitsOf } from './candidate-facts.ts'

const on = plainDate('2022-05-01')
const known = {
  year: 2022,
  registeredOn: on,
  points: {},
  met: {},
  meeting: null,
  votesFor: null,
  postedDays: null,
  content: null,
  traits: [],
}

describe('a recorded ground', () => {
  test.for(family122.exclusions.map(({ code }) => code))('of case %s bars under its own text', caseCode => {
    const grounds = groundsUnder(family122, [{ householdId: 'h', caseCode, on }])
    const { reasons } = evaluate({ ...known, grounds }, family122, null)
    expect(reasons.filter(({ code }) => code === 'excluded').map(({ figures }) => figures['case'])).toContain(caseCode)
  })

  test('of another text must be looked at first', () => {
    expect(groundsUnder(family86, [{ householdId: 'h', caseCode: 'X3', on }])).toBeNull()
    expect(evaluate({ ...known, grounds: null }, family86, null).missing.map(({ code }) => code)).toContain('grounds')
  })
})

describe('what a household is', () => {
  test('is what its place bears and whether it is poor; not known stays not known', () => {
    expect(traitsOf({ poverty: 'nearPoor' }, [])).toEqual(['nearPoor'])
    expect(traitsOf({ poverty: 'none' }, ['mountain'])).toEqual(['mountain'])
    expect(traitsOf({ poverty: null }, ['mountain'])).toEqual(['mountain'])
    expect(traitsOf({ poverty: null }, [])).toBeNull()
  })
})
