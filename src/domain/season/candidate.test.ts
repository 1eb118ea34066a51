import { describe, expect, test } from 'vitest'
import { aCandidate } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { carryOver, registerCandidate, withdrawCandidate } from './candidate.ts'

const today = plainDate('2022-06-15')
const open = { existing: [], openedOn: plainDate('2022-01-01'), isClosed: false }

describe('registering a household', () => {
  test('is done once in a season, while the list is open, and not ahead of the day', () => {
    const candidate = aCandidate('a')
    expect(registerCandidate(candidate, open, today).ok).toBe(true)
    expect(registerCandidate({ ...candidate, id: 'again' }, { ...open, existing: [candidate] }, today)).toMatchObject({
      code: 'season.already-registered',
    })
    expect(registerCandidate(candidate, { ...open, isClosed: true }, today)).toMatchObject({ code: 'season.list-closed' })
    expect(registerCandidate(candidate, open, plainDate('2022-01-09'))).toMatchObject({ code: 'season.in-future' })
  })

  test('that was withdrawn may be done anew', () => {
    const withdrawn = { ...aCandidate('a'), withdrawal: { on: today, reason: 'ghi nhầm' } }
    expect(registerCandidate({ ...withdrawn, id: 'again', withdrawal: null }, { ...open, existing: [withdrawn] }, today).ok).toBe(true)
  })

  test('is withdrawn until it is decided, and not before it began', () => {
    const candidate = aCandidate('a')
    const withdrawal = { on: today, reason: 'chuyển đi' }
    expect(withdrawCandidate(candidate, withdrawal, { isDecided: false, today })).toMatchObject({ value: { withdrawal } })
    expect(withdrawCandidate(candidate, withdrawal, { isDecided: true, today })).toMatchObject({ code: 'season.decided-already' })
    const early = { ...withdrawal, on: plainDate('2022-01-09') }
    expect(withdrawCandidate(candidate, early, { isDecided: false, today })).toMatchObject({ code: 'season.withdrawn-before-registered' })
  })
})

describe("carrying last year's list over", () => {
  const last = ['a', 'b', 'c', 'd'].map(id => aCandidate(id))
  const living = last.map(({ subjectKind, subjectId, partitionId, headName, address, poverty }) => ({
    subjectKind,
    subjectId,
    partitionId,
    headName,
    address,
    poverty,
  }))

  test('takes only households still living in the area, and names what changed', () => {
    const now = living.filter(({ subjectId }) => subjectId !== 'household-b')
    const changed = now.map(one => (one.subjectId === 'household-c' ? { ...one, headName: 'Lò Văn Con' } : one))
    const carried = carryOver(last, { living: changed, existing: [] })
    expect(carried.goingOn.map(({ applicant, changes }) => [applicant.subjectId, changes])).toEqual([
      ['household-a', []],
      ['household-c', [{ what: 'headName', was: 'Lò Văn c', is: 'Lò Văn Con' }]],
      ['household-d', []],
    ])
    expect(carried.gone.map(({ id }) => id)).toEqual(['b'])
  })

  test('leaves alone who is registered already, and who withdrew', () => {
    const withdrawn = last.map(candidate =>
      candidate.id === 'd' ? { ...candidate, withdrawal: { on: today, reason: 'thôi' } } : candidate,
    )
    const carried = carryOver(withdrawn, { living, existing: [aCandidate('a')] })
    expect(carried.goingOn.map(({ applicant }) => applicant.subjectId)).toEqual(['household-b', 'household-c'])
    expect(carried.alreadyRegistered.map(({ id }) => id)).toEqual(['a'])
  })
})
