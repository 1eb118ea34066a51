import { Readable } from 'node:stream'
import type { RefusalCode } from '#contract/index.ts'
import type { ExportParams, ToldInFile } from '#contract/return.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { codesAsked } from '#domain/indicator/figure-form.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import type { Level } from '#domain/request/request.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { cellOf } from '../household/aside-file.ts'
import type { SentFile } from '../http/definitions.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listToldReturns, type ToldReturn } from './export.store.ts'
import { findRequest, type StoredRequest } from './request.store.ts'
import { findReturn } from './return.store.ts'
import { openWithin } from './within.ts'

const pageRows = 200
const firstId = '00000000-0000-0000-0000-000000000000'

/** The figures that stand, with the dictionary they are of: all returns for whoever asks, its own for a unit that owes. */
export async function exportFigures(ctx: Context, { requestId, unitId, as }: ExportParams): Promise<Result<SentFile, RefusalCode>> {
  const request = await findRequest(ctx.tx, requestId)
  if (!request) return unknown(ctx, 'return.one', 'request.unknown')
  const isAsker = unitId === request.unitId
  if (!isAsker && !(await findReturn(ctx.tx, requestId, unitId))) return unknown(ctx, 'return.one', 'return.unknown')
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, isAsker ? 'request.board' : 'return.one', unitId)
  if (denied) return denied
  const asked = await askedOf(ctx.tx, requestId)
  const told = { request, asked, unitId: isAsker ? null : unitId }
  const name = `${request.title} - ${as === 'dictionary' ? 'từ điển chỉ tiêu' : 'số liệu'}.${as === 'json' ? 'json' : 'csv'}`
  const fileName = name.replace(/[\\/:*?"<>|]/gu, ' ')
  const mediaType = as === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8'
  const lines = as === 'json' ? jsonOf(ctx, told) : as === 'csv' ? figureLines(ctx, told) : dictionaryLines(asked)
  return ok({ bytes: Readable.from(lines), mediaType, fileName, isInline: false })
}

type Told = { readonly request: StoredRequest; readonly asked: Asked; readonly unitId: string | null }
type NamedReturn = ToldReturn & { readonly unitName: string; readonly toUnitName: string }

async function* pages(ctx: Context, { request, unitId }: Told): AsyncGenerator<NamedReturn[]> {
  for (let after = firstId; ; ) {
    const rows = await listToldReturns(ctx.tx, request.id, { unitId, after, limit: pageRows })
    const ids = rows.flatMap(row => [row.unitId, row.toUnitId])
    const names = await listUnitNames(ctx.tx, [...new Set(ids)], request.sentOn ?? ctx.today)
    if (rows.length > 0)
      yield rows.map(row => ({ ...row, unitName: names.get(row.unitId) ?? '', toUnitName: names.get(row.toUnitId) ?? '' }))
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return
    after = last.unitId
  }
}

/** Begins with the mark by which spreadsheets see UTF-8. */
const csvHead = (columns: readonly string[]): string => `\ufeff${lineOf(columns)}`
const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

/** One line for each unit and figure asked of it; an empty number is one nobody told. */
async function* figureLines(ctx: Context, told: Told): AsyncGenerator<string> {
  const { form, dictionary } = told.asked
  const codes = new Map<Level, readonly string[]>()
  yield csvHead(['unitId', 'unitName', 'toUnitName', 'level', 'code', 'name', 'unit', 'count', 'qualifier', 'version', 'cutoff'])
  for await (const page of pages(ctx, told)) {
    const lines = page.flatMap(({ unitId, unitName, toUnitName, level, version, content }) => {
      const asked = codes.get(level) ?? codesAsked(form, level)
      codes.set(level, asked)
      return asked.map(code => {
        const indicator = indicatorOf(dictionary, code)
        const value = content?.values[code]
        const qualifier = value?.quality === 'estimated' ? value.qualifier : ''
        const place = [unitId, unitName, toUnitName, level, code, indicator?.name ?? '', indicator?.unit ?? '']
        return lineOf([...place, value ? String(value.count) : '', qualifier, version === null ? '' : String(version), told.request.cutoff])
      })
    })
    yield lines.join('')
  }
}

async function* dictionaryLines({ dictionary }: Asked): AsyncGenerator<string> {
  yield csvHead(['code', 'name', 'unit', 'definition', 'addition', 'within', 'sameAs', 'numerator', 'bases'])
  for (const { code, name, unit, definition, addition, within, sameAs } of dictionary.indicators)
    yield lineOf([code, name, unit, definition, addition, within.join(' '), sameAs ?? '', '', ''])
  for (const { code, name, numerator, bases } of dictionary.ratios)
    yield lineOf([code, name, '%', '', '', '', '', numerator, bases.map(base => base.code).join(' ')])
}

async function* jsonOf(ctx: Context, told: Told): AsyncGenerator<string> {
  const { id, title, covers, cutoff } = told.request
  const { name, note, dictionary } = told.asked
  yield `${JSON.stringify({ request: { id, title, covers, cutoff }, form: { name, note }, dictionary }).slice(0, -1)},"returns":[`
  let isFirst = true
  for await (const page of pages(ctx, told)) {
    const lines = page.map(row => JSON.stringify(toldInFile(row)))
    yield `${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`
    isFirst = false
  }
  yield '\n]}\n'
}

function toldInFile({ unitId, unitName, toUnitId, level, version, content }: NamedReturn): ToldInFile {
  return { unitId, unitName, toUnitId, level, version, ...(content ?? { values: {}, printed: [], parts: {} }) }
}
