import { open, readFile } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { parse } from 'csv-parse'
import type { SheetFilter } from 'hucre'
import { readXlsx as readWorkbook, streamXlsxRows } from 'hucre/xlsx'
import { openPromise } from 'yauzl'

// Reads lists row by row, whatever program made them. The only file that knows the libraries.

/** A row as it stands; `line` is the number a person sees beside it. */
export type SheetLine = { readonly line: number; readonly cells: readonly string[] }

/** A file no list can be read from, with a sentence for the person who chose it. */
export class SheetFault extends Error {}

/** Wider rows were not made by an office, and to guess at so many columns holds up everybody else. */
const mostColumns = 500
const longestLine = 1024 * 1024

/** More than any list of a province; what unpacks to more was not made by a spreadsheet. */
const largestFileBytes = 200 * 1024 * 1024
const largestUnpackedBytes = 1024 * 1024 * 1024

/** Row by row: the first sheet of a workbook, or the table a text is. */
export async function* readSheet(file: string): AsyncGenerator<SheetLine> {
  const { head, isWorkbook } = await openable(file)
  for await (const row of isWorkbook ? readXlsx(file) : readCsv(file, head)) yield checkWidth(row)
}

/** The first rows of one sheet of a workbook; a text is one sheet without a name. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

const mostSheets = 50
const isShown: SheetFilter = ({ hidden, veryHidden }, at) => !hidden && !veryHidden && at < mostSheets

/** Every sheet that is not hidden, numbers as they are shown: a cell of 79,9% holds 0,799. */
export async function readSheets(file: string, mostRows: number): Promise<Sheet[]> {
  const { isWorkbook } = await openable(file)
  if (!isWorkbook) {
    const rows: (readonly string[])[] = []
    for await (const { cells } of readSheet(file)) if (rows.push(cells) >= mostRows) break
    return [{ name: '', rows }]
  }
  await refuseBomb(file)
  const options = { readStyles: true, maxRows: mostRows, sheets: isShown }
  const { sheets } = await ofHucre(async () => readWorkbook(await readFile(file), options))
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, at) => {
      const said = row.map((value, column) => sayShown(value, cells?.get(`${at},${column}`)?.style?.numFmt))
      return checkWidth({ line: at + 1, cells: said }).cells
    }),
  }))
}

async function openable(file: string): Promise<{ readonly head: Buffer; readonly isWorkbook: boolean }> {
  const { head, size } = await lookAt(file)
  if (size > largestFileBytes) throw new SheetFault(`tệp lớn quá ${largestFileBytes / 1024 / 1024} MB`)
  if (head.subarray(0, 4).equals(oldExcelHead)) throw new SheetFault('tệp .xls kiểu cũ hoặc có mật khẩu: lưu lại thành .xlsx rồi nạp')
  return { head, isWorkbook: head.subarray(0, 4).equals(zipHead) }
}

function checkWidth(row: SheetLine): SheetLine {
  if (row.cells.length > mostColumns) throw new SheetFault(`dòng ${row.line} có quá ${mostColumns} cột`)
  return row
}

const zipHead = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const oldExcelHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Enough of a file to tell what it is and how it is written. */
const headBytes = 256 * 1024

async function lookAt(file: string): Promise<{ readonly head: Buffer; readonly size: number }> {
  const handle = await open(file)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return { head: buffer.subarray(0, bytesRead), size: (await handle.stat()).size }
  } finally {
    await handle.close()
  }
}

async function* readXlsx(file: string): AsyncGenerator<SheetLine> {
  await refuseBomb(file)
  const rows = streamXlsxRows(await readFile(file))
  for (;;) {
    const { done, value } = await ofHucre(() => rows.next())
    if (done) return
    yield { line: value.index + 1, cells: value.values.map(sayCell) }
  }
}

/** What the library cannot read is a fault of the file. */
async function ofHucre<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && isOfHucre(error)) throw new SheetFault('không đọc được tệp .xlsx: tệp hỏng hoặc không phải bảng tính')
    throw error
  }
}

/** What the directory of the archive says it holds, before anything is unpacked. */
async function refuseBomb(file: string): Promise<void> {
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
    let bytes = 0
    for await (const entry of zip.eachEntry()) bytes += entry.uncompressedSize
    zip.close()
    if (bytes > largestUnpackedBytes) throw new SheetFault('tệp nén bung ra lớn quá mức một bảng tính')
  } catch (error) {
    throw error instanceof SheetFault ? error : new SheetFault('không đọc được tệp .xlsx: tệp hỏng hoặc không phải bảng tính')
  }
}

const faultsOfHucre = new Set(['ParseError', 'ZipError', 'EncryptedFileError', 'DefterError', 'HucreError'])

function isOfHucre(error: Error): boolean {
  return faultsOfHucre.has(error.name) || faultsOfHucre.has(error.constructor.name)
}

/** As many digits as a spreadsheet itself keeps: what is beyond them is dust of its reckoning. */
const digitsKept = 15

type CellValue = string | number | boolean | Date | null

/** A number with a percent sign has as many digits behind the comma as its format shows. */
function sayShown(value: CellValue, format: string | undefined): string {
  if (typeof value !== 'number' || !format?.includes('%')) return sayCell(value)
  const digits = /\.(0+)/u.exec(format)?.[1]?.length ?? 0
  return `${(value * 100).toFixed(digits).replace('.', ',')}%`
}

/** As Vietnamese write it: a number cell of 12.345 is no twelve thousand. */
function sayCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Number(value.toPrecision(digitsKept))).replace('.', ',')
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

async function* readCsv(file: string, head: Buffer): AsyncGenerator<SheetLine> {
  const handle = await open(file)
  const rows = handle
    .createReadStream()
    .pipe(decoder(encodingOf(head)))
    .pipe(
      parse({ bom: true, info: true, relaxColumnCount: true, relaxQuotes: true, delimiter: delimiterOf(head), maxRecordSize: longestLine }),
    )
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { line: info.lines - record.join('').split('\n').length + 1, cells: record }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new SheetFault('dấu nháy kép không khép đúng, hoặc có dòng dài quá mức')
    throw error
  }
}

/** UTF-8 where it is; else what Windows wrote before, in which old Vietnamese fonts lie. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function decoder(encoding: string): Transform {
  const text = new TextDecoder(encoding)
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, text.decode(chunk, { stream: true })),
    flush: done => done(null, text.decode()),
  })
}

/** Vietnamese spreadsheets save with semicolons, others with commas or tabs: the one the first line has most of. */
function delimiterOf(head: Buffer): string {
  const [first = ''] = new TextDecoder(encodingOf(head)).decode(head).split('\n')
  return [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
}
