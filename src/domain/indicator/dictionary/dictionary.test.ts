import { expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../calendar/plain-date.ts'
import { type Dictionary, dictionaryOn, indicatorOf, setsAround } from '../indicator.ts'
import { builtInDictionary } from './dictionary.ts'

const entries = [...builtInDictionary.indicators, ...builtInDictionary.ratios]
const first = plainDate('2011-12-01')
/** Every day on which the dictionary changes, the day before, and the ends. */
const days = [...new Set([first, plainDate('2040-01-01'), ...entries.flatMap(({ valid }) => [valid.from ?? [], valid.until ?? []].flat())])]
  .flatMap(day => [addDays(day, -1), day])
  .toSorted()

function on(day: PlainDate): Dictionary {
  return dictionaryOn(builtInDictionary, day)
}
const nameOn = (code: string, day: string): string | undefined => indicatorOf(on(plainDate(day)), code)?.name
const wholeOn = (day: string): unknown => indicatorOf(on(plainDate(day)), 'commune.total')?.partitions
const codesOn = (day: string): string[] => on(plainDate(day)).indicators.map(({ code }) => code)

test('counts about sixty things and more', () => {
  expect(codesOn('2022-06-14').length).toBeGreaterThan(60)
})

test('on every day each code stands for one thing', () => {
  for (const day of days) {
    const standing = entries.filter(
      ({ valid }) => (valid.from === null || valid.from <= day) && (valid.until === null || day < valid.until),
    )
    const codes = standing.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  }
})

test('on every day whatever a thing is compared with is there and counted in the same unit', () => {
  for (const day of days) {
    const dictionary = on(day)
    for (const { unit, within, partitions, sameAs } of dictionary.indicators)
      for (const other of [...within, ...partitions.flat(), sameAs ?? []].flat()) expect(indicatorOf(dictionary, other)?.unit).toBe(unit)
  }
})

test('no set lies in itself, and the parts of a whole lie in it', () => {
  for (const day of days) {
    const dictionary = on(day)
    for (const { code, partitions } of dictionary.indicators) {
      expect(setsAround(dictionary, code)).not.toContain(code)
      for (const part of partitions.flat()) expect(setsAround(dictionary, part)).toContain(code)
    }
  }
})

test('a share is always of things it lies in, each base named, the same once', () => {
  for (const day of days) {
    const dictionary = on(day)
    for (const { numerator, bases } of dictionary.ratios) {
      expect(bases.length).toBeGreaterThan(0)
      expect(new Set(bases.map(base => base.code)).size).toBe(bases.length)
      for (const base of bases) expect(setsAround(dictionary, numerator)).toContain(base.code)
    }
  }
})

test('every entry says what counts, and says it once', () => {
  for (const { name, definition } of builtInDictionary.indicators) {
    expect(definition).toMatch(/\.$/u)
    expect(name).not.toMatch(/\.$/u)
  }
  for (const day of days) {
    const names = on(day).indicators.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('five years of a village are counted only under Decree 122', () => {
  expect(codesOn('2018-11-04')).not.toContain('area.fiveYears')
  expect(codesOn('2018-11-05')).toContain('area.fiveYears')
  expect(codesOn('2024-01-29')).toContain('area.fiveYears')
  expect(codesOn('2024-01-30')).not.toContain('area.fiveYears')
})

test('a title is named as the law of the day names it', () => {
  expect(nameOn('area.recognised', '2022-12-14')).toBe('Khu dân cư văn hóa: đạt')
  expect(nameOn('area.recognised', '2024-12-14')).toBe('Thôn, tổ dân phố văn hóa: đạt')
  expect(nameOn('commune.exemplary', '2025-06-30')).toBe('Xã, phường, thị trấn tiêu biểu: đạt')
  expect(nameOn('commune.exemplary', '2025-07-01')).toBe('Xã, phường, đặc khu tiêu biểu: đạt')
})

test('communes are divided as their kinds are on the day', () => {
  expect(wholeOn('2025-06-30')).toEqual([['commune.rural', 'commune.urban']])
  expect(wholeOn('2025-07-01')).toEqual([['commune.rural', 'commune.urban', 'commune.zone']])
})

test('people counted in several places are not added up; households served are not households', () => {
  const dictionary = on(plainDate('2022-06-14'))
  expect(indicatorOf(dictionary, 'exercise.people')?.addition).toBe('distinct')
  expect(indicatorOf(dictionary, 'aid.turns')).toMatchObject({ unit: 'lượt hộ', within: [] })
})
