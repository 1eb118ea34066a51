import { describe, expect, test } from 'vitest'
import { always, type DateRange } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { changeDays, changesOn } from './changes.ts'
import type { OrgUnitVersion } from './org-unit.ts'

const merged = plainDate('2025-07-01')
const until = { from: null, until: merged }
const from = { from: merged, until: null }
const versions = [
  version('province', null, always),
  version('vanHo', 'province', until, { kind: 'district' }),
  version('chiengXuan', 'vanHo', until, { kind: 'commune', name: 'Chiềng Xuân' }),
  version('chiengSon', 'province', from, { kind: 'commune', name: 'Chiềng Sơn' }),
  version('muongLan', 'vanHo', until, { kind: 'commune', name: 'Mường Lạn' }),
  version('muongLan', 'province', from, { kind: 'commune', name: 'Mường Lạn' }),
  version('toHieu', 'province', until, { kind: 'ward', name: 'Quyết Thắng' }),
  version('toHieu', 'province', { from: merged, until: plainDate('2026-01-01') }, { kind: 'ward', name: 'Tô Hiệu' }),
  version('toHieu', 'province', { from: plainDate('2026-01-01'), until: null }, { kind: 'ward', name: 'Tô Hiệu', functions: 'mới' }),
]

describe('the days on which the tree changed', () => {
  test('are told with how many units began, ended, moved and were renamed; a change nobody sees in the tree is told apart', () => {
    expect(changeDays(versions)).toEqual([
      { on: merged, counts: { ended: 2, began: 1, moved: 1, renamed: 1 } },
      { on: '2026-01-01', counts: { other: 1 } },
    ])
  })

  test('do not begin with what was there before the data begin', () => {
    expect(changeDays([version('province', null, always)])).toEqual([])
  })
})

describe('what changed on a day', () => {
  test('is told by name, with what each unit was the day before', () => {
    expect(changesOn(versions, merged).map(({ kinds, before, after }) => [kinds, before?.name, after?.name])).toEqual([
      [['began'], undefined, 'Chiềng Sơn'],
      [['ended'], 'Chiềng Xuân', undefined],
      [['moved'], 'Mường Lạn', 'Mường Lạn'],
      [['renamed'], 'Quyết Thắng', 'Tô Hiệu'],
      [['ended'], 'vanHo', undefined],
    ])
  })

  test('is nothing on the day before and the day after', () => {
    expect([addDays(merged, -1), addDays(merged, 1)].flatMap(day => changesOn(versions, day))).toEqual([])
  })

  test('may be several things at once', () => {
    const both = [version('a', 'p', until, { kind: 'commune' }), version('a', 'q', from, { kind: 'ward', name: 'B' })]
    expect(changesOn(both, merged)[0]?.kinds).toEqual(['moved', 'renamed', 'rekinded'])
  })
})

function version(unitId: string, parentUnitId: string | null, valid: DateRange, changes: Partial<OrgUnitVersion> = {}): OrgUnitVersion {
  return {
    id: `${unitId}/${valid.from}`,
    unitId,
    name: unitId,
    kind: 'province',
    parentUnitId,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: unitId,
    source: 'ví dụ',
    valid,
    ...changes,
  }
}
