import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  capitalise,
  cleanText,
  compareFullName,
  compareText,
  formatCount,
  formatNumber,
  isPlainText,
  lowerFirst,
  searchKey,
} from './text.ts'

describe('text from outside', () => {
  test('is trimmed and composed, whichever keyboard wrote it', () => {
    expect(cleanText(' Chiềng Hặc\t'.normalize('NFD'))).toBe('Chiềng Hặc')
  })

  test('keeps what is no accent: ½ stays ½, № stays №', () => {
    expect(cleanText('½ № ①')).toBe('½ № ①')
  })

  test('loses signs nobody sees, so that two equal codes are equal', () => {
    expect(cleanText('\ufeff41/KH\u200b-UBND\u202e')).toBe('41/KH-UBND')
  })

  test('is plain when every sign can be stored and printed', () => {
    for (const text of ['Chiềng Hặc', 'dòng một\n\tdòng hai', '½ № 3.000 ₫']) expect(isPlainText(text)).toBe(true)
    for (const sign of ['\0', '\x1b', '\x7f', '\ud800', '\uffff', '\u2028']) expect(isPlainText(`a${sign}b`)).toBe(false)
  })

  test('cleaned twice is as cleaned once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})

describe('the search key', () => {
  test('finds places typed without diacritics, in capitals, with stray spaces', () => {
    expect(searchKey('  Ủy ban  nhân dân xã Đoàn Kết ')).toBe('uy ban nhan dan xa doan ket')
    expect(searchKey('41/KH-UBND')).toBe('41/kh-ubnd')
  })

  test('is one for Chiềng Hắc and Chiềng Hặc: it is never an identity', () => {
    expect(searchKey('Chiềng Hắc')).toBe(searchKey('Chiềng Hặc'))
  })

  test('of any text has no diacritics, no đ, no double or outer space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(searchKey(text).normalize('NFD')).not.toMatch(/[đĐ]|\s\s|^\s|\s$/u)
      }),
    )
  })

  const syllables = ['Chiềng', 'HẶC', 'đồng', 'Ơn', 'Ủy', 'ặ', 'Ữ', 'ĩ', 'Ỵ', ' ', '12/QĐ']
  test('of Vietnamese text is plain letters, and taken twice is as taken once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables)), words => {
        const text = words.join(' ')
        expect(searchKey(text)).toMatch(/^[a-z0-9/ ]*$/u)
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text))
      }),
    )
  })
})

describe('order', () => {
  test('is that of a Vietnamese dictionary, numbers by value', () => {
    const sorted = ['a', 'ă', 'â', 'bản 2', 'bản 10', 'd', 'đ', 'o', 'ô', 'ơ']
    expect(sorted.toReversed().toSorted(compareText)).toEqual(sorted)
  })

  test('of people goes by given name first', () => {
    expect(['Cầm Thị Bình', 'Lò Văn An', 'Hà Thị An'].toSorted(compareFullName)).toEqual(['Hà Thị An', 'Lò Văn An', 'Cầm Thị Bình'])
    expect(compareFullName('An', 'Lò An')).toBeLessThan(0)
    expect(compareFullName('Lò An', 'Lò An')).toBe(0)
  })
})

describe('first letters', () => {
  test('change alone, Đ and Ủ included', () => {
    expect(capitalise('đoàn Thanh niên')).toBe('Đoàn Thanh niên')
    expect(lowerFirst('Ủy ban nhân dân')).toBe('ủy ban nhân dân')
    expect(capitalise('') + lowerFirst('')).toBe('')
  })
})

describe('numbers in print', () => {
  test('have dots for thousands and a comma for decimals', () => {
    expect(formatNumber(3000)).toBe('3.000')
    expect(formatNumber(1234567.89, 1)).toBe('1.234.567,9')
    expect(formatNumber(90.7, 1)).toBe('90,7')
    expect(formatNumber(100, 2)).toBe('100')
    expect(formatNumber(-1500)).toBe('-1.500')
  })

  test('of things counted have two digits below ten, as administrative documents write', () => {
    expect([formatCount(8), formatCount(10), formatCount(113), formatCount(2898)]).toEqual(['08', '10', '113', '2.898'])
  })

  test('say what they were, for any whole number and any tenth', () => {
    fc.assert(
      fc.property(fc.integer(), value => {
        expect(read(formatNumber(value))).toBe(value)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), tenths => {
        expect(read(formatNumber(tenths / 10, 1))).toBe(tenths / 10)
      }),
    )
  })
})

function read(text: string): number {
  return Number(text.replaceAll('.', '').replace(',', '.'))
}
