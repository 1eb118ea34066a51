import { expect, test } from 'vitest'
import { changedFindings, knownFindings } from './recheck-rows.ts'

const row = { areaUnitId: 'v', areaName: 'Bản Mây', headName: 'Lò Thị An', address: '' }
const found = { outcome: 'right', says: '', on: '2024-12-10', byName: 'Cầm Thị Sớm' } as const

test('findings go out only where something was typed, by a letter or the word', () => {
  const before = knownFindings([
    { ...row, itemId: 'a', outcome: null },
    { ...row, itemId: 'b', outcome: found as never },
    { ...row, itemId: 'c', outcome: null },
  ])
  expect(before).toMatchObject({ a: { outcome: '' }, b: { outcome: 'đúng' } })
  const typed = { ...before, a: { outcome: 'K', says: 'chưa đủ điểm' }, b: { outcome: 'chưa gặp', says: '' } }
  expect(changedFindings(typed, before)).toEqual([
    { itemId: 'a', outcome: 'wrong', says: 'chưa đủ điểm' },
    { itemId: 'b', outcome: 'unreached', says: '' },
  ])
})

test('what is no finding is not guessed at: it goes along and is refused', () => {
  const before = knownFindings([{ ...row, itemId: 'a', outcome: null }])
  expect(changedFindings({ a: { outcome: 'x', says: '' } }, before)).toEqual([{ itemId: 'a', outcome: 'x', says: '' }])
})
