import { expect, test } from 'vitest'
import { ballotsOf } from './ballots.ts'
import { faultyCells, pathsOf } from './points.ts'

test('only households with ballots of their own go out; who writes those who agreed means nobody disagreed', () => {
  expect(ballotsOf({ a: {}, b: { for: '40' }, c: { for: ' 10 ', against: '30', other: '' }, d: { for: ' ' } })).toEqual([
    { candidateId: 'b', for: 40, against: 0, other: 0 },
    { candidateId: 'c', for: 10, against: 30, other: 0 },
  ])
})

test('who counts no agreement, or no number, is asked', () => {
  expect(ballotsOf({ a: { against: '3' }, b: { for: 'mười' } })).toEqual([
    { candidateId: 'a', for: null, against: 3, other: 0 },
    { candidateId: 'b', for: Number.NaN, against: 0, other: 0 },
  ])
})

test('a sentence that names a row of what was sent marks the cell of its household', () => {
  const errors = { 'exceptions.1.for': 'Đồng ý: chưa nhập', place: 'Địa điểm: chưa nhập' }
  expect([...faultyCells({ errors, sent: ['a', 'b'], path: pathsOf.votes })]).toEqual([['b', 'for']])
})
