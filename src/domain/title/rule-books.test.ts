import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNamed, sheetNamed } from '../../../test/title-law.ts'
import { contains, overlaps } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { decidingOn, existsOn, mayDecide } from './authority.ts'
import { openPoints } from './open-points.ts'
import { honours, mattersOf, reaches, stepOf } from './rule-book.ts'
import { revocationGroundsOn } from './rule-books/law-06-2022.ts'
import { fallbackConsentOn, fallbackRulesOn } from './rule-books/law-10-2022.ts'
import { gapOn, ruleBookForMerit, ruleBookGaps, ruleBookOn, ruleBooks, ruleBooksOf } from './rule-books.ts'
import { confidences, confirm, factsOf, mayBlock, type Sourced, unverified } from './sourced.ts'
import { termWords } from './term.ts'

const anyDay = fc.integer({ min: 0, max: 12_000 }).map(count => addDays(plainDate('2005-01-01'), count))
const anyHonour = fc.constantFrom(...honours)

describe('the rule books', () => {
  test('are one for each text of an honour, read or not, oldest first, none named twice', () => {
    expect(ruleBooks.map(({ id }) => id)).toEqual([
      'GDVH.TT12',
      'GDVH.ND122',
      'GDVH.ND86',
      'GDVH.ND86.2CAP',
      'GDVH.LUAT2026',
      'GK-GDVH.ND122',
      'KDCVH.TT12',
      'KDCVH.ND122',
      'TTDPVH.ND86',
      'TTDPVH.ND86.2CAP',
      'TTDPVH.LUAT2026',
      'GK-KDCVH.ND122',
      'XPTT.ND86',
      'XPDK.2CAP',
      'XPDK.LUAT2026',
      'CQVH.TT01',
      'CQVH.TT08',
      'CQVH.HD58',
      'XVHNTM.TT17',
      'VMDT.TT02',
      'DTVM-P.QD04',
      'DTVM-Q.QD04',
      'PTVHTD.QD42',
    ])
  })

  test('no day has two rule books of one honour', () => {
    fc.assert(
      fc.property(anyHonour, anyDay, (honour, day) => {
        expect(ruleBooksOf(honour).filter(({ valid }) => contains(valid, day)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('those of one honour follow one another without meeting', () => {
    for (const honour of honours) {
      const books = ruleBooksOf(honour)
      for (const [at, book] of books.entries()) {
        const next = books[at + 1]
        if (next) expect([honour, book.valid.until]).toEqual([honour, next.valid.from])
        expect(books.filter(other => other !== book && overlaps(other.valid, book.valid))).toEqual([])
      }
    }
  })

  test('every day since the first has a rule book or a gap with its reason, never both', () => {
    fc.assert(
      fc.property(anyHonour, anyDay, (honour, day) => {
        const first = ruleBooksOf(honour)[0]?.valid.from ?? day
        fc.pre(day >= first)
        expect([ruleBookOn(honour, day), gapOn(honour, day)].filter(Boolean)).toHaveLength(1)
      }),
    )
    expect(ruleBookGaps.every(({ why }) => why.length > 10)).toBe(true)
  })

  test.for([
    ['culturalFamily', '2018-11-04', 'GDVH.TT12'],
    ['culturalFamily', '2018-11-05', 'GDVH.ND122'],
    ['culturalFamily', '2024-01-29', 'GDVH.ND122'],
    ['culturalFamily', '2024-01-30', 'GDVH.ND86'],
    ['culturalFamily', '2025-06-30', 'GDVH.ND86'],
    ['culturalFamily', '2025-07-01', 'GDVH.ND86.2CAP'],
    ['culturalFamily', '2026-10-01', 'GDVH.LUAT2026'],
    ['culturalArea', '2026-09-30', 'TTDPVH.ND86.2CAP'],
    ['culturalArea', '2026-10-01', 'TTDPVH.LUAT2026'],
    ['civilisedWard', '2022-04-14', 'VMDT.TT02'],
    ['civilisedWard', '2022-04-15', 'DTVM-P.QD04'],
    ['newRuralCommune', '2022-12-31', 'XVHNTM.TT17'],
    ['newRuralCommune', '2023-01-01', undefined],
  ] as const)('%s on %s: %s', ([honour, on, id]) => {
    expect(ruleBookOn(honour, plainDate(on))?.id).toBe(id)
  })

  test('a year of merit and the day of its decision are two questions', () => {
    expect(booksFor(2023, '2024-01-15')).toEqual(['GDVH.ND122', 'GDVH.ND122', null])
    expect(booksFor(2023, '2024-02-15')).toEqual(['GDVH.ND122', 'GDVH.ND86', 'M16'])
    expect(booksFor(2024, '2024-12-01')).toEqual(['GDVH.ND86', 'GDVH.ND86', null])
    expect(ruleBookForMerit('exemplaryCommune', { year: 2024, decidedOn: plainDate('2025-05-12') })?.decision.id).toBe('XPTT.ND86')
    expect(ruleBookForMerit('familyPraise', { year: 2024, decidedOn: plainDate('2024-12-01') })).toBeUndefined()
  })
})

describe('the facts in them', () => {
  const facts = ruleBooks.flatMap(book => factsOf(book))

  test('name themselves once: a key never means two things', () => {
    const byKey = new Map<string, Sourced<unknown>>()
    for (const fact of facts) expect(fact).toEqual(byKey.set(fact.key, byKey.get(fact.key) ?? fact).get(fact.key))
  })

  test('each has a mark, a clause and, where it is open, a point that is listed', () => {
    for (const fact of facts) {
      expect(confidences).toContain(fact.confidence)
      expect([fact.key, fact.clause === '']).toEqual([fact.key, false])
      if (fact.openPoint) expect(openPoints[fact.openPoint]).toBeTruthy()
    }
  })

  test('only what was read or is quoted by article may stop anybody', () => {
    for (const fact of facts) expect(mayBlock(fact)).toBe(fact.value !== null && (fact.confidence === 'A' || fact.confidence === 'B'))
    expect(unverified(facts)).toEqual(facts.filter(fact => !mayBlock(fact)))
  })

  test('nothing blocks under the amended law of 2026, which nobody has read', () => {
    for (const id of ['GDVH.LUAT2026', 'XPDK.LUAT2026']) expect(factsOf(bookNamed(id)).filter(fact => mayBlock(fact))).toEqual([])
  })

  test('one that was confirmed stops people from then on; one that is sure or unknown is not confirmed', () => {
    const book = bookNamed('TTDPVH.ND86.2CAP')
    const [deciding] = book.deciding
    if (!deciding) throw new Error('nobody decides')
    const word = {
      factKey: deciding.authority.key,
      confirmedBy: 'Chuyên viên Sở',
      confirmedOn: plainDate('2025-09-01'),
      basis: 'văn bản của tỉnh',
    }
    const day = plainDate('2025-10-01')
    const confirmed = confirm(deciding.authority, word, day)
    const confirmations = new Map([[word.factKey, word]])
    const byProvince = { authority: 'provinceChair', decidedOn: day } as const
    expect(confirmed.ok).toBe(true)
    expect(mayDecide(book, byProvince)).toEqual({
      ok: true,
      value: { agrees: false, expected: 'communeChair', clause: deciding.authority.clause },
    })
    expect(mayDecide(book, byProvince, confirmations)).toMatchObject({ code: 'title.other-authority' })
    expect(confirm(book.certificate, { ...word, basis: ' ' }, day)).toMatchObject({ code: 'law.no-basis' })
    expect(confirm(book.mustRegister, word, day)).toMatchObject({ code: 'law.unknown' })
    expect(confirm(book.steps[0]?.does ?? book.certificate, word, day)).toMatchObject({ code: 'law.sure-already' })
    expect(confirm(deciding.authority, word, plainDate('2025-08-31'))).toMatchObject({ code: 'law.in-future' })
  })
})

describe('who decides', () => {
  test('a chair of a district until the last day of June 2025, and nobody verified after', () => {
    expect(existsOn('districtChair', plainDate('2025-06-30'))).toBe(true)
    expect(existsOn('districtChair', plainDate('2025-07-01'))).toBe(false)
    const ward = bookNamed('DTVM-P.QD04')
    expect(decidingOn(ward, plainDate('2025-06-30'))?.authority.value).toBe('districtChair')
    expect(decidingOn(ward, plainDate('2025-07-01'))?.authority).toMatchObject({ value: null, openPoint: 'M8' })
  })

  test('in areas since July 2025 whoever the province names, once its text was compared', () => {
    const book = bookNamed('TTDPVH.ND86.2CAP')
    const sheet = sheetNamed('upland-2024', book.id)
    const byProvince = { authority: 'provinceChair', decidedOn: plainDate('2025-12-01') } as const
    expect(mayDecide(book, { ...byProvince, sheet })).toMatchObject({ code: 'title.other-authority', details: { clause: sheet.basis } })
    expect(mayDecide(book, { ...byProvince, authority: 'communeChair', sheet })).toMatchObject({ value: { agrees: true } })
    expect(mayDecide(book, { ...byProvince, sheet: { ...sheet, isConfirmed: false } })).toMatchObject({
      ok: true,
      value: { agrees: false },
    })
  })

  test('an office is recognised by the district first and by the province again', () => {
    const book = bookNamed('CQVH.TT08')
    const on = plainDate('2016-12-20')
    expect(mayDecide(book, { authority: 'districtChair', decidedOn: on, round: 'first' }).ok).toBe(true)
    expect(mayDecide(book, { authority: 'districtChair', decidedOn: on, round: 'again' })).toMatchObject({ code: 'title.other-authority' })
  })
})

describe('the way of a title', () => {
  test('steps are taken once and count from steps before them', () => {
    for (const book of ruleBooks) {
      expect(new Set(book.steps.map(({ code }) => code)).size).toBe(book.steps.length)
      for (const [at, step] of book.steps.entries()) {
        if (step.after) expect(book.steps.slice(0, at).map(({ code }) => code)).toContain(step.after)
      }
    }
  })

  test('of a family in 2022 and in 2024: forms, quorum and days of each', () => {
    expect(wayOf('GDVH.ND122', 'meet')).toEqual(['Mẫu số 07', 60, 'trước 20/12'])
    expect(wayOf('GDVH.ND86', 'meet')).toEqual(['Mẫu số 03', null, 'trước 25/11'])
    expect(wayOf('GDVH.ND122', 'post')).toEqual([undefined, null, null])
    expect(wayOf('GDVH.ND86', 'post')).toEqual(['Mẫu số 02', null, '10 ngày'])
    expect(wayOf('GDVH.ND122', 'decide')).toEqual(['Mẫu số 11', null, '5 ngày làm việc'])
    expect(wayOf('GDVH.ND86', 'decide')).toEqual(['Mẫu số 10', null, '10 ngày'])
  })

  test('an officer is offered the conduct the text speaks of', () => {
    expect(mattersOf(bookNamed('GDVH.ND86'))).toContain('gambling')
    expect(mattersOf(bookNamed('CQVH.TT08'))).toEqual([])
  })

  test('a share is reached at its edge, or passed where the law says more than', () => {
    expect(reaches({ percent: 60, strictly: false }, 27, 45)).toBe(true)
    expect(reaches({ percent: 60, strictly: false }, 26, 45)).toBe(false)
    expect(reaches({ percent: 50, strictly: true }, 20, 40)).toBe(false)
    expect(reaches({ percent: 50, strictly: true }, 21, 40)).toBe(true)
  })
})

test('grounds of revocation are those of the law from the day it is in force, whatever the rule book', () => {
  expect(revocationGroundsOn(plainDate('2023-12-31'))).toEqual([])
  expect(revocationGroundsOn(plainDate('2024-01-01')).map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd'])
})

test('general rules on meetings stand behind from July 2023, those of the decree from 15 August', () => {
  expect(fallbackRulesOn(plainDate('2023-06-30'))).toEqual([])
  expect(fallbackRulesOn(plainDate('2023-07-01')).map(({ code }) => code)).not.toContain('HOP.BAO')
  expect(fallbackRulesOn(plainDate('2023-08-15')).map(({ code }) => code)).toContain('HOP.BAO')
  expect(fallbackConsentOn(plainDate('2024-11-01'))?.share).toEqual({ percent: 50, strictly: true, of: 'households' })
})

function booksFor(year: number, decidedOn: string): unknown[] {
  const found = ruleBookForMerit('culturalFamily', { year, decidedOn: plainDate(decidedOn) })
  return [found?.standards.id, found?.decision.id, found?.doubt?.openPoint ?? null]
}

function wayOf(id: string, code: 'meet' | 'post' | 'decide'): unknown[] {
  const step = stepOf(bookNamed(id), code)
  const term = step?.within?.value ?? step?.lasts?.value
  return [step?.form?.value, step?.quorum?.value?.percent ?? null, term ? termWords(term) : null]
}
