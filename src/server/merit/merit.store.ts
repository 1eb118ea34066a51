import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Measure, PeriodMeasure } from '#domain/merit/counts.ts'
import { stepsOf } from '#domain/season/area.ts'
import type { ReasonCode } from '#domain/season/decision.ts'
import type { HandoverOutcome } from '#domain/season/recognition.ts'
import type { Honour } from '#domain/title/rule-book.ts'
import { ruleBooks } from '#domain/title/rule-books.ts'
import type { Db } from '../db/connect.ts'

// Counts over the tables of season and household. Nothing is written here.

/** An honour of one year of merit in some places, as it was on record by a day. */
export type Asked = {
  readonly honour: Honour
  readonly year: number
  readonly on: PlainDate
  readonly kind: 'household' | 'unit'
  /** Areas households live in, or the units themselves. */
  readonly unitIds: readonly string[]
}

/** The steps of each rule book in its order; after the last, a year is won where recognition follows from several. */
const bookSteps = ruleBooks.flatMap(book => {
  const steps = stepsOf(book)
  return steps.map((step, at) => ({ bookId: book.id, step, at, isFinal: book.recognition !== null && at === steps.length - 1 }))
})

/** The seasons these places had files in: of other communes nothing is read. */
function heldSeasons({ honour, year, on, kind, unitIds }: Asked): RawBuilder<unknown> {
  const ofPlaces = sql`and id in (select season_id from season_area where area_unit_id = any(${[...unitIds]}::uuid[]))`
  return sql`
    held as materialized (
      select id, rule_book_id from season
      where honour = ${honour} and year = ${year} and opened_on <= ${on}::date ${kind === 'household' ? ofPlaces : sql``}
    )`
}

/**
 * Everybody who registered, with what had become of them by the day: one row each. A step that was sent back by then does
 * not stand; a decision, a certificate or a revocation of a later day has not happened yet.
 */
export function standing(asked: Asked): RawBuilder<unknown> {
  const { on, kind, unitIds } = asked
  const place = kind === 'unit' ? sql`c.unit_id` : sql`c.area_unit_id`
  return sql`
    ${heldSeasons(asked)}, step as materialized (
      select * from unnest(${bookSteps.map(({ bookId }) => bookId)}::text[], ${bookSteps.map(({ step }) => step)}::text[],
        ${bookSteps.map(({ at }) => at)}::integer[], ${bookSteps.map(({ isFinal }) => isFinal)}::boolean[]) as step(book_id, type, at, is_final)
    ), stood as materialized (
      select e.season_id, e.area_unit_id, e.type, e.details, step.is_final
      from season_event e join held on held.id = e.season_id join step on step.book_id = held.rule_book_id and step.type = e.type
      where e.on_day <= ${on}::date
        ${kind === 'unit' ? sql`` : sql`and e.area_unit_id = any(${[...unitIds]}::uuid[])`}
        and not exists (
          select from season_event b join step back on back.book_id = held.rule_book_id and back.type = b.details->>'backTo'
          where b.season_id = e.season_id and b.area_unit_id = e.area_unit_id and b.type = 'sentBack' and b.sequence > e.sequence
            and b.on_day <= ${on}::date and back.at <= step.at
        )
    ), file as materialized (
      select season_id, area_unit_id, bool_or(type in ('meet', 'appraise')) as is_reviewed, bool_or(is_final) as is_final
      from stood group by season_id, area_unit_id
    ), left_out as materialized (
      select (each->>'candidateId')::uuid as candidate_id, bool_or(type <> 'appraise') as is_unreviewed
      from stood cross join jsonb_array_elements(details->'leftOut') as each group by 1
    ), standing as (
      select c.id, c.partition_id, c.season_id, c.area_unit_id, c.household_id, c.unit_id, ${place} as at_unit_id, c.head_name, c.sort_key,
        c.registered_on, c.withdrawn_on, o.outcome, o.reasons, o.decided_on, o.document_id, r.on_day as revoked_on,
        c.withdrawn_on is not null and c.withdrawn_on <= ${on}::date and o.outcome is null as is_withdrawn,
        coalesce(file.is_reviewed, false) and not coalesce(left_out.is_unreviewed, false) as is_reviewed,
        coalesce(file.is_final, false) and left_out.candidate_id is null as is_through
      from held
        join season_candidate c on c.season_id = held.id
        left join file on file.season_id = c.season_id and file.area_unit_id = c.area_unit_id
        left join left_out on left_out.candidate_id = c.id
        left join (
          select o.*, d.decided_on, d.document_id
          from season_decision d join season_outcome o on o.decision_id = d.id
          where d.season_id in (select id from held) and d.decided_on <= ${on}::date
        ) o on o.candidate_id = c.id and o.partition_id = c.partition_id
        left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id and r.on_day <= ${on}::date
      where ${place} = any(${[...unitIds]}::uuid[]) and (c.registered_on <= ${on}::date or o.outcome is not null)
    )`
}

type Told = Exclude<Measure, 'threeYears' | 'fiveYears' | 'praised' | PeriodMeasure>

export const isRecognised = sql<boolean>`outcome = 'recognised' and revoked_on is null`
/** Who is counted in which set by the day; handed over is the last that happens to a certificate. */
export function isIn(measure: Told, on: PlainDate): RawBuilder<boolean> {
  if (measure === 'handedOver') return sql`${isRecognised} and ${hasHandover('handedOver', on)}`
  if (measure === 'notCollected')
    return sql`${isRecognised} and not ${hasHandover('handedOver', on)} and ${hasHandover('notCollected', on)}`
  return isKnownIn[measure]
}

function hasHandover(outcome: HandoverOutcome, on: PlainDate): RawBuilder<boolean> {
  return sql`exists (
    select from season_handover given
    where given.candidate_id = standing.id and given.partition_id = standing.partition_id and given.outcome = ${outcome} and given.on_day <= ${on}::date
  )`
}

const isKnownIn: Readonly<Record<Exclude<Told, HandoverOutcome>, RawBuilder<boolean>>> = {
  registered: sql`not is_withdrawn`,
  reviewed: sql`not is_withdrawn and (is_reviewed or outcome = 'recognised')`,
  reached: sql`outcome is null and is_through and not is_withdrawn or ${isRecognised}`,
  recognised: isRecognised,
  notReached: sql`outcome = 'failed'`,
  revoked: sql`revoked_on is not null`,
  undecided: sql`outcome is null and not is_withdrawn`,
  withdrawn: sql`is_withdrawn`,
}

export type PlaceTally = Readonly<Record<Exclude<Told, HandoverOutcome>, number>> & { readonly unitId: string }

export async function tallyPlaces(tx: Db, asked: Asked): Promise<PlaceTally[]> {
  const counts = Object.entries(isKnownIn).map(
    ([measure, isCounted]) => sql`count(*) filter (where ${isCounted})::integer as ${sql.ref(measure)}`,
  )
  const { rows } = await sql<PlaceTally>`
    with ${standing(asked)}
    select at_unit_id as "unitId", ${sql.join(counts)} from standing group by at_unit_id`.execute(tx)
  return rows
}

/** Units that reached the year by the day, whether or not a decision has followed. */
export async function listReached(tx: Db, asked: Asked): Promise<{ candidateId: string; unitId: string }[]> {
  const { rows } = await sql<{ candidateId: string; unitId: string }>`
    with ${standing(asked)}
    select id as "candidateId", unit_id as "unitId" from standing where ${isIn('reached', asked.on)}`.execute(tx)
  return rows
}

export type HandoverTally = Readonly<Record<HandoverOutcome, number>> & { readonly unitId: string }

/** What became of the certificates of those who are recognised. */
export async function tallyHandovers(tx: Db, asked: Asked): Promise<HandoverTally[]> {
  const { rows } = await sql<HandoverTally>`
    with ${heldSeasons(asked)}, ${recognisedIn(asked)}
    select place as "unitId", count(*) filter (where is_handed)::integer as "handedOver",
      count(*) filter (where not is_handed)::integer as "notCollected"
    from (
      select own.candidate_id, own.place, bool_or(g.outcome = 'handedOver') as is_handed
      from own join season_handover g on g.candidate_id = own.candidate_id and g.partition_id = own.partition_id and g.on_day <= ${asked.on}::date
      group by 1, 2
    ) as given group by 1`.execute(tx)
  return rows
}

export type ReasonTally = { readonly unitId: string; readonly code: ReasonCode; readonly holders: number }

/** Who failed, by reason: one that failed for two is under both. Those without a certificate stand beside each other in the index of their act. */
export async function tallyReasons(tx: Db, asked: Asked): Promise<ReasonTally[]> {
  const { rows } = await sql<ReasonTally>`
    with ${heldSeasons(asked)}
    select c.${placeOf(asked)} as "unitId", reason->>'code' as code, count(distinct c.id)::integer as holders
    from held
      join season_decision d on d.season_id = held.id and d.decided_on <= ${asked.on}::date
      join season_outcome o on o.decision_id = d.id and o.outcome = 'failed' and o.certificate_number is null
      join season_candidate c on c.id = o.candidate_id and c.partition_id = o.partition_id
      cross join jsonb_array_elements(o.reasons) as reason
    where c.${placeOf(asked)} = any(${[...asked.unitIds]}::uuid[])
    group by 1, 2`.execute(tx)
  return rows
}

function isKept(on: PlainDate): RawBuilder<boolean> {
  return sql`not exists (
        select from season_revocation r
        where r.candidate_id = o.candidate_id and r.partition_id = o.partition_id and r.on_day <= ${on}::date
      )`
}

function placeOf({ kind }: Pick<Asked, 'kind'>): RawBuilder<unknown> {
  return sql.ref(kind === 'unit' ? 'unit_id' : 'area_unit_id')
}

export type ChainTally = { readonly unitId: string; readonly threeYears: number; readonly fiveYears: number }

/** Of the recognised, those recognised in each of the last three years of merit, and of the last five. */
export async function tallyChains(tx: Db, asked: Asked): Promise<ChainTally[]> {
  const { rows } = await sql<ChainTally>`
    with ${heldSeasons(asked)}, ${chains(asked)}
    select place as "unitId", count(*)::integer as "threeYears", count(*) filter (where years & 31 = 31)::integer as "fiveYears"
    from chain where years & 7 = 7 group by place`.execute(tx)
  return rows
}

/** Who is recognised in the year at these places by the day, and not taken back by then; of the seasons held. */
function recognisedIn(asked: Asked): RawBuilder<unknown> {
  const { on, kind, unitIds } = asked
  return sql`
    own as materialized (
      select o.candidate_id, o.partition_id, c.${sql.ref(kind === 'unit' ? 'unit_id' : 'household_id')} as subject, c.${placeOf(asked)} as place
      from held
        join season_candidate c on c.season_id = held.id
        join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id and o.outcome = 'recognised'
        join season_decision d on d.id = o.decision_id and d.decided_on <= ${on}::date
      where c.${placeOf(asked)} = any(${[...unitIds]}::uuid[]) and ${isKept(on)}
    )`
}

/** In which of the last five years those recognised this year were so, wherever they lived: this year is the lowest bit. */
export function chains(asked: Asked): RawBuilder<unknown> {
  const { honour, year, on, kind } = asked
  const subject = sql.ref(kind === 'unit' ? 'unit_id' : 'household_id')
  return sql`
    ${recognisedIn(asked)}, chain as materialized (
      select own.subject, own.place, 1 | bit_or(1 << (${year}::integer - c.year)) as years
      from own
        join season_candidate c on c.${subject} = own.subject and c.honour = ${honour}
          and c.year between ${year - 4}::integer and ${year - 1}::integer
        join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id and o.outcome = 'recognised'
        join season_decision d on d.id = o.decision_id and d.decided_on <= ${on}::date
      where ${isKept(on)}
      group by own.subject, own.place
    )`
}

/** At which places something was decided, in which years of merit. */
export async function listYearsDecided(
  tx: Db,
  { honour, years, on, kind, unitIds }: Omit<Asked, 'year'> & { readonly years: readonly number[] },
): Promise<{ unitId: string; year: number }[]> {
  const outcome = sql`season_candidate c
    join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id
    join season_decision d on d.id = o.decision_id and d.decided_on <= ${on}::date`
  const held = sql`s.honour = ${honour} and s.year = any(${[...years]}::integer[])`
  const { rows } = await (kind === 'unit'
    ? sql<{ unitId: string; year: number }>`
        select distinct c.unit_id as "unitId", s.year from ${outcome} join season s on s.id = c.season_id
        where ${held} and c.unit_id = any(${[...unitIds]}::uuid[])`
    : sql<{ unitId: string; year: number }>`
        select a.area_unit_id as "unitId", s.year from season s join season_area a on a.season_id = s.id
        where ${held} and a.area_unit_id = any(${[...unitIds]}::uuid[])
          and exists (select from ${outcome} where c.season_id = a.season_id and c.area_unit_id = a.area_unit_id)`
  ).execute(tx)
  return rows
}

/** Which of these units had opened a season by the day. */
export async function listUnitsWithSeason(tx: Db, { honour, year, on, unitIds }: Omit<Asked, 'kind'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('season')
    .select('unitId')
    .where('honour', '=', honour)
    .where('year', '=', year)
    .where('openedOn', '<=', on)
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`)
    .execute()
  return rows.map(({ unitId }) => unitId)
}

/** How many households each area has on a day. */
export async function countLiving(tx: Db, areaUnitIds: readonly string[], on: PlainDate): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('householdVersion')
    .select(['areaUnitId', sql<number>`count(*)::integer`.as('households')])
    .where('struckAt', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .groupBy('areaUnitId')
    .execute()
  return new Map(rows.map(({ areaUnitId, households }) => [areaUnitId, households]))
}
