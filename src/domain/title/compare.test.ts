import { describe, expect, test } from 'vitest'
import { bookNamed } from '../../../test/title-law.ts'
import { type ComparedRow, compareRuleBooks, topics } from './compare.ts'
import { ruleBooks, ruleBooksOf } from './rule-books.ts'

describe('122/2018 beside 86/2023 for a family', () => {
  const rows = compare('GDVH.ND122', 'GDVH.ND86')

  test.for([
    ['tảo hôn', 'khi có việc ấy', 'khi bị phạt hành chính', 'changed'],
    ['xây dựng', 'khi bị phạt hành chính', undefined, 'removed'],
    ['trật tự công cộng', undefined, 'khi bị phạt hành chính', 'added'],
    ['nghĩa vụ thuế', 'khi có việc ấy', 'khi có việc ấy', 'same'],
    ['Niêm yết', undefined, 'Niêm yết danh sách, lấy ý kiến người dân', 'unclear'],
    ['Công bố', undefined, 'Công bố danh sách trên bảng tin hoặc cổng thông tin', 'added'],
    ['Biên bản họp', 'Mẫu số 07', 'Mẫu số 03', 'changed'],
    ['Người quyết định', 'Chủ tịch UBND cấp xã', 'Chủ tịch UBND cấp xã', 'same'],
    ['Phải đăng ký', 'có', 'chưa rõ', 'unclear'],
    ['Đăng ký', 'Đăng ký thi đua trong năm với Trưởng khu dân cư', undefined, 'unclear'],
    ['Ngưỡng tổng điểm', 'theo diện', 'do tỉnh quy định', 'changed'],
  ] as const)('%s', ([label, before, after, change]) => {
    const row = rows.find(one => one.label === label)
    expect([row?.before?.words, row?.after?.words, row?.change]).toEqual([before, after, change])
  })

  test('says how well each side is known', () => {
    const minutes = rows.find(({ label }) => label === 'Biên bản họp')
    expect([minutes?.before?.confidence, minutes?.after?.confidence]).toEqual(['B', 'S'])
  })

  test('takes the steps in their order', () => {
    expect(rows.filter(({ topic }) => topic === 'steps').map(({ label }) => label)).toEqual([
      'Đăng ký',
      'Tự đánh giá',
      'Lập danh sách',
      'Họp bình xét',
      'Niêm yết',
      'Trình hồ sơ',
      'Quyết định',
      'Công bố',
    ])
  })
})

test('a rule book beside itself has nothing changed, added or removed', () => {
  for (const book of ruleBooks) {
    expect(compareRuleBooks(book, book).filter(({ change }) => change !== 'same' && change !== 'unclear')).toEqual([])
  }
})

test('of a text nobody has read nothing is said to be added or removed', () => {
  const rows = compare('CQVH.TT08', 'CQVH.HD58')
  const unread = rows.filter(({ topic }) => ['standards', 'steps', 'exclusions', 'papers'].includes(topic))
  expect(new Set(unread.map(({ change }) => change))).toEqual(new Set(['unclear']))
  expect(rows.filter(({ topic }) => topic === 'authority').map(({ label, change }) => [label, change])).toEqual([
    ['Người quyết định lần đầu', 'changed'],
    ['Người quyết định công nhận lại', 'changed'],
  ])
})

test('turned round, what was added is removed, question by question', () => {
  for (const honour of ['culturalFamily', 'culturalArea', 'culturalOffice'] as const) {
    const [first, second] = ruleBooksOf(honour).slice(-2)
    if (!first || !second) throw new Error(honour)
    const there = compareRuleBooks(first, second)
    const back = compareRuleBooks(second, first)
    expect(names(back, 'added')).toEqual(names(there, 'removed'))
    expect(names(back, 'changed')).toEqual(names(there, 'changed'))
  }
})

test('the two-level books differ from the ones before by who acts, their text and nothing in the standards', () => {
  const changed = compare('TTDPVH.ND86', 'TTDPVH.ND86.2CAP').filter(({ change }) => change === 'changed')
  expect(new Set(changed.map(({ topic }) => topic))).toEqual(
    new Set(topics.filter(topic => ['text', 'authority', 'steps'].includes(topic))),
  )
})

function compare(before: string, after: string): ComparedRow[] {
  return compareRuleBooks(bookNamed(before), bookNamed(after))
}

function names(rows: readonly ComparedRow[], change: ComparedRow['change']): string[] {
  return rows
    .filter(row => row.change === change)
    .map(({ label }) => label)
    .toSorted()
}
