import { type RawBuilder, sql } from 'kysely'
import type { ActivityKind, Campaign, MoneySource } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import type { ActivityTally } from '#domain/overview/activity-tally.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import type { PeriodCounts } from '#domain/overview/period-sums.ts'
import type { Progress } from '#domain/plan/plan.ts'
import { type StoredActivity, toActivity } from '../activity/activity.store.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'
import { toDocument } from '../document/document.store.ts'

// Counts over the tables of plan, activity and document. Nothing is written here.

type Assigned = { readonly unitIds: readonly string[]; readonly year: number; readonly today: PlainDate }

type AnswerState = Progress['state'] | null

export type AssignedTask = {
  readonly taskId: string
  readonly planId: string
  readonly name: string
  readonly dueOn: PlainDate
  readonly unitId: string
  readonly state: AnswerState
  readonly isPastDue: boolean
}

/** What units were given in plans of a year, part by part: a whole is answered through its parts and is not counted itself. */
function assigned({ unitIds, year, today }: Assigned): RawBuilder<unknown> {
  return sql`
    with own as (
      select a.id, a.unit_id, a.task_id from assignment a join task t on t.id = a.task_id join plan p on p.id = t.plan_id
      where a.unit_id = any(${unitIds}::uuid[]) and p.year = ${year}
        and not exists (select from task part where part.parent_task_id = t.id)
    ), answer as (
      select distinct on (g.assignment_id) g.assignment_id, g.state
      from progress g join own on own.id = g.assignment_id where g.reported_on <= ${today}::date
      order by g.assignment_id, g.reported_on desc, g.sequence desc
    ), given as (
      select own.id, own.unit_id as "unitId", t.id as "taskId", t.plan_id as "planId", t.name, t.due_on as "dueOn", t.position,
        answer.state, t.due_on < ${today}::date as "isPastDue"
      from own join task t on t.id = own.task_id left join answer on answer.assignment_id = own.id
    )`
}

export type AssignedCount = Pick<AssignedTask, 'unitId' | 'state' | 'isPastDue'> & { readonly count: number }

export async function countAssigned(tx: Db, of: Assigned): Promise<AssignedCount[]> {
  const { rows } = await sql<AssignedCount>`
    ${assigned(of)} select "unitId", state, "isPastDue", count(*)::integer as count from given group by 1, 2, 3`.execute(tx)
  return rows
}

/** The oldest deadline first. */
export async function listAssignedTasks(tx: Db, of: Assigned): Promise<AssignedTask[]> {
  const { rows } = await sql<AssignedTask>`
    ${assigned(of)} select "taskId", "planId", name, "dueOn", "unitId", state, "isPastDue"
    from given order by "dueOn", position, id`.execute(tx)
  return rows
}

/** Activities that began on these days, struck-out ones left out. */
function began(unitIds: readonly string[], { from, until }: Days): RawBuilder<unknown> {
  return sql`
    from activity where host_unit_id = any(${unitIds}::uuid[]) and removed_at is null
      and starts_on >= ${from}::date and starts_on < ${until}::date`
}

type PeopleCounts = { countedActivities: number; countedPeople: number; estimatedActivities: number; estimatedPeople: number }

const people = sql`
  count(*) filter (where participant_quality = 'counted')::integer as "countedActivities",
  coalesce(sum(participant_count) filter (where participant_quality = 'counted'), 0)::bigint as "countedPeople",
  count(*) filter (where participant_quality = 'estimated')::integer as "estimatedActivities",
  coalesce(sum(participant_count) filter (where participant_quality = 'estimated'), 0)::bigint as "estimatedPeople"`

type TallyRow = PeopleCounts & { year: number; month: number; kind: ActivityKind; campaign: Campaign; activities: number }

export async function tallyActivities(tx: Db, unitIds: readonly string[], days: Days): Promise<ActivityTally[]> {
  const { rows } = await sql<TallyRow>`
    select extract(year from starts_on)::integer as year, extract(month from starts_on)::integer as month, kind, campaign,
      count(*)::integer as activities, ${people}
    ${began(unitIds, days)} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return rows.map(({ year, month, kind, campaign, activities, ...counts }) => ({
    year,
    month,
    kind,
    campaign,
    activities,
    ...toParticipation(counts),
  }))
}

export async function countPeriod(tx: Db, unitIds: readonly string[], days: Days): Promise<PeriodCounts> {
  const { rows } = await sql<PeopleCounts & { activities: number }>`
    select count(*)::integer as activities, ${people} ${began(unitIds, days)}`.execute(tx)
  const { rows: money } = await sql<{ source: MoneySource; amount: number }>`
    select entry->>'source' as source, sum((entry->>'amount')::bigint)::bigint as amount
    from (select money ${began(unitIds, days)}) as own, jsonb_array_elements(own.money) as entry
    group by 1 order by 1`.execute(tx)
  const [row] = rows
  const none = { activities: 0, countedActivities: 0, countedPeople: 0, estimatedActivities: 0, estimatedPeople: 0 }
  const { activities, ...counts } = row ?? none
  return { activities, ...toParticipation(counts), money, documents: await countIssued(tx, unitIds, days) }
}

function toParticipation(counts: PeopleCounts): Pick<ActivityTally, 'counted' | 'estimated'> {
  return {
    counted: { activities: counts.countedActivities, people: counts.countedPeople },
    estimated: { activities: counts.estimatedActivities, people: counts.estimatedPeople },
  }
}

export type BegunFilter = {
  readonly days: Days
  readonly kind?: ActivityKind | undefined
  readonly campaign?: Campaign | undefined
  /** `unknown`: nobody wrote down how many came. */
  readonly participants?: 'counted' | 'estimated' | 'unknown' | undefined
  readonly source?: MoneySource | undefined
}

/** The newest first. */
export async function listBegunActivities(tx: Db, unitIds: readonly string[], filter: BegunFilter): Promise<StoredActivity[]> {
  const { days, kind, campaign, participants, source } = filter
  let query = tx
    .selectFrom('activity')
    .selectAll()
    .where(sql<boolean>`host_unit_id = any(${unitIds}::uuid[])`)
    .where('removedAt', 'is', null)
    .where('startsOn', '>=', days.from)
    .where('startsOn', '<', days.until)
  if (kind) query = query.where('kind', '=', kind)
  if (campaign) query = query.where('campaign', '=', campaign)
  if (participants)
    query = query.where('participantQuality', participants === 'unknown' ? 'is' : '=', participants === 'unknown' ? null : participants)
  if (source) query = query.where(sql<boolean>`money @> ${toJson([{ source }])}::jsonb`)
  const rows = await query.orderBy('startsOn', 'desc').orderBy('id').execute()
  return rows.map(toActivity)
}

export async function countIssued(tx: Db, unitIds: readonly string[], days: Days): Promise<number> {
  const { count } = await issued(tx, unitIds, days).select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow()
  return count
}

/** The newest first. */
export async function listIssued(tx: Db, unitIds: readonly string[], days: Days): Promise<RegisteredDocument[]> {
  const rows = await issued(tx, unitIds, days).selectAll().orderBy('issuedOn', 'desc').orderBy('id').execute()
  return rows.map(toDocument)
}

/** What stands in the outgoing registers. */
function issued(tx: Db, unitIds: readonly string[], days: Days) {
  return tx
    .selectFrom('registeredDocument')
    .where(sql<boolean>`owner_unit_id = any(${unitIds}::uuid[])`)
    .where('direction', '=', 'outgoing')
    .where('issuedOn', '>=', days.from)
    .where('issuedOn', '<', days.until)
}
