import { expect, it } from 'vitest'
import { markFound } from './mark-found.ts'

const found = (text: string, search: string): string =>
  markFound(text, search)
    .map(piece => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('')

it('marks the words typed without diacritics where they stand with them', () => {
  expect(found('Xây dựng đời sống văn hóa', 'doi song')).toBe('Xây dựng [đời] [sống] văn hóa')
  expect(found('41/KH-UBND', '41/kh')).toBe('[41/KH]-UBND')
  expect(found('Quyết định', 'ĐỊNH')).toBe('Quyết [định]')
})

it('marks every place, and each word by itself', () => {
  expect(found('văn bản, văn hóa', 'hóa văn')).toBe('[văn] bản, [văn] [hóa]')
})

it('marks one letter at the start of words only', () => {
  expect(found('Thực hiện năm 2022', 'h')).toBe('Thực [h]iện năm 2022')
})

it('marks nothing while nothing is typed, and loses no letter', () => {
  expect(markFound('Kế hoạch', ' ')).toEqual([{ text: 'Kế hoạch', isFound: false }])
  expect(markFound('', 'a')).toEqual([])
  expect(markFound('Kế hoạch'.normalize('NFD'), 'ke').map(piece => piece.text)).toEqual(['Kế', ' hoạch'])
})
