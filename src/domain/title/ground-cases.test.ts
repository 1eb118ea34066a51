import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, yearOf } from '../calendar/plain-date.ts'
import { handlings, matters } from '../household/conduct.ts'
import { evaluate } from './evaluate.ts'
import { casesHolding, groundBooksOf, groundCasesOf, handlingsIn, isNamed, mattersIn } from './ground-cases.ts'

const codesOf = (day: string): string[] => groundCasesOf(plainDate(day)).map(({ book, exclusion }) => `${book.id} ${exclusion.code}`)

describe('the cases an officer chooses from', () => {
  test('are those of the text in force in the year of the ground', () => {
    expect(codesOf('2022-06-15')).toEqual(['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7'].map(code => `GDVH.ND122 ${code}`))
  })

  test('are those of both texts in a year that had two', () => {
    const texts = new Set(groundCasesOf(plainDate('2024-01-10')).map(({ book }) => book.id))
    expect([...texts]).toEqual(['GDVH.ND122', 'GDVH.ND86'])
  })

  test('are offered once where a later text takes them over', () => {
    expect(codesOf('2025-07-01')).toEqual(['a', 'b', 'c', 'd'].map(code => `GDVH.ND86 ${code}`))
  })

  test('name each its conduct and what must have become of it', () => {
    const [, military] = groundCasesOf(plainDate('2022-06-15')).map(({ exclusion }) => exclusion)
    expect(military && mattersIn(military)).toEqual(['militaryService', 'tax'])
    expect(military && handlingsIn(military, 'tax')).toEqual([...handlings])
    const [crime] = groundCasesOf(plainDate('2022-06-15')).map(({ exclusion }) => exclusion)
    expect(crime && mattersIn(crime)).toEqual([...matters])
    expect(crime && handlingsIn(crime, 'theft')).toEqual(['administrativeMeasure', 'prosecuted'])
  })
})

describe('a ground', () => {
  test('no text of its year names is not recorded; a text nobody has read may name anything', () => {
    const quarrel = { matter: 'domesticViolence', handling: 'found' } as const
    expect(isNamed({ ...quarrel, on: plainDate('2022-06-15') })).toBe(false)
    expect(isNamed({ ...quarrel, handling: 'fined', on: plainDate('2022-06-15') })).toBe(true)
    expect(groundBooksOf(plainDate('2027-06-15')).map(({ id }) => id)).toEqual(['GDVH.LUAT2026'])
    expect(isNamed({ ...quarrel, on: plainDate('2027-06-15') })).toBe(true)
  })

  test('chosen from a case bars under the text of that case, in every year and for all conduct', () => {
    const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map(days => addDays(plainDate('2018-11-05'), days))
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...matters), fc.constantFrom(...handlings), (on, matter, handling) => {
        const ground = { matter, handling, on }
        for (const { book, exclusion } of casesHolding(ground)) {
          const { reasons } = evaluate({ ...nothingKnown, year: yearOf(on), grounds: [ground] }, book, null)
          expect(reasons.filter(({ code }) => code === 'excluded').map(({ figures }) => figures['case'])).toContain(exclusion.code)
        }
      }),
    )
  })
})

const nothingKnown = {
  registeredOn: null,
  points: {},
  met: {},
  meeting: null,
  votesFor: null,
  postedDays: null,
  content: null,
  traits: [],
}
