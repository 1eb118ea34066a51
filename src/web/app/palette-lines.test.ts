import { expect, test } from 'vitest'
import type { SearchHit } from '#contract/search.ts'
import { byKind, matching, type PaletteLine, withLines } from './palette-lines.ts'

const line = (title: string, second?: string): PaletteLine => ({ id: title, title, second, run: () => undefined })
const acts = [line('Ghi hoạt động'), line('Soạn báo cáo'), line('Giao diện tối', 'màn hình')]

const titles = (typed: string): string[] => matching(acts, typed).map(({ title }) => title)
const hit = (kind: SearchHit['kind'], title: string): SearchHit => {
  return { kind, title, id: title, insideId: null, about: '', unitName: '', on: null }
}

test('an act is found without diacritics, by words in any order, and by what stands in its second line', () => {
  expect(titles('hoat dong')).toEqual(['Ghi hoạt động'])
  expect(titles('CÁO soạn')).toEqual(['Soạn báo cáo'])
  expect(titles('man hinh')).toEqual(['Giao diện tối'])
  expect(titles('')).toHaveLength(3)
  expect(titles('thưởng')).toEqual([])
})

test('what was found keeps its order within its kind, and a kind without anything has no heading', () => {
  const hits = [hit('document', '41/KH-UBND'), hit('plan', 'Kế hoạch năm 2022'), hit('document', '141/KH-UBND')]
  const groups = byKind(
    hits,
    kind => kind,
    ({ title }) => line(title),
  )
  expect(groups.map(({ name, lines }) => [name, lines.map(({ title }) => title)])).toEqual([
    ['document', ['41/KH-UBND', '141/KH-UBND']],
    ['plan', ['Kế hoạch năm 2022']],
  ])
  expect(withLines([{ name: 'Làm ngay', lines: [] }, ...groups])).toHaveLength(2)
})
