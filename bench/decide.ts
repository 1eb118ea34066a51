import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readProvincialRules } from '#contract/score-sheet.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { adoptedSheet, scoredLines } from '#domain/title/score-sheet.ts'
import { type Db, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { toJson } from '#server/db/values.ts'
import { openFileStore } from '#server/files.ts'
import { runCommand, runQuery } from '#server/http/run.ts'
import { insertAppointment, insertMandate, insertPosition } from '#server/org/position.store.ts'
import { seasonCommands, seasonQueries } from '#server/season/season.routes.ts'
import type { World } from '#server/world.ts'
import { fillRegister, id, key, villages } from './figures.ts'

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 300_000)
const rounds = 3
const decidedOn = '2022-12-05'
const seasonId = id('season', 0)
const sheetFile = new URL('../src/domain/title/cases/sheets/upland-2019.json', import.meta.url)

/**
 * One season of 300,000 households of 2,000 villages, proposed and decided in one act; beside it hand-written SQL that looks
 * at the votes alone and writes the same rows, without the rules, the reasons of the law, the register of documents or the trail.
 */
export async function benchDecide(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { kind: 'server', url } : { kind: 'embedded', folder: join(folder, 'database') })
  try {
    await migrate(database)
    const tx = database.kysely
    const world: World = { database, files: openFileStore(join(folder, 'files')), workingDay: plainDate('2023-01-10'), address: '' }
    const [communeId, provinceId] = [id('commune', 0), await fillRegister(tx, { communes: 1, households })]
    const chair: Actor = {
      accountId: randomUUID(),
      fullName: 'Cầm Văn Minh Họa',
      grants: roles.map(role => ({ role, unitId: communeId, withSubtree: true, unitPath: [communeId, provinceId] })),
    }
    await fillSeason(tx, provinceId, chair)
    await sql`vacuum (analyze)`.execute(tx)
    const engine = url ? 'server' : 'embedded'
    console.log(`\nDeciding on ${households.toLocaleString('en')} households in one act, ${engine} engine, median of ${rounds}`)
    const peer = await median(() => byHand(database.kysely))
    const propose = await median(() => must(runQuery(world, chair, named(seasonQueries, 'season.proposal'), { id: seasonId })))
    const decide = await median(async () => {
      await forget(tx)
      const start = performance.now()
      await must(runCommand(world, chair, named(seasonCommands, 'season.decide'), decision()))
      return performance.now() - start
    })
    const { rows } = await sql`select outcome, count(*)::integer as households from season_outcome group by 1 order by 1`.execute(tx)
    console.log(`  hand-written SQL       ${seconds(peer)}   ${JSON.stringify(rows)}`)
    console.log(`  season.proposal        ${seconds(propose)}`)
    console.log(`  season.decide          ${seconds(decide)}   ratio ${(decide / peer).toFixed(1)}`)
    console.log(`  most memory            ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function decision() {
  const failed = Math.floor((households + 19) / 20)
  return {
    id: randomUUID(),
    seasonId,
    issuerUnitId: id('commune', 0),
    areaUnitIds: Array.from({ length: villages }, (_, at) => id('village', at)),
    on: decidedOn,
    symbol: 'QĐ-UBND',
    total: households - failed,
    openAccepted: 'Theo kết quả bình xét của bản',
    openExcept: [],
  }
}

/** As if nothing had been decided yet, but for the numbers taken. */
async function forget(tx: Db): Promise<void> {
  await sql`delete from season_outcome`.execute(tx)
  await sql`delete from season_decision`.execute(tx)
  await sql`delete from registered_document`.execute(tx)
  await sql`delete from number_series`.execute(tx)
}

/** A run that knows its own time says it. */
async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const told = await run()
    times.push(typeof told === 'number' ? told : performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`
}

function named<Definition extends { readonly name: string }>(definitions: readonly Definition[], name: string): Definition {
  const found = definitions.find(each => each.name === name)
  if (!found) throw new Error(`nothing is called ${name}`)
  return found
}

async function must<Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<void> {
  const answer = await asked
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}

/** What somebody who trusts the lists would write; undone again. */
async function byHand(db: Db): Promise<void> {
  const [decisionId, documentId] = [randomUUID(), randomUUID()]
  const wasUndone = await db
    .transaction()
    .execute(async tx => {
      await sql`insert into number_series (unit_id, series, year, last_number) values (${id('commune', 0)}, 'QĐ-UBND', 2022, 1) on conflict do nothing`.execute(
        tx,
      )
      await sql`insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
        values (${documentId}, ${id('commune', 0)}, 'outgoing', 'decision', '01/QĐ-UBND', ${decidedOn}, 'Xã 0', 'Tặng danh hiệu', '(,)', '01')`.execute(
        tx,
      )
      await sql`insert into season_decision (id, season_id, issuer_unit_id, series, year, number, decided_on, document_id, signer_name, recognised, failed)
        values (${decisionId}, ${seasonId}, ${id('commune', 0)}, 'QĐ-UBND', 2022, 1, ${decidedOn}, ${documentId}, 'Minh Họa', 0, 0)`.execute(
        tx,
      )
      await sql`
        with refused as (
          select (each->>'candidateId')::uuid as id from season_gathering g cross join jsonb_array_elements(g.votes->'exceptions') as each
          where g.season_id = ${seasonId} and (each->>'for')::integer * 10 < g.convened * 6
        )
        insert into season_outcome (candidate_id, partition_id, decision_id, outcome, certificate_number, reasons)
        select c.id, c.partition_id, ${decisionId}::uuid, case when refused.id is null then 'recognised' else 'failed' end,
          case when refused.id is null then row_number() over (partition by refused.id is null order by c.sort_key, c.id) end,
          case when refused.id is null then '[]'::jsonb else '[{"code": "too-few-votes"}]'::jsonb end
        from season_candidate c left join refused on refused.id = c.id where c.season_id = ${seasonId} and c.withdrawn_on is null`.execute(
        tx,
      )
      throw new Error('undone')
    })
    .catch((error: unknown) => error instanceof Error && error.message === 'undone')
  if (!wasUndone) throw new Error('by hand it did not go')
}

/** Registered, scored by the sheet of the province, met and handed in; every twentieth lacks votes. */
async function fillSeason(tx: Db, provinceId: string, chair: Actor): Promise<void> {
  const communeId = id('commune', 0)
  const positionId = randomUUID()
  const held = { positionId, valid: always, basis: 'dữ liệu minh họa' }
  await insertPosition(tx, { id: positionId, unitId: communeId, name: 'Chủ tịch', rank: 'head' })
  await insertAppointment(tx, { ...held, id: randomUUID(), fullName: chair.fullName, accountId: chair.accountId })
  await insertMandate(tx, { ...held, id: randomUUID(), unitId: communeId, capacity: 'own', forName: null })
  const points = await fillRules(tx, provinceId)

  const village = key('village', sql`i % ${villages}::integer`)
  const numbered = sql`generate_series(1, ${households}::integer) as i`
  const everyVillage = sql`generate_series(0, ${villages - 1}::integer) as i`
  await sql`insert into season (id, unit_id, honour, year, rule_book_id, opened_on, recorded_by)
    values (${seasonId}, ${communeId}, 'culturalFamily', 2022, 'GDVH.ND122', '2022-01-03', 'Minh Họa')`.execute(tx)
  await sql`insert into season_area (season_id, area_unit_id, state) select ${seasonId}::uuid, ${village}, 'submit' from ${everyVillage}`.execute(
    tx,
  )
  await sql`insert into season_event (id, season_id, area_unit_id, sequence, type, on_day, by_name, by_account_id, at, details)
    select gen_random_uuid(), ${seasonId}::uuid, ${village}, step.at, step.type, make_date(2022, 11, 20) + step.at, 'Minh Họa', gen_random_uuid(), now(),
      case step.type when 'submit' then '{}'::jsonb else '{"leftOut": [], "households": 150}'::jsonb end
    from ${everyVillage}, (values (1, 'list'), (2, 'meet'), (3, 'submit')) as step(at, type)`.execute(tx)
  await sql`insert into season_candidate (id, partition_id, season_id, honour, year, area_unit_id, household_id, head_name, poverty, registered_on, recorded_by, sort_key)
    select ${key('candidate', sql`i`)}, ${village}, ${seasonId}::uuid, 'culturalFamily', 2022, ${village}, ${key('household', sql`i`)}, 'Lò Văn ' || i, 'none', '2022-01-15',
      'Minh Họa', 'key ' || lpad(i::text, 7, '0') from ${numbered}`.execute(tx)
  await sql`insert into season_grounds_review (id, season_id, area_unit_id, sequence, up_to, candidate_ids, by_name, by_account_id, at)
    select gen_random_uuid(), ${seasonId}::uuid, area_unit_id, 1, '2022-11-25', array_agg(candidate_id), 'Minh Họa', gen_random_uuid(), now()
    from (select ${village} as area_unit_id, ${key('candidate', sql`i`)} as candidate_id from ${numbered}) as looked group by area_unit_id`.execute(
    tx,
  )
  await sql`insert into season_assessment (id, partition_id, candidate_id, stage, points, recorded_by, recorded_at)
    select gen_random_uuid(), ${village}, ${key('candidate', sql`i`)}, stage, ${toJson(points)}::jsonb, 'Minh Họa', now()
    from ${numbered}, (values ('self'), ('meeting')) as at(stage)`.execute(tx)
  await sql`insert into season_gathering (id, season_id, area_unit_id, sitting, held_on, place, form, way, convened, present, votes, recorded_by)
    select gen_random_uuid(), ${seasonId}::uuid, area_unit_id, 1, '2022-11-20', 'Nhà văn hóa', 'whole', 'hands', 150, 140,
      jsonb_build_object('list', '{"for": 135, "against": 5, "other": 0}'::jsonb, 'exceptions', coalesce(jsonb_agg(
        jsonb_build_object('candidateId', candidate_id, 'for', 40, 'against', 100, 'other', 0)) filter (where is_refused), '[]')), 'Minh Họa'
    from (select ${village} as area_unit_id, ${key('candidate', sql`i`)} as candidate_id, i % 20 = 1 as is_refused from ${numbered}) as voted
    group by area_unit_id`.execute(tx)
}

/** The most every line can bring. */
async function fillRules(tx: Db, provinceId: string): Promise<Record<string, number>> {
  const rules = readProvincialRules(readFileSync(sheetFile, 'utf8'))
  const sheet = rules.ok ? adoptedSheet(rules.value, 'GDVH.ND122') : undefined
  if (!rules.ok || !sheet) throw new Error('no sheet to judge by')
  await sql`insert into title_provincial_rules (id, unit_id, valid, rules, adopted_by, adopted_by_id, adopted_on)
    values (${randomUUID()}, ${provinceId}, '[2019-03-01,2024-10-01)', ${toJson(rules.value)}::jsonb, 'Minh Họa', ${randomUUID()}, '2019-03-01')`.execute(
    tx,
  )
  return Object.fromEntries(scoredLines(sheet).map(({ code, most }) => [code, most]))
}
