import { randomUUID } from 'node:crypto'
import { importFieldWords } from '#contract/household.ts'
import type { RefusalCode } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import { missingFields, retellRow } from '#domain/household/import-row.ts'
import { addCounts, type ListCounts, type ListReading, noRows, type TakingMode } from '#domain/household/list-import.ts'
import { type Places, placesOf } from '#domain/household/place-rows.ts'
import { changeTold, differenceOf, type KeyedRow, type Near, noteNear, type Sorted, sortRows } from '#domain/household/take-rows.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import { authorise, listUnitsInReach } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { runAction } from '../http/run.ts'
import { listVersionsOn } from '../org/org.store.ts'
import type { World } from '../world.ts'
import {
  countRowsAnew,
  insertListed,
  type ListedChange,
  listEmptyAreas,
  listKnown,
  listLikelyMany,
  listRememberedColumns,
  lockListed,
  saveColumns,
  updateListed,
} from './household-import.store.ts'
import type { AsideRow } from './key-rows.ts'
import { type ListBatch, lookAtFile, readList } from './list-reader.ts'
import { SheetFault } from './sheet-file.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A list, where it belongs, who sent it, and how a person said it is to be read and taken. */
export type WantedImport = ListReading & {
  readonly file: string
  readonly unitId: string
  readonly sender: string
  readonly headers: readonly string[]
  readonly mode: TakingMode
  /** What was kept before a load broke off; it goes on behind it. */
  readonly kept: ListCounts
}

export type ImportHooks = {
  /** Written in the transaction of each batch, so that rows and what is said of them are kept together. */
  readonly keep: (ctx: Context, batch: KeptBatch) => Promise<void>
  /** Told after each batch; false stops behind it. */
  readonly goOn: (batch: KeptBatch) => boolean
}
export type KeptBatch = { readonly aside: readonly AsideRow[]; readonly added: readonly KeyedRow[]; readonly so: ListCounts }

/** Each batch is kept by itself. */
const batchRows = 2000

/** How the list reads, with the columns this sender used before. Nothing is kept. */
export async function lookAtHouseholdList(
  world: World,
  actor: Actor,
  { file, unitId, sender }: Pick<WantedImport, 'file' | 'unitId' | 'sender'>,
): Reply<ListLook> {
  const remembered = await runAction(world, actor, 'household.import', async ctx => {
    const denied = await authorise(ctx, 'household.import', unitId)
    return denied ?? ok(await listRememberedColumns(ctx.tx, unitId, sender))
  })
  return remembered.ok ? ofFile(async () => ok(await lookAtFile(file, remembered.value))) : remembered
}

/**
 * Takes a list of any length row by row. Rows are keyed by what they say, so the same list never doubles; what cannot be
 * taken is set aside and stops nothing. Tried, it does the same and keeps nothing.
 */
export async function importHouseholds(world: World, actor: Actor, wanted: WantedImport, hooks: ImportHooks): Reply<ListCounts> {
  const begun = await runAction(world, actor, 'household.import', ctx => begin(ctx, wanted))
  if (!begun.ok) return begun
  const near: Near = new Map()
  let [so, passed] = [wanted.kept, 0]
  return ofFile(async () => {
    for await (const batch of readList({ ...wanted, batchRows, places: begun.value })) {
      passed += batch.read
      if (passed <= wanted.kept.read) continue
      // Tried rows are in no register: those of earlier batches are near the later ones from here.
      const taken = await runAction(world, actor, 'household.import', ctx =>
        takeBatch(ctx, { ...wanted, kept: so }, { batch, near: wanted.mode === 'try' ? near : new Map(), hooks }),
      )
      if (!taken.ok) return taken
      const { added } = taken.value
      if (wanted.mode !== 'try' && isMilestone(taken.value.so.added, added.length)) await countRowsAnew(world.database.kysely)
      so = taken.value.so
      if (!hooks.goOn(taken.value)) break
    }
    return ok(so)
  })
}

/** With the first batch, and whenever ten times as many have come. */
function isMilestone(added: number, now: number): boolean {
  return now > 0 && Math.floor(Math.log10(added)) > Math.floor(Math.log10(Math.max(1, added - now)))
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

type BatchParts = { readonly batch: ListBatch; readonly near: Near; readonly hooks: ImportHooks }

async function takeBatch(ctx: Context, wanted: WantedImport, { batch, near, hooks }: BatchParts): Reply<KeptBatch> {
  const { unitId, from, mode, kept } = wanted
  const denied = await authorise(ctx, 'household.import', unitId)
  if (denied) return denied
  const sorted = await sortBatch(ctx, batch.rows, { near, mode })
  const { changes, left } = decideChanges(sorted, { from, today: ctx.today, mode })
  if (mode !== 'try') await save(ctx, sorted.added, { wanted, changes })
  const aside = [...batch.aside, ...left, ...sorted.aside.map(toAside)].toSorted((a, b) => a.line - b.line)
  const counts: ListCounts = {
    ...noRows,
    read: batch.read,
    added: sorted.added.length,
    changed: changes.length,
    known: sorted.known,
    differs: aside.filter(({ kind }) => kind === 'differs').length,
    likely: aside.filter(({ kind }) => kind === 'likely').length,
    wrong: aside.filter(({ kind }) => kind === 'wrong').length,
  }
  const outcome: KeptBatch = { aside, added: sorted.added, so: addCounts(kept, counts) }
  await hooks.keep(ctx, outcome)
  return ok(outcome)
}

/** Places nobody was ever entered in know none of these rows, and are most of a first list: they are not asked twice. */
async function sortBatch(
  ctx: Context,
  rows: readonly KeyedRow[],
  { near, mode }: { readonly near: Near; readonly mode: TakingMode },
): Promise<Sorted> {
  const empty = await listEmptyAreas(ctx.tx, [...new Set(rows.map(row => row.areaUnitId))])
  const asked = rows.filter(row => !empty.has(row.areaUnitId))
  const ids = asked.map(row => row.id)
  if (mode === 'withChanges') await lockListed(ctx.tx, ids)
  const known = await listKnown(ctx.tx, ids)
  const unknown = asked.filter(row => !known.has(row.id))
  for (const household of await listLikelyMany(ctx.tx, unknown)) noteNear(near, household)
  return sortRows(rows, known, near)
}

/** What the list tells anew: taken where that was asked for and the days allow it, else set aside in words. */
function decideChanges(
  { differing }: Sorted,
  { from, today, mode }: Pick<WantedImport, 'from' | 'mode'> & { readonly today: Context['today'] },
): { readonly changes: ListedChange[]; readonly left: AsideRow[] } {
  const changes: ListedChange[] = []
  const left: AsideRow[] = []
  for (const each of differing) {
    const { row, before } = each
    const decision = mode === 'withChanges' ? changeTold(each, { from, today, versionId: randomUUID() }) : null
    if (decision?.ok) changes.push({ ...decision.value, sortKey: row.sortKey, searchKey: row.searchKey })
    else {
      const why = decision === null ? 'nạp cùng thay đổi, hoặc sửa ở sổ' : 'sổ đã có thay đổi sau ngày của danh sách'
      left.push({
        line: row.line,
        kind: 'differs',
        told: retellRow(row),
        reason: `đã có trong sổ, nhưng ${differenceOf(row, before)}: ${why}`,
      })
    }
  }
  return { changes, left }
}

async function save(
  ctx: Context,
  added: readonly KeyedRow[],
  { wanted: { unitId, from }, changes }: { readonly wanted: WantedImport; readonly changes: readonly ListedChange[] },
): Promise<void> {
  if (added.length + changes.length === 0) return
  const recorded = { from, recordedBy: ctx.actor.fullName, recordedAt: ctx.now }
  if (added.length > 0) await insertListed(ctx.tx, added, recorded)
  if (changes.length > 0) await updateListed(ctx.tx, changes, recorded)
  const subject = { kind: 'householdList', id: unitId, unitId, recordIds: [] }
  await insertAuditEntry(ctx, 'household.import', subject, { after: { count: added.length, changed: changes.length, on: from } })
}

function toAside({ row, kind, reason }: Sorted['aside'][number]): AsideRow {
  return { line: row.line, kind, told: retellRow(row), reason }
}

async function ofFile<Value>(work: () => Reply<Value>): Reply<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SheetFault) return refuse('household.bad-list', { reason: error.message })
    throw error
  }
}
