import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { plainText } from '#domain/document/official-document.ts'
import type { ReportEvent, ReportEventType } from '#domain/report/life.ts'
import type { ReportContent } from '#domain/report/report.ts'
import { changedParagraphs } from './compare.ts'
import { wordChanges } from './desk/word-changes.ts'
import { historyLines } from './history.ts'

const report = (...sections: (readonly [heading: string, ...paragraphs: (readonly [id: string, text: string])[]])[]): ReportContent => ({
  formName: 'form',
  figures: [],
  sections: sections.map(([heading, ...paragraphs]) => ({
    key: heading,
    level: 1,
    label: null,
    heading,
    paragraphs: paragraphs.map(([id, text]) => ({
      id,
      label: null,
      inlines: plainText(text),
      origins: [],
      besideFigureIds: [],
      edited: null,
    })),
  })),
})

it('shows only the paragraphs that changed, new and dropped ones too, in the order of the newer text', () => {
  const was = report(['I', ['a', 'Một.'], ['b', 'Hai.']], ['II', ['c', 'Ba.']], ['III', ['d', 'Bốn.']])
  const now = report(['I', ['a', 'Một.'], ['e', 'Thêm.']], ['II', ['c', 'Ba, sửa.']])
  expect(changedParagraphs(was, now)).toEqual([
    { id: 'e', heading: 'I', was: null, now: 'Thêm.' },
    { id: 'b', heading: 'I', was: 'Hai.', now: null },
    { id: 'c', heading: 'II', was: 'Ba.', now: 'Ba, sửa.' },
    { id: 'd', heading: 'III', was: 'Bốn.', now: null },
  ])
  expect(changedParagraphs(was, was)).toEqual([])
})

it('marks whole words, with their diacritics', () => {
  expect(wordChanges('Có 58 cán bộ, công chức.', 'Có 60 cán bộ, viên chức.')).toEqual([
    { type: 'same', text: 'Có ' },
    { type: 'went', text: '58 ' },
    { type: 'came', text: '60 ' },
    { type: 'same', text: 'cán bộ, ' },
    { type: 'went', text: 'công ' },
    { type: 'came', text: 'viên ' },
    { type: 'same', text: 'chức.' },
  ])
  expect(wordChanges('toàn dân; rồi', 'toàn dân hưởng ứng; rồi').filter(({ type }) => type !== 'same')).toEqual([
    { type: 'came', text: 'hưởng ứng' },
  ])
})

const event = (sequence: number, type: ReportEventType, by: string): ReportEvent => ({
  reportId: 'r',
  sequence,
  type,
  byName: by,
  byAccountId: by,
  at: `2022-06-15T09:${20 + sequence}:00Z`,
  on: plainDate('2022-06-15'),
  reason: '',
  contentHash: '',
  version: 1,
})

describe('the history', () => {
  it('tells a run of edits by one person in one line, newest first', () => {
    const lines = historyLines([
      event(1, 'composed', 'Lò'),
      event(2, 'edited', 'Lò'),
      event(3, 'edited', 'Lò'),
      event(4, 'edited', 'Cà'),
      event(5, 'edited', 'Lò'),
    ])
    expect(lines.map(({ event: last, first, times }) => [last.byName, times, first.sequence, last.sequence])).toEqual([
      ['Lò', 1, 5, 5],
      ['Cà', 1, 4, 4],
      ['Lò', 2, 2, 3],
      ['Lò', 1, 1, 1],
    ])
  })
})
