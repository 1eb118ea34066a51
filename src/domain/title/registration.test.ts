import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitVersion } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { countRegistrations, register, registrationRounds, standingOn, type TitleRegistration, withdraw } from './registration.ts'
import { baseNameOf, titleNameOn, unitsForTitle } from './title-kinds.ts'

const today = plainDate('2022-06-15')
const unit = unitVersion('Phòng Một', { kind: 'department' })

describe('a unit registers for a title', () => {
  test('for this year, and in June already for the next', () => {
    expect(registered({ year: 2022 })).toBe('ok')
    expect(registered({ year: 2023, registeredOn: plainDate('2022-06-10') })).toBe('ok')
  })

  test.for([
    ['a day that has not come', { registeredOn: plainDate('2022-06-16') }, 'title.in-future'],
    ['a day after the year of merit', { year: 2021 }, 'title.other-year'],
    ['a day before the year ahead of it', { year: 2024 }, 'title.other-year'],
  ] as const)('refuses %s', ([, changes, code]) => {
    expect(registered(changes)).toBe(code)
  })

  test.for([
    ['the day before the first', '2020-12-31', 'title.other-year'],
    ['the first day', '2021-01-01', 'ok'],
    ['the last day', '2022-12-31', 'ok'],
    ['the day after', '2023-01-01', 'title.other-year'],
  ] as const)('for 2022 on %s it may be', ([, day, verdict]) => {
    const answer = register(registration({ registeredOn: plainDate(day) }), { unit, existing: [] }, plainDate('2023-06-15'))
    expect(answer.ok ? 'ok' : answer.code).toBe(verdict)
  })

  test('not where the title is for others', () => {
    const commune = unitVersion('Xã Minh họa', { kind: 'commune' })
    expect(register(registration(), { unit: commune, existing: [] }, today)).toMatchObject({ code: 'title.not-for-unit' })
  })

  test('once a year, but each year again', () => {
    const existing = [registration({ id: 'before' })]
    expect(registered({}, existing)).toBe('title.already-registered')
    expect(registered({ year: 2023 }, existing)).toBe('ok')
  })

  test('anew after a withdrawal, from that day on and not before', () => {
    const existing = [registration({ id: 'before', withdrawal: { on: plainDate('2022-03-01'), reason: 'thôi' } })]
    expect(registered({ registeredOn: plainDate('2022-02-28') }, existing)).toBe('title.already-registered')
    expect(registered({ registeredOn: plainDate('2022-03-01') }, existing)).toBe('ok')
  })

  test('in place of one entered by mistake, on whatever day', () => {
    const existing = [registration({ id: 'before', withdrawal: { on: plainDate('2022-02-01'), reason: 'ghi nhầm' } })]
    expect(registered({ registeredOn: plainDate('2022-01-15') }, existing)).toBe('ok')
  })
})

describe('a registration withdrawn', () => {
  const withdrawal = { on: plainDate('2022-05-01'), reason: 'chuyển đơn vị' }
  const withdrawn = { ...registration(), withdrawal }

  test('stands until the day before, as reports of those days say', () => {
    const days = ['2022-01-31', '2022-02-01', '2022-04-30', '2022-05-01'].map(plainDate)
    expect(days.filter(on => standingOn([withdrawn], { title: 'culturalOffice', year: 2022, on }).length === 1)).toEqual(days.slice(1, 3))
  })

  test.for([
    ['twice', withdrawn, withdrawal.on, 'title.already-withdrawn'],
    ['before it was made', registration(), plainDate('2022-01-31'), 'title.withdrawn-before-registered'],
    ['from tomorrow', registration(), plainDate('2022-06-16'), 'title.in-future'],
  ] as const)('is not withdrawn %s', ([, of, on, code]) => {
    expect(withdraw(of, { on, reason: 'thôi' }, today)).toMatchObject({ ok: false, code })
  })
})

test('what is registered is first and again together, never more than there are, in whatever order it was entered', () => {
  const units = Array.from({ length: 12 }, (_, i) => unitVersion(`Phòng ${i}`, { kind: 'department' }))
  const entry = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.constantFrom(...registrationRounds))
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([at]) => at }), fc.nat(12), (entries, of) => {
      const all = entries.map(([at, round]) => registration({ id: `r${at}`, unitId: `unit-Phòng ${at}`, round }))
      const base = units.slice(0, of)
      const count = countRegistrations(all, base)
      expect(count.first + count.again).toBe(count.registered)
      expect(count.registered).toBeLessThanOrEqual(count.of)
      expect(count.registered).toBe(all.filter(({ unitId }) => base.some(other => other.unitId === unitId)).length)
      expect(countRegistrations(all.toReversed(), base.toReversed())).toEqual(count)
    }),
  )
})

test('the base is named by the kinds that are in it, and bodies beside the administration are not', () => {
  const kinds = ['department', 'attachedUnit', 'partyCell', 'tradeUnion', 'commune'] as const
  const base = unitsForTitle(
    'culturalOffice',
    kinds.map(kind => unitVersion(kind, { kind })),
  )
  expect(base.map(({ kind }) => kind)).toEqual(['department', 'attachedUnit'])
  expect(baseNameOf(base)).toBe('phòng, ban, đơn vị trực thuộc')
  expect(baseNameOf([{ kind: 'agency' }, { kind: 'attachedUnit' }])).toBe('cơ quan, đơn vị trực thuộc')
})

test('the title bears the name its circular gives it', () => {
  expect(titleNameOn('culturalOffice', today)).toBe('Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa')
})

function registered(changes: Partial<TitleRegistration>, existing: readonly TitleRegistration[] = []): string {
  const answer = register(registration(changes), { unit, existing }, today)
  return answer.ok ? 'ok' : answer.code
}

function registration(changes: Partial<TitleRegistration> = {}): TitleRegistration {
  return {
    id: 'registration',
    unitId: unit.unitId,
    title: 'culturalOffice',
    year: 2022,
    round: 'first',
    registeredOn: plainDate('2022-02-01'),
    documentId: null,
    note: '',
    withdrawal: null,
    ...changes,
  }
}
