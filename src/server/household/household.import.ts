import { hash } from 'node:crypto'
import { importFieldWords } from '#contract/household.ts'
import type { RefusalCode } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import { type ColumnMapping, missingFields, retellRow, type ToldRow } from '#domain/household/import-row.ts'
import type { LegacyEncoding } from '#domain/household/legacy-text.ts'
import { type Places, placeRow, placesOf } from '#domain/household/place-rows.ts'
import { type KeyedRow, keyOf, sayLikely, sortRows } from '#domain/household/take-rows.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import { authorise, listUnitsInReach } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { runAction } from '../http/run.ts'
import { listVersionsOn } from '../org/org.store.ts'
import type { World } from '../world.ts'
import { countRowsAnew, insertListed, listKnown, listLikelyMany, listRememberedColumns, saveColumns } from './household-import.store.ts'
import { type ListBatch, lookAtFile, readList } from './list-reader.ts'
import { SheetFault } from './sheet-file.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A list, where it belongs, who sent it, and how a person said it is to be read. */
export type WantedImport = {
  readonly file: string
  readonly unitId: string
  readonly sender: string
  /** The day the list tells of. */
  readonly from: PlainDate
  readonly headerAt: number
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  readonly encoding: LegacyEncoding | null
}

/** A row nobody could take, told so that it can be mended and read again. */
export type AsideRow = { readonly line: number; readonly told: ToldRow; readonly reason: string }
export type ImportProgress = { readonly read: number; readonly added: number; readonly known: number; readonly aside: number }

/** Each batch is kept by itself: a load that broke off is taken up by loading the same list again. */
const batchRows = 2000

/** How the list reads, with the columns this sender used before. Nothing is kept. */
export async function lookAtHouseholdList(
  world: World,
  actor: Actor,
  { file, unitId, sender }: Pick<WantedImport, 'file' | 'unitId' | 'sender'>,
): Reply<ListLook> {
  return runAction(world, actor, 'household.import', async ctx => {
    const denied = await authorise(ctx, 'household.import', unitId)
    if (denied) return denied
    return ofFile(async () => ok(await lookAtFile(file, await listRememberedColumns(ctx.tx, unitId, sender))))
  })
}

/**
 * Takes a list of any length row by row. Rows are keyed by what they say, so the same list never doubles; what cannot be
 * taken is handed to `setAside` and stops nothing.
 */
export async function importHouseholds(
  world: World,
  actor: Actor,
  wanted: WantedImport,
  { setAside, progress }: { readonly setAside: (row: AsideRow) => void; readonly progress: (so: ImportProgress) => void },
): Reply<ImportProgress> {
  const begun = await runAction(world, actor, 'household.import', ctx => begin(ctx, wanted))
  if (!begun.ok) return begun
  const places = begun.value
  const seen: Seen = { namesakes: new Map(), lineOf: new Map() }
  let so: ImportProgress = { read: 0, added: 0, known: 0, aside: 0 }
  return ofFile(async () => {
    for await (const batch of readList({ ...wanted, batchRows })) {
      const { rows, aside } = keyRows(batch, places, seen)
      const taken = await runAction(world, actor, 'household.import', ctx => takeRows(ctx, wanted, rows))
      if (!taken.ok) return taken
      const all = [...aside, ...taken.value.aside].toSorted((a, b) => a.line - b.line)
      for (const row of all) setAside(row)
      const { added, known } = taken.value
      so = { read: so.read + batch.length, added: so.added + added, known: so.known + known, aside: so.aside + all.length }
      if (added > 0 && isMilestone(so.added, added)) await countRowsAnew(world.database.kysely)
      progress(so)
    }
    return ok(so)
  })
}

/** With the first batch, and whenever ten times as many have come. */
function isMilestone(added: number, now: number): boolean {
  return Math.floor(Math.log10(added)) > Math.floor(Math.log10(Math.max(1, added - now)))
}

/** Rights first, then the places a row may name, as they are on the day of the list. */
async function begin(ctx: Context, { unitId, from, sender, headers, mapping }: WantedImport): Reply<Places> {
  const denied = await authorise(ctx, 'household.import', unitId)
  if (denied) return denied
  if (from > ctx.today) return refuse('household.in-future', { on: from })
  const units = await listVersionsOn(ctx.tx, await listUnitsInReach(ctx, 'household.import', unitId), from)
  const places = placesOf(units, unitId)
  if (places.byName.size === 0) return refuse('household.no-residential-area')
  const missing = missingFields(mapping).filter(field => field !== 'area' || places.only === null)
  if (missing.length > 0)
    return refuse('household.bad-list', { reason: `chưa chỉ ra cột ${missing.map(field => importFieldWords[field]).join(', ')}` })
  const columns = new Map(headers.map((header, i) => [searchKey(header), mapping[i] ?? null]))
  columns.delete('')
  await saveColumns(ctx.tx, { unitId, sender, columns })
  return ok(places)
}

/** What of this list has passed: on which line each household, and how many namesakes were said to be others. */
type Seen = { readonly namesakes: Map<string, number>; readonly lineOf: Map<string, number> }

function keyRows(batch: ListBatch, places: Places, { namesakes, lineOf }: Seen): { rows: KeyedRow[]; aside: AsideRow[] } {
  const rows: KeyedRow[] = []
  const aside: AsideRow[] = []
  for (const read of batch) {
    if (read.row === null) {
      aside.push(read)
      continue
    }
    const { line, row } = read
    const place = placeRow(row, places)
    if (!place.ok) {
      aside.push({ line, told: retellRow(row), reason: place.reason })
      continue
    }
    const { areaUnitId } = place
    const plainKey = keyOf(row, areaUnitId, 0)
    const nth = row.isAnother ? (namesakes.get(plainKey) ?? 0) + 1 : 0
    if (nth > 0) namesakes.set(plainKey, nth)
    const id = idOf(row.code === null ? keyOf(row, areaUnitId, nth) : plainKey)
    const before = lineOf.get(id)
    lineOf.set(id, before ?? line)
    if (before === undefined) rows.push({ ...row, line, areaUnitId, id })
    else aside.push({ line, told: retellRow(row), reason: sayLikely({ ...row, line: before }) })
  }
  return { rows, aside }
}

type Taken = { readonly added: number; readonly known: number; readonly aside: readonly AsideRow[] }

async function takeRows(ctx: Context, { unitId, from }: WantedImport, rows: readonly KeyedRow[]): Reply<Taken> {
  const denied = await authorise(ctx, 'household.import', unitId)
  if (denied) return denied
  const known = await listKnown(
    ctx.tx,
    rows.map(row => row.id),
  )
  const unknown = rows.filter(row => !known.has(row.id))
  const sorted = sortRows(rows, known, unknown.length === 0 ? [] : await listLikelyMany(ctx.tx, unknown))
  if (sorted.added.length > 0) {
    await insertListed(ctx.tx, sorted.added, { from, recordedBy: ctx.actor.fullName, recordedAt: ctx.now })
    const subject = { kind: 'householdList', id: unitId, unitId, recordIds: [] }
    await insertAuditEntry(ctx, 'household.import', subject, { after: { count: sorted.added.length, on: from } })
  }
  const aside = sorted.aside.map(({ row, reason }) => ({ line: row.line, told: retellRow(row), reason }))
  return ok({ added: sorted.added.length, known: sorted.known, aside })
}

/** The same key has the same id wherever and whenever it is read. */
function idOf(key: string): string {
  const hex = hash('sha256', key)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function ofFile<Value>(work: () => Reply<Value>): Reply<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SheetFault) return refuse('household.bad-list', { reason: error.message })
    throw error
  }
}
