import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastPart } from './least-part.ts'
import { reaches } from './rule-book.ts'

test('more than half of ten is six, from 60 % of 45 is 27', () => {
  expect(leastPart({ percent: 50, strictly: true }, 10)).toBe(6)
  expect(leastPart({ percent: 60, strictly: false }, 45)).toBe(27)
})

test('whoever is told how many it takes reaches the share with them, and not with one less', () => {
  const shares = fc.record({ percent: fc.integer({ min: 1, max: 100 }), strictly: fc.boolean() })
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 5000 }), (share, whole) => {
      const least = leastPart(share, whole)
      expect(reaches(share, least, whole)).toBe(true)
      expect(reaches(share, least - 1, whole)).toBe(false)
    }),
  )
})
