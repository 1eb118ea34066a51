import { describe, expect, test } from 'vitest'
import { changedRows, readPoints, totalOf } from './points.ts'

describe('points typed into the grid', () => {
  test('are read with a comma or a dot; an empty cell is no point, not zero', () => {
    expect([readPoints('4,5'), readPoints(' 4.5 '), readPoints('0'), readPoints('')]).toEqual([4.5, 4.5, 0, undefined])
    expect(readPoints('bốn')).toBeNaN()
  })

  test('go out row by row, only where something was typed, and whole', () => {
    const before = { a: { I: '30' }, b: { I: '20', II: '10' } }
    const cells = { a: { I: '30' }, b: { I: '25', II: '10' }, c: { I: '' } }
    expect(changedRows(cells, before)).toEqual([{ candidateId: 'b', points: { I: 25, II: 10 } }])
  })

  test('add up without the dust of binary fractions', () => {
    expect(totalOf({ I: '0,1', II: '0,2', III: '' })).toBe(0.3)
  })
})
