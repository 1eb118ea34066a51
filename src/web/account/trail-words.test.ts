import { expect, it } from 'vitest'
import { changedMembers } from './trail-words.ts'

it('tells what changed in words and leaves ids and counters to the machine', () => {
  const before = { id: 'x', revision: 1, name: 'Ngày hội', startsOn: '2022-06-10', place: '' }
  const after = { id: 'x', revision: 2, name: 'Ngày hội văn hóa', startsOn: '2022-06-10', place: 'Quảng trường' }
  expect(changedMembers(before, after)).toEqual([
    { name: 'Tên', was: 'Ngày hội', now: 'Ngày hội văn hóa' },
    { name: 'Nơi', was: null, now: 'Quảng trường' },
  ])
})
