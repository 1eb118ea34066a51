import { expect, it } from 'vitest'
import type { RemarkView } from '#contract/report.ts'
import { plainText } from '#domain/document/official-document.ts'
import type { ReportSection } from '#domain/report/report.ts'
import { placeRemarks } from './place-remarks.ts'

const paragraph = (id: string, text: string) => ({
  id,
  label: null,
  inlines: plainText(text),
  origins: [],
  besideFigureIds: [],
  edited: null,
})
const sections: readonly ReportSection[] = [
  {
    key: 'opening',
    level: 0,
    label: null,
    heading: null,
    paragraphs: [paragraph('opening/form', 'Thực hiện Kế hoạch số 41/KH-UBND ngày 10/02/2022 của UBND tỉnh.')],
  },
  {
    key: 'results',
    level: 1,
    label: 'II.',
    heading: 'KẾT QUẢ',
    paragraphs: [paragraph('sport/1', 'Tham gia giải chạy VTM Mộc Châu năm 2022.')],
  },
]
const remark = (key: string, blockId: string | null, words: string): RemarkView => ({
  key,
  code: 'K15',
  level: 'C',
  place: { blockId, words },
  message: key,
  rule: '',
  kept: null,
})

it('sets each remark beside what it is about, and the rest on top', () => {
  const placed = placeRemarks(
    [
      remark('by paragraph', 'sport/1', ''),
      remark('by section', 'results', ''),
      remark('by its words', null, '…giải chạy VTM Mộc Châu năm…'),
      remark('gone', 'sport/2', ''),
      remark('too short', null, '…2022…'),
    ],
    sections,
  )
  const keys = (blockId: string | null): string[] => (placed.get(blockId) ?? []).map(({ key }) => key)
  expect(keys('sport/1')).toEqual(['by paragraph', 'by its words'])
  expect(keys('results')).toEqual(['by section'])
  expect(keys(null)).toEqual(['gone', 'too short'])
})
