import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { mayEdit, nextNumber, nextStep, numbersBefore, type ReportEventType, reportStates, sendBack, stateOf, takeStep } from './life.ts'

const hash = 'a'
const events = (...types: ReportEventType[]) => types.map(type => ({ type, contentHash: hash }))
const untilSubmitted: ReportEventType[] = ['composed', 'contentChecked', 'formChecked', 'submitted']
const steps: ReportEventType[] = [...untilSubmitted.slice(1), 'signedOff', 'numbered', 'issued']

describe('the way out of the house', () => {
  test('goes step by step: no step is skipped, none is taken twice', () => {
    const taken: ReportEventType[] = ['composed']
    for (const state of reportStates.slice(0, -1)) {
      const next = nextStep[state]
      if (next === null) throw new Error('too short')
      for (const other of Object.values(nextStep))
        if (other !== null && other !== next) expect(takeStep(other, events(...taken), hash)).toMatchObject({ code: 'report.wrong-step' })
      expect(takeStep(next, events(...taken), hash).ok).toBe(true)
      taken.push(next)
    }
    expect(stateOf(events(...taken))).toBe('issued')
  })

  test('a check stands for the text that was checked and no other', () => {
    expect(takeStep('formChecked', events('composed', 'contentChecked'), 'another text')).toMatchObject({ code: 'report.text-changed' })
  })

  test('the text changes in a draft only', () => {
    expect(mayEdit(events('composed')).ok).toBe(true)
    expect(mayEdit(events('composed', 'contentChecked'))).toMatchObject({ code: 'report.sealed' })
    expect(mayEdit(events('composed', 'contentChecked', 'sentBack')).ok).toBe(true)
  })

  test('what was submitted is sealed: sent back, it becomes a new version; before, it does not', () => {
    expect(sendBack(events(...untilSubmitted), 1)).toMatchObject({ value: { version: 2 } })
    expect(sendBack(events('composed', 'contentChecked'), 1)).toMatchObject({ value: { version: 1 } })
  })

  test('it is sent back from every state but the draft and the issued', () => {
    for (const [i, state] of reportStates.entries()) {
      const answer = sendBack(events('composed', ...steps.slice(0, i)), 1)
      expect(answer.ok).toBe(state !== 'draft' && state !== 'issued')
    }
  })
})

describe('numbers', () => {
  const day = plainDate('2022-06-15')
  const facts = { on: day, signedOn: day, today: day }

  test('begin at 01 and follow one another', () => {
    expect(nextNumber(null, facts)).toMatchObject({ value: 1 })
    expect(nextNumber({ number: 41, on: day }, facts)).toMatchObject({ value: 42 })
  })

  test.for([
    ['without a signature', { ...facts, signedOn: null }, null, 'report.number-without-signature'],
    ['on a day to come', { ...facts, on: plainDate('2022-06-16') }, null, 'report.day-in-future'],
    ['on a day before the signature', { ...facts, on: plainDate('2022-06-14') }, null, 'report.day-before-signature'],
    ['on a day before the last number', facts, { number: 3, on: plainDate('2022-06-16') }, 'report.day-before-last-number'],
  ] as const)('are not given %s', ([, given, last, code]) => {
    expect(nextNumber(last, given)).toMatchObject({ ok: false, code })
  })

  test('stay with a document that was returned while they are the last of their series, and are given up when they are not', () => {
    const given = { number: 5, on: day }
    const later = plainDate('2022-06-17')
    const again = (last: { number: number; on: typeof day }, on = later) =>
      nextNumber(numbersBefore(given, last, on), { on, signedOn: later, today: later })
    expect(again(given)).toMatchObject({ value: 5 })
    expect(again({ number: 6, on: plainDate('2022-06-16') })).toMatchObject({ value: 7 })
    const newYear = plainDate('2023-01-04')
    expect(
      nextNumber(numbersBefore(given, { number: 5, on: newYear }, newYear), { on: newYear, signedOn: later, today: newYear }),
    ).toMatchObject({
      value: 6,
    })
  })

  test('never leave a gap nor come twice, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }), offsets => {
        let last: { number: number; on: typeof day } | null = null
        const given: number[] = []
        for (const offset of offsets) {
          const on = plainDate(`2022-06-${String(15 + offset).padStart(2, '0')}`)
          const answer = nextNumber(last, { on, signedOn: plainDate('2022-06-10'), today: plainDate('2022-06-20') })
          if (!answer.ok) continue
          given.push(answer.value)
          last = { number: answer.value, on }
        }
        expect(given).toEqual(given.map((_, i) => i + 1))
      }),
    )
  })
})
