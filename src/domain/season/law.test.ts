import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { lawDoubt, ruleBookOfSeason } from './law.ts'

test('the year of merit chooses the law of a season, whatever the day it is opened on', () => {
  expect(bookOf(2024, '2024-01-05')).toBe('GDVH.ND86')
  expect(bookOf(2024, '2023-12-20')).toBe('GDVH.ND86')
  expect(bookOf(2024, '2024-02-05')).toBe('GDVH.ND86')
  expect(bookOf(2023, '2023-01-05')).toBe('GDVH.ND122')
  expect(bookOf(2023, '2024-02-01')).toBe('GDVH.ND122')
})

test('where nobody has verified the law of the year, a season opens under the law of its day', () => {
  expect(bookOf(2026, '2026-02-05')).toBe(bookOf(2025, '2025-08-01'))
  expect(bookOf(2026, '2026-10-05')).toBe('GDVH.LUAT2026')
  expect(doubt('GDVH.ND86.2CAP', 2026, '2026-11-10')).toMatch(/152\/2025\/NĐ-CP, quyết định ngày 10\/11\/2026 .* theo .*năm 2026/u)
})

test('a decision after the law has changed is in doubt, and says between which texts', () => {
  expect(doubt('GDVH.ND122', 2023, '2024-01-29')).toBeNull()
  expect(doubt('GDVH.ND122', 2023, '2024-01-30')).toMatch(/theo 122\/2018\/NĐ-CP, quyết định theo .*86\/2023\/NĐ-CP/u)
  expect(doubt('GDVH.ND86', 2024, '2024-12-05')).toBeNull()
})

test('a season opened under one text and decided under another of the same year is in doubt', () => {
  expect(doubt('GDVH.ND122', 2024, '2024-12-05')).toMatch(/Đợt theo 122\/2018\/NĐ-CP, quyết định ngày 5\/12\/2024/u)
  expect(lawDoubt({ honour: 'familyPraise', year: 2024, ruleBookId: 'GK.ND122' }, plainDate('2024-12-05'))).toMatch(/chưa rõ giấy khen/u)
})

function bookOf(year: number, openedOn: string): string | undefined {
  return ruleBookOfSeason({ honour: 'culturalFamily', year, openedOn: plainDate(openedOn) })?.id
}

function doubt(ruleBookId: string, year: number, on: string): string | null {
  return lawDoubt({ honour: 'culturalFamily', year, ruleBookId }, plainDate(on))
}
