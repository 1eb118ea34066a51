import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countGiving, likeness, printPercent, readPercent, rounded, truncated } from './share.ts'

const percent = (text: string): NonNullable<ReturnType<typeof readPercent>> => {
  const read = readPercent(text)
  if (!read) throw new Error(`no percentage: ${text}`)
  return read
}

describe('a printed share', () => {
  test('23 of 188 communes is 12,2 % rounded and 12 % without digits', () => {
    expect(likeness(percent('12,2'), { numerator: 23, base: 188 })).toBe('rounded')
    expect(likeness(percent('12'), { numerator: 23, base: 188 })).toBe('rounded')
    expect(likeness(percent('12,3'), { numerator: 23, base: 188 })).toBe('neither')
  })

  test('2 of 3 is 66,7 % rounded, 66,6 % cut off, and nothing else', () => {
    const counts = { numerator: 2, base: 3 }
    expect(printPercent(rounded({ ...counts, digits: 1 }))).toBe('66,7')
    expect(printPercent(truncated({ ...counts, digits: 1 }))).toBe('66,6')
    expect(likeness(percent('66,6'), counts)).toBe('truncated')
    expect(likeness(percent('66,8'), counts)).toBe('neither')
  })

  test('79,9 % is of no count of 13 villages; of 204 it is 163', () => {
    expect(countGiving(percent('79,9'), 13)).toBe(null)
    expect(countGiving(percent('79,9'), 204)).toBe(163)
  })

  test('of none is no share', () => {
    expect(countGiving(percent('0'), 0)).toBe(null)
    expect(likeness(percent('100'), { numerator: 0, base: 0 })).toBe('neither')
  })

  test('is read with comma or dot and keeps its digits', () => {
    expect(printPercent(percent('79.90 %'))).toBe('79,90')
    expect(printPercent(percent('0,05'))).toBe('0,05')
    expect(readPercent('gần 80')).toBe(null)
  })
})

const counts = fc
  .record({ base: fc.integer({ min: 1, max: 400_000 }), part: fc.nat({ max: 400_000 }), digits: fc.integer({ min: 0, max: 3 }) })
  .map(({ base, part, digits }) => ({ base, numerator: part % (base + 1), digits }))

test('whatever two counts give, rounded or cut off, is possible', () => {
  fc.assert(
    fc.property(counts, each => {
      for (const printed of [rounded(each), truncated(each)]) {
        expect(likeness(printed, each)).not.toBe('neither')
        expect(countGiving(printed, each.base)).not.toBe(null)
        expect(readPercent(printPercent(printed))).toEqual(printed)
      }
    }),
  )
})

test('what no count gives is impossible, found by trying them all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc
        .integer({ min: 0, max: 2 })
        .chain(digits => fc.record({ digits: fc.constant(digits), scaled: fc.nat({ max: 100 * 10 ** digits }) })),
      (base, { digits, scaled }) => {
        const printed = { scaled: BigInt(scaled), digits }
        const all = Array.from({ length: base + 1 }, (_, numerator) => numerator)
        const giving = all.find(numerator => likeness(printed, { numerator, base }) !== 'neither') ?? null
        expect(countGiving(printed, base)).toBe(giving)
      },
    ),
  )
})
