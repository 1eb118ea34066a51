import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Actor, roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type Db, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { openFileStore } from '#server/files.ts'
import { runQuery } from '#server/http/run.ts'
import { meritQueries } from '#server/merit/merit.routes.ts'
import type { World } from '#server/world.ts'

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 300_000)
const communes = 75
export const villages = 2000
const years = [2020, 2021, 2022] as const
const rounds = 5

/**
 * The figures of a province with all their rows of years, both years beside each other, by commune and by village; beside
 * them hand-written SQL that counts the same families once, without days, trees, steps sent back or rows of years.
 */
export async function benchFigures(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { kind: 'server', url } : { kind: 'embedded', folder: join(folder, 'database') })
  try {
    await migrate(database)
    const world: World = { database, files: openFileStore(join(folder, 'files')), workingDay: plainDate('2023-02-01'), address: '' }
    const { provinceId, communeId, villageId } = await fill(database.kysely)
    await sql`vacuum (analyze)`.execute(database.kysely)
    const path = [villageId, communeId, provinceId]
    const asked = { honour: 'culturalFamily', year: 2022 }
    console.log(
      `\nFigures of ${households.toLocaleString('en')} households, two years, ${url ? 'server' : 'embedded'} engine, median of ${rounds}`,
    )
    const ask = (name: 'merit.figures' | 'merit.rows', at: number, more: object = {}) => {
      const definition = meritQueries.find(query => query.name === name)
      if (!definition) throw new Error(`no query ${name}`)
      return runQuery(world, reader(path.slice(at)), definition, { unitId: path[at], ...asked, ...more })
    }
    const ours = await median(() => ask('merit.figures', 2))
    const peer = await median(() => byHand(database.kysely, provinceId))
    say('province, hand-written SQL', peer)
    say('province, ours', ours, `ratio ${(ours / peer).toFixed(1)}`)
    say('commune, ours', await median(() => ask('merit.figures', 1)))
    say('village, ours', await median(() => ask('merit.figures', 0)))
    say('province, first rows behind recognised', await median(() => ask('merit.rows', 2, { measure: 'recognised' })))
    say('province, first rows of three years', await median(() => ask('merit.rows', 2, { measure: 'threeYears' })))
    say('village, first rows behind recognised', await median(() => ask('merit.rows', 0, { measure: 'recognised' })))
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function say(what: string, milliseconds: number, more = ''): void {
  console.log(`  ${what.padEnd(42)} ${milliseconds.toFixed(0).padStart(6)} ms  ${more}`)
}

async function median(run: () => Promise<unknown>): Promise<number> {
  await run()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const answer = await run()
    if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok !== true) throw new Error(JSON.stringify(answer))
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

function reader(unitPath: readonly string[]): Actor {
  const grants = roles.map(role => ({ role, unitId: unitPath[0] ?? '', withSubtree: true, unitPath }))
  return { accountId: randomUUID(), fullName: 'Lò Thị Minh Họa', grants }
}

/** What somebody who needs the table once would write. */
async function byHand(tx: Db, provinceId: string): Promise<unknown> {
  return sql`
    with living as (
      select area.parent_unit_id as commune_id, count(*) as households
      from household_version v join org_unit_version area on area.unit_id = v.area_unit_id
      where v.struck_at is null and v.valid @> '2023-02-01'::date group by 1
    )
    select commune.unit_id, s.year, living.households, count(*) as registered,
      count(*) filter (where o.outcome = 'recognised' and r.candidate_id is null) as recognised,
      count(*) filter (where o.outcome = 'failed') as failed, count(h.candidate_id) as handed_over
    from org_unit_version commune join living on living.commune_id = commune.unit_id
      join season s on s.unit_id = commune.unit_id and s.year in (2021, 2022)
      join season_candidate c on c.season_id = s.id and c.withdrawn_on is null
      left join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id
      left join season_revocation r on r.candidate_id = c.id and r.partition_id = c.partition_id
      left join season_handover h on h.candidate_id = c.id and h.partition_id = c.partition_id and h.outcome = 'handedOver'
    where commune.parent_unit_id = ${provinceId}::uuid
    group by commune.unit_id, s.year, living.households`.execute(tx)
}

/** Three years of merit of a province: nine in ten register, nineteen of twenty of these are recognised, most come for their paper. */
async function fill(tx: Db) {
  const provinceId = await fillRegister(tx, { communes, households })
  for (const year of years) await fillYear(tx, year)
  return { provinceId, communeId: id('commune', 0), villageId: id('village', 0) }
}

/** A province with its households, village after village in turn. */
export async function fillRegister(
  tx: Db,
  many: { readonly communes: number; readonly households: number; readonly villages?: number },
): Promise<string> {
  const ofVillages = many.villages ?? villages
  const provinceId = id('province', 0)
  await sql`
    with unit as (
      select ${provinceId}::uuid as id, null::uuid as parent, 'Tỉnh minh họa' as name, 'province' as kind, 0 as position
      union all select ${key('commune', sql`i`)}, ${provinceId}::uuid, 'Xã ' || i, 'commune', i from generate_series(0, ${many.communes - 1}::integer) as i
      union all select ${key('village', sql`i`)}, ${key('commune', sql`i % ${many.communes}::integer`)}, 'Bản ' || i, 'village', i from generate_series(0, ${ofVillages - 1}::integer) as i
    ), added as (insert into org_unit (id) select id from unit returning id)
    insert into org_unit_version (id, unit_id, name, kind, parent_unit_id, called_in_text, valid, source, position)
    select gen_random_uuid(), id, name, kind, parent, name, '(,)'::daterange, 'dữ liệu minh họa', position from unit`.execute(tx)
  const numbered = sql`generate_series(1, ${many.households}::integer) as i`
  const village = key('village', sql`i % ${ofVillages}::integer`)
  await sql`
    insert into household (id, partition_id, code) select ${key('household', sql`i`)}, ${village}, 'H' || i from ${numbered}`.execute(tx)
  await sql`
    insert into household_version (household_id, partition_id, id, head_name, member_count, area_unit_id, poverty, valid, cause, recorded_by, recorded_at, sort_key, search_key)
    select ${key('household', sql`i`)}, ${village}, gen_random_uuid(), 'Lò Văn ' || i, 4, ${village},
      'none', daterange('2019-01-01', null), 'imported', 'Minh Họa', now(), 'key ' || lpad(i::text, 7, '0'), 'lo van ' || i
    from ${numbered}`.execute(tx)
  return provinceId
}

async function fillYear(tx: Db, year: number): Promise<void> {
  const commune = (i: ReturnType<typeof sql>) => key('commune', i)
  const village = sql`${key('village', sql`i % ${villages}::integer`)}`
  const season = sql`${key(`season ${year}`, sql`i % ${villages}::integer % ${communes}::integer`)}`
  const numbered = sql`generate_series(0, ${communes - 1}::integer) as i`
  await sql`insert into season (id, unit_id, honour, year, rule_book_id, opened_on, recorded_by)
    select ${key(`season ${year}`, sql`i`)}, ${commune(sql`i`)}, 'culturalFamily', ${year}, 'GDVH.ND122', make_date(${year}, 1, 3), 'Minh Họa' from ${numbered}`.execute(
    tx,
  )
  await sql`insert into season_area (season_id, area_unit_id, state)
    select ${season}, ${village}, 'submit' from generate_series(0, ${villages - 1}::integer) as i`.execute(tx)
  await sql`insert into season_event (id, season_id, area_unit_id, sequence, type, on_day, by_name, by_account_id, at, details)
    select gen_random_uuid(), ${season}, ${village}, step.at, step.type, make_date(${year}, 11, 20) + step.at, 'Minh Họa', gen_random_uuid(), now(),
      case step.type when 'submit' then '{}'::jsonb else '{"leftOut": [], "households": 150}'::jsonb end
    from generate_series(0, ${villages - 1}::integer) as i, (values (1, 'list'), (2, 'meet'), (3, 'submit')) as step(at, type)`.execute(tx)
  await sql`insert into number_series (unit_id, series, year, last_number) select ${commune(sql`i`)}, 'QĐ-UBND', ${year}, 1 from ${numbered}`.execute(
    tx,
  )
  await sql`insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
    select ${key(`document ${year}`, sql`i`)}, ${commune(sql`i`)}, 'outgoing', 'decision', '01/QĐ-UBND', make_date(${year}, 12, 5), 'Xã ' || i, 'Tặng danh hiệu',
      daterange(make_date(${year}, 12, 5), null), '01/qd-ubnd' from ${numbered}`.execute(tx)
  await sql`insert into season_decision (id, season_id, issuer_unit_id, series, year, number, decided_on, document_id, signer_name, recognised, failed)
    select ${key(`decision ${year}`, sql`i`)}, ${key(`season ${year}`, sql`i`)}, ${commune(sql`i`)}, 'QĐ-UBND', ${year}, 1, make_date(${year}, 12, 5),
      ${key(`document ${year}`, sql`i`)}, 'Minh Họa', 0, 0 from ${numbered}`.execute(tx)
  const candidate = key(`candidate ${year}`, sql`i`)
  const registered = sql`generate_series(1, ${households}::integer) as i where i % 10 <> 0`
  await sql`insert into season_candidate (id, partition_id, season_id, honour, year, area_unit_id, household_id, head_name, registered_on, recorded_by, sort_key)
    select ${candidate}, ${village}, ${season}, 'culturalFamily', ${year}::integer, ${village}, ${key('household', sql`i`)}, 'Lò Văn ' || i, make_date(${year}, 1, 15), 'Minh Họa',
      'key ' || lpad(i::text, 7, '0') from ${registered}`.execute(tx)
  await sql`insert into season_outcome (candidate_id, partition_id, decision_id, outcome, certificate_number, reasons)
    select ${candidate}, ${village}, ${key(`decision ${year}`, sql`i % ${villages}::integer % ${communes}::integer`)},
      case when i % 20 = 1 then 'failed' else 'recognised' end, case when i % 20 <> 1 then i end,
      case when i % 20 = 1 then '[{"code": "too-few-votes", "clause": "", "figures": {}}]'::jsonb else '[]'::jsonb end from ${registered}`.execute(
    tx,
  )
  await sql`insert into season_handover (candidate_id, partition_id, outcome, on_day, recorded_by, recorded_at)
    select ${candidate}, ${village}, 'handedOver', make_date(${year}, 12, 20), 'Minh Họa', now() from ${registered} and i % 20 <> 1 and i % 7 <> 0`.execute(
    tx,
  )
  await sql`insert into season_revocation (candidate_id, partition_id, on_day, cause, basis, recorded_by)
    select ${candidate}, ${village}, make_date(${year}, 12, 28), 'falseStatement', '02/QĐ-UBND', 'Minh Họa' from ${registered} and i % 20 <> 1 and i % 1999 = 2`.execute(
    tx,
  )
}

/** The same id for the same thing, made where the rows are. */
export function key(kind: string, i: ReturnType<typeof sql>) {
  const hash = sql`md5(${kind}::text || ' ' || (${i})::text)`
  return sql`overlay(overlay(${hash} placing '4' from 13) placing '8' from 17)::uuid`
}

export function id(kind: string, i: number): string {
  const hex = createHash('md5').update(`${kind} ${i}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/u, '$1-$2-4$3-8$4-')
}
