import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { AreaEvent } from '../season/area.ts'
import { openPosting, postedRows } from './posted-list.ts'

const posting = { from: plainDate('2024-11-01'), lastOn: plainDate('2024-11-11'), place: 'Nhà văn hóa' }
const by = { byName: '', byAccountId: '', at: '' }
const events: readonly AreaEvent[] = [
  { type: 'meet', sequence: 1, on: plainDate('2024-10-30'), ...by, leftOut: [], households: 30 },
  { type: 'post', sequence: 2, on: plainDate('2024-11-01'), ...by, posting },
]

describe('the posted list', () => {
  test('shows names in their order and nothing else', () => {
    const candidates = [
      { id: 'a', headName: 'Lò Văn An', address: 'Nhà 1' },
      { id: 'b', headName: 'Lò Thị Bình', address: 'Nhà 2' },
    ]
    expect(postedRows(candidates)).toEqual([
      { candidateId: 'a', number: 1, name: 'Lò Văn An', address: '' },
      { candidateId: 'b', number: 2, name: 'Lò Thị Bình', address: '' },
    ])
  })

  test('tells two of one name apart by where they live', () => {
    const candidates = [
      { id: 'a', headName: 'Lò Văn An', address: 'Nhà 1' },
      { id: 'b', headName: 'Lò Văn An', address: 'Nhà 2' },
      { id: 'c', headName: 'Quàng Văn Chung', address: 'Nhà 3' },
    ]
    expect(postedRows(candidates).map(({ address }) => address)).toEqual(['Nhà 1', 'Nhà 2', ''])
  })

  test('is open from its first day to the end of its last', () => {
    expect(openPosting(events, 2, plainDate('2024-10-31'))).toMatchObject({ code: 'posted.not-begun' })
    expect(openPosting(events, 2, plainDate('2024-11-01'))).toMatchObject({ ok: true, value: posting })
    expect(openPosting(events, 2, plainDate('2024-11-11'))).toMatchObject({ ok: true })
    expect(openPosting(events, 2, plainDate('2024-11-12'))).toMatchObject({ code: 'posted.over', details: { on: '2024-11-11' } })
  })

  test('is gone at once when the dossier goes back to the meeting', () => {
    const back: AreaEvent = {
      type: 'sentBack',
      sequence: 3,
      on: plainDate('2024-11-05'),
      ...by,
      backTo: 'meet',
      reason: 'thiếu',
    }
    expect(openPosting([...events, back], 2, plainDate('2024-11-06'))).toMatchObject({ code: 'posted.over' })
  })

  test('is not what another step of the area says', () => {
    expect(openPosting(events, 1, plainDate('2024-11-05'))).toMatchObject({ code: 'posted.over' })
  })
})
