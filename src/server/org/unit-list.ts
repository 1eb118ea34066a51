import { CsvError, type Info, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { orgUnitKindWords } from '#contract/org.ts'
import { addDays, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { cleanText } from '#domain/kit/text.ts'
import type { BadRow, ListedVersion } from '#domain/org/lineage.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'

/** The columns of a list of units, in this order. `valid_to` is the last day in, as such lists are published. */
export const unitListColumns = ['code', 'name', 'type', 'parent_code', 'valid_from', 'valid_to', 'predecessors', 'source'] as const

export type UnitList = { readonly versions: readonly ListedVersion[]; readonly badRows: readonly BadRow[] }

/** Reads a CSV list (RFC 4180, UTF-8) and names every row that is not one of a list of units. */
export function readUnitList(text: string): UnitList {
  const read = readRecords(text)
  if ('badRow' in read) return { versions: [], badRows: [read.badRow] }
  const [header, ...records] = read.records
  if (!header || header.record.map(cleanText).join() !== unitListColumns.join())
    return { versions: [], badRows: [{ line: 1, reason: `dòng đầu phải là tên cột: ${unitListColumns.join(',')}` }] }
  if (records.length === 0) return { versions: [], badRows: [{ line: 2, reason: 'tệp không có dòng nào' }] }
  const rows = records.map(toRow)
  return { versions: rows.flatMap(row => ('version' in row ? [row.version] : [])), badRows: rows.flatMap(row => row.badRows) }
}

type LinedRecord = { readonly line: number; readonly record: readonly string[] }

function readRecords(text: string): { readonly records: readonly LinedRecord[] } | { readonly badRow: BadRow } {
  try {
    const records = parse(text, { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true }) as unknown as {
      readonly info: Info
      readonly record: string[]
    }[]
    return { records: records.map(({ info, record }) => ({ line: info.lines - lineBreaks(record), record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { badRow: { line: Number(error['lines'] ?? 1), reason: 'dấu nháy kép không khép đúng' } }
  }
}

/** The reader counts the line a record ends on; people look for the one it begins on. */
function lineBreaks(record: readonly string[]): number {
  return record.join('').split('\n').length - 1
}

const kindOfWord = new Map(Object.entries(orgUnitKindWords).map(([kind, word]) => [word, kind as OrgUnitKind]))

const cell = z.string().transform(cleanText)
const filled = (label: string, max: number) =>
  cell.pipe(
    z
      .string()
      .min(1, `thiếu ${label}`)
      .max(max, `${label} dài quá ${max} ký tự`)
      .refine(text => !/\p{Cc}/u.test(text), `${label} có ký tự không in được`),
  )
const codeForm = /^[0-9A-Za-z.-]{1,35}$/u
const day = (label: string) =>
  cell.transform((text, ctx): PlainDate | null => {
    if (text === '') return null
    if (isPlainDate(text)) return text
    ctx.addIssue({ code: 'custom', message: `${label} “${text}” không phải ngày có thật, ghi như 2025-07-01` })
    return z.NEVER
  })

const rowSchema = z
  .tuple(
    [
      cell.pipe(z.string().regex(codeForm, 'mã đơn vị trống hoặc có ký tự lạ')),
      filled('tên đơn vị', 200),
      cell.transform((word, ctx): OrgUnitKind => {
        const kind = kindOfWord.get(word)
        if (kind) return kind
        ctx.addIssue({ code: 'custom', message: `loại đơn vị “${word}” không có trong danh mục` })
        return z.NEVER
      }),
      cell.pipe(z.string().regex(/^[0-9A-Za-z.-]{0,35}$/u, 'mã đơn vị cấp trên có ký tự lạ')),
      day('ngày đầu'),
      day('ngày cuối'),
      cell.transform((text, ctx) => {
        const predecessors = text === '' ? [] : text.split(';').map(toPredecessor)
        if (predecessors.every(({ code }) => codeForm.test(code))) return predecessors
        ctx.addIssue({ code: 'custom', message: 'mã đơn vị tiền thân ghi như 03997;03988?' })
        return z.NEVER
      }),
      filled('nguồn', 500),
    ],
    { error: `phải đủ ${unitListColumns.length} cột` },
  )
  .transform(([code, name, kind, parentCode, from, lastDay, predecessors, source]) => ({
    code,
    name,
    kind,
    parentCode: parentCode || null,
    predecessors,
    source,
    valid: { from, until: lastDay && addDays(lastDay, 1) },
  }))

function toPredecessor(text: string): ListedVersion['predecessors'][number] {
  return { code: text.trim().replace(/\?$/u, ''), isVerified: !text.trim().endsWith('?') }
}

function toRow({ line, record }: LinedRecord): { readonly version: ListedVersion; readonly badRows: [] } | { readonly badRows: BadRow[] } {
  const parsed = rowSchema.safeParse(record)
  if (parsed.success) return { version: { line, ...parsed.data }, badRows: [] }
  return { badRows: parsed.error.issues.map(issue => ({ line, reason: issue.message })) }
}
