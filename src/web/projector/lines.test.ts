import { expect, test } from 'vitest'
import type { Gathering, Votes } from '#domain/season/meeting.ts'
import { linesOnWall, pagesOf, wallLines } from './lines.ts'

const list: Votes = { for: 40, against: 2, other: 1 }
const apart: Votes = { for: 10, against: 30, other: 3 }
const candidates = [
  { id: 'a', headName: 'Lò Văn An' },
  { id: 'b', headName: 'Quàng Văn Bình' },
  { id: 'c', headName: 'Cầm Thị Chung' },
]

function counted(votes: readonly (Votes | null)[]) {
  const rows = candidates.map(({ id }, at) => ({ candidateId: id, votes: votes[at] ?? null, consent: null }))
  return { convened: 50, present: 43, quorum: null, candidates: rows }
}

test('a list voted on at once is one line; who was voted on apart has a line of their own', () => {
  const gatherings = [{ list, exceptions: [{ candidateId: 'b', ...apart }] }] as unknown as readonly Gathering[]
  expect(wallLines({ gatherings, count: counted([list, apart, list]), candidates }).map(({ name, votes }) => [name, votes?.for])).toEqual([
    ['Cả danh sách, 2 hộ còn lại', 40],
    ['Quàng Văn Bình', 10],
  ])
})

test('voted on one by one, each has a line, and who is still to come has no votes rather than none', () => {
  const gatherings = [{ list: null, exceptions: [{ candidateId: 'a', ...list }] }] as unknown as readonly Gathering[]
  expect(wallLines({ gatherings, count: counted([list]), candidates }).map(({ name, votes }) => [name, votes?.for ?? null])).toEqual([
    ['Lò Văn An', 40],
    ['Quàng Văn Bình', null],
    ['Cầm Thị Chung', null],
  ])
})

test('before anybody gathered the wall names those who will be voted on, in pages that can be read', () => {
  const lines = wallLines({ gatherings: [], count: counted([]), candidates })
  expect(lines).toHaveLength(3)
  expect([pagesOf([]), pagesOf(lines), pagesOf(Array.from({ length: linesOnWall + 1 }, () => lines[0] as never))]).toEqual([1, 1, 2])
})
