import { describe, expect, test } from 'vitest'
import type { SeasonCandidateRow } from '#contract/season.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { ruleWords, standingOf } from './words.ts'

const row: SeasonCandidateRow = {
  id: 'a',
  subjectKind: 'household',
  subjectId: 'h',
  headName: 'Lò Văn An',
  address: '',
  poverty: null,
  registeredOn: plainDate('2022-01-10'),
  withdrawal: null,
  self: null,
  scored: null,
  met: {},
  content: null,
  leftOut: null,
  outcome: null,
}
const outcome = { outcome: 'recognised', decisionId: 'd', certificateNumber: 7, reasons: [], handover: null, revocation: null } as const

describe('where a household stands', () => {
  test('is said in a word, and the last thing that happened counts', () => {
    expect(standingOf(row, false).words).toBe('đang xét')
    expect(standingOf(row, true).words).toBe('chờ trả lời ý kiến')
    expect(standingOf({ ...row, outcome }, false).words).toBe('được công nhận, giấy số 7')
    const handover = { on: plainDate('2022-12-20'), outcome: 'handedOver' } as const
    expect(standingOf({ ...row, outcome: { ...outcome, handover } }, false).words).toBe('được công nhận, giấy số 7, đã trao 20/12/2022')
    const revocation = { on: plainDate('2023-01-05'), ground: 'forgedPapers', basis: '03/QĐ-UBND' } as const
    expect(standingOf({ ...row, outcome: { ...outcome, handover, revocation } }, false).words).toBe(
      'thu hồi 5/1/2023: thông tin sai hoặc hồ sơ giả',
    )
  })

  test('a reason that holds for three standards is told once', () => {
    const reasons = ['1', '2', '3'].map(line => ({ code: 'standard-too-low', clause: `Điều ${line}`, figures: {} }) as const)
    const failed = { ...outcome, outcome: 'failed', certificateNumber: null, reasons } as const
    expect(standingOf({ ...row, outcome: failed }, false).words).toBe('có tiêu chuẩn thiếu điểm')
  })

  test('a reason is told without the case it was', () => {
    const failed = {
      ...outcome,
      outcome: 'failed',
      certificateNumber: null,
      reasons: [{ code: 'excluded', clause: 'Điều 7', figures: {} }],
    } as const
    expect(standingOf({ ...row, outcome: failed }, false)).toEqual({ tone: 'late', words: 'thuộc trường hợp không xét tặng' })
  })
})

test('what nobody verified says so beside its clause', () => {
  const share = { percent: 60, strictly: false, of: 'present' } as const
  const measured = { share, part: 30, whole: 40, isReached: true, blocks: true, clause: 'Điều 9, 122/2018/NĐ-CP' }
  expect(ruleWords(measured)).toBe('cần từ 60% số dự họp (Điều 9, 122/2018/NĐ-CP)')
  expect(ruleWords({ ...measured, blocks: false })).toContain('chưa xác minh')
})
