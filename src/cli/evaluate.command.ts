import { createWriteStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type NamedFacts, readFacts } from '#contract/candidate-facts.ts'
import { readFactColumns, toFactsObject } from '#contract/candidate-table.ts'
import { readProvincialRules } from '#contract/score-sheet.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { missingWords, reasonWords } from '#domain/season/season-words.ts'
import { type Evaluation, evaluateBy, type Outcome } from '#domain/title/evaluate.ts'
import { type Prepared, preparedFor } from '#domain/title/prepared.ts'
import { honours, type RuleBook } from '#domain/title/rule-book.ts'
import { ruleBookNamed, ruleBookOn } from '#domain/title/rule-books.ts'
import { adoptedSheet } from '#domain/title/score-sheet.ts'
import type { Finding } from '#domain/title/verdict.ts'
import { cellOf } from '#server/household/aside-file.ts'
import { readSheet, SheetFault } from '#server/household/sheet-file.ts'
import { type Told, tell, tellFailedCheck, tellRefusal, tellUsage } from './outcome.ts'

export type WantedVerdicts = {
  readonly out: string
  readonly book?: string
  readonly honour: string
  readonly on?: string
  readonly sheet?: string
}

/** Facts of households against the law of a day, row by row: no data of this house are read, none are kept. */
export async function evaluateFile(name: string, wanted: WantedVerdicts): Promise<Told> {
  const book = findBook(wanted)
  if (typeof book === 'string') return tellUsage(book)
  const rules = wanted.sheet === undefined ? null : readProvincialRules(await readFile(wanted.sheet, 'utf8'))
  if (rules && !rules.ok) return tellRefusal(rules)
  const sheet = rules ? (adoptedSheet(rules.value, book.id) ?? null) : null
  if (rules && !sheet) return tellUsage(`${wanted.sheet} không có thang điểm cho ${book.id}.`)
  const tally: Tally = { pass: 0, fail: 0, open: 0, bad: [] }
  const out = resolve(wanted.out)
  const write = extname(out).toLowerCase() === '.csv' ? csv : jsonLines
  try {
    await pipeline(Readable.from(verdicts(rowsOf(name), { prepared: preparedFor(book, sheet), tally, write })), createWriteStream(out))
  } catch (error) {
    if (error instanceof SheetFault) return tellUsage(`${name}: ${error.message}.`)
    throw error
  }
  return tellTally(tally, book, out)
}

type Tally = Record<Outcome, number> & { readonly bad: string[] }
type Row = { readonly line: number; readonly read: NamedFacts | string }
type Writer = { readonly head: string; row(id: string, evaluation: Evaluation): string }

function findBook({ book, honour, on }: WantedVerdicts): RuleBook | string {
  if (book !== undefined) return ruleBookNamed(book) ?? `Không có bộ quy tắc ${book}.`
  const wanted = honours.find(each => each === honour)
  if (!wanted) return `Không có danh hiệu ${honour}; có ${honours.join(', ')}.`
  if (on === undefined || !isPlainDate(on)) return 'Cần --on <ngày> (như 2024-12-01) để biết quy định ngày nào, hoặc --book <bộ quy tắc>.'
  return ruleBookOn(wanted, on) ?? `Ngày ${on} không có văn bản nào về danh hiệu này.`
}

async function* rowsOf(name: string): AsyncGenerator<Row> {
  const isJson = ['.json', '.jsonl', '.ndjson'].includes(extname(name).toLowerCase())
  yield* isJson ? jsonRows(name) : tableRows(name)
}

async function* tableRows(name: string): AsyncGenerator<Row> {
  let columns: ReturnType<typeof readFactColumns>
  for await (const { line, cells } of readSheet(name))
    if (columns) yield { line, read: readFacts(toFactsObject(columns, cells)) }
    else {
      columns = readFactColumns(cells)
      if (!columns) throw new SheetFault('dòng đầu phải có cột “Mã” và “Năm xét”')
    }
}

/** One object to a line. */
async function* jsonRows(name: string): AsyncGenerator<Row> {
  const file = await open(name)
  let line = 0
  for await (const text of file.readLines()) {
    line += 1
    if (text.trim() !== '') yield { line, read: readJson(text) }
  }
}

function readJson(text: string): NamedFacts | string {
  try {
    return readFacts(JSON.parse(text))
  } catch {
    return 'không phải JSON: mỗi dòng một hộ'
  }
}

type Judging = { readonly prepared: Prepared; readonly tally: Tally; readonly write: Writer }

/** Written in pieces of some rows: the file grows while it is read, and memory does not. */
async function* verdicts(rows: AsyncIterable<Row>, { prepared, tally, write }: Judging): AsyncGenerator<string> {
  let piece = write.head
  for await (const { line, read } of rows) {
    if (typeof read === 'string') tally.bad.push(`Dòng ${line}: ${read}`)
    else {
      const evaluation = evaluateBy(prepared, read.facts)
      tally[evaluation.outcome] += 1
      piece += write.row(read.id, evaluation)
    }
    if (piece.length < 64 * 1024) continue
    yield piece
    piece = ''
  }
  yield piece
}

const jsonLines: Writer = { head: '', row: (id, evaluation) => `${JSON.stringify({ id, ...evaluation })}\n` }

const outcomeWords: Record<Outcome, string> = { pass: 'đạt', fail: 'không đạt', open: 'chưa rõ' }

/** Begins with the mark by which spreadsheets see UTF-8. */
const csv: Writer = {
  head: '\ufeffMã,Kết quả,Tổng điểm,Lý do,Lưu ý,Còn thiếu\r\n',
  row: (id, { outcome, total, reasons, warnings, missing }) =>
    `${[
      id,
      outcomeWords[outcome],
      total === null ? '' : String(total).replace('.', ','),
      reasons.map(sayFinding).join('; '),
      warnings.map(sayFinding).join('; '),
      missing.map(({ code, of }) => (of === null ? missingWords[code] : `${missingWords[code]} ${of}`)).join('; '),
    ]
      .map(cellOf)
      .join(',')}\r\n`,
}

function sayFinding({ code, clause }: Finding): string {
  return `${reasonWords[code]} (${clause})`
}

const mostNamed = 20

function tellTally({ bad, ...counted }: Tally, book: RuleBook, out: string): Told {
  const { pass, fail, open: unclear } = counted
  const lines = [
    `Theo ${book.id} (${book.cites.join(', ')}): ${pass} đạt, ${fail} không đạt, ${unclear} chưa rõ. Đã ghi ${out}.`,
    ...(bad.length > 0 ? [`${bad.length} dòng không đọc được:`, ...bad.slice(0, mostNamed).map(line => `  ${line}`)] : []),
  ]
  const json = { book: book.id, ...counted, bad, out }
  return bad.length > 0 ? tellFailedCheck(lines, json) : tell(lines, json)
}
