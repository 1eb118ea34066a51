import { type RawBuilder, sql } from 'kysely'
import type { ActivityKind, Campaign, MoneySource } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import type { SpanTally } from '#domain/overview/day-spans.ts'
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
      select a.id, a.unit_id, a.task_id, t.due_on < ${today}::date as is_past_due from assignment a join task t on t.id = a.task_id join plan p on p.id = t.plan_id
      where a.unit_id = any(${unitIds}::uuid[]) and p.year = ${year}
        and not exists (select from task part where part.parent_task_id = t.id)
    ), answer as (
      select distinct on (g.assignment_id) g.assignment_id, g.state
      from progress g join own on own.id = g.assignment_id where g.reported_on <= ${today}::date
      order by g.assignment_id, g.reported_on desc, g.sequence desc
    ), given as (
      select own.id, own.unit_id as "unitId", own.task_id, own.is_past_due as "isPastDue", answer.state
      from own left join answer on answer.assignment_id = own.id
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
    ${assigned(of)} select t.id as "taskId", t.plan_id as "planId", t.name, t.due_on as "dueOn", "unitId", state, "isPastDue"
    from given join task t on t.id = given.task_id order by t.due_on, t.position, given.id`.execute(tx)
  return rows
}

/** Activities that began on these days, struck-out ones left out. */
function began(unitIds: readonly string[], { from, until }: Days): RawBuilder<boolean> {
  return sql<boolean>`host_unit_id = any(${unitIds}::uuid[]) and removed_at is null
    and starts_on >= ${from}::date and starts_on < ${until}::date`
}

type TallyRow = {
  span: number
  kind: ActivityKind
  campaign: Campaign
  activities: number
  countedActivities: number
  countedPeople: number
  estimatedActivities: number
  estimatedPeople: number
}

/** One pass over the days, answered from the index alone: months and periods are put together from the spans. */
export async function tallyActivities(tx: Db, unitIds: readonly string[], spans: readonly Days[]): Promise<SpanTally[]> {
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return []
  const { rows } = await sql<TallyRow>`
    select width_bucket(starts_on, ${spans.map(({ from }) => from)}::date[]) - 1 as span, kind, campaign, count(*)::integer as activities,
      count(*) filter (where participant_quality = 'counted')::integer as "countedActivities",
      coalesce(sum(participant_count) filter (where participant_quality = 'counted'), 0)::bigint as "countedPeople",
      count(*) filter (where participant_quality = 'estimated')::integer as "estimatedActivities",
      coalesce(sum(participant_count) filter (where participant_quality = 'estimated'), 0)::bigint as "estimatedPeople"
    from activity where ${began(unitIds, { from: first.from, until: last.until })}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows.flatMap(row => {
    const days = spans[row.span]
    if (!days) return []
    const { kind, campaign, activities } = row
    const counted = { activities: row.countedActivities, people: row.countedPeople }
    const estimated = { activities: row.estimatedActivities, people: row.estimatedPeople }
    return [{ days, kind, campaign, activities, counted, estimated }]
  })
}

/** Đồng by source. */
export async function sumMoney(tx: Db, unitIds: readonly string[], days: Days): Promise<PeriodCounts['money']> {
  const { rows } = await sql<{ source: MoneySource; amount: number }>`
    select source, sum(amount::bigint)::bigint as amount from activity, jsonb_each_text(money_by_source) as sums(source, amount)
    where ${began(unitIds, days)} and money_by_source is not null group by 1 order by 1`.execute(tx)
  return rows
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
  let query = tx.selectFrom('activity').selectAll().where(began(unitIds, days))
  if (kind) query = query.where('kind', '=', kind)
  if (campaign) query = query.where('campaign', '=', campaign)
  if (participants)
    query = query.where('participantQuality', participants === 'unknown' ? 'is' : '=', participants === 'unknown' ? null : participants)
  if (source) query = query.where(sql<boolean>`money @> ${toJson([{ source }])}::jsonb`)
  const rows = await query.orderBy('startsOn', 'desc').orderBy('id').execute()
  return rows.map(toActivity)
}

/** How many documents went out on each of these ranges of days, which may overlap. */
export async function countIssued(tx: Db, unitIds: readonly string[], ranges: readonly Days[]): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::integer from registered_document
      where owner_unit_id = any(${unitIds}::uuid[]) and direction = 'outgoing' and issued_on >= days.first and issued_on < days.until) as count
    from unnest(${ranges.map(({ from }) => from)}::date[], ${ranges.map(({ until }) => until)}::date[]) with ordinality as days(first, until, place)
    order by place`.execute(tx)
  return rows.map(({ count }) => count)
}

/** What stands in the outgoing registers, the newest first. */
export async function listIssued(tx: Db, unitIds: readonly string[], days: Days): Promise<RegisteredDocument[]> {
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where(sql<boolean>`owner_unit_id = any(${unitIds}::uuid[])`)
    .where('direction', '=', 'outgoing')
    .where('issuedOn', '>=', days.from)
    .where('issuedOn', '<', days.until)
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toDocument)
}
