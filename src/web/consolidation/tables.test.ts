import { expect, test } from 'vitest'
import type { FigureView } from '#contract/consolidation.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addedAgain, silentUnits, tablesOf } from './tables.ts'

const figure = (code: string, count: number | null): FigureView => ({
  code,
  value: count === null ? null : { quality: 'counted', count },
  words: count === null ? null : String(count),
  source: count === null ? 'nothing' : 'own',
  coverage: { of: 0, whole: 0, begun: 0, entries: 0, estimated: 0 },
  notAdded: null,
  beside: null,
})
const unit = (unitId: string, count: number | null) => ({ unitId, unitName: unitId, figures: [figure('family.total', count)], shares: [] })

test('a table shows the figures that are asked, under the heading of the form, and no empty table', () => {
  const tables = tablesOf({ cutoff: plainDate('2025-06-14'), unit: unit('commune', 90), parts: [unit('village', 90)] })
  expect(tables.length).toBeGreaterThan(0)
  for (const { columns } of tables) expect(columns.map(({ code }) => code)).toEqual(['family.total'])
})

test('a village that told nothing is named as silent; one that told none is not', () => {
  expect(silentUnits([unit('silent', null), unit('none', 0)]).map(({ unitId }) => unitId)).toEqual(['silent'])
})

test('parts added again leave out what was not told, and nothing told is no number', () => {
  expect(addedAgain([{ figure: figure('family.total', 40) }, { figure: figure('family.total', null) }])).toBe(40)
  expect(addedAgain([{ figure: figure('family.total', null) }])).toBeNull()
})
