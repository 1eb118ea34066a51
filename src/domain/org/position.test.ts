import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { capacityLines, type Signer, type SigningMandate, signersOf, signerWithAccount } from './position.ts'

const positions = [{ id: 'deputy', unitId: 'office', name: 'Phó Chánh Văn phòng', rank: 'deputy' as const }]
const term = { from: plainDate('2022-01-01'), until: plainDate('2022-07-01') }
const appointments = ['an', 'binh'].map(accountId => ({
  id: `appointment ${accountId}`,
  positionId: 'deputy',
  fullName: `Minh họa ${accountId}`,
  accountId,
  basis: 'ví dụ',
  valid: term,
}))
const mandate: SigningMandate = {
  id: 'mandate',
  positionId: 'deputy',
  unitId: 'office',
  capacity: 'KT',
  forName: 'Chánh Văn phòng',
  basis: 'ví dụ',
  valid: { from: plainDate('2022-03-01'), until: null },
}

describe('who may sign for a unit', () => {
  test('is everyone in the position, while both term and mandate run', () => {
    expect(signersOn('2022-06-30').map(signer => signer.accountId)).toEqual(['an', 'binh'])
    expect([signersOn('2022-02-28'), signersOn('2022-07-01')]).toEqual([[], []])
    expect(signersOn('2022-03-01')).toHaveLength(2)
  })

  test('is nobody with a mandate for another unit', () => {
    expect(signersOn('2022-06-30', [{ ...mandate, unitId: 'committee' }])).toEqual([])
  })

  test('is asked by account, and the refusal names the day', () => {
    const on = plainDate('2022-06-30')
    expect(signerWithAccount(signersOn('2022-06-30'), 'binh', on)).toMatchObject({ ok: true, value: { fullName: 'Minh họa binh' } })
    expect(signerWithAccount(signersOn('2022-06-30'), 'chung', on)).toMatchObject({ code: 'org.no-mandate-to-sign', details: { on } })
  })
})

test.for([
  ['own', null, ['PHÓ CHÁNH VĂN PHÒNG']],
  ['Q', null, ['Q. PHÓ CHÁNH VĂN PHÒNG']],
  ['Q', 'Chánh Văn phòng', ['Q. CHÁNH VĂN PHÒNG']],
  ['KT', 'Chánh Văn phòng', ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']],
  ['TL', 'Chủ tịch', ['TL. CHỦ TỊCH', 'PHÓ CHÁNH VĂN PHÒNG']],
  ['TUQ', 'Chủ tịch', ['TUQ. CHỦ TỊCH', 'PHÓ CHÁNH VĂN PHÒNG']],
  ['TM', 'Ủy ban nhân dân', ['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHÁNH VĂN PHÒNG']],
] as const)('signing %s for %s prints its lines in capitals', ([capacity, forName, lines]) => {
  expect(capacityLines({ capacity, forName }, 'Phó Chánh Văn phòng')).toEqual(lines)
})

function signersOn(day: string, mandates = [mandate]): Signer[] {
  return signersOf('office', plainDate(day), { positions, appointments, mandates })
}
