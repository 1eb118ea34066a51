import { type DocumentView, directionWords } from '#contract/document.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import type { BookDirection, RegisteredDocument } from '#domain/document/registry.ts'
import { bookColumns, type ColumnWidth } from '#domain/document/registry-columns.ts'
import { dayColumn, numberColumn, type SheetColumn, textColumn } from '../kit/list-sheet.ts'

export const documentColumns = [
  textColumn<DocumentView>('Sổ', 16, document => directionWords[document.direction]),
  dayColumn<DocumentView>('Ngày đến', document => document.arrivedOn),
  numberColumn<DocumentView>('Số đến', 10, document => document.arrivalNumber),
  textColumn<DocumentView>('Số, ký hiệu', 20, document => document.code),
  dayColumn<DocumentView>('Ngày văn bản', document => document.issuedOn),
  textColumn<DocumentView>('Cơ quan ban hành', 32, document => document.issuerName),
  textColumn<DocumentView>('Loại', 16, document => documentKinds[document.kind].name),
  textColumn<DocumentView>('Trích yếu', 64, document => document.subject),
  dayColumn<DocumentView>('Hiệu lực từ', document => document.valid.from),
  dayColumn<DocumentView>('Hết hiệu lực từ', document => document.valid.until),
  textColumn<DocumentView>('Ghi chú', 32, document => document.note),
]

const signsWide: Record<ColumnWidth, number> = { narrow: 12, middle: 20, broad: 32, wide: 64 }

/** The columns of a register as the decree orders them. */
export function registerColumns(direction: BookDirection): readonly SheetColumn<RegisteredDocument>[] {
  return bookColumns[direction].map(({ head, width, textOf, dayOf, countOf }) => {
    if (dayOf) return dayColumn(head, dayOf)
    return countOf ? numberColumn(head, signsWide[width], countOf) : textColumn(head, signsWide[width], textOf)
  })
}
