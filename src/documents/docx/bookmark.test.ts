import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockIdOf, bookmarkName } from './bookmark.ts'

test('the id of a block is read back from its bookmark', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.string({ maxLength: 7 })), id => {
      expect(blockIdOf(bookmarkName(id))).toBe(id)
    }),
  )
})

test('a bookmark is a name Word takes: 40 letters, digits and underscores', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), id => {
      expect(bookmarkName(id)).toMatch(/^[A-Za-z]\w{0,39}$/u)
    }),
  )
})

test('a long id still has one bookmark of its own, known again to who has the id', () => {
  const long = 'nhiệm-vụ-'.repeat(9)
  expect(bookmarkName(long)).toBe(bookmarkName(long))
  expect(bookmarkName(long)).not.toBe(bookmarkName(`${long}2`))
  expect(blockIdOf(bookmarkName(long))).toBeNull()
})

test('the bookmarks of others are none of ours', () => {
  expect(blockIdOf('_GoBack')).toBeNull()
})
