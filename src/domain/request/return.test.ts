import { describe, expect, test } from 'vitest'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { answerReturn, firstSentOn, handIn, type ReturnEventType, sendReturnBack, standingVersion, stateOfReturn } from './return.ts'

const day = (n: number): PlainDate => plainDate(`2025-06-${n}`)
const told = (...types: [ReturnEventType, number][]) => types.map(([type, version], i) => ({ type, version, on: day(16 + i) }))
const facts = { today: day(16), cutoff: day(14), reason: '', isChanged: true }

describe('what a unit hands in', () => {
  test('is sealed as a version each time, and waits until somebody answers', () => {
    expect(handIn([], facts)).toMatchObject({ value: { type: 'sent', version: 1 } })
    expect(handIn(told(['sent', 1]), facts)).toMatchObject({ code: 'return.waits-for-answer' })
    expect(handIn(told(['sent', 1], ['sentBack', 1]), facts)).toMatchObject({ value: { type: 'sent', version: 2 } })
  })

  test('does not come before the last day its figures cover is over', () => {
    expect(handIn([], { ...facts, today: day(14) })).toMatchObject({ code: 'return.before-cutoff' })
  })

  test('changes after it was accepted only with a reason, and only where something changes', () => {
    const accepted = told(['sent', 1], ['accepted', 1])
    expect(handIn(accepted, { ...facts, isChanged: false, reason: 'đếm lại' })).toMatchObject({ code: 'return.unchanged' })
    expect(handIn(accepted, facts)).toMatchObject({ code: 'return.needs-reason' })
    expect(handIn(accepted, { ...facts, reason: 'đếm lại' })).toMatchObject({ value: { type: 'corrected', version: 2 } })
  })
})

describe('whose figures count', () => {
  test.each([
    ['nothing before it is handed in', [], null],
    ['what was sent', [['sent', 1]], 1],
    [
      'not what was sent back',
      [
        ['sent', 1],
        ['sentBack', 1],
      ],
      null,
    ],
    [
      'what was accepted, while a correction waits',
      [
        ['sent', 1],
        ['accepted', 1],
        ['corrected', 2],
      ],
      1,
    ],
    [
      'the correction once it is accepted',
      [
        ['sent', 1],
        ['accepted', 1],
        ['corrected', 2],
        ['accepted', 2],
      ],
      2,
    ],
    [
      'still what was accepted, where the correction is sent back',
      [
        ['sent', 1],
        ['accepted', 1],
        ['corrected', 2],
        ['sentBack', 2],
      ],
      1,
    ],
  ] as [string, [ReturnEventType, number][], number | null][])('%s', (_, types, version) => {
    expect(standingVersion(told(...types))).toBe(version)
  })

  test('a correction sent back leaves the report accepted', () => {
    expect(stateOfReturn(told(['sent', 1], ['accepted', 1], ['corrected', 2], ['sentBack', 2]))).toBe('accepted')
  })
})

describe('who answers', () => {
  test('answers the version they looked at, or is told that a newer one has come', () => {
    expect(answerReturn(told(['sent', 1]), 1)).toMatchObject({ ok: true })
    expect(answerReturn(told(['sent', 1], ['sentBack', 1], ['sent', 2]), 1)).toMatchObject({ code: 'return.other-version' })
    expect(answerReturn(told(['sent', 1], ['accepted', 1]), 1)).toMatchObject({ code: 'return.nothing-to-answer' })
  })

  test('says what is to be mended', () => {
    const remarks = [{ at: { kind: 'cell', key: 'GDVH.DK' }, text: 'Nhiều hơn tổng số hộ' }] as const
    expect(sendReturnBack(told(['sent', 1]), { version: 1, reason: ' ', remarks: [] })).toMatchObject({ code: 'return.needs-reason' })
    expect(sendReturnBack(told(['sent', 1]), { version: 1, reason: '', remarks })).toMatchObject({ ok: true })
  })

  test('does not unmake the day a report first came', () => {
    expect(firstSentOn(told(['sent', 1], ['sentBack', 1], ['sent', 2]))).toBe(day(16))
  })
})
