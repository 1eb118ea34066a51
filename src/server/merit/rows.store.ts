import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Measure, PeriodMeasure } from '#domain/merit/counts.ts'
import type { Reason } from '#domain/season/decision.ts'
import type { HandoverOutcome } from '#domain/season/recognition.ts'
import type { Db } from '../db/connect.ts'
import { type Asked, chains, isIn, isRecognised, standing } from './merit.store.ts'

// Who stands behind a number.

export type RowKey = { readonly place: number; readonly sortKey: string; readonly id: string }
export type StoredRow = {
  readonly place: number
  readonly sortKey: string
  readonly candidateId: string
  readonly seasonId: string
  readonly areaUnitId: string
  readonly householdId: string | null
  readonly unitId: string | null
  readonly headName: string
  readonly code: string | null
  readonly decision: string | null
  readonly reasons: readonly Reason[] | null
  readonly registeredOn: PlainDate
  readonly withdrawnOn: PlainDate | null
  readonly decidedOn: PlainDate | null
  readonly revokedOn: PlainDate | null
  readonly handedOn: PlainDate | null
  readonly missedOn: PlainDate | null
}

type Behind = Asked & {
  readonly measure: Exclude<Measure, 'praised' | PeriodMeasure>
  /** Of those who failed, those with one of these reasons; null: all. */
  readonly codes: readonly string[] | null
  /** Of those measured, these; null: all. */
  readonly candidateIds: readonly string[] | null
}
type Page = { readonly after: RowKey | null; readonly limit: number }

/** The first look for a page is at this many places, each further one at so many times more. */
const placesAtFirst = 20
const timesMore = 4

/** Place by place in the order given, within a place by given name. A page of a province is found in its first places. */
export async function listBehind(tx: Db, { after, limit, ...behind }: Behind & Page): Promise<StoredRow[]> {
  const found: StoredRow[] = []
  let from = after ? after.place - 1 : 0
  for (let size = placesAtFirst; from < behind.unitIds.length && found.length < limit; size *= timesMore) {
    const unitIds = behind.unitIds.slice(from, from + size)
    const page = { after: found.length === 0 ? after : null, limit: limit - found.length, placesBefore: from }
    found.push(...(await listBehindAt(tx, { ...behind, unitIds }, page)))
    from += size
  }
  return found
}

async function listBehindAt(
  tx: Db,
  behind: Behind,
  { after, limit, placesBefore }: Page & { readonly placesBefore: number },
): Promise<StoredRow[]> {
  const { unitIds, measure, codes, candidateIds, on } = behind
  const isChain = measure === 'threeYears' || measure === 'fiveYears'
  const subject = sql.ref(behind.kind === 'unit' ? 'unit_id' : 'household_id')
  const mask = measure === 'fiveYears' ? sql`31` : sql`7`
  const counted = isChain ? sql`${isRecognised} and coalesce(chain.years, 0) & ${mask} = ${mask}` : isIn(measure, on)
  const handed = (outcome: HandoverOutcome) => sql`(
    select max(given.on_day) from season_handover given
    where given.candidate_id = page.id and given.partition_id = page.partition_id and given.outcome = ${outcome} and given.on_day <= ${on}::date
  )`
  const { rows } = await sql<StoredRow>`
    with ${standing(behind)}${isChain ? sql`, ${chains(behind)}` : sql``}, page as (
      select standing.*, (at.place + ${placesBefore}::integer)::integer as place from standing
        join unnest(${[...unitIds]}::uuid[]) with ordinality as at(unit_id, place) on at.unit_id = standing.at_unit_id
        ${isChain ? sql`left join chain on chain.subject = standing.${subject}` : sql``}
      where (${counted})
        ${codes ? sql`and exists (select from jsonb_array_elements(reasons) as reason where reason->>'code' = any(${[...codes]}::text[]))` : sql``}
        ${candidateIds ? sql`and standing.id = any(${[...candidateIds]}::uuid[])` : sql``}
        ${after ? sql`and (at.place + ${placesBefore}::integer, standing.sort_key, standing.id) > (${after.place}::bigint, ${after.sortKey}, ${after.id}::uuid)` : sql``}
      order by at.place, standing.sort_key, standing.id limit ${limit}
    )
    select place, page.sort_key as "sortKey", page.id as "candidateId", season_id as "seasonId", area_unit_id as "areaUnitId",
      page.household_id as "householdId", page.unit_id as "unitId", head_name as "headName", household.code, document.code as decision, reasons,
      registered_on as "registeredOn", withdrawn_on as "withdrawnOn", decided_on as "decidedOn", revoked_on as "revokedOn",
      ${handed('handedOver')} as "handedOn", ${handed('notCollected')} as "missedOn"
    from page
      left join household on household.id = page.household_id and household.partition_id = page.partition_id
      left join registered_document document on document.id = page.document_id
    order by place, page.sort_key, page.id`.execute(tx)
  return rows
}
