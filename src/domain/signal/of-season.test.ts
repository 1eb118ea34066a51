import { expect, test } from 'vitest'
import { aCandidate, aGathering, anArea, events } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { preparedFor } from '../title/prepared.ts'
import { ruleBookNamed } from '../title/rule-books.ts'
import { areaFactsOf } from './of-season.ts'

const book = ruleBookNamed('GDVH.ND122')
if (!book) throw new Error('the rule book of 122/2018/NĐ-CP is there')
const law = { book, prepared: preparedFor(book, null) }
const nothing = { areaName: 'Bản Trên', assessments: [], outcomes: new Map(), yearBefore: new Map(), decidedOn: null } as const
const met = events(
  { type: 'list', on: plainDate('2022-11-10'), leftOut: [] },
  { type: 'meet', on: plainDate('2022-11-20'), leftOut: [{ candidateId: 'b', reason: 'chưa đủ điểm' }], households: 61 },
)
const [a, b, c] = [aCandidate('a'), aCandidate('b'), aCandidate('c', { withdrawal: { on: plainDate('2022-11-01'), reason: 'chuyển đi' } })]

test('nobody has passed or failed before the meeting is concluded', () => {
  expect(areaFactsOf(anArea({ candidates: [a, b] }), law, nothing)).toMatchObject({ considered: [], households: 60, postedUntil: null })
})

test('until a decision whoever is proposed passes; whoever withdrew is not considered', () => {
  const { considered, households } = areaFactsOf(anArea({ candidates: [a, b, c], events: met }), law, nothing)
  expect(considered.map(({ householdId, passes }) => [householdId, passes])).toEqual([
    [a.subjectId, true],
    [b.subjectId, false],
  ])
  expect(households).toBe(61) // as many as there were when the meeting ended
})

test('a decision counts, and so does the year before where there was one', () => {
  const { considered } = areaFactsOf(anArea({ candidates: [a, b], events: met }), law, {
    ...nothing,
    outcomes: new Map([['a', 'failed']]),
    yearBefore: new Map([[a.subjectId, 'recognised']]),
  })
  expect(considered.map(({ passes, passedBefore }) => [passes, passedBefore])).toEqual([
    [false, true],
    [false, null],
  ])
})

function heldBy(changes: Parameters<typeof aGathering>[0]) {
  return areaFactsOf(anArea({ gatherings: [aGathering(changes)] }), law, nothing).gatherings[0]
}

test('a gathering agreed on everything when every vote of everybody present was for it', () => {
  expect(heldBy({ present: 40, list: { for: 40, against: 0, other: 0 } })).toMatchObject({ isUnanimous: true, households: 2 })
  expect(heldBy({ present: 40, list: { for: 39, against: 0, other: 1 } })?.isUnanimous).toBe(false)
  const exceptions = [{ candidateId: 'a', for: 10, against: 30, other: 0 }]
  expect(heldBy({ present: 40, list: null, exceptions })).toMatchObject({ isUnanimous: false, households: 1 })
})
