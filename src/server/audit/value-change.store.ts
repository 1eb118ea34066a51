import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export type ValueChange = { readonly byName: string; readonly at: string; readonly fileName: string | null }

/** Who last gave a value of a return another content, by an instant, and from which file it was read; undefined where the trail tells none. */
export async function findLastChange(
  tx: Db,
  asked: { readonly kind: string; readonly id: string; readonly unitId: string; readonly code: string; readonly until: string },
): Promise<ValueChange | undefined> {
  const valueIn = (column: 'before' | 'after') => {
    const told = sql.ref(column)
    return sql`coalesce(${told}->'values', ${told})->${asked.code}::text`
  }
  const { rows } = await sql<ValueChange>`
    select actor_name as "byName", at, after->>'fileName' as "fileName"
    from audit_entry
    where unit_id = ${asked.unitId}::uuid and subject_kind = ${asked.kind} and subject_id = ${asked.id}
      and command in ('return.save', 'return.typeIn', 'return.takeSheet') and at <= ${asked.until}::timestamptz
      and (${valueIn('after')}) is distinct from (${valueIn('before')})
    order by seq desc limit 1`.execute(tx)
  return rows[0]
}
