import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { Rule } from '../title/prepared.ts'
import type { Share } from '../title/rule-book.ts'
import { checkGathering, count, type Gathering, isStopped, minutesHeld } from './meeting.ts'

const sixtyOfConvened = rule({ percent: 60, strictly: false, of: 'convened' })
const sixtyOfPresent = rule({ percent: 60, strictly: false, of: 'present' })
const rules = { quorum: sixtyOfConvened, consent: sixtyOfPresent, households: 50 }

describe('a gathering', () => {
  test('has no more people than were convened, and no more votes than people', () => {
    expect(checkGathering(gathering({ convened: 40, present: 41 }), [])).toMatchObject({ code: 'season.more-present-than-convened' })
    const votes = { for: 20, against: 5, other: 6 }
    expect(checkGathering(gathering({ present: 30, list: votes }), [])).toMatchObject({
      code: 'season.more-votes-than-present',
      details: { votes: 31, present: 30 },
    })
  })

  test('ends after it began, where the hours are written down', () => {
    expect(checkGathering(gathering({ startClock: '19:30', endClock: '19:30' }), [])).toMatchObject({ code: 'season.ended-before-begun' })
    expect(checkGathering(gathering({ startClock: '19:30', endClock: '21:05' }), []).ok).toBe(true)
    expect(minutesHeld({ startClock: '19:30', endClock: '21:05' })).toBe(95)
    expect(minutesHeld({ startClock: '19:30', endClock: null })).toBeNull()
  })

  test('names no more absent people than did not come', () => {
    const absent = ['Lò Văn An', 'Quàng Thị Bình']
    expect(checkGathering(gathering({ convened: 31, present: 30, absent }), [])).toMatchObject({ code: 'season.more-absent-than-missing' })
    expect(checkGathering(gathering({ convened: 32, present: 30, absent }), []).ok).toBe(true)
  })

  test('votes on households of its list only, on each once', () => {
    const exception = { candidateId: 'a', for: 1, against: 0, other: 0 }
    expect(checkGathering(gathering({ exceptions: [exception] }), ['b'])).toMatchObject({ code: 'season.unknown-candidate' })
    expect(checkGathering(gathering({ exceptions: [exception, exception] }), ['a'])).toMatchObject({ code: 'season.voted-twice' })
  })
})

describe('the count', () => {
  test('holds 60 % in whole numbers: 27 of 45 is enough, 26 is not', () => {
    expect(consentOf(27)?.isReached).toBe(true)
    expect(consentOf(26)?.isReached).toBe(false)
  })

  test('measures quorum by those convened', () => {
    expect(quorumOf(27)).toMatchObject({ isReached: true, part: 27, whole: 45 })
    expect(isStopped(quorumOf(26))).toBe(true)
  })

  test('takes the list for everybody but the exceptions', () => {
    const held = gathering({
      list: { for: 30, against: 0, other: 0 },
      exceptions: [{ candidateId: 'b', for: 10, against: 15, other: 5 }],
    })
    const [a, b] = count([held], ['a', 'b'], rules).candidates
    expect(a).toMatchObject({ votes: { for: 30 }, consent: { isReached: true } })
    expect(b).toMatchObject({ votes: { for: 10, against: 15, other: 5 }, consent: { isReached: false } })
  })

  test('adds clusters up, and knows no result where one cluster did not vote', () => {
    const [upper, lower] = [
      gathering({ form: 'cluster', convened: 20, present: 15 }),
      gathering({ form: 'cluster', convened: 30, present: 20 }),
    ]
    expect(count([upper, lower], [], rules)).toMatchObject({ convened: 50, present: 35 })
    const voted = { ...upper, list: { for: 15, against: 0, other: 0 } }
    expect(count([voted, lower], ['a'], rules).candidates[0]).toEqual({ candidateId: 'a', votes: null, consent: null })
  })

  test('does not convene anybody twice whose ballot was carried to the door', () => {
    const held = gathering({ convened: 50, present: 25, list: { for: 20, against: 5, other: 0 } })
    const doors = gathering({ form: 'doorToDoor', convened: 25, present: 10, list: { for: 10, against: 0, other: 0 } })
    expect(count([held, doors], ['a'], rules)).toMatchObject({
      convened: 50,
      present: 35,
      candidates: [{ votes: { for: 30, against: 5 } }],
    })
    expect(count([doors], [], rules)).toMatchObject({ convened: 25, present: 10 })
  })

  test('warns and stops nobody where the law is silent', () => {
    const warning = { ...rule({ percent: 50, strictly: true, of: 'households' }), blocks: false }
    const held = gathering({ present: 25, list: { for: 25, against: 0, other: 0 } })
    const [counted] = count([held], ['a'], { quorum: null, consent: warning, households: 50 }).candidates
    expect(counted?.consent).toMatchObject({ isReached: false, part: 25, whole: 50 })
    expect(isStopped(counted?.consent ?? null)).toBe(false)
  })

  test('does not depend on the order gatherings were written down in', () => {
    const votes = fc.record({ for: fc.nat(20), against: fc.nat(20), other: fc.nat(20) })
    const any = fc.record({ convened: fc.nat(60), present: fc.nat(60), list: votes }).map(parts => gathering(parts))
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.array(any, { minLength: 4, maxLength: 4 }), (order, held) => {
        const shuffled = order.flatMap(at => held[at] ?? [])
        expect(count(shuffled, ['a'], rules)).toEqual(count(held, ['a'], rules))
      }),
    )
  })
})

function consentOf(votes: number) {
  const list = { for: votes, against: 45 - votes, other: 0 }
  return count([gathering({ convened: 45, present: 45, list })], ['a'], rules).candidates[0]?.consent
}

function quorumOf(present: number) {
  return count([gathering({ convened: 45, present })], [], rules).quorum
}

function rule(value: Share): Rule<Share> {
  return { key: 'test', clause: 'Điều 9', value, blocks: true }
}

function gathering(changes: Partial<Gathering>): Gathering {
  return {
    id: 'gathering',
    seasonId: 'season',
    areaUnitId: 'area',
    sitting: 1,
    heldOn: plainDate('2022-11-20'),
    place: 'Nhà văn hóa bản',
    startClock: null,
    endClock: null,
    form: 'whole',
    way: 'hands',
    convened: 50,
    present: 30,
    absent: [],
    list: null,
    exceptions: [],
    proceedings: '',
    ...changes,
  }
}
