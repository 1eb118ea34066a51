import { describe, expect, test } from 'vitest'
import { events } from '../../../test/season.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { isOwnFile, submittedAndAppraisedBy } from './hands.ts'

const on = plainDate('2022-11-22')
const submitted = { type: 'submit', on, byAccountId: 'head' } as const
const appraised = { type: 'appraise', on, leftOut: [], appraiser: 'Ban Chỉ đạo', remarks: '', byAccountId: 'officer' } as const
const back = { type: 'sentBack', on, backTo: 'submit', reason: 'thiếu biên bản', byAccountId: 'officer' } as const

describe('who submitted, who appraised', () => {
  test('a file is one’s own once one has submitted or appraised it', () => {
    expect(isOwnFile(events(submitted), 'head')).toBe(true)
    expect(isOwnFile(events(submitted), 'officer')).toBe(false)
    expect(isOwnFile(events(submitted, appraised), 'officer')).toBe(true)
  })

  test('two who share a name are two', () => {
    expect(submittedAndAppraisedBy(events(submitted, appraised))).toBeNull()
    expect(submittedAndAppraisedBy(events(submitted, { ...appraised, byAccountId: 'head' }))).toBe('Lò Thị Minh Họa')
  })

  test('what was sent back counts no more', () => {
    expect(isOwnFile(events(submitted, back), 'head')).toBe(false)
    const again = { ...submitted, byAccountId: 'deputy' }
    expect(submittedAndAppraisedBy(events(submitted, back, again, { ...appraised, byAccountId: 'head' }))).toBeNull()
  })

  test('nobody is named before both are done', () => {
    expect(submittedAndAppraisedBy(events(submitted))).toBeNull()
    expect(submittedAndAppraisedBy([])).toBeNull()
  })
})
