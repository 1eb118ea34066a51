import { type Selectable, sql } from 'kysely'
import type { ListExamples } from '#contract/household-list.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import type { ToldRow } from '#domain/household/import-row.ts'
import type { ListCounts, ListReading, ListState, TakingMode } from '#domain/household/list-import.ts'
import type { RefusalDetails } from '#domain/kit/result.ts'
import type { Db } from '../db/connect.ts'
import type { HouseholdListTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'
import type { AsideRow } from './key-rows.ts'

/** A list on its way, as it is kept. */
export type KeptList = {
  readonly id: string
  readonly unitId: string
  readonly sender: string
  readonly fileName: string
  readonly look: ListLook
  readonly reading: ListReading | null
  readonly state: ListState
  readonly mode: TakingMode
  readonly counts: ListCounts
  readonly examples: ListExamples & { readonly rows: number | null }
  readonly fault: ListFault | null
  readonly receivedBy: string
  readonly receivedById: string
  readonly receivedAt: string
  readonly beatAt: string
}
export type ListFault = { readonly code: string; readonly details: RefusalDetails }

export async function insertList(tx: Db, list: KeptList): Promise<void> {
  const { look, reading, counts, examples, fault, ...plain } = list
  const told = { look: toJson(look), reading: reading && toJson(reading), counts: toJson(counts), examples: toJson(examples) }
  await tx
    .insertInto('householdList')
    .values({ ...plain, ...told, fault: fault && toJson(fault) })
    .execute()
}

export async function findList(tx: Db, id: string): Promise<KeptList | undefined> {
  const row = await tx.selectFrom('householdList').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toList(row)
}

/** By the name of its file: anything there may be in a folder. */
export async function isListKept(tx: Db, name: string): Promise<boolean> {
  const row = await tx.selectFrom('householdList').select('id').where(sql<string>`id::text`, '=', name).executeTakeFirst()
  return row !== undefined
}

export async function lockList(tx: Db, id: string): Promise<KeptList | undefined> {
  const row = await tx.selectFrom('householdList').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toList(row)
}

/** The latest first. */
export async function listLists(tx: Db, unitId: string, limit: number): Promise<KeptList[]> {
  const rows = await tx
    .selectFrom('householdList')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('receivedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toList)
}

/** Two who begin at once are let through one after the other. */
export async function listBeingTaken(tx: Db): Promise<KeptList[]> {
  await sql`lock table household_list in share row exclusive mode`.execute(tx)
  const rows = await tx.selectFrom('householdList').selectAll().where('state', '=', 'taking').execute()
  return rows.map(toList)
}

type Became = Partial<Pick<KeptList, 'reading' | 'state' | 'mode' | 'counts' | 'examples' | 'fault'>>

export async function updateList(
  tx: Db,
  id: string,
  { reading, counts, examples, fault, ...plain }: Became,
  beatAt: string,
): Promise<void> {
  await tx
    .updateTable('householdList')
    .set({
      ...plain,
      beatAt,
      ...(reading === undefined ? {} : { reading: reading && toJson(reading) }),
      ...(counts === undefined ? {} : { counts: toJson(counts) }),
      ...(examples === undefined ? {} : { examples: toJson(examples) }),
      ...(fault === undefined ? {} : { fault: fault && toJson(fault) }),
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteList(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('householdList').where('id', '=', id).execute()
}

export async function insertAside(tx: Db, listId: string, rows: readonly AsideRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into household_list_aside (list_id, line, reason, told)
    select ${listId}::uuid, * from unnest(${rows.map(row => row.line)}::integer[], ${rows.map(row => row.reason)}::text[],
      ${rows.map(row => toJson(row.told))}::jsonb[])`.execute(tx)
}

export type KeptAside = Pick<AsideRow, 'line' | 'reason' | 'told'>

/** As they stood in the list, page by page. */
export async function listAside(
  tx: Db,
  listId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<KeptAside[]> {
  const rows = await tx
    .selectFrom('householdListAside')
    .select(['line', 'reason', 'told'])
    .where('listId', '=', listId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, told: row.told as ToldRow }))
}

function toList(row: Selectable<HouseholdListTable>): KeptList {
  return row as unknown as KeptList
}
