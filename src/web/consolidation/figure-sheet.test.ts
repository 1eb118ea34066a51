import { expect, test } from 'vitest'
import type { UnitFigures } from '#contract/consolidation.ts'
import { figureView, shareView } from '../../../test/figure-views.ts'
import { firstLine } from '../kit/list-sheet.ts'
import { columnsFor } from './figure-sheet.ts'
import type { FigureTable } from './tables.ts'

const row = (unitId: string, total: number | null, recognised: number | null, of: readonly [number, number] | null): UnitFigures => ({
  unitId,
  unitName: unitId,
  figures: [figureView('family.total', total), figureView('family.recognised', recognised)],
  shares: of ? [shareView(...of)] : [],
})
const table: FigureTable = {
  key: 'families',
  heading: 'Gia đình văn hóa',
  columns: [
    { code: 'family.total', name: 'Tổng số hộ', countUnit: 'hộ' },
    { code: 'family.recognised', name: 'Hộ đạt', countUnit: 'hộ' },
    {
      code: 'share.family.recognised',
      baseCode: 'family.total',
      name: 'Tỷ lệ hộ đạt trên tổng số hộ',
      countUnit: '%',
      numerator: 'family.recognised',
    },
  ],
}
const parts = [row('A', 100, 80, [80, 100]), row('B', 50, null, null), row('C', 200, 190, [190, 200])]
const lines = (unit: UnitFigures) => {
  const [, ...columns] = columnsFor(table, unit, parts)
  return [...parts, unit].map((each, at) => columns.slice(0, 3).map(column => column.of(each, firstLine + at)))
}

test('the last row adds the rows above it, and a share divides the two cells of its row', () => {
  const all = lines(row('tỉnh', 350, 270, [270, 300]))
  expect(all[0]).toEqual([{ count: 100 }, { count: 80 }, { formula: 'C4/B4', shown: { share: 0.8 } }])
  expect(all[3]?.slice(0, 2)).toEqual([
    { formula: 'SUM(B4:B6)', shown: { count: 350 } },
    { formula: 'SUM(C4:C6)', shown: { count: 270 } },
  ])
})

test('the share of the whole leaves out who told only one of two counts, in the formula too', () => {
  const told = '(C4:C6<>"")*(B4:B6<>"")'
  expect(lines(row('tỉnh', 350, 270, [270, 300]))[3]?.[2]).toEqual({
    formula: `SUMPRODUCT(${told},C4:C6)/SUMPRODUCT(${told},B4:B6)`,
    shown: { share: 0.9 },
  })
})

test('a kept number that the rows in sight do not give stands there as a number; missing is an empty cell', () => {
  const all = lines(row('tỉnh', 360, 270, [271, 300]))
  expect(all[3]?.[0]).toEqual({ count: 360 })
  expect(all[3]?.[2]).toEqual({ share: 271 / 300 })
  expect(all[1]?.slice(1)).toEqual([null, null])
})
