import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { movementForm } from '../indicator/forms.ts'
import { offeredWords } from './offered.ts'

const parts = movementForm.versions[0]?.parts ?? []
const plan = {
  kind: 'plan',
  code: '12/KH-UBND',
  issuedOn: plainDate('2026-02-10'),
  issuerName: 'Ủy ban nhân dân xã Minh Họa',
  subject: 'thực hiện Phong trào năm 2026',
} as const
const answer = { narrative: 'Tổ chức hai buổi tuyên truyền.\n Sửa nhà văn hóa.', difficulty: '', proposal: 'Hỗ trợ loa.' }

describe('words offered from work on record', () => {
  test('name each document a unit issued, and not the reports among them', () => {
    const words = offeredWords(parts, { documents: [plan, { ...plan, kind: 'report', code: '9/BC-UBND' }], answers: [], ahead: [] })
    expect(words).toEqual({ deployment: expect.stringMatching(/^Ban hành Kế hoạch số 12\/KH-UBND .* thực hiện Phong trào năm 2026\.$/u) })
  })

  test('take answers to tasks apart: what was done, what stood in the way, what is asked for', () => {
    const words = offeredWords(parts, {
      documents: [],
      answers: [answer, { ...answer, narrative: '', difficulty: 'Thiếu kinh phí.' }],
      ahead: [],
    })
    expect(words).toEqual({
      outcome: 'Tổ chức hai buổi tuyên truyền.\nSửa nhà văn hóa.',
      difficulties: 'Thiếu kinh phí.',
      proposals: 'Hỗ trợ loa.',
    })
  })

  test('are none where nothing is on record', () => {
    expect(offeredWords(parts, { documents: [], answers: [], ahead: [] })).toEqual({})
  })
})
