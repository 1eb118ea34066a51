import { writeXlsx } from 'hucre/xlsx'
import type { Params, RefusalCode } from '#contract/index.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { partsFor } from '#domain/indicator/figure-form.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { placesOf, readAt, textsOf } from '#domain/request/places.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest } from './request.store.ts'
import { listHistory } from './return.flags.ts'
import { findReturn } from './return.store.ts'
import { openWithin } from './within.ts'

/** A unit's return as a workbook: what is written stands in it, the rest is filled in anywhere and read back by the keys of its first column. */
export async function writeTemplate(ctx: Context, { requestId, unitId }: Params<'return.one'>): Promise<Result<SentFile, RefusalCode>> {
  const held = await findReturn(ctx.tx, requestId, unitId)
  const request = await findRequest(ctx.tx, requestId)
  if (!held || !request) return unknown(ctx, 'return.one', 'return.unknown')
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'return.one', unitId)
  if (denied) return denied
  const asked = await askedOf(ctx.tx, requestId)
  const [past] = await listHistory(ctx, request, held)
  const name = (await listUnitNames(ctx.tx, [unitId], request.sentOn ?? ctx.today)).get(unitId) ?? ''
  const about = `${name} · ${request.title} · chốt số liệu ngày ${formatDay(request.cutoff)} · ${asked.note}`
  const now = textsOf(held.content)
  const before = past ? textsOf({ values: Object.fromEntries(past.sheet.values), printed: [], parts: {} }) : {}
  const bytes = await writeXlsx({
    sheets: [figureSheet(asked, { level: held.level, title: request.title, about, now, before }), definitionSheet(asked)],
    properties: { title: request.title, creator: 'Nếp' },
    defaultFont: font,
  })
  const fileName = `${name} - ${request.title}.xlsx`.replace(/[\\/:*?"<>|]/gu, ' ')
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ bytes, mediaType, fileName, isInline: false })
}

const font = { name: 'Times New Roman', size: 12 }
const head = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EDF8' } },
  alignment: { wrapText: true, vertical: 'center' },
} as const
const bold = { font: { ...font, bold: true } } as const
const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const
const figure = { numFmt: '#,##0', alignment: { horizontal: 'right', vertical: 'top' } } as const

const howTo =
  'Ghi vào cột “Số báo cáo”. Không có thì ghi 0; chưa biết thì để trống; ước lượng ghi như “trên 1.200”. Dòng tỷ lệ chỉ ghi khi văn bản của đơn vị đã in tỷ lệ ấy. Cột đầu để máy đọc lại, giữ nguyên.'

type Shown = {
  readonly level: Parameters<typeof partsFor>[1]
  readonly title: string
  readonly about: string
  readonly now: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, string>>
}
type Line = readonly (string | number | null)[]

function figureSheet({ form, dictionary }: Asked, { level, title, about, now, before }: Shown) {
  const parts = partsFor(form, level)
  const places = placesOf(parts, dictionary)
  const valueOf = (key: string, text: string | undefined): string | number | null => {
    const read = text === undefined ? null : readAt(dictionary, key, text)
    if (!read?.ok || read.value === null) return null
    return typeof read.value === 'object' && read.value.quality === 'counted' ? read.value.count : (text ?? null)
  }
  const rows: Line[] = [[title], [about], [howTo], ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ trước', 'Số báo cáo']]
  const cells = new Map<string, { style: object }>([
    ['0,0', { style: { font: { ...font, bold: true, size: 14 } } }],
    ...[0, 1, 2, 3, 4].map(column => [`3,${column}`, { style: head }] as const),
  ])
  for (const part of parts) {
    const own = places.filter(place => place.partKey === part.key)
    if (part.kind === 'table' && own.length > 0) {
      cells.set(`${rows.length},1`, { style: bold })
      rows.push([null, part.heading])
    }
    for (const { key, label, unit } of own) {
      const value = valueOf(key, now[key])
      cells.set(`${rows.length},1`, { style: wrapped })
      for (const column of [3, 4]) cells.set(`${rows.length},${column}`, { style: part.kind === 'table' ? figure : wrapped })
      rows.push([key, label, unit, valueOf(key, before[key]), value])
    }
  }
  return {
    name: 'Số liệu',
    columns: [{ width: 8 }, { width: 52 }, { width: 14 }, { width: 14 }, { width: 32 }],
    rows: rows.map(row => [...row]),
    cells,
    freezePane: { rows: 4 },
  }
}

/** What each figure counts, so that whoever fills the sheet without the program counts the same. */
function definitionSheet({ form, dictionary }: Asked) {
  const codes = new Set(form.parts.flatMap(part => (part.kind === 'table' ? placesOf([part], dictionary) : [])).map(({ key }) => key))
  const rows = [...codes].flatMap(key => {
    const indicator = indicatorOf(dictionary, key.replace(/^cell:/u, ''))
    return indicator ? [[indicator.name, indicator.unit, indicator.definition]] : []
  })
  const cells = new Map<string, { style: object }>([
    ...[0, 1, 2].map(column => [`0,${column}`, { style: head }] as const),
    ...rows.flatMap((_, row) => [0, 2].map(column => [`${row + 1},${column}`, { style: wrapped }] as const)),
  ])
  return {
    name: 'Cách đếm',
    columns: [{ width: 44 }, { width: 14 }, { width: 80 }],
    rows: [['Chỉ tiêu', 'Đơn vị tính', 'Cách đếm'], ...rows],
    cells,
    freezePane: { rows: 1 },
  }
}
