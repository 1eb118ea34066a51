import { describe, expect, test } from 'vitest'
import { always } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { workCalendar } from '../calendar/working-days.ts'
import { compareText } from '../kit/text.ts'
import { type OrgUnitKind, type OrgUnitVersion, treeOn } from '../org/org-unit.ts'
import { checkAsker, checkRequest, dueAfter, levelsOn, namedOutside, obligationsOf, restOnDueDay } from './request.ts'

const cutoff = plainDate('2025-06-14')

function unit(unitId: string, kind: OrgUnitKind, parentUnitId: string | null): OrgUnitVersion {
  const rest = { code: null, namedAfterPerson: false, position: 0, letterhead: null, functions: null, calledInText: unitId, source: '' }
  return { id: unitId, unitId, name: unitId, kind, parentUnitId, valid: always, ...rest }
}

const tree = treeOn(
  [
    unit('province', 'province', null),
    unit('district', 'district', 'province'),
    unit('commune', 'commune', 'district'),
    unit('village', 'village', 'commune'),
    unit('health', 'agency', 'province'),
    unit('desk', 'department', 'health'),
  ],
  cutoff,
)

const asker = { id: 'r', unitId: 'province', placeUnitId: 'province' } as const

describe('who owes a report', () => {
  test('a village hands in to its commune, a commune to who asks where districts are not asked, an agency likewise', () => {
    const asked = [
      { level: 'area', dueOn: plainDate('2025-06-16') },
      { level: 'commune', dueOn: plainDate('2025-06-18') },
      { level: 'agency', dueOn: plainDate('2025-06-18') },
    ] as const
    const owed = obligationsOf({ ...asker, asked }, tree)
    expect(owed.map(({ unitId, toUnitId, dueOn }) => `${unitId} → ${toUnitId}: ${dueOn}`).toSorted(compareText)).toEqual([
      'commune → province: 2025-06-18',
      'health → province: 2025-06-18',
      'village → commune: 2025-06-16',
    ])
  })

  test('through districts where those are asked: communes to the district, the district to who asks', () => {
    const dueOn = plainDate('2025-06-18')
    const owed = obligationsOf(
      {
        ...asker,
        asked: [
          { level: 'commune', dueOn },
          { level: 'district', dueOn },
        ],
      },
      tree,
    )
    expect(owed.map(({ unitId, toUnitId }) => `${unitId} → ${toUnitId}`).toSorted(compareText)).toEqual([
      'commune → district',
      'district → province',
    ])
    expect(levelsOn(plainDate('2025-06-30'))).toContain('district')
    expect(levelsOn(plainDate('2025-07-01'))).not.toContain('district')
  })

  test('of a level only those that are named, and a name of another level is told', () => {
    const asked = [{ level: 'agency', dueOn: plainDate('2025-06-18'), unitIds: ['health', 'village'] }] as const
    const owed = obligationsOf({ ...asker, asked }, tree)
    expect(owed.map(({ unitId }) => unitId)).toEqual(['health'])
    expect(namedOutside({ asked }, owed)).toEqual(['village'])
  })

  test('where only villages are asked, they hand in to who asks', () => {
    const owed = obligationsOf({ ...asker, asked: [{ level: 'area', dueOn: plainDate('2025-06-16') }] }, tree)
    expect(owed.map(({ toUnitId }) => toUnitId)).toEqual(['province'])
  })

  test('an agency that asks in the stead of its province is handed in to, and owes itself nothing', () => {
    const asked = [
      { level: 'commune', dueOn: plainDate('2025-06-18') },
      { level: 'agency', dueOn: plainDate('2025-06-18') },
    ] as const
    const owed = obligationsOf({ id: 'r', unitId: 'health', placeUnitId: 'province', asked }, tree)
    expect(owed.map(({ unitId, toUnitId }) => `${unitId} → ${toUnitId}`)).toEqual(['commune → health'])
  })

  test.each([
    ['province', 'province', true],
    ['health', 'province', true],
    ['desk', 'province', false],
    ['commune', 'province', false],
    ['health', 'commune', false],
    ['desk', 'health', false],
    ['gone', 'province', false],
  ])('%s asking the tree of %s: %s', (unitId, placeUnitId, isAllowed) => {
    expect(checkAsker(tree.versionOf.get(unitId), tree.versionOf.get(placeUnitId)).ok).toBe(isAllowed)
  })
})

const due = (level: 'area' | 'commune' | 'district', day: string) => ({ level, dueOn: plainDate(day) })

describe('when it is due', () => {
  test('never before the figures are complete', () => {
    expect(checkRequest({ cutoff, asked: [due('commune', '2025-06-14')] })).toMatchObject({ ok: false, code: 'request.due-before-cutoff' })
    expect(checkRequest({ cutoff, asked: [due('commune', '2025-06-15')] })).toMatchObject({ ok: true })
  })

  test('a district that adds up its communes is not due before them', () => {
    const asked = [due('district', '2025-06-17'), due('commune', '2025-06-18')]
    expect(checkRequest({ cutoff, asked })).toMatchObject({
      code: 'request.lower-due-later',
      details: { lower: 'commune', upper: 'district' },
    })
  })

  test('a commune that adds up its villages is not due before them', () => {
    const asked = [due('area', '2025-06-20'), due('commune', '2025-06-18')]
    expect(checkRequest({ cutoff, asked })).toMatchObject({ ok: false, code: 'request.lower-due-later' })
  })

  test('somebody is asked, and nobody twice', () => {
    expect(checkRequest({ cutoff, asked: [] })).toMatchObject({ ok: false, code: 'request.nobody-asked' })
    const twice = [due('commune', '2025-06-18'), due('commune', '2025-06-19')]
    expect(checkRequest({ cutoff, asked: twice })).toMatchObject({ ok: false, code: 'request.level-twice' })
  })

  test('two working days after Saturday 14 June 2025 is the Tuesday after', () => {
    const calendar = workCalendar([])
    expect(dueAfter(cutoff, 2, calendar)).toBe('2025-06-17')
    expect(restOnDueDay(plainDate('2025-06-15'), calendar)).toBe('ngày nghỉ cuối tuần')
  })
})
