import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allInForce, always, type DateRange } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { addVersion, endOpenRange, setHeadcount } from './org-rules.ts'
import type { Headcount, OrgUnitVersion } from './org-unit.ts'

const june = plainDate('2022-06-01')

describe('a version of a unit', () => {
  const known = version({ from: null, until: june })

  test('may begin on the day the last one ended', () => {
    expect(addVersion(version({ from: june, until: null }), [known]).ok).toBe(true)
  })

  test.for<readonly [string, Partial<OrgUnitVersion>, string]>([
    ['begins on the last day of another', { valid: { from: addDays(june, -1), until: null } }, 'org.versions-overlap'],
    ['ends on the day it begins', { valid: { from: june, until: june } }, 'org.empty-range'],
    ['ends before it begins', { valid: { from: june, until: addDays(june, -1) } }, 'org.empty-range'],
    ['hangs under itself', { parentUnitId: 'unit', valid: { from: june, until: null } }, 'org.parent-of-itself'],
  ])('is refused when it %s', ([, changes, code]) => {
    expect(addVersion({ ...version(always), ...changes }, [known])).toMatchObject({ ok: false, code })
  })

  test('does not meet those of other units', () => {
    expect(addVersion(version(always), [{ ...known, unitId: 'other' }]).ok).toBe(true)
  })
})

describe('the number of people', () => {
  const known = headcount({ from: plainDate('2021-12-15'), until: null })

  test('is one a day and category', () => {
    expect(setHeadcount(headcount({ from: june, until: null }), [known])).toMatchObject({ ok: false, code: 'org.headcount-overlaps' })
    expect(setHeadcount({ ...headcount(always), category: 'contractWorkers' }, [known]).ok).toBe(true)
    expect(setHeadcount(headcount({ from: june, until: june }), [])).toMatchObject({ ok: false, code: 'org.empty-range' })
  })

  test('that still runs ends on the day the next begins', () => {
    expect(endOpenRange([known], june)?.after.valid).toEqual({ from: '2021-12-15', until: june })
    expect(endOpenRange([known], plainDate('2021-12-15'))).toBeUndefined()
    expect(endOpenRange([known], null)).toBeUndefined()
    expect(endOpenRange([headcount({ from: null, until: june })], june)).toBeUndefined()
  })

  test('set again and again, in whatever order, is never two on one day and never lost once taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), starts => {
        let entries: Headcount[] = []
        for (const [i, days] of starts.entries()) {
          const next = { ...headcount({ from: addDays(june, days), until: null }), id: String(i) }
          const ended = endOpenRange(entries, next.valid.from)
          const others = entries.map(entry => (entry === ended?.before ? ended.after : entry))
          if (setHeadcount(next, others).ok) entries = [...others, next]
        }
        const days = Array.from({ length: 25 }, (_, i) => addDays(june, i))
        expect(days.filter(day => allInForce(entries, day).length > 1)).toEqual([])
        const since = days.slice(starts[0] ?? days.length)
        expect(since.filter(day => allInForce(entries, day).length === 0)).toEqual([])
      }),
    )
  })
})

function version(valid: DateRange): OrgUnitVersion {
  return {
    id: `version ${valid.from} ${valid.until}`,
    unitId: 'unit',
    name: 'Phòng Tổng hợp',
    kind: 'department',
    parentUnitId: null,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: 'phòng Tổng hợp',
    source: 'ví dụ',
    valid,
  }
}

function headcount(valid: DateRange): Headcount {
  return { id: `headcount ${valid.from}`, unitId: 'unit', category: 'officials', count: 58, valid }
}
