import { type DocumentKind, documentKinds } from '#domain/document/kinds.ts'
import { nationalName as nationalNamePrinted } from '../preset.ts'
import { isBold, type Line, linesOf } from './lines.ts'
import type { CellPlace, ReadDocument } from './read-model.ts'

/** The parts of an administrative document found in a file, by what they say and where they stand. */
export type Recognised = {
  readonly nationalName: Line | null
  readonly motto: Line | null
  /** Names above the number line, on the left: superior body first. */
  readonly issuerLines: readonly Line[]
  readonly number: Line | null
  readonly placeAndDate: Line | null
  /** V/v of an official letter. */
  readonly letterSubject: readonly Line[]
  readonly kindLine: Line | null
  readonly kind: DocumentKind | null
  readonly subject: readonly Line[]
  readonly addressees: readonly Line[]
  readonly bases: readonly Line[]
  /** Running text between title and closing, without the bases and the lines that decide. */
  readonly body: readonly Line[]
  readonly recipientsLabel: Line | null
  readonly recipients: readonly Line[]
  readonly signatures: readonly SignatureLines[]
  readonly appendices: readonly AppendixLines[]
  readonly all: readonly Line[]
}

export type SignatureLines = { readonly capacity: readonly Line[]; readonly name: Line | null }
export type AppendixLines = { readonly label: Line; readonly title: readonly Line[]; readonly note: Line | null }

const kindsByPrintedName = new Map(
  Object.entries(documentKinds).map(([kind, { name }]) => [plain(name), isKind(kind) ? kind : null] as const),
)

function isKind(kind: string): kind is DocumentKind {
  return kind in documentKinds
}

/** Letters only, without diacritics or case: for recognising, never for judging. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
}

const capacityStart =
  /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ|GIÁM ĐỐC|CHÁNH|TRƯỞNG|THƯ KÝ|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG|CỤC TRƯỞNG|CHI CỤC|CHỦ NHIỆM|BÍ THƯ)/u

export function recognise(document: ReadDocument): Recognised {
  const all = linesOf(document)
  const appendixAt = all.findIndex((line, i) => i > 8 && isAppendixLabel(line))
  const main = appendixAt < 0 ? all : all.slice(0, appendixAt)
  const top = main.slice(0, 30)
  const nationalName = top.find(line => plain(line.text) === plain(nationalNamePrinted)) ?? null
  const motto = top.find(line => plain(line.text) === 'doc lap tu do hanh phuc') ?? null
  const number = top.find(line => /^Số[\s:.…]*.*\//iu.test(line.text.trim())) ?? null
  const placeAndDate = top.find(line => /^[^:;.\d]{2,40},\s*ngày.*tháng.*năm[\s\d.…]*$/iu.test(line.text.trim())) ?? null
  const headTable = (nationalName ?? motto ?? number ?? placeAndDate)?.cell?.table ?? null
  const head = top.filter(line => inTable(line, headTable))
  const letterSubject = head.filter((line, i) => isLetterSubject(line, head.slice(0, i)))
  const issuerLines = head.filter(
    line => line.cell?.column === 0 && line !== number && !letterSubject.includes(line) && !isBlank(line) && beforeLine(main, line, number),
  )
  const afterHead = main.slice(
    lastIndexOf(main, line => inTable(line, headTable) || line === number || line === placeAndDate || line === motto) + 1,
  )
  const closingAt = closingIndex(afterHead)
  const middle = closingAt < 0 ? afterHead : afterHead.slice(0, closingAt)
  const closing = closingAt < 0 ? [] : afterHead.slice(closingAt)
  const title = recogniseTitle(middle)
  const flow = recogniseFlow(middle.slice(title.length))
  return {
    nationalName,
    motto,
    issuerLines,
    number,
    placeAndDate,
    letterSubject,
    kindLine: title.kindLine,
    kind: letterSubject.length > 0 ? 'officialLetter' : title.kind,
    subject: title.subject,
    ...flow,
    ...recogniseClosing(closing),
    appendices: recogniseAppendices(appendixAt < 0 ? [] : all.slice(appendixAt)),
    all,
  }
}

function inTable(line: Line, table: number | null): boolean {
  return table !== null && line.cell?.table === table
}

function beforeLine(lines: readonly Line[], line: Line, mark: Line | null): boolean {
  return mark === null || lines.indexOf(line) < lines.indexOf(mark)
}

function lastIndexOf(lines: readonly Line[], test: (line: Line) => boolean): number {
  return lines.slice(0, 30).findLastIndex(test)
}

/** `V/v …` and the lines that go on below it in the same column. */
function isLetterSubject(line: Line, before: readonly Line[]): boolean {
  const start = before.find(one => /^V\/v/iu.test(one.text.trim()))
  if (/^V\/v/iu.test(line.text.trim())) return true
  return start !== undefined && line.text.trim() !== '' && sameColumn(start.cell, line.cell)
}

function sameColumn(a: CellPlace | null, b: CellPlace | null): boolean {
  return a?.table === b?.table && a?.column === b?.column
}

function isAppendixLabel(line: Line): boolean {
  return /^phụ lục(?:\s+[IVXLC\d]+)?\.?$/iu.test(line.text.trim()) && line.paragraph.look.align === 'center'
}

type Title = {
  readonly kindLine: Line | null
  readonly kind: DocumentKind | null
  readonly subject: readonly Line[]
  readonly length: number
}

/** The kind in capitals, and the centred bold lines below it. */
function recogniseTitle(lines: readonly Line[]): Title {
  const at = lines
    .slice(0, 12)
    .findIndex(line => kindsByPrintedName.has(plain(line.text)) && line.text === line.text.toLocaleUpperCase('vi'))
  const kindLine = lines[at]
  if (kindLine === undefined) return { kindLine: null, kind: null, subject: [], length: 0 }
  const subject: Line[] = []
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next]
    if (line === undefined || line.text.trim() === '') {
      if (subject.length > 0) break
      continue
    }
    if (line.paragraph.look.align !== 'center' || !isBold(line) || /^[\p{Lu}\s,]+$/u.test(line.text)) break
    subject.push(line)
  }
  return { kindLine, kind: kindsByPrintedName.get(plain(kindLine.text)) ?? null, subject, length: next }
}

type Flow = Pick<Recognised, 'addressees' | 'bases' | 'body'>

function recogniseFlow(lines: readonly Line[]): Flow {
  const addresseesAt = lines.slice(0, 10).findIndex(line => /^Kính gửi/iu.test(line.text.trim()))
  const addressees: Line[] = []
  let rest = lines
  if (addresseesAt >= 0) {
    const [first, ...others] = lines.slice(addresseesAt)
    if (first) addressees.push(first)
    const end = others.findIndex(line => line.text.trim() !== '' && !/^\s*-/u.test(line.text) && line.paragraph !== first?.paragraph)
    addressees.push(...others.slice(0, Math.max(end, 0)).filter(line => line.text.trim() !== ''))
    rest = [...lines.slice(0, addresseesAt), ...others.slice(Math.max(end, 0))]
  }
  const text = rest.filter(line => !isBlank(line))
  const bases = leadingBases(text)
  const body = text.filter(line => !bases.includes(line))
  return { addressees, bases, body }
}

/** `Căn cứ …` lines before the text begins, with what is proposed: `Theo đề nghị của …`. */
function leadingBases(lines: readonly Line[]): Line[] {
  const start = lines.findIndex(line => /^Căn cứ\s/u.test(line.text.trim()))
  if (start < 0 || start > 3) return []
  const rest = lines.slice(start)
  const end = rest.findIndex(line => !/^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện)\s/u.test(line.text.trim()))
  const bases = end < 0 ? rest : rest.slice(0, end)
  // One paragraph that begins with the words and goes on is running text, not a list of bases.
  return bases.length === 1 && !/[;.]$/u.test(bases[0]?.text.trim() ?? '') ? [] : bases
}

function closingIndex(lines: readonly Line[]): number {
  const label = lines.findLastIndex(line => /^Nơi nhận\s*:?/iu.test(line.text.trim()))
  const minutes = lines.findLastIndex(line => /^(?:THƯ KÝ|CHỦ TỌA|CHỦ TOẠ)/u.test(line.text.trim()))
  const found = [label, minutes].filter(at => at >= 0)
  if (found.length > 0) {
    const first = Math.min(...found)
    const table = lines[first]?.cell?.table
    return table === undefined ? first : lines.findIndex(line => line.cell?.table === table)
  }
  return lines.findLastIndex((line, i) => capacityStart.test(line.text.trim()) && !capacityStart.test(lines[i - 1]?.text.trim() ?? ''))
}

function recogniseClosing(lines: readonly Line[]): Pick<Recognised, 'recipientsLabel' | 'recipients' | 'signatures'> {
  const filled = lines.filter(line => !isBlank(line))
  const labelAt = filled.findIndex(line => /^Nơi nhận\s*:?/iu.test(line.text.trim()))
  const label = filled[labelAt] ?? null
  const below = label === null ? [] : filled.slice(labelAt + 1).filter(line => sameColumn(line.cell, label.cell))
  // Outside a table the list ends with its dashes; in a cell all of it is the list.
  const end = label?.cell ? -1 : below.findIndex(line => !/^\s*[-–+]/u.test(line.text))
  const recipients = end < 0 ? below : below.slice(0, end)
  const others = filled.filter(line => line !== label && !recipients.includes(line) && !line.text.trim().startsWith('('))
  const columns = Map.groupBy(others, line => (line.cell === null ? 'none' : `${line.cell.table}/${line.cell.column}`))
  const signed = [...columns.values()].filter(column => column.some(line => capacityStart.test(line.text.trim())))
  return { recipientsLabel: label, recipients, signatures: signed.map(toSignature) }
}

/** Nothing, or a rule drawn with signs. */
function isBlank(line: Line): boolean {
  return /^[\s_–—-]*$/u.test(line.text)
}

/** Capacity lines come first, in capitals; the last line is the name. */
function toSignature(lines: readonly Line[]): SignatureLines {
  const last = lines.at(-1)
  const lastIsName = last !== undefined && lines.length > 1 && last.text !== last.text.toLocaleUpperCase('vi')
  return { capacity: lastIsName ? lines.slice(0, -1) : lines, name: lastIsName ? last : null }
}

function recogniseAppendices(lines: readonly Line[]): AppendixLines[] {
  const filled = lines.filter(line => line.text.trim() !== '')
  return filled.flatMap((label, i) => {
    if (!isAppendixLabel(label)) return []
    const below = filled.slice(i + 1, i + 8)
    const noteAt = below.findIndex(line => /^\(\s*kèm theo/iu.test(line.text.trim()))
    const end = below.findIndex(line => line.paragraph.look.align !== 'center' || line.cell !== null || line.text.trim().startsWith('('))
    return [{ label, title: below.slice(0, Math.max(end, 0)), note: below[noteAt] ?? null }]
  })
}
