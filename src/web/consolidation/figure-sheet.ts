import type { UnitFigures } from '#contract/consolidation.ts'
import { type Formula, firstLine, letterOf, type SheetColumn, textColumn } from '../kit/list-sheet.ts'
import { coverageOf, type FigureTable, figureIn, shareIn } from './tables.ts'
import { keyOf, type NamedThing } from './things.ts'

/**
 * The columns of a table as a spreadsheet holds them: the unit's own row, the last one, adds the rows above it, and a share
 * divides two cells of its row. Where a kept number is not what the cells in sight give (a unit's own word was taken, or a
 * unit told only one of two counts), it stands there as a number: a formula that says something else would be wrong.
 */
export function columnsFor(table: FigureTable, unit: UnitFigures, parts: readonly UnitFigures[]): SheetColumn<UnitFigures>[] {
  const lettersOf = new Map(table.columns.map((column, place) => [keyOf(column), letterOf(place + 1)]))
  const sheet: FigureSheet = { lettersOf, unit, parts, lastLine: firstLine + parts.length - 1 }
  return [
    textColumn<UnitFigures>('Đơn vị', 30, ({ unitName }) => unitName),
    ...table.columns.map(column => (column.baseCode === undefined ? countColumn(sheet, column) : shareColumn(sheet, column))),
    textColumn<UnitFigures>('Ghi chú', 60, row => notesOf(row, table)),
  ]
}

type FigureSheet = {
  readonly lettersOf: ReadonlyMap<string, string>
  readonly unit: UnitFigures
  readonly parts: readonly UnitFigures[]
  readonly lastLine: number
}

function countColumn({ lettersOf, unit, parts, lastLine }: FigureSheet, column: NamedThing): SheetColumn<UnitFigures> {
  const { code, name, countUnit } = column
  const letter = lettersOf.get(keyOf(column)) ?? ''
  const added = parts.reduce((sum, row) => sum + (countIn(row, code) ?? 0), 0)
  return {
    head: `${name} (${countUnit})`,
    width: 14,
    of: row => {
      const count = countIn(row, code)
      if (count === null) return null
      const isSum = row === unit && parts.length > 0 && added === count
      return isSum ? { formula: `SUM(${letter}${firstLine}:${letter}${lastLine})`, shown: { count } } : { count }
    },
  }
}

function shareColumn({ lettersOf, unit, parts, lastLine }: FigureSheet, column: NamedThing): SheetColumn<UnitFigures> {
  const { baseCode = '', numerator = '', name } = column
  const [over, under] = [lettersOf.get(numerator), lettersOf.get(baseCode)]
  const both = parts.flatMap(row => {
    const [count, base] = [countIn(row, numerator), countIn(row, baseCode)]
    return count === null || base === null ? [] : [{ count, base }]
  })
  const [count, base] = [both.reduce((sum, row) => sum + row.count, 0), both.reduce((sum, row) => sum + row.base, 0)]
  return {
    head: `${name} (%)`,
    width: 14,
    of: (row, line): Formula | { share: number } | null => {
      const share = shareIn(row, column)
      if (!share || share.denominator.count === 0) return null
      const shown = { share: share.numerator.count / share.denominator.count }
      if (!over || !under) return shown
      const says = (ofCount: number | null, ofBase: number | null): boolean =>
        ofCount === share.numerator.count && ofBase === share.denominator.count
      if (says(countIn(row, numerator), countIn(row, baseCode))) return { formula: `${over}${line}/${under}${line}`, shown }
      if (row !== unit || !says(count, base)) return shown
      const [counts, bases] = [over, under].map(letter => `${letter}${firstLine}:${letter}${lastLine}`)
      const told = `(${counts}<>"")*(${bases}<>"")`
      return { formula: `SUMPRODUCT(${told},${counts})/SUMPRODUCT(${told},${bases})`, shown }
    },
  }
}

function countIn(row: UnitFigures, code: string): number | null {
  return figureIn(row, code)?.value?.count ?? null
}

/** What a bare number leaves out: that it is an estimate, of how many units it holds, why nothing was added. */
function notesOf(row: UnitFigures, { columns }: FigureTable): string {
  return columns
    .flatMap(({ code, baseCode, name }) => {
      const figure = baseCode === undefined ? figureIn(row, code) : undefined
      if (!figure) return []
      const coverage = figure.source === 'partly' ? coverageOf(figure) : null
      const estimated = figure.value?.quality === 'estimated' ? figure.words : null
      const words = [estimated, coverage && `đã có số của ${coverage}`, figure.notAdded, figure.beside].filter(Boolean)
      return words.length > 0 ? [`${name}: ${words.join('; ')}`] : []
    })
    .join('\n')
}
