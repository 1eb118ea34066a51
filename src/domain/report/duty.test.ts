import { expect, test } from 'vitest'
import { factsOf } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { setDuty } from './duty.ts'

const { duty: some } = factsOf()
const from2022 = { ...some, valid: { from: plainDate('2022-01-01'), until: null } }
const from2023 = { ...some, id: 'next', valid: { from: plainDate('2023-01-01'), until: null } }

test('a new duty ends the one that ran, on the day it begins itself', () => {
  const decision = setDuty(from2023, [from2022])
  expect(decision).toMatchObject({ ok: true, value: { ended: { id: 'duty', valid: { from: '2022-01-01', until: '2023-01-01' } } } })
})

test('a unit owes one report at a time', () => {
  const until2023 = { ...from2022, valid: { from: plainDate('2022-01-01'), until: plainDate('2023-01-01') } }
  expect(setDuty({ ...from2023, valid: { from: plainDate('2022-12-31'), until: null } }, [until2023])).toMatchObject({
    code: 'report.duty-overlaps',
  })
  expect(setDuty(from2023, [until2023]).ok).toBe(true)
})

test.for(['KH-VPUB', 'BC VPUB', 'BC-', 'bc-vpub', '05/BC-VPUB'])('“%s” is no symbol of a report', symbol => {
  expect(setDuty({ ...from2022, symbol }, [])).toMatchObject({ code: 'report.symbol' })
})

test('a form nobody knows and days that end before they begin are refused', () => {
  expect(setDuty({ ...from2022, formName: 'none' }, [])).toMatchObject({ code: 'report.unknown-form' })
  expect(setDuty({ ...from2022, valid: { from: plainDate('2022-02-01'), until: plainDate('2022-01-01') } }, [])).toMatchObject({
    code: 'org.empty-range',
  })
})
