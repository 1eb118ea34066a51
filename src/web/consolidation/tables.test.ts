import { expect, test } from 'vitest'
import type { UnitFigures } from '#contract/consolidation.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { askBy } from '#domain/indicator/asked.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { figureView, shareView } from '../../../test/figure-views.ts'
import { addedAgain, isSilent, rowsOf, shareAgain, tablesOf, toldColumns } from './tables.ts'

const unit = (unitId: string, count: number | null): UnitFigures => ({
  unitId,
  unitName: unitId,
  figures: [figureView('family.total', count)],
  shares: [shareView(30, 90)],
})
const agency: UnitFigures = { unitId: 'agency', unitName: 'agency', figures: [figureView('office.total', 1)], shares: [] }
const asked = askBy(movementForm.key, plainDate('2025-06-14'), { forms: [], definitions: [] })
const view = { unit: unit('commune', 90), parts: [unit('village', 90), unit('silent', null), agency] }

test('a table shows the figures that are asked and the shares the form shows beside them, each with its base', () => {
  const [families] = asked ? tablesOf(asked, view) : []
  expect(families?.columns.map(({ name }) => name)).toEqual(['Tổng số hộ', 'Tỷ lệ hộ đạt trên tổng số hộ'])
})

test('a unit that is not asked any of a table has no row in it; one that told nothing has, and is said to', () => {
  const [families] = asked ? tablesOf(asked, view) : []
  const rows = families ? rowsOf(view.parts, families) : []
  expect(rows.map(({ unitId }) => unitId)).toEqual(['village', 'silent'])
  expect(rows.map(row => families && isSilent(row, families))).toEqual([false, true])
})

test('a column nobody told anything of is named below the table instead of standing empty in it', () => {
  const [families] = asked ? tablesOf(asked, view) : []
  const silent = [unit('silent', null)].map(row => ({ ...row, shares: [] }))
  expect(families && toldColumns(view.parts, families).untold).toEqual([])
  expect(families && toldColumns(silent, families).untold.map(({ name }) => name)).toContain('Tổng số hộ')
})

test('parts added again leave out what was not told, and nothing told is no number', () => {
  expect(addedAgain([{ figure: figureView('family.total', 40) }, { figure: figureView('family.total', null) }])).toBe(40)
  expect(addedAgain([{ figure: figureView('family.total', null) }])).toBeNull()
})

test('a share is added again as two sums, not as a mean of shares', () => {
  expect(shareAgain([{ share: shareView(1, 2) }, { share: shareView(90, 100) }])).toEqual({ numerator: 91, denominator: 102 })
  expect(shareAgain([])).toBeNull()
})
