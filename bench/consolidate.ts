import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Actor, roles } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { ReportRequest } from '#domain/request/request.ts'
import { consolidationQueries } from '#server/consolidation/consolidation.routes.ts'
import { askingOf, settleAll, tellFigures } from '#server/consolidation/settle.ts'
import { type Db, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { openFileStore } from '#server/files.ts'
import { runQuery } from '#server/http/run.ts'
import { insertAsked } from '#server/indicator/asked.store.ts'
import { insertRequest } from '#server/request/request.store.ts'
import { listObligations } from '#server/request/return.store.ts'
import type { World } from '#server/world.ts'
import { fillRegister, id, key } from './figures.ts'

const villages = Number(process.env['BENCH_VILLAGES'] ?? 90_000)
/** As many villages to a commune as the country has since July 2025. */
const communes = Math.ceil(villages / 27)
const codes = Array.from({ length: 60 }, (_, i) => `figure.${i + 1}`)
const shares = codes.slice(1, 7)
const [wholes, handIns, openings] = [3, 40, 20]

/**
 * All that villages told of sixty things in two periods, added up at every level; one village that hands in, up to the top;
 * one number opened from the top down to a village. Each beside what somebody would write in SQL for the same numbers.
 */
export async function benchConsolidate(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { kind: 'server', url } : { kind: 'embedded', folder: join(folder, 'database') })
  try {
    await migrate(database)
    const tx = database.kysely
    const provinceId = await fillRegister(tx, { communes, households: 0, villages })
    const requests = [requestOf(provinceId, '2024'), requestOf(provinceId, '2025')]
    for (const request of requests) await fillRequest(tx, request)
    await sql`create table by_hand (request_id uuid, unit_id uuid, code text, count bigint, base_count bigint, told integer,
      of_units integer, primary key (request_id, unit_id, code))`.execute(tx)
    await sql`vacuum (analyze)`.execute(tx)
    const engine = url ? 'server' : 'embedded'
    console.log(
      `\n${villages.toLocaleString('en')} villages, ${communes.toLocaleString('en')} communes, 60 figures and 6 shares, two periods, ${engine} engine`,
    )
    const owing = new Map<string, Awaited<ReturnType<typeof listObligations>>>()
    for (const { id: requestId } of requests) owing.set(requestId, await listObligations(tx, requestId))
    say(
      'both periods at all levels, hand-written SQL',
      await spread(wholes, async () => {
        await sql`truncate by_hand`.execute(tx)
        for (const request of requests) await addByHand(tx, request)
      }),
    )
    say(
      'both periods at all levels, ours',
      await spread(wholes, async () => {
        await sql`truncate added_figure`.execute(tx)
        for (const request of requests) await settleAll(tx, await askingOf(tx, request), owing.get(request.id) ?? [])
      }),
    )
    await sql`vacuum (analyze)`.execute(tx)
    await expectSame(tx)
    const [, now] = requests
    if (!now) return
    say(
      'one village hands in, up to the top, hand-written SQL',
      await spread(handIns, at => inOne(tx, inner => handInByHand(inner, now, at))),
    )
    const asking = await askingOf(tx, now)
    say(
      'one village hands in, up to the top, ours',
      await spread(handIns, at =>
        inOne(tx, inner => {
          const held = { requestId: now.id, unitId: id('village', at), toUnitId: id('commune', at % communes) }
          return tellFigures(inner, asking, { held, standing: { version: 2, content: { values: toldBy(at + 1), printed: [], parts: {} } } })
        }),
      ),
    )
    await sql`truncate by_hand`.execute(tx)
    for (const request of requests) await addByHand(tx, request)
    await expectSame(tx)
    say('one number opened top to bottom, hand-written SQL', await spread(openings, at => openByHand(tx, now, at)))
    const world: World = { database, files: openFileStore(join(folder, 'files')), workingDay: plainDate('2025-12-22'), address: '' }
    say('one number opened top to bottom, ours', await spread(openings, at => open(world, now, { provinceId, at })))
    console.log(`  most memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Spread = { readonly p50: number; readonly p95: number }

function say(what: string, { p50, p95 }: Spread): void {
  console.log(`  ${what.padEnd(54)} p50 ${p50.toFixed(1).padStart(9)} ms   p95 ${p95.toFixed(1).padStart(9)} ms`)
}

async function spread(rounds: number, run: (at: number) => Promise<unknown>): Promise<Spread> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run(round)
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

async function inOne(db: Db, work: (tx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(work)
}

function requestOf(unitId: string, year: string): ReportRequest {
  return {
    id: id('request', Number(year)),
    unitId,
    placeUnitId: unitId,
    regimeId: null,
    kind: 'regular',
    title: `Báo cáo năm ${year}`,
    formKey: 'bench',
    formVersion: 1,
    covers: { from: plainDate(`${Number(year) - 1}-12-15`), until: plainDate(`${year}-12-15`) },
    cutoff: plainDate(`${year}-12-14`),
    asked: [],
    basis: '',
    sentOn: plainDate(`${year}-12-01`),
  }
}

/** Sixty counts and six shares of the first, asked of villages and communes. */
function sixty(): Asked {
  const indicators = codes.map(
    (code): Indicator => ({
      code,
      name: code,
      definition: 'minh họa',
      unit: 'hộ',
      addition: 'sum',
      source: { from: 'entered' },
      within: [],
      partitions: [],
      sameAs: null,
      valid: always,
    }),
  )
  const [base = ''] = codes
  const ratios = shares.map(code => ({
    code: `share.${code}`,
    name: code,
    numerator: code,
    bases: [{ code: base, name: base }],
    valid: always,
  }))
  const layout = { type: 'list', codes } as const
  const part = { kind: 'table', key: 'all', heading: 'Số liệu', owedBy: ['area', 'commune'], layout, ratios: [] } as const
  return { name: 'Bench', note: 'minh họa', form: { version: 1, valid: always, parts: [part] }, dictionary: { indicators, ratios } }
}

/** Straight into the tables: one village in fifty told nothing, one figure in twenty is an estimate. */
async function fillRequest(tx: Db, request: ReportRequest): Promise<void> {
  await insertRequest(tx, { ...request, revision: 1 })
  await insertAsked(tx, request.id, sixty())
  const village = key('village', sql`i`)
  const commune = key('commune', sql`i % ${communes}::integer`)
  await sql`insert into report_obligation (partition_id, request_id, unit_id, level, due_on, state, standing_version)
    select ${request.unitId}::uuid, ${request.id}::uuid, ${key('commune', sql`i`)}, 'commune', ${request.cutoff}::date + 5, 'open', null
    from generate_series(0, ${communes - 1}::integer) as i
    union all
    select ${commune}, ${request.id}::uuid, ${village}, 'area', ${request.cutoff}::date + 3, 'sent', 1
    from generate_series(0, ${villages - 1}::integer) as i`.execute(tx)
  await tx.transaction().execute(async inner => {
    await sql`set local session_replication_role = replica`.execute(inner)
    await sql`insert into told_value (partition_id, request_id, unit_id, code, count, qualifier, version)
      select ${commune}, ${request.id}::uuid, ${village}, code, 40 + (i * 7 + at * 13) % 97, case when (i + at) % 20 = 0 then 'trên' end, 1
      from generate_series(0, ${villages - 1}::integer) as i, unnest(${codes}::text[]) with ordinality as asked(code, at)
      where i % 50 <> 7`.execute(inner)
  })
}

function toldBy(seed: number): Record<string, Value> {
  return Object.fromEntries(codes.map((code, at) => [code, { quality: 'counted', count: 40 + ((seed * 11 + at) % 97) }]))
}

/** The sums alone, with how many told of how many: no words of estimates, no word of a commune's own, nothing beside. */
async function addByHand(tx: Db, { id: requestId, unitId }: ReportRequest): Promise<void> {
  await sql`insert into by_hand select ${requestId}::uuid, partition_id, code, sum(count), null, count(*),
      (select count(*) from report_obligation o where o.partition_id = told.partition_id and o.request_id = ${requestId}::uuid)
    from told_value told where request_id = ${requestId}::uuid group by partition_id, code`.execute(tx)
  await sql`insert into by_hand select ${requestId}::uuid, told.partition_id, 'share.' || told.code || ' figure.1', sum(told.count), sum(base.count), count(*),
      (select count(*) from report_obligation o where o.partition_id = told.partition_id and o.request_id = ${requestId}::uuid)
    from told_value told join told_value base on base.partition_id = told.partition_id and base.request_id = told.request_id
      and base.unit_id = told.unit_id and base.code = 'figure.1'
    where told.request_id = ${requestId}::uuid and told.code = any(${shares}::text[]) group by told.partition_id, told.code`.execute(tx)
  await sql`insert into by_hand select request_id, ${unitId}::uuid, code, sum(count), sum(base_count), count(*), ${communes}::integer
    from by_hand where request_id = ${requestId}::uuid group by request_id, code`.execute(tx)
}

async function handInByHand(tx: Db, { id: requestId, unitId: provinceId }: ReportRequest, at: number): Promise<void> {
  const [villageId, communeId] = [id('village', at), id('commune', at % communes)]
  const counts = Object.values(toldBy(at)).map(({ count }) => count)
  await sql`delete from told_value where partition_id = ${communeId}::uuid and request_id = ${requestId}::uuid and unit_id = ${villageId}::uuid`.execute(
    tx,
  )
  await sql`insert into told_value (partition_id, request_id, unit_id, code, count, version)
    select ${communeId}::uuid, ${requestId}::uuid, ${villageId}::uuid, code, count, 2 from unnest(${codes}::text[], ${counts}::bigint[]) as told(code, count)`.execute(
    tx,
  )
  await sql`update by_hand set count = now.count, told = now.told from (
      select code, sum(count) as count, count(*) as told from told_value
      where partition_id = ${communeId}::uuid and request_id = ${requestId}::uuid group by code) as now
    where by_hand.request_id = ${requestId}::uuid and by_hand.unit_id = ${communeId}::uuid and by_hand.code = now.code`.execute(tx)
  await sql`update by_hand set count = now.count, base_count = now.base_count from (
      select 'share.' || told.code || ' figure.1' as code, sum(told.count) as count, sum(base.count) as base_count
      from told_value told join told_value base on base.partition_id = told.partition_id and base.request_id = told.request_id
        and base.unit_id = told.unit_id and base.code = 'figure.1'
      where told.partition_id = ${communeId}::uuid and told.request_id = ${requestId}::uuid and told.code = any(${shares}::text[]) group by told.code) as now
    where by_hand.request_id = ${requestId}::uuid and by_hand.unit_id = ${communeId}::uuid and by_hand.code = now.code`.execute(tx)
  await sql`update by_hand set count = now.count, base_count = now.base_count from (
      select code, sum(count) as count, sum(base_count) as base_count from by_hand
      where request_id = ${requestId}::uuid and unit_id <> ${provinceId}::uuid group by code) as now
    where by_hand.request_id = ${requestId}::uuid and by_hand.unit_id = ${provinceId}::uuid and by_hand.code = now.code`.execute(tx)
}

/** Both came to the same numbers, or nothing of this is worth a time. */
async function expectSame(tx: Db): Promise<void> {
  const { rows } = await sql<{ apart: number; of: number }>`
    select count(*) filter (where hand.count is distinct from kept.count or hand.base_count is distinct from kept.base_count) as apart, count(*) as of
    from by_hand hand full join added_figure kept using (request_id, unit_id, code)`.execute(tx)
  const [{ apart, of } = { apart: -1, of: 0 }] = rows
  if (apart !== 0) throw new Error(`consolidate: ${apart} of ${of} numbers differ from those added by hand`)
}

async function openByHand(tx: Db, { id: requestId, unitId }: ReportRequest, at: number): Promise<void> {
  const code = codes[at % codes.length]
  const communeId = id('commune', at % communes)
  await sql`select * from by_hand where request_id = ${requestId}::uuid and unit_id = ${unitId}::uuid and code = ${code}`.execute(tx)
  await sql`select by_hand.*, called_in_text from by_hand join org_unit_version v on v.unit_id = by_hand.unit_id
    where request_id = ${requestId}::uuid and v.parent_unit_id = ${unitId}::uuid and by_hand.code = ${code} order by called_in_text`.execute(
    tx,
  )
  await sql`select told.*, called_in_text from told_value told join org_unit_version v on v.unit_id = told.unit_id
    where partition_id = ${communeId}::uuid and request_id = ${requestId}::uuid and told.code = ${code} order by called_in_text`.execute(tx)
  await sql`select * from told_value where partition_id = ${communeId}::uuid and request_id = ${requestId}::uuid and unit_id = ${id('village', at)}::uuid`.execute(
    tx,
  )
}

/** Names, definition, coverage, who has not told, and what is on record come with each of the three. */
async function open(
  world: World,
  { id: requestId }: ReportRequest,
  { provinceId, at }: { readonly provinceId: string; readonly at: number },
): Promise<void> {
  const explain = consolidationQueries.find(({ name }) => name === 'figure.explain')
  if (!explain) throw new Error('no query figure.explain')
  const path = [id('village', at), id('commune', at % communes), provinceId]
  const grants = roles.map(role => ({ role, unitId: provinceId, withSubtree: true, unitPath: [provinceId] }))
  const reader: Actor = { accountId: randomUUID(), fullName: 'Lò Thị Minh Họa', grants }
  for (const unitId of path.toReversed()) {
    const answer = await runQuery(world, reader, explain, { requestId, unitId, code: codes[at % codes.length] })
    if (!answer.ok) throw new Error(`figure.explain: ${answer.code}`)
  }
}
