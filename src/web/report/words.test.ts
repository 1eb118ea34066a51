import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { ReportEvent, ReportEventType } from '#domain/report/life.ts'
import { nextSteps, reachedBy, sayFigure, whoseTurn } from './words.ts'

const event = (type: ReportEventType, sequence: number): ReportEvent => ({
  reportId: 'r',
  sequence,
  type,
  byName: `người ${sequence}`,
  byAccountId: 'a',
  at: '2022-06-15T02:00:00Z',
  on: plainDate('2022-06-15'),
  reason: '',
  contentHash: '',
  version: 1,
})

describe('a figure in words', () => {
  it('never stands without its base', () => {
    expect(sayFigure({ type: 'ratio', numerator: 566, denominator: 624, baseName: 'hộ đăng ký' })).toBe('566/624 hộ đăng ký (90,7%)')
    expect(sayFigure({ type: 'ratio', numerator: 2999, denominator: 3000, baseName: 'hộ' })).toBe('2.999/3.000 hộ (99,9%)') // never rounded up to all of them
  })

  it('keeps the word of an estimate', () => {
    expect(sayFigure({ type: 'estimated', count: 3000, qualifier: 'trên', unit: 'người' })).toBe('trên 3.000 người (ước)')
  })

  it('is nothing when missing, never zero', () => {
    expect(sayFigure({ type: 'missing', what: 'số hộ' })).toBeNull()
  })
})

describe('the line of steps', () => {
  it('names who brought the present text to each place', () => {
    const reached = reachedBy([event('composed', 1), event('contentChecked', 2), event('formChecked', 3)])
    expect([reached.draft?.byName, reached.contentChecked?.byName, reached.formChecked?.byName]).toEqual(['người 1', 'người 2', 'người 3'])
  })

  it('begins again once the report was sent back', () => {
    const reached = reachedBy([event('composed', 1), event('contentChecked', 2), event('sentBack', 3)])
    expect(Object.keys(reached)).toEqual(['draft'])
    expect(reached.draft?.byName).toBe('người 3')
  })

  it('says whose turn comes next', () => {
    const turns = Object.values(nextSteps).map(step => step && `${step.verb}: ${whoseTurn(step)}`)
    expect(turns).toEqual([
      'Kiểm nội dung: Trưởng đơn vị',
      'Kiểm thể thức: Văn thư',
      'Trình ký: Chuyên viên, Trưởng đơn vị, Văn thư',
      'Ký duyệt: Lãnh đạo',
      'Cấp số: Văn thư',
      'Ban hành: Văn thư',
      null,
    ])
  })
})
