import { describe, expect, test } from 'vitest'
import type { MeritFiguresView } from '#contract/merit.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type MeritCounts, noCounts } from '#domain/merit/counts.ts'
import { type MeritSum, nothing } from '#domain/merit/sum.ts'
import { linesOf } from '../merit/figure-lines.ts'
import { ratesPlot } from './rates-plot.ts'

const decided = { ...noCounts, registered: 120, reviewed: 118, recognised: 90, notReached: 20, undecided: 8, revoked: 2 }
const lastYear = { ...noCounts, registered: 110, reviewed: 110, recognised: 99, notReached: 11 }

describe('title rates', () => {
  test('are said of the registered and of all households, both named', () => {
    const rows = ratesPlot(viewOf(decided, lastYear))?.table.rows.map(row => row.map(({ value }) => value))
    expect(rows).toEqual([
      ['Năm 2022', '15/6/2022', 90, 8, 20, 2, 30, '90/120 hộ đăng ký (75%)', '90/150 hộ trong sổ (60%)'],
      ['Năm 2021', '15/6/2021', 99, 0, 11, 0, 40, '99/110 hộ đăng ký (90%)', '99/150 hộ trong sổ (66%)'],
    ])
  })

  test('tell how they differ by points, and how much of the place they are of', () => {
    const note = ratesPlot(viewOf(decided, lastYear))?.note.replaceAll('\u00a0', ' ')
    expect(note).toContain('5/6 xã, phường, thị trấn có đợt bình xét')
    expect(note).toContain('kém 15 điểm %')
  })

  test('are missing before anything is decided, and nobody counts as failed', () => {
    const plot = ratesPlot(viewOf({ ...noCounts, registered: 120, undecided: 120 }, noCounts))
    expect(plot?.table.rows[0]?.map(({ value }) => value)).toEqual(['Năm 2022', '15/6/2022', null, 120, null, null, 30, null, null])
    expect(plot?.note).toContain('Năm 2021 chưa có số liệu')
    expect(plot?.marks.map(({ says }) => says)).toContain('Năm 2022: 120/150 hộ trong sổ chưa có quyết định')
  })

  test('are not drawn where no year has a season', () => {
    expect(ratesPlot(viewOf(noCounts, noCounts))).toBeNull()
  })
})

test('a figure that is missing says why, and one that is nought says so', () => {
  const lines = linesOf(viewOf(decided, noCounts))
  const lineOf = (measure: string) => lines.find(line => line.measure === measure)
  expect(lineOf('handedOver')).toMatchObject({ ofBase: null, because: 'chưa ghi việc trao giấy' })
  expect(lineOf('recognised')).toMatchObject({ ofBase: '90/120 hộ đăng ký (75%)', ofAll: '90/150 hộ trong sổ (60%)', before: null })
  expect(lineOf('withdrawn')).toMatchObject({ ofBase: '0/120 hộ đã ghi đăng ký (0%)' })
  const without = { ...viewOf(noCounts, noCounts) }
  expect(linesOf({ ...without, total: { ...without.total, sum: { ...nothing, communes: { recorded: 0, of: 1 } } } })[0]).toMatchObject({
    count: null,
    because: 'chưa có đợt bình xét',
  })
})

function viewOf(counts: MeritCounts, before: MeritCounts): MeritFiguresView {
  return {
    honour: 'culturalFamily',
    honourName: 'Gia đình văn hóa',
    year: 2022,
    on: plainDate('2022-06-15'),
    beforeOn: plainDate('2021-06-15'),
    tree: plainDate('2022-06-15'),
    total: { unitId: 'commune', unitName: 'Xã Minh Họa', sum: sumOf(counts), before: sumOf(before) },
    parts: [],
    undivided: nothing,
  }
}

function sumOf(counts: MeritCounts): MeritSum {
  return { ...nothing, counts, all: 150, everywhere: 180, communes: { recorded: 5, of: 6 } }
}
