import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { boardOn, countBoard, standings } from './board.ts'
import type { Obligation } from './request.ts'
import type { ReturnEventType } from './return.ts'

const dueOn = plainDate('2025-06-18')
const obligations: Obligation[] = Array.from({ length: 75 }, (_, i) => ({
  requestId: 'r',
  unitId: `xã ${i + 1}`,
  level: 'commune',
  toUnitId: 'province',
  dueOn,
  sinceVersion: 0,
}))
const sent = (on: PlainDate) => [{ type: 'sent', version: 1, on }] as const

/** Six communes on the due day, six more a day later, the rest never. */
const eventsOf = (unitId: string) => {
  const number = Number(unitId.slice(3))
  return number <= 6 ? sent(dueOn) : number <= 12 ? sent(addDays(dueOn, 1)) : []
}

describe('the board of a day', () => {
  test('six of 75 on the due day: the others are not late before it is over', () => {
    const counts = countBoard(boardOn(obligations, eventsOf, dueOn))
    expect(counts).toMatchObject({ of: 75, handedIn: 6, onTime: 6, sent: 6, notYet: 69, overdue: 0 })
  })

  test('a day later twelve have come, six of them late, and 63 are awaited', () => {
    const counts = countBoard(boardOn(obligations, eventsOf, addDays(dueOn, 1)))
    expect(counts).toMatchObject({ handedIn: 12, onTime: 6, sent: 12, notYet: 0, overdue: 63 })
  })

  test('yesterday’s board is still what it was', () => {
    expect(countBoard(boardOn(obligations, eventsOf, addDays(dueOn, -1)))).toMatchObject({ handedIn: 0, notYet: 75 })
  })

  test('on any day, whatever happened, every unit stands in one place', () => {
    const type = fc.constantFrom<ReturnEventType>('sent', 'sentBack', 'accepted', 'corrected')
    const event = fc.record({ type, version: fc.constant(1), on: fc.integer({ min: -9, max: 9 }).map(n => addDays(dueOn, n)) })
    const histories = fc.array(
      fc.array(event, { maxLength: 4 }).map(events => events.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
      { maxLength: 75 },
    )
    fc.assert(
      fc.property(histories, fc.integer({ min: -10, max: 10 }), (told, n) => {
        const counts = countBoard(boardOn(obligations, unitId => told[Number(unitId.slice(3)) - 1] ?? [], addDays(dueOn, n)))
        expect(standings.reduce((sum, standing) => sum + counts[standing], 0)).toBe(75)
      }),
    )
  })
})
