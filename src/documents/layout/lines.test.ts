import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { breakLines } from './break-lines.ts'
import { addresseeLines, appendixLabel, numberLine, placeAndDateLine, recipientLines } from './lines.ts'
import { checkFonts, measureText } from './measure.ts'

test('a number below ten takes a zero, a missing one leaves room to write', () => {
  expect(numberLine({ number: 5, symbol: 'BC-VPUB' })).toBe('Số: 05/BC-VPUB')
  expect(numberLine({ number: 105, symbol: 'BC-VPUB' })).toBe('Số: 105/BC-VPUB')
  expect(numberLine({ number: null, symbol: 'BC-VPUB' })).toMatch(/^Số:\u00a0{6,}\/BC-VPUB$/u)
})

test('days below ten and the first two months take a zero, a missing day leaves room', () => {
  const lines = ['2026-01-05', '2026-03-15'].map(day => placeAndDateLine({ place: 'Sơn La', day: plainDate(day), year: 2026 }))
  expect(lines).toEqual(['Sơn La, ngày 05 tháng 01 năm 2026', 'Sơn La, ngày 15 tháng 3 năm 2026'])
  expect(placeAndDateLine({ place: 'Sơn La', day: null, year: 2022 })).toMatch(/^Sơn La, ngày\s+tháng\s+năm 2022$/u)
})

test('recipients end with semicolons and the archive with a full stop', () => {
  expect(recipientLines({ lines: ['Như trên', 'UBND tỉnh'], archive: 'VT, KGVX' })).toEqual([
    '- Như trên;',
    '- UBND tỉnh;',
    '- Lưu: VT, KGVX.',
  ])
})

test('one addressee stands alone, several are listed', () => {
  expect(addresseeLines(['UBND tỉnh'])).toEqual(['UBND tỉnh'])
  expect(addresseeLines(['Các sở', 'Các xã'])).toEqual(['- Các sở;', '- Các xã.'])
})

test('appendices are numbered only where there are several', () => {
  expect(appendixLabel(0, 1)).toBe('Phụ lục')
  expect([0, 3, 8, 13].map(i => appendixLabel(i, 14))).toEqual(['Phụ lục I', 'Phụ lục IV', 'Phụ lục IX', 'Phụ lục XIV'])
})

describe('centred lines', () => {
  const box = { face: 'bold', size: 14, width: 411 } as const

  test('a short subject stays on one line', () => {
    expect(breakLines('Họp Ban Chỉ đạo quý IV năm 2026', box)).toEqual(['Họp Ban Chỉ đạo quý IV năm 2026'])
  })

  test('no line is wider than its box, none is lost', () => {
    const text = 'Kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”, 6 tháng đầu năm 2022'
    const lines = breakLines(text, box)
    expect(lines.join(' ')).toBe(text)
    expect(lines.every(line => measureText(line, 'bold', 14) <= box.width)).toBe(true)
    expect(lines).toHaveLength(2)
  })

  test('no line begins with a number or a dash', () => {
    const lines = breakLines('Triển khai Chương trình giai đoạn 2022 - 2026 trên địa bàn tỉnh Sơn La và các xã, phường thuộc tỉnh', box)
    expect(lines.filter(line => /^[\d-]/u.test(line))).toEqual([])
  })

  test('a word wider than its box stands alone', () => {
    expect(breakLines('a bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb c', { ...box, width: 60 })).toHaveLength(3)
  })
})

test('the fonts have every Vietnamese letter and the widths of Times New Roman', () => {
  expect(() => checkFonts()).not.toThrow()
  expect((measureText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold', 12) / 72) * 25.4).toBeCloseTo(88.3, 1)
  expect((measureText('Độc lập - Tự do - Hạnh phúc', 'bold', 13) / 72) * 25.4).toBeCloseTo(56.1, 1)
})
