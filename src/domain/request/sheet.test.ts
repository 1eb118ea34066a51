import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { builtInDictionary } from '../indicator/dictionary/dictionary.ts'
import { type FormVersion, formOn, partsFor } from '../indicator/figure-form.ts'
import { movementForm } from '../indicator/forms.ts'
import { dictionaryOn } from '../indicator/indicator.ts'
import { placesOf } from './places.ts'
import { guessReading, linesOf, nameKey } from './sheet.ts'

const cutoff = plainDate('2025-12-14')
const form = formOn(movementForm, cutoff) as FormVersion
const places = placesOf(partsFor(form, 'commune'), dictionaryOn(builtInDictionary, cutoff))
const nothing = new Map<string, string | null>()

function read(rows: readonly (readonly string[])[], remembered: ReadonlyMap<string, string | null> = nothing) {
  return linesOf(rows, guessReading(rows, places), { places, remembered }).map(({ label, text, key }) => [label, text, key])
}

test('a figure that stands in two tables has one place', () => {
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
  expect(places.filter(({ key }) => key === 'cell:area.total')).toHaveLength(1)
})

test('a table of another program: numbering, units and marks do not hide a name; last time’s column is not taken', () => {
  const rows = [
    ['', 'SỐ LIỆU PHONG TRÀO NĂM 2025', '', '', ''],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm trước', 'Thực hiện năm nay'],
    ['1', '1. TỔNG SỐ HỘ (hộ)', 'hộ', '3600', '3680'],
    ['2', '- Ho dang ky gia dinh van hoa', 'hộ', '3300', '3385'],
    ['3', 'Số trâu bò', 'con', '12', '14'],
  ]
  expect(read(rows)).toEqual([
    ['Chỉ tiêu', 'Thực hiện năm nay', null],
    ['1. TỔNG SỐ HỘ (hộ)', '3680', 'cell:family.total'],
    ['- Ho dang ky gia dinh van hoa', '3385', 'cell:family.registered'],
    ['Số trâu bò', '14', null],
  ])
})

test('figures in columns are read from the row below their heads', () => {
  const rows = [
    ['Đơn vị', 'Tổng số hộ', 'Hộ đăng ký Gia đình văn hóa'],
    ['Xã Minh Họa', '120', 'gần 100'],
  ]
  expect(read(rows)).toEqual([
    ['Đơn vị', 'Xã Minh Họa', null],
    ['Tổng số hộ', '120', 'cell:family.total'],
    ['Hộ đăng ký Gia đình văn hóa', 'gần 100', 'cell:family.registered'],
  ])
})

test('what somebody took a name for is remembered, also that it is nothing', () => {
  const rows = [
    ['Số hộ trong xã', '120'],
    ['Tổng số hộ', '119'],
  ]
  const remembered = new Map([
    [nameKey('Số hộ trong xã'), 'cell:family.total'],
    [nameKey('Tổng số hộ'), null],
  ])
  expect(read(rows, remembered).map(([, text, key]) => [text, key])).toEqual([
    ['120', 'cell:family.total'],
    ['119', null],
  ])
})

test('of two lines for one place the first is taken', () => {
  const rows = [
    ['Tổng số hộ', '120'],
    ['tổng số hộ', '121'],
  ]
  expect(read(rows).map(([, text, key]) => [text, key])).toEqual([
    ['120', 'cell:family.total'],
    ['121', null],
  ])
})

test('a sheet with nothing in it says nothing', () => {
  expect(read([])).toEqual([])
  expect(read([['', '']])).toEqual([])
})
