import { sql } from 'kysely'
import type { Below } from '#domain/consolidation/add-one.ts'
import { valueOf } from '#domain/consolidation/add-up.ts'
import type { Thing } from '#domain/consolidation/things.ts'
import type { Level } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import type { StoredFigure } from './figure.store.ts'

/** A thing with the levels that owe it. */
export type AskedThing = Thing & { readonly levels: readonly Level[] }

type Sums = {
  readonly unitId: string
  readonly code: string
  readonly of: number
  readonly whole: number
  readonly begun: number
  readonly entries: number
  readonly estimated: number
  readonly count: number | null
  readonly words: number
  readonly baseCount: number | null
  readonly baseWords: number
  readonly halves: number
}

/** What those below come to, and of a share how many of them told one of its two counts. */
export type BelowWithHalves = Below & { readonly halves: number }

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)]

/** `valueOf` reads the same bits. */
const bits = (column: string, only = 'true') =>
  sql.raw(`coalesce(bit_or(array_position(array['trên', 'gần', 'khoảng'], ${column})) filter (where ${column} is not null and ${only}), 0)`)

/**
 * What those who hand in to some units come to together, thing by thing: of units that others hand in to what is kept, of
 * the others their own word. Summed where the rows are, so that thousands of parts cost one answer.
 */
export async function listBelow(
  tx: Db,
  {
    requestId,
    unitIds,
    things,
  }: { readonly requestId: string; readonly unitIds: readonly string[]; readonly things: readonly AskedThing[] },
): Promise<ReadonlyMap<string, BelowWithHalves>> {
  const owed = things.flatMap(({ code, codes, levels }) => levels.map(level => ({ code, level, codes })))
  const single = owed.filter(({ codes }) => codes.length === 1)
  const pairs = owed.filter(({ codes }) => codes.length === 2)
  const members = pairs.flatMap(({ code, level, codes }) => codes.map((member, at) => ({ code, level, member, isFirst: at === 0 })))
  const { rows } = await sql<Sums>`
    with asked as materialized (
      select * from unnest(${owed.map(({ code }) => code)}::text[], ${owed.map(({ level }) => level)}::text[]) as asked(code, level)
    ),
    single as materialized (
      select * from unnest(${single.map(({ code }) => code)}::text[], ${single.map(({ level }) => level)}::text[]) as single(code, level)
    ),
    member as materialized (
      select * from unnest(${members.map(({ code }) => code)}::text[], ${members.map(({ level }) => level)}::text[],
        ${members.map(({ member }) => member)}::text[], ${members.map(({ isFirst }) => isFirst)}::boolean[]) as member(code, level, told_code, is_first)
    ),
    leaf as materialized (
      select partition_id, unit_id, level from report_obligation
      where partition_id = any(${unitIds}::uuid[]) and request_id = ${requestId}::uuid and not receives
    ),
    told as not materialized (
      select leaf.partition_id, leaf.unit_id, leaf.level, told_value.code, told_value.count, told_value.qualifier
      from told_value join leaf on leaf.unit_id = told_value.unit_id
      where told_value.partition_id = any(${unitIds}::uuid[]) and told_value.request_id = ${requestId}::uuid
    ),
    by_level as (
      select partition_id, level, code, count(*)::integer as told, count(qualifier)::integer as estimated, sum(count)::bigint as count,
        ${bits('qualifier')} as words
      from told where code = any(${distinct(single.map(({ code }) => code))}::text[]) group by partition_id, level, code
    ),
    half as materialized (select * from told where code = any(${distinct(members.map(({ member }) => member))}::text[])),
    pair as (
      select half.partition_id, half.unit_id, member.code, count(*) as told, count(half.qualifier) as estimated,
        sum(half.count) filter (where is_first) as count, ${bits('half.qualifier', 'is_first')} as words,
        sum(half.count) filter (where not is_first) as base_count, ${bits('half.qualifier', 'not is_first')} as base_words
      from half join member on member.level = half.level and member.told_code = half.code
      group by half.partition_id, half.unit_id, member.code
    ),
    part as (
      select partition_id, code, sum(case when owes then 1 else of_units end)::integer as of_units,
        sum(case when owes then (source in ('own', 'below'))::integer else whole end)::integer as whole,
        sum(case when owes then (source = 'partly')::integer else begun end)::integer as begun,
        sum(entries)::integer as entries, sum(estimated)::integer as estimated,
        sum(count)::bigint as count, ${bits('qualifier')} as words,
        sum(base_count)::bigint as base_count, ${bits('base_qualifier')} as base_words, sum(halves)::integer as halves
      from added_figure
      where partition_id = any(${unitIds}::uuid[]) and request_id = ${requestId}::uuid and unit_id <> partition_id
        and code = any(${things.map(({ code }) => code)}::text[])
      group by partition_id, code
      union all
      select owing.partition_id, asked.code, owing.units, 0, 0, 0, 0, null, 0, null, 0, 0
      from (select partition_id, level, count(*)::integer as units from leaf group by partition_id, level) as owing
        join asked on asked.level = owing.level
      union all
      select partition_id, code, 0, told, 0, told, estimated, count, words, null, 0, 0
      from by_level join single using (level, code)
      union all
      select partition_id, code, 0, (count(*) filter (where told = 2))::integer, 0, (count(*) filter (where told = 2))::integer,
        (count(*) filter (where told = 2 and estimated > 0))::integer, (sum(count) filter (where told = 2))::bigint,
        coalesce(bit_or(words) filter (where told = 2), 0), (sum(base_count) filter (where told = 2))::bigint,
        coalesce(bit_or(base_words) filter (where told = 2), 0), (count(*) filter (where told = 1))::integer
      from pair group by partition_id, code
    )
    select partition_id as unit_id, code, sum(of_units)::integer as of, sum(whole)::integer as whole, sum(begun)::integer as begun,
      sum(entries)::integer as entries, sum(estimated)::integer as estimated, sum(count)::bigint as count, bit_or(words)::integer as words,
      sum(base_count)::bigint as base_count, bit_or(base_words)::integer as base_words, sum(halves)::integer as halves
    from part group by partition_id, code`.execute(tx)
  return new Map(rows.map(row => [`${row.unitId} ${row.code}`, toBelow(row)]))
}

function toBelow({ of, whole, begun, entries, estimated, halves, ...sums }: Sums): BelowWithHalves {
  const first = sums.count === null ? [] : [valueOf(sums.count, sums.words)]
  const second = sums.baseCount === null ? [] : [valueOf(sums.baseCount, sums.baseWords)]
  return { coverage: { of, whole, begun, entries, estimated }, values: first.length > 0 ? [...first, ...second] : null, halves }
}

/** A figure with whom its unit hands in to: the unit itself at the top. */
export type PlacedFigure = StoredFigure & { readonly toUnitId: string }

const rowsAtOnce = 5000

/** Each takes the place of what was kept for its unit. */
export async function putFigures(tx: Db, requestId: string, figures: readonly PlacedFigure[]): Promise<void> {
  for (let from = 0; from < figures.length; from += rowsAtOnce) {
    const rows = figures.slice(from, from + rowsAtOnce).map(toRow)
    await sql`
      insert into added_figure (partition_id, request_id, unit_id, code, owes, count, qualifier, base_count, base_qualifier,
        source, not_added, of_units, whole, begun, entries, estimated, halves, beside)
      select partition_id, ${requestId}::uuid, unit_id, code, owes, count, qualifier, base_count, base_qualifier,
        source, not_added, of_units, whole, begun, entries, estimated, halves, beside
      from json_to_recordset(${JSON.stringify(rows)}::json) as put(partition_id uuid, unit_id uuid, code text, owes boolean,
        count bigint, qualifier text, base_count bigint, base_qualifier text, source text, not_added text,
        of_units integer, whole integer, begun integer, entries integer, estimated integer, halves integer, beside jsonb)
      on conflict (partition_id, request_id, code, unit_id) do update set
        owes = excluded.owes, count = excluded.count, qualifier = excluded.qualifier, base_count = excluded.base_count,
        base_qualifier = excluded.base_qualifier, source = excluded.source, not_added = excluded.not_added,
        of_units = excluded.of_units, whole = excluded.whole, begun = excluded.begun, entries = excluded.entries,
        estimated = excluded.estimated, halves = excluded.halves, beside = excluded.beside`.execute(tx)
  }
}

function toRow({ toUnitId, unitId, code, owes, values, source, notAdded, coverage, halves, beside }: PlacedFigure) {
  const { of, ...counts } = coverage
  const [first, second] = (values ?? []).map(value => ({
    count: value.count,
    qualifier: value.quality === 'estimated' ? value.qualifier : null,
  }))
  return {
    partition_id: toUnitId,
    unit_id: unitId,
    code,
    owes,
    count: first?.count ?? null,
    qualifier: first?.qualifier ?? null,
    base_count: second?.count ?? null,
    base_qualifier: second?.qualifier ?? null,
    source,
    not_added: notAdded,
    of_units: of,
    ...counts,
    halves,
    beside,
  }
}

/** Of a request that goes out: who others hand in to. */
export async function markReceivers(tx: Db, requestId: string, unitIds: readonly string[]): Promise<void> {
  await sql`
    update report_obligation set receives = true
    where request_id = ${requestId}::uuid and unit_id = any(${unitIds}::uuid[])`.execute(tx)
}
