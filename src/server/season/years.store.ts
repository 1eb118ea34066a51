import { sql } from 'kysely'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { AreaState } from '#domain/season/area.ts'
import type { Reason } from '#domain/season/decision.ts'
import type { HandoverOutcome, RevocationGround } from '#domain/season/recognition.ts'
import { type Descent, type YearOfMerit, yearStatusOf } from '#domain/season/years.ts'
import type { ProvincialWay } from '#domain/title/provincial-way.ts'
import type { Honour } from '#domain/title/rule-book.ts'
import type { Db } from '../db/connect.ts'
import { bookOf } from './season.case.ts'

/** Whose years: a household's or a unit's. */
export type SubjectKind = 'household' | 'unit'

type YearRow = {
  readonly subjectId: string
  readonly candidateId: string
  readonly honour: string
  readonly year: number
  readonly ruleBookId: string
  readonly way: ProvincialWay | null
  readonly seasonId: string
  readonly areaUnitId: string
  readonly name: string
  readonly isWithdrawn: boolean
  readonly isLeftOut: boolean
  readonly state: AreaState
  readonly outcome: 'recognised' | 'failed' | null
  readonly reasons: readonly Reason[] | null
  readonly certificateNumber: number | null
  readonly decisionId: string | null
  readonly code: string | null
  readonly decidedOn: PlainDate | null
  readonly revokedOn: PlainDate | null
  readonly ground: string | null
  readonly basis: string | null
  readonly handedOn: PlainDate | null
  readonly handing: string | null
}

/** Every season these were ever registered in, and what became of it. */
export async function listYearsOfMerit(tx: Db, kind: SubjectKind, subjectIds: readonly string[]): Promise<YearOfMerit[]> {
  const subject = sql.ref(kind === 'household' ? 'c.household_id' : 'c.unit_id')
  const { rows } = await sql<YearRow>`
    select ${subject} as "subjectId", c.id as "candidateId", s.honour, s.year, s.rule_book_id as "ruleBookId", s.way, c.season_id as "seasonId",
      c.area_unit_id as "areaUnitId", c.head_name as name, c.withdrawn_on is not null as "isWithdrawn", a.state,
      exists (
        select from season_event e
        where e.season_id = c.season_id and e.area_unit_id = c.area_unit_id and e.type = 'appraise'
          and e.details -> 'leftOut' @> jsonb_build_array(jsonb_build_object('candidateId', c.id))
          and not exists (
            select from season_event later
            where later.season_id = e.season_id and later.area_unit_id = e.area_unit_id and later.type = 'sentBack'
              and later.sequence > e.sequence
          )
      ) as "isLeftOut",
      o.outcome, o.reasons, o.certificate_number as "certificateNumber", o.decision_id as "decisionId", document.code,
      d.decided_on as "decidedOn", r.on_day as "revokedOn", r.cause as ground, r.basis, h.on_day as "handedOn", h.outcome as handing
    from season_candidate c
      join season s on s.id = c.season_id
      join season_area a on a.season_id = c.season_id and a.area_unit_id = c.area_unit_id
      left join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id
      left join season_decision d on d.id = o.decision_id
      left join registered_document document on document.id = d.document_id
      left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id
      left join lateral (
        select given.on_day, given.outcome from season_handover given
        where given.candidate_id = c.id and given.partition_id = c.partition_id
        order by given.recorded_at desc limit 1
      ) h on true
    where ${subject} = any(${[...subjectIds]}::uuid[])
    order by s.year desc, s.honour, c.registered_on, c.id`.execute(tx)
  return rows.map(toYear)
}

/** Whoever was recognised for an honour of a year in seasons of these units, and still is. */
export async function listRecognisedSubjects(
  tx: Db,
  { honour, year, unitIds }: { readonly honour: Honour; readonly year: number; readonly unitIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ subjectId: string }>`
    select distinct coalesce(c.household_id, c.unit_id) as "subjectId"
    from season s
      join season_candidate c on c.season_id = s.id
      join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id and o.outcome = 'recognised'
      left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id
    where s.honour = ${honour} and s.year = ${year} and s.unit_id = any(${[...unitIds]}::uuid[]) and r.candidate_id is null`.execute(tx)
  return rows.map(row => row.subjectId)
}

/** Recognised by the decisions of a season so far, and not taken back. */
export async function countPraised(tx: Db, seasonId: string): Promise<number> {
  const { rows } = await sql<{ praised: number }>`
    select count(*)::integer as praised
    from season_candidate c
      join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id and o.outcome = 'recognised'
      left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id
    where c.season_id = ${seasonId} and r.candidate_id is null`.execute(tx)
  return rows[0]?.praised ?? 0
}

/**
 * Where these come from, as far back as is known. A village that is only moved under another commune stays the same unit
 * and has no predecessor.
 */
export async function listDescents(tx: Db, kind: SubjectKind, subjectIds: readonly string[]): Promise<Omit<Descent, 'rule'>[]> {
  const successions =
    kind === 'household'
      ? sql`select s.from_household_id as from_id, s.to_household_id as to_id, s.happened_on, s.kind,
          exists (
            select from household_version v
            where v.household_id = s.to_household_id and v.struck_at is null and v.valid && daterange(null, s.happened_on)
          ) as into_existing
        from household_succession s`
      : sql`select s.from_unit_id as from_id, s.to_unit_id as to_id, s.happened_on,
          case s.extent when 'part' then 'split' else 'merger' end as kind,
          exists (
            select from org_unit_version v where v.unit_id = s.to_unit_id and v.valid && daterange(null, s.happened_on)
          ) as into_existing
        from org_succession s`
  const { rows } = await sql<{ subjectId: string; fromId: string; on: PlainDate; kind: string; intoExisting: boolean }>`
    with recursive succession as (${successions}), back as (
      select * from succession where to_id = any(${[...subjectIds]}::uuid[])
      union
      select earlier.* from back join succession earlier on earlier.to_id = back.from_id and earlier.happened_on <= back.happened_on
    )
    select to_id as "subjectId", from_id as "fromId", happened_on as "on", kind, into_existing as "intoExisting" from back
    order by happened_on, from_id`.execute(tx)
  return rows.map(row => ({ ...row, on: plainDate(row.on), kind: row.kind as Descent['kind'] }))
}

function toYear(row: YearRow): YearOfMerit {
  const { subjectId, candidateId, year, ruleBookId, seasonId, areaUnitId, name, certificateNumber } = row
  return {
    subjectId,
    candidateId,
    honour: row.honour as Honour,
    year,
    status: yearStatusOf(bookOf(row), { ...row, isRevoked: row.revokedOn !== null }),
    ruleBookId,
    way: row.way,
    seasonId,
    areaUnitId,
    name,
    certificateNumber,
    reasons: row.reasons ?? [],
    decision: row.decisionId && row.code !== null && row.decidedOn ? { id: row.decisionId, code: row.code, on: row.decidedOn } : null,
    handover: row.handedOn && { on: row.handedOn, outcome: row.handing as HandoverOutcome },
    revocation: row.revokedOn && { on: row.revokedOn, ground: row.ground as RevocationGround, basis: row.basis ?? '' },
  }
}
