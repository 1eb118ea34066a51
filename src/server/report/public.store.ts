import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** Which of these are full names of people the house knows: heads of households, and whoever has an account. */
export async function listKnownNames(tx: Db, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select distinct head_name as name from household_version where head_name = any(${names}::text[])
    union
    select full_name as name from user_account where full_name = any(${names}::text[])`.execute(tx)
  return rows.map(({ name }) => name)
}
