import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { SeasonRegistration } from '#domain/title/registration.ts'
import { type TitleKey, titleKeys } from '#domain/title/title-kinds.ts'
import type { Db } from '../db/connect.ts'

/** Units registered in seasons of these years of merit, withdrawn ones too. */
export async function listUnitsRegistered(tx: Db, unitIds: readonly string[], years: readonly number[]): Promise<SeasonRegistration[]> {
  const { rows } = await sql<{
    id: string
    unitId: string
    title: TitleKey
    year: number
    registeredOn: PlainDate
    withdrawnOn: PlainDate | null
    reason: string | null
  }>`
    select c.id, c.unit_id as "unitId", s.honour as title, s.year, c.registered_on as "registeredOn", c.withdrawn_on as "withdrawnOn",
      c.withdrawal_reason as reason
    from season_candidate c join season s on s.id = c.season_id
    where c.unit_id = any(${[...unitIds]}::uuid[]) and s.honour = any(${[...titleKeys]}::text[]) and s.year = any(${[...years]}::integer[])
    order by c.registered_on, c.id`.execute(tx)
  return rows.map(({ withdrawnOn, reason, ...row }) => ({ ...row, withdrawal: withdrawnOn && { on: withdrawnOn, reason: reason ?? '' } }))
}
