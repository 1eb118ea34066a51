import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { compareFullName } from '../kit/text.ts'
import { change, end, type HouseholdVersion, lastStanding, move } from './household.ts'
import { nameKey } from './name-key.ts'
import { sameHousehold } from './same-household.ts'

const today = plainDate('2022-06-15')

describe('what is known of a household', () => {
  it('ends on the day something else is known, and stays', () => {
    const decision = change(version('2022-03-01', { memberCount: 5 }), [version('2021-01-01')], today)
    expect(decision).toMatchObject({ ok: true, value: { after: { valid: { from: '2021-01-01', until: '2022-03-01' }, isStruck: false } } })
  })

  it('is struck, not overwritten, when it was wrong from its first day', () => {
    const decision = change(version('2021-01-01', { headName: 'Lò Văn Đúng' }), [version('2021-01-01')], today)
    expect(decision).toMatchObject({ ok: true, value: { after: { isStruck: true, headName: 'Lò Văn Toản' } } })
  })

  it.for([
    ['from a day to come', '2022-06-16', 'household.in-future'],
    ['from before the last change', '2020-12-31', 'household.before-last-change'],
  ] as const)('is not changed %s', ([, from, code]) => {
    expect(change(version(from), [version('2021-01-01')], today)).toMatchObject({ ok: false, code })
  })

  it('does not change once the household has ended', () => {
    const ended = end([version('2021-01-01')], { on: plainDate('2022-01-01'), cause: 'movedAway' }, today)
    if (!ended.ok) throw new Error(ended.code)
    expect(change(version('2022-02-01'), [ended.value.after], today)).toMatchObject({ code: 'household.ended' })
  })

  it('never was when it ends on its first day', () => {
    const ended = end([version('2021-01-01')], { on: plainDate('2021-01-01'), cause: 'recordedByMistake' }, today)
    expect(ended.ok && lastStanding([ended.value.after])).toBeUndefined()
  })

  it('moves only to another place', () => {
    expect(move(version('2022-03-01'), [version('2021-01-01')], today)).toMatchObject({ code: 'household.same-area' })
  })

  it('has at most one standing version on any day, whatever is entered in whatever order', () => {
    const days = fc.integer({ min: 1, max: 28 }).map(day => plainDate(`2022-02-${String(day).padStart(2, '0')}`))
    fc.assert(
      fc.property(fc.array(days, { maxLength: 12 }), fc.array(days, { minLength: 1, maxLength: 5 }), (changes, asked) => {
        let versions = [version('2022-02-01')]
        for (const from of changes) {
          const decision = change(version(from), versions, today)
          if (decision.ok)
            versions = [...versions.map(one => (one === decision.value.before ? decision.value.after : one)), decision.value.version]
        }
        for (const day of asked) expect(versions.filter(one => !one.isStruck && contains(one.valid, day))).toHaveLength(1)
      }),
    )
  })
})

describe('two entries that may be one household', () => {
  const known = { headName: 'Lò Văn Toản', address: '', areaUnitId: 'bản', code: null }

  it.for([
    ['the same name in the same village', {}, true],
    ['a name typed in capitals', { headName: 'LÒ VĂN TOẢN' }, true],
    ['a name that differs in a tone mark only', { headName: 'Lò Văn Toàn' }, false],
    ['the same name in another village', { areaUnitId: 'khác' }, false],
  ] as const)('%s', ([, changed, answer]) => {
    expect(sameHousehold(known, { ...known, ...changed })).toBe(answer)
  })

  it('are told apart by their codes and by their addresses', () => {
    expect(sameHousehold({ ...known, code: 'H1' }, { ...known, code: 'H2' })).toBe(false)
    expect(sameHousehold({ ...known, code: 'H1' }, { ...known, code: 'H1', headName: 'Lò Thị Hoa' })).toBe(true)
    expect(sameHousehold({ ...known, address: 'Tổ 1' }, { ...known, address: 'Tổ 2' })).toBe(false)
  })
})

describe('the order of names', () => {
  const syllables = fc.constantFrom(
    'lò',
    'lo',
    'lộ',
    'văn',
    'vân',
    'van',
    'an',
    'anh',
    'ân',
    'ăn',
    'đông',
    'dong',
    'ơn',
    'ôn',
    'on',
    'ửng',
    'ung',
    'Ưng',
  )
  const names = fc.array(syllables, { minLength: 1, maxLength: 4 }).map(words => words.join(' '))

  it('is the same by key as by the dictionary', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const byKey = nameKey(a) < nameKey(b) ? -1 : nameKey(a) > nameKey(b) ? 1 : 0
        const byDictionary = Math.sign(compareFullName(a.toLowerCase(), b.toLowerCase()))
        expect(byKey).toBe(byDictionary)
      }),
      { numRuns: 500 },
    )
  })
})

function version(from: string, changes: Partial<HouseholdVersion> = {}): HouseholdVersion {
  return {
    id: `từ ${from}`,
    householdId: 'hộ',
    headName: 'Lò Văn Toản',
    memberCount: 4,
    address: '',
    areaUnitId: 'bản',
    poverty: 'none',
    valid: { from: plainDate(from), until: null },
    cause: 'entered',
    reason: '',
    endCause: null,
    isStruck: false,
    ...changes,
  }
}
