import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookNamed } from '../../../test/title-law.ts'
import { classesOf, periodYearOf, type WithYears } from './period-years.ts'
import type { YearStatus } from './years.ts'

const { recognition } = bookNamed('CQVH.TT08')
if (!recognition) throw new Error('no recognition by years')
const asked = { honour: 'culturalOffice', year: 2021, recognition } as const

test('a year reached is counted from the first registration, and anew after each recognition', () => {
  const office = officeOf('sở', {
    2015: 'reached',
    2016: 'recognised',
    2017: 'reached',
    2018: 'reached',
    2019: 'notReached',
    2020: 'reached',
  })
  expect([2015, 2016, 2017, 2018, 2019, 2020].map(year => periodYearOf(office, { ...asked, year }))).toEqual([1, 2, 1, 2, null, 1])
})

test('every office that reached the year is in one class, whatever became of it before; nobody else is in any', () => {
  const status = fc.constantFrom<YearStatus>('registered', 'withdrawn', 'reviewed', 'reached', 'recognised', 'notReached', 'revoked')
  const history = fc.array(fc.option(status), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(fc.array(history, { maxLength: 12 }), histories => {
      const offices = histories.map((years, at) =>
        officeOf(`sở ${at}`, Object.fromEntries(years.flatMap((each, back) => (each ? [[2013 + back, each]] : [])))),
      )
      const reached = offices.filter(({ years }) =>
        years.some(({ year, status: was }) => year === 2021 && (was === 'reached' || was === 'recognised')),
      )
      const inClasses = classesOf(offices, asked).flatMap(({ subjectIds }) => subjectIds)
      expect(inClasses.toSorted()).toEqual(reached.map(({ subjectId }) => subjectId).toSorted())
      expect(new Set(inClasses).size).toBe(inClasses.length)
    }),
  )
})

function officeOf(subjectId: string, statuses: Readonly<Record<number, YearStatus>>): WithYears {
  const empty = {
    reasons: [],
    decision: null,
    certificateNumber: null,
    handover: null,
    revocation: null,
    counts: 'own',
    through: null,
  } as const
  const years = Object.entries(statuses).map(([year, status]) => ({
    ...empty,
    subjectId,
    honour: 'culturalOffice' as const,
    year: Number(year),
    status,
    seasonId: `đợt ${year}`,
    areaUnitId: subjectId,
    candidateId: `${subjectId} ${year}`,
    name: subjectId,
    ruleBookId: 'CQVH.TT08',
  }))
  return { subjectId, years }
}
