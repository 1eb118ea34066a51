import { formatCitedDay, type PlainDate } from '../calendar/plain-date.ts'
import { documentKinds } from './kinds.ts'
import type { BookDirection, RegisteredDocument } from './registry.ts'

/** One column of a register: its head as the decree names it, and what an entry says there. Not known stays blank. */
export type BookColumn = {
  readonly head: string
  readonly width: ColumnWidth
  readonly textOf: (entry: RegisteredDocument) => string
  /** The same as a day or a number, where it is one: for a spreadsheet. */
  readonly dayOf?: (entry: RegisteredDocument) => PlainDate | null
  readonly countOf?: (entry: RegisteredDocument) => number | null
}
export type ColumnWidth = 'narrow' | 'middle' | 'broad' | 'wide'

const column = (head: string, width: ColumnWidth, textOf: BookColumn['textOf']): BookColumn => ({ head, width, textOf })
const dayColumn = (head: string, dayOf: NonNullable<BookColumn['dayOf']>): BookColumn => {
  return { head, width: 'narrow', dayOf, textOf: entry => say(dayOf(entry), formatCitedDay) }
}
const countColumn = (head: string, countOf: NonNullable<BookColumn['countOf']>): BookColumn => {
  return { head, width: 'narrow', countOf, textOf: entry => say(countOf(entry), String) }
}
const say = <Value>(value: Value | null, inWords: (value: Value) => string): string => (value === null ? '' : inWords(value))
/** Signed by hand on paper. */
const byHand = (): string => ''

const code = column('Số, ký hiệu văn bản', 'middle', entry => entry.code)
const issued = dayColumn('Ngày tháng văn bản', entry => entry.issuedOn)
const subject = column('Tên loại và trích yếu', 'wide', entry => `${documentKinds[entry.kind].name}: ${entry.subject}`)
const handedOn = dayColumn('Ngày chuyển', entry => entry.forwardedOn)
const received = column('Ký nhận', 'narrow', byHand)
const note = column('Ghi chú', 'middle', entry => entry.note)

/** The columns of the two registers in their order: Decree 30/2020/NĐ-CP, Annex IV; the least a register must print (Art. 16(2)(b), 22(3)(b)). */
export const bookColumns: Record<BookDirection, readonly BookColumn[]> = {
  outgoing: [
    code,
    issued,
    subject,
    column('Người ký', 'middle', entry => entry.signerName),
    column('Nơi nhận văn bản', 'broad', entry => entry.recipients),
    column('Đơn vị, người nhận bản lưu', 'middle', entry => entry.archivedWith),
    countColumn('Số lượng bản', entry => entry.copies),
    handedOn,
    received,
    note,
  ],
  incoming: [
    dayColumn('Ngày đến', entry => entry.arrivedOn),
    countColumn('Số đến', entry => entry.arrivalNumber),
    column('Tác giả', 'middle', entry => entry.issuerName),
    code,
    issued,
    subject,
    column('Đơn vị hoặc người nhận', 'broad', entry => entry.recipients),
    handedOn,
    received,
    note,
  ],
}
