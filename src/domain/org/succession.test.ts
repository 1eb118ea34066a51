import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { always, contains, type DateRange } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import type { OrgUnitVersion, Succession } from './org-unit.ts'
import { recordSuccession, type SuccessionFacts } from './succession.ts'

const day = plainDate('2025-07-01')
const merger: Succession = { fromUnitId: 'old', toUnitId: 'new', on: day, extent: 'whole', isVerified: true, basis: '1681/NQ-UBTVQH15' }
const facts: SuccessionFacts = {
  fromVersions: [version('old', always)],
  toVersions: [version('new', { from: day, until: null })],
  subordinates: 0,
  known: [],
}

describe('a merger', () => {
  test('ends the unit that gives on that day: the day before is its last', () => {
    const decision = recordSuccession(merger, facts)
    expect(decision).toMatchObject({
      ok: true,
      value: { ended: { before: { valid: always }, after: { valid: { from: null, until: day } } } },
    })
  })

  test('of a part ends nobody, whatever hangs under the unit', () => {
    const decision = recordSuccession({ ...merger, extent: 'part' }, { ...facts, subordinates: 3 })
    expect(decision).toMatchObject({ ok: true, value: { ended: undefined } })
  })

  test('of what a list of units ended that day already is only told', () => {
    const listed = { ...facts, fromVersions: [version('old', { from: null, until: day })] }
    expect(recordSuccession(merger, listed)).toMatchObject({ ok: true, value: { ended: undefined } })
  })

  test('of what is left after a part went elsewhere on the same day ends the unit', () => {
    const split = { ...facts, known: [{ ...merger, toUnitId: 'other', extent: 'part' as const }] }
    expect(recordSuccession(merger, split)).toMatchObject({ ok: true, value: { ended: { after: { valid: { until: day } } } } })
  })

  test.for<readonly [string, Partial<Succession>, Partial<SuccessionFacts>, object]>([
    ['into itself', { toUnitId: 'old' }, {}, { code: 'org.succeeds-itself' }],
    [
      'of a unit that began that day',
      {},
      { fromVersions: [version('old', { from: day, until: null })] },
      { code: 'org.unit-not-in-force', details: { on: addDays(day, -1) } },
    ],
    [
      'of a unit that ended a day too early',
      {},
      { fromVersions: [version('old', { from: null, until: addDays(day, -1) })] },
      { code: 'org.unit-not-in-force' },
    ],
    [
      'into a unit that begins a day later',
      {},
      { toVersions: [version('new', { from: addDays(day, 1), until: null })] },
      { code: 'org.unit-not-in-force', details: { name: 'Xã new', on: day } },
    ],
    [
      'into a unit whose last day was the day before',
      {},
      { toVersions: [version('new', { from: null, until: day })] },
      { code: 'org.unit-not-in-force' },
    ],
    ['of a unit that others hang under', {}, { subordinates: 3 }, { code: 'org.has-subordinates', details: { count: 3 } }],
    [
      'of a unit that has a new version from that day',
      {},
      { fromVersions: [version('old', { from: null, until: day }), version('old', { from: day, until: null })] },
      { code: 'org.unit-lives-on', details: { on: day } },
    ],
    [
      'of a unit that gives a part of itself later',
      {},
      { known: [{ ...merger, toUnitId: 'other', on: addDays(day, 1), extent: 'part' }] },
      { code: 'org.unit-lives-on', details: { on: addDays(day, 1) } },
    ],
    [
      'of a unit that takes another in on that day',
      {},
      { known: [{ ...merger, fromUnitId: 'third', toUnitId: 'old' }] },
      { code: 'org.unit-lives-on', details: { on: day } },
    ],
    ['of a unit that went elsewhere as a whole', {}, { known: [{ ...merger, toUnitId: 'other' }] }, { code: 'org.merged-already' }],
    [
      'that comes straight back on the same day',
      { extent: 'part' },
      { known: [{ ...merger, fromUnitId: 'new', toUnitId: 'old', extent: 'part' }] },
      { code: 'org.succession-circle' },
    ],
    [
      'that comes back through a third unit',
      { extent: 'part' },
      {
        known: [
          { ...merger, fromUnitId: 'new', toUnitId: 'third', extent: 'part' },
          { ...merger, fromUnitId: 'third', toUnitId: 'old', extent: 'part' },
        ],
      },
      { code: 'org.succession-circle' },
    ],
  ])('is refused %s', ([, changes, others, refusal]) => {
    expect(recordSuccession({ ...merger, ...changes }, { ...facts, ...others })).toMatchObject({ ok: false, ...refusal })
  })

  test('may go back another day', () => {
    const back = { ...merger, fromUnitId: 'new', toUnitId: 'old', on: addDays(day, -30), extent: 'part' as const }
    expect(recordSuccession({ ...merger, extent: 'part' }, { ...facts, known: [back] }).ok).toBe(true)
  })
})

test('in whatever order units merge and split on one day, none gives and takes in a circle and none gives all twice', () => {
  const units = ['a', 'b', 'c', 'd', 'e']
  const unit = fc.constantFrom(...units)
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, unit, fc.boolean()), { maxLength: 15 }), asked => {
      const versions = new Map(units.map(id => [id, version(id, always)]))
      const told: Succession[] = []
      for (const [fromUnitId, toUnitId, isWhole] of asked) {
        const versionsOf = (id: string) => [versions.get(id) ?? version(id, always)]
        const decision = recordSuccession(
          { ...merger, fromUnitId, toUnitId, extent: isWhole ? 'whole' : 'part' },
          { fromVersions: versionsOf(fromUnitId), toVersions: versionsOf(toUnitId), subordinates: 0, known: told },
        )
        if (!decision.ok) continue
        told.push(decision.value.succession)
        if (decision.value.ended) versions.set(fromUnitId, decision.value.ended.after)
      }
      const wholes = told.filter(({ extent }) => extent === 'whole').map(({ fromUnitId }) => fromUnitId)
      expect(new Set(wholes).size).toBe(wholes.length)
      for (const { toUnitId } of told) expect(contains(versions.get(toUnitId)?.valid ?? always, day)).toBe(true)
      expect(told.filter(({ fromUnitId, toUnitId }) => arrives(toUnitId, fromUnitId, told))).toEqual([])
    }),
  )
})

/** Walks from giver to taker, at most as many steps as there are successions. */
function arrives(start: string, goal: string, told: readonly Succession[]): boolean {
  let here = new Set([start])
  for (const _ of told) {
    if (here.has(goal)) return true
    here = new Set(told.filter(({ fromUnitId }) => here.has(fromUnitId)).map(({ toUnitId }) => toUnitId))
  }
  return here.has(goal)
}

function version(unitId: string, valid: DateRange): OrgUnitVersion {
  return {
    id: `${unitId} ${valid.from} ${valid.until}`,
    unitId,
    name: `Xã ${unitId}`,
    kind: 'commune',
    parentUnitId: 'province',
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: `xã ${unitId}`,
    source: 'ví dụ',
    valid,
  }
}
