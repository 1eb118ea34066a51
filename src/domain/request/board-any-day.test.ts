import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { boardOn, countBoard, type Standing, standings } from './board.ts'
import type { Obligation } from './request.ts'
import { answerReturn, handIn, type ReturnEventType, sendReturnBack } from './return.ts'

// A clerk with a list of names, who crosses off what happens as it happens, beside the board of any day.

const cutoff = plainDate('2025-06-14')
const dueOn = plainDate('2025-06-18')
const lastDay = 20
const obligations: Obligation[] = Array.from({ length: 12 }, (_, i) => ({
  requestId: 'r',
  unitId: String(i),
  level: i < 8 ? 'area' : 'commune',
  toUnitId: i < 8 ? String(8 + (i % 4)) : 'province',
  dueOn,
  sinceVersion: 0,
}))

type Act = { readonly unit: number; readonly does: 'handIn' | 'sendBack' | 'accept' }
type Told = { readonly type: ReturnEventType; readonly version: number; readonly on: PlainDate }

const anyDay = fc.array(
  fc.record({ unit: fc.nat(obligations.length - 1), does: fc.constantFrom<Act['does']>('handIn', 'handIn', 'sendBack', 'accept') }),
  { maxLength: 6 },
)

test('the counts of every day are those of a clerk who kept the list by hand', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { maxLength: lastDay, minLength: lastDay }), days => {
      const told = new Map<string, Told[]>(obligations.map(({ unitId }) => [unitId, []]))
      const list = new Map<string, { where: Standing; came: PlainDate | null; wasAccepted: boolean }>()
      const pages: { on: PlainDate; where: Record<Standing, number>; handedIn: number; onTime: number }[] = []
      for (const [n, acts] of days.entries()) {
        const on = addDays(cutoff, n)
        for (const act of acts) cross(act, on, { told: told.get(String(act.unit)) ?? [], list })
        pages.push({ on, ...readOff(list, on) })
      }
      for (const { on, where, handedIn, onTime } of pages) {
        const counts = countBoard(boardOn(obligations, unitId => told.get(unitId) ?? [], on))
        expect(counts).toEqual({ ...where, of: obligations.length, handedIn, onTime })
      }
    }),
    { numRuns: 60 },
  )
})

type List = Map<string, { where: Standing; came: PlainDate | null; wasAccepted: boolean }>

/** What the rules let happen goes into the history; the clerk only writes where the unit stands now. */
function cross({ unit, does }: Act, on: PlainDate, { told, list }: { told: Told[]; list: List }): void {
  const key = String(unit)
  const line = list.get(key) ?? { where: 'notYet', came: null, wasAccepted: false }
  const version = told.at(-1)?.version ?? 0
  if (does === 'handIn') {
    const done = handIn(told, { today: on, cutoff, reason: 'đếm lại', isChanged: true })
    if (!done.ok) return
    told.push({ ...done.value, on })
    list.set(key, { ...line, where: line.wasAccepted ? 'corrected' : 'sent', came: line.came ?? on })
  } else if (does === 'sendBack') {
    if (!sendReturnBack(told, { version, reason: 'xem lại', remarks: [] }).ok) return
    told.push({ type: 'sentBack', version, on })
    list.set(key, { ...line, where: line.wasAccepted ? 'accepted' : 'sentBack' })
  } else {
    if (!answerReturn(told, version).ok) return
    told.push({ type: 'accepted', version, on })
    list.set(key, { ...line, where: 'accepted', wasAccepted: true })
  }
}

function readOff(list: List, on: PlainDate) {
  const lines = obligations.map(({ unitId }) => list.get(unitId) ?? { where: 'notYet' as const, came: null })
  const placed = lines.map(({ where }) => (where === 'notYet' && on > dueOn ? 'overdue' : where))
  return {
    where: Object.fromEntries(standings.map(standing => [standing, placed.filter(one => one === standing).length])) as Record<
      Standing,
      number
    >,
    handedIn: lines.filter(({ came }) => came !== null).length,
    onTime: lines.filter(({ came }) => came !== null && came <= dueOn).length,
  }
}
