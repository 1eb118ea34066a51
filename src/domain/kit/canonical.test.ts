import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('the same facts have the same text in whatever order they were written down', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'ơ' }] })).toBe(canonicalJson({ a: [{ c: 'ơ', d: null }], b: 1 }))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), facts => {
      const reversed = Object.fromEntries(Object.entries(facts).toReversed())
      expect(canonicalJson(reversed)).toBe(canonicalJson(facts))
    }),
  )
})

test('the text reads back as the facts, and a different fact has a different text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), facts => {
      expect(JSON.parse(canonicalJson(facts))).toEqual(JSON.parse(JSON.stringify(facts)))
    }),
  )
  expect(canonicalJson({ count: 58 })).not.toBe(canonicalJson({ count: '58' }))
})

test('what is not there leaves no trace; in a list its place is kept', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  expect(canonicalJson([undefined, 1])).toBe('[null,1]')
  expect(canonicalJson(undefined)).toBe('null')
})
