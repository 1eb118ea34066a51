import type { LaidTable } from '../layout/laid-out.ts'
import { decree30, mmToTwips } from '../preset.ts'
import { type BookmarkMaker, paragraph, textRun } from './paragraphs.ts'
import { cellMargins } from './parts.ts'
import { element, type Xml, type XmlChild } from './xml.ts'

export type Cell = { readonly width: number; readonly content: XmlChild }

/** A table without borders that only holds columns beside each other. Widths in mm. */
export function columnsTable(rows: readonly (readonly Cell[])[]): Xml {
  const widths = rows[0]?.map(cell => mmToTwips(cell.width)) ?? []
  const cell = ({ width, content }: Cell) =>
    element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': mmToTwips(width), 'w:type': 'dxa' })), content)
  return element(
    'w:tbl',
    {},
    element('w:tblPr', {}, ...tableFrame(widths), cellMargins(0)),
    element(
      'w:tblGrid',
      {},
      widths.map(width => element('w:gridCol', { 'w:w': width })),
    ),
    rows.map(row => element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), row.map(cell))),
  )
}

function tableFrame(widths: readonly number[], borders: Xml | null = null): XmlChild[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return [element('w:tblW', { 'w:w': total, 'w:type': 'dxa' }), borders, element('w:tblLayout', { 'w:type': 'fixed' })]
}

/** A table with borders: its heading is repeated on every page, no row is split. */
export function dataTable(table: LaidTable, bookmarks: BookmarkMaker): Xml {
  const { besideText, aboveText } = decree30.table
  const widths = table.columns.map(column => mmToTwips(column.width))
  const borders = element('w:tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(thinBorder))
  const head = table.columns.map((column, i) => {
    const run = [textRun(column.heading)]
    return tableCell(widths[i], paragraph('tableHead', i === 0 ? bookmarks([table.id], run) : run))
  })
  const body = table.rows.map(row =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit')),
      table.columns.map((column, i) =>
        tableCell(widths[i], paragraph('tableCell', [textRun(row[i]?.text ?? '')], [element('w:jc', { 'w:val': column.align })])),
      ),
    ),
  )
  return element(
    'w:tbl',
    {},
    element('w:tblPr', {}, ...tableFrame(widths, borders), cellMargins(mmToTwips(besideText), mmToTwips(aboveText))),
    element(
      'w:tblGrid',
      {},
      widths.map(width => element('w:gridCol', { 'w:w': width })),
    ),
    element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader')), head),
    body,
  )
}

function thinBorder(side: string): Xml {
  return element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })
}

function tableCell(width: number | undefined, content: XmlChild): Xml {
  const properties = element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width ?? 0, 'w:type': 'dxa' }),
    element('w:vAlign', { 'w:val': 'center' }),
  )
  return element('w:tc', {}, properties, content)
}
