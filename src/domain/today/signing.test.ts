import { describe, expect, test } from 'vitest'
import type { ReportContent } from '../report/report.ts'
import { whatIsNew } from './signing.ts'

const content = (sections: Readonly<Record<string, readonly (readonly [string, string])[]>>): ReportContent => ({
  formName: 'agency-half-year',
  figures: [],
  sections: Object.entries(sections).map(([key, paragraphs]) => ({
    key,
    level: 1,
    label: 'I.',
    heading: key,
    paragraphs: paragraphs.map(([id, text]) => ({
      id,
      label: null,
      inlines: [{ type: 'text', text }],
      origins: [],
      besideFigureIds: [],
      edited: null,
    })),
  })),
})

describe('what is new in a report against the last one that was issued', () => {
  test('is nothing where it says the same, whatever records it comes from', () => {
    expect(whatIsNew(content({ sport: [['a', 'Tổ chức ngày chạy']] }), content({ sport: [['b', 'Tổ chức ngày chạy']] }))).toEqual([])
  })

  test('shows what was rewritten, added and left out, each at its place', () => {
    const before = content({
      sport: [
        ['a', 'Có 35 người tham gia ngày chạy Olympic năm 2021'],
        ['b', 'Duy trì câu lạc bộ bóng bàn'],
      ],
      support: [['c', 'Giúp đỡ xã được phân công']],
    })
    const now = content({
      sport: [['x', 'Có 58 người tham gia ngày chạy Olympic năm 2022']],
      support: [
        ['c', 'Giúp đỡ xã được phân công'],
        ['d', 'Tặng 20 suất quà'],
      ],
    })
    expect(whatIsNew(now, before)).toEqual([
      {
        section: 'sport',
        paragraphId: 'x',
        was: 'Có 35 người tham gia ngày chạy Olympic năm 2021',
        now: 'Có 58 người tham gia ngày chạy Olympic năm 2022',
      },
      { section: 'sport', paragraphId: 'b', was: 'Duy trì câu lạc bộ bóng bàn', now: null },
      { section: 'support', paragraphId: 'd', was: null, now: 'Tặng 20 suất quà' },
    ])
  })

  test('takes a paragraph of the same records for the same one, however it is worded', () => {
    const changes = whatIsNew(content({ sport: [['a', 'hoàn toàn khác hẳn']] }), content({ sport: [['a', 'Tổ chức ngày chạy']] }))
    expect(changes).toEqual([{ section: 'sport', paragraphId: 'a', was: 'Tổ chức ngày chạy', now: 'hoàn toàn khác hẳn' }])
  })

  test('does not pair two places: what moved elsewhere is gone here and new there', () => {
    const changes = whatIsNew(content({ two: [['a', 'Một việc']] }), content({ one: [['a', 'Một việc']] }))
    expect(changes.map(({ section, was, now }) => [section, was, now])).toEqual([
      ['two', null, 'Một việc'],
      ['one', 'Một việc', null],
    ])
  })
})
