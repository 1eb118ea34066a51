import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { importFieldWords } from '#contract/household.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import { type ColumnMapping, importFields } from '#domain/household/import-row.ts'
import { asideOf, type ListCounts, noRows } from '#domain/household/list-import.ts'
import { searchKey } from '#domain/kit/text.ts'
import { asideHeader, asideLine } from '#server/household/aside-file.ts'
import { importHouseholds, lookAtHouseholdList } from '#server/household/household.import.ts'
import type { AsideRow } from '#server/household/key-rows.ts'
import type { DataPlace } from '#server/world.ts'
import { type Told, tell, tellFailedCheck, tellRefusal, tellUsage } from './outcome.ts'
import { commandLine, findNamedUnit, todayOf, withWorld } from './terminal.ts'

/** What `import households` is told. */
export type WantedHouseholds = {
  readonly unit: string
  readonly sender?: string
  readonly from?: string
  readonly mapping?: string
  readonly encoding?: 'unicode' | 'tcvn3' | 'vni'
  readonly changes?: true
  readonly look?: true
}

export function importHouseholdList(place: DataPlace, name: string, wanted: WantedHouseholds): Promise<Told> {
  return withWorld(place, async world => {
    const today = todayOf(world)
    const { sender = '', from = today } = wanted
    if (!isPlainDate(from)) return tellUsage(`--from phải là ngày có thật như 2026-01-01, không phải ${from}.`)
    const unit = await findNamedUnit(world.database.kysely, wanted.unit, today)
    if (!unit) return tellRefusal({ ok: false, code: 'org.unknown-unit', details: {} })
    const [file, actor] = [resolve(name), commandLine(unit.unitPath)]
    const looked = await lookAtHouseholdList(world, actor, { file, unitId: unit.unitId, sender })
    if (!looked.ok) return tellRefusal(looked)
    const mapping = readMapping(looked.value, wanted.mapping)
    if (typeof mapping === 'string') return tellUsage(mapping)
    const look = { ...looked.value, mapping }
    if (wanted.look) return tell(sayLook(look), look)
    const encoding = wanted.encoding === 'unicode' ? null : (wanted.encoding ?? null)
    if (wanted.encoding === undefined && look.encoding !== null)
      return tellFailedCheck(
        [...sayLook(look), `Chưa nạp gì. Đúng là chữ ${look.encoding.toUpperCase()} thì thêm --encoding ${look.encoding}.`],
        look,
      )
    const asideFile = openAside(`${file}.can-xem.csv`)
    const outcome = await importHouseholds(
      world,
      actor,
      { ...look, file, unitId: unit.unitId, sender, from, encoding, mode: wanted.changes ? 'withChanges' : 'addOnly', kept: noRows },
      {
        keep: async () => {},
        goOn: ({ aside, so }) => {
          for (const row of aside) asideFile.add(row)
          return process.stderr.write(`\r${sayProgress(so)}`) || true
        },
      },
    )
    process.stderr.write('\n')
    await asideFile.close()
    await world.database.tidy()
    return outcome.ok ? tellDone(outcome.value, asideFile.path) : tellRefusal(outcome)
  })
}

/** `Tên cột=headName,…`: what a person knows better than the guess. */
function readMapping({ headers, mapping }: ListLook, text: string | undefined): ColumnMapping | string {
  const told = [...mapping]
  for (const part of text?.split(',') ?? []) {
    const [header = '', field = ''] = part.split('=')
    const at = headers.findIndex(cell => searchKey(cell) === searchKey(header))
    const known = importFields.find(name => name === field.trim())
    if (at < 0) return `Tệp không có cột “${header}”.`
    if (!known && field.trim() !== '') return `Không có mục “${field}”: dùng ${importFields.join(', ')}.`
    for (let i = 0; i < told.length; i++) if (told[i] === known) told[i] = null
    told[at] = known ?? null
  }
  return told
}

function sayLook({ headers, mapping, missing, encoding, samples }: ListLook): string[] {
  return [
    'Cột nào là gì:',
    ...headers.map((header, i) => `  ${header || `(cột ${i + 1})`}: ${mapping[i] ? importFieldWords[mapping[i]] : 'bỏ qua'}`),
    ...(missing.length > 0 ? [`Chưa thấy cột: ${missing.map(field => importFieldWords[field]).join(', ')}.`] : []),
    ...(encoding === null ? [] : [`Tệp gõ theo bảng mã cũ ${encoding.toUpperCase()}; chuyển sang Unicode thì đọc thành:`]),
    ...samples.map(cells => `  ${cells.join(' | ')}`),
  ]
}

function sayProgress(so: ListCounts): string {
  return `${so.read} dòng đã đọc: ${so.added} hộ mới, ${so.changed} thay đổi, ${so.known} đã có, ${asideOf(so)} cần xem`
}

function tellDone(so: ListCounts, path: string): Told {
  if (asideOf(so) === 0) return tell([`${sayProgress(so)}.`], so)
  return tellFailedCheck([`${sayProgress(so)}. Các dòng cần xem kèm lý do ở ${path}: sửa rồi nạp lại tệp ấy.`], { ...so, asideFile: path })
}

/** Made only when there is something to put in. */
function openAside(path: string): { readonly path: string; readonly add: (row: AsideRow) => void; readonly close: () => Promise<void> } {
  let file: ReturnType<typeof createWriteStream> | undefined
  return {
    path,
    add: row => {
      file ??= createWriteStream(path).on('error', () => {})
      if (file.bytesWritten === 0 && file.writableLength === 0) file.write(asideHeader)
      file.write(asideLine(row))
    },
    close: () => new Promise(settle => (file ? file.end(settle) : settle(undefined))),
  }
}
