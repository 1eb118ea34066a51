import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { loadDemo } from '#server/demo/demo.ts'
import { unitIds } from '#server/demo/office.ts'
import { openFileStore } from '#server/files.ts'
import { buildApp } from '#server/http/app.ts'
import { saveDemoAccounts } from '#server/setting.store.ts'
import { type World, withWorkingDay } from '#server/world.ts'

// Lists and saves over HTTP, signed in, with rights, names, evidence, audit and durable commits. Beside it in the same run
// the floor: a bare server on the same database that only runs the statement the request is about, for anybody who asks.
// The budget of the product is for BENCH_RECORDS=1000000 on two cores that do nothing else.

const records = Number(process.env['BENCH_RECORDS'] ?? 100_000)
const rounds = 3
const listsPerRound = 300
const savesPerRound = 200
const atOnce = 8

type Shot = { readonly method: 'GET' | 'POST'; readonly path: string; body(): unknown }

export async function benchHttp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const world = await openBenchWorld(folder)
  const ours = await buildApp(world, {
    secret: randomUUID().repeat(2),
    idleHours: 1,
    webFolder: null,
    post: null,
    logFault: fault => console.error(fault),
  })
  const bare = bareServer(world)
  try {
    const [oursAt, bareAt] = await Promise.all([ours, bare].map(app => app.listen({ host: '127.0.0.1', port: 0 })))
    const cookie = await signIn(oursAt ?? '')
    console.log(`\nHTTP, ${records.toLocaleString('en')} activities, ${world.database.engine} engine, ${atOnce} at once, ${rounds} rounds`)
    await compare(
      'list of the 50 activities of a day (budget 50/150/300 ms)',
      listsPerRound,
      { url: oursAt ?? '', cookie, shot: listShot },
      { url: bareAt ?? '', cookie: '', shot: listShot },
    )
    await compare(
      'save of one activity (budget 100/300/500 ms)',
      savesPerRound,
      { url: oursAt ?? '', cookie, shot: saveShot },
      { url: bareAt ?? '', cookie: '', shot: saveShot },
    )
  } finally {
    await ours.close()
    await bare.close()
    await world.database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const listShot: Shot = {
  method: 'GET',
  path: `/api/activity.list?unitId=${unitIds.economy}&from=2022-03-01&until=2022-03-02`,
  body: () => null,
}
const saveShot: Shot = {
  method: 'POST',
  path: '/api/activity.record',
  body: () => ({
    id: randomUUID(),
    hostUnitId: unitIds.office,
    kind: 'sport',
    name: 'Hội thao (dữ liệu minh họa)',
    startsOn: '2022-03-01',
    endsOn: '2022-03-01',
    place: 'Sơn La',
    participants: null,
    money: [],
    campaign: 'exercise',
    taskIds: [],
    documentIds: [],
    narrative: 'Tổ chức hội thao',
  }),
}

async function openBenchWorld(folder: string): Promise<World> {
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { kind: 'server', url } : { kind: 'embedded', folder: join(folder, 'database') })
  await migrate(database)
  const world = { database, files: openFileStore(join(folder, 'files')), workingDay: null, address: '' }
  await saveDemoAccounts(database.kysely, await loadDemo(world))
  // About fifty activities a day and unit fall into what the list asks for, however many there are in all.
  const days = Math.max(1, Math.round(records / 50))
  await sql`
    insert into activity (id, host_unit_id, kind, name, starts_on, ends_on, campaign, narrative, recorded_by, search_key)
    select gen_random_uuid(), ${unitIds.economy}::uuid, 'sport', 'Hội thao ' || i, d, d, 'exercise', 'Tổ chức hội thao', 'Minh Họa', 'hoi thao ' || i || ' to chuc hoi thao'
    from (select i, date '2022-03-01' - (i % ${days}::int) as d from generate_series(1, ${records}::int) as i) as made`.execute(
    database.kysely,
  )
  await sql`analyze`.execute(database.kysely)
  return withWorkingDay(world)
}

/** What the heart of the two requests costs with nothing round it: no session, rights, names, evidence or trail. */
function bareServer({ database }: World): FastifyInstance {
  const app = fastify()
  app.get('/api/activity.list', async () => {
    const { rows } = await sql`
      select * from activity where host_unit_id = ${unitIds.economy} and removed_at is null and daterange(starts_on, ends_on, '[]') && '[2022-03-01,2022-03-02)'::daterange
      order by starts_on desc, id limit 500`.execute(database.kysely)
    return rows
  })
  app.post('/api/activity.record', async (incoming, reply) => {
    const body = incoming.body as { id: string; name: string; startsOn: string; narrative: string }
    await sql`
      insert into activity (id, host_unit_id, kind, name, starts_on, ends_on, campaign, narrative, recorded_by, search_key)
      values (${body.id}, ${unitIds.office}, 'sport', ${body.name}, ${body.startsOn}, ${body.startsOn}, 'exercise', ${body.narrative}, 'Minh Họa', 'hoi thao')`.execute(
      database.kysely,
    )
    return reply.send({ id: body.id })
  })
  return app
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'chuyenvien', password: 'minh-hoa-son-la' }),
  })
  if (!answer.ok) throw new Error(`cannot sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

type Side = { readonly url: string; readonly cookie: string; readonly shot: Shot }
type Measured = { readonly perSecond: number; readonly times: readonly number[] }

/** The two in turn, round by round, so that a slow moment of the machine meets both. */
async function compare(what: string, shots: number, ours: Side, bare: Side): Promise<void> {
  await fire(ours, 20)
  await fire(bare, 20)
  const runs: { ours: Measured; bare: Measured }[] = []
  for (let round = 0; round < rounds; round++) runs.push({ ours: await fire(ours, shots), bare: await fire(bare, shots) })
  const ratio = median(runs.map(run => run.ours.perSecond / run.bare.perSecond))
  console.log(`  ${what}`)
  console.log(`    ours  ${line(runs.map(run => run.ours))}`)
  console.log(`    bare  ${line(runs.map(run => run.bare))}`)
  console.log(`    ours/bare, requests per second, median of rounds: ${ratio.toFixed(2)}`)
}

function line(runs: readonly Measured[]): string {
  const times = runs.flatMap(run => run.times).toSorted((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  return `${median(runs.map(run => run.perSecond)).toFixed(0)}/s, p50/p95/p99 ${at(0.5)}/${at(0.95)}/${at(0.99)} ms`
}

async function fire({ url, cookie, shot }: Side, shots: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let left = shots
  const startedAt = performance.now()
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const sentAt = performance.now()
      await ask(new URL(shot.path, url), shot, cookie, agent)
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const perSecond = (shots / (performance.now() - startedAt)) * 1000
  agent.destroy()
  return { perSecond, times }
}

function ask(url: URL, shot: Shot, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: shot.method, agent, headers: { cookie, 'content-type': 'application/json' } }, answer => {
      answer.resume()
      answer.on('end', () => ((answer.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`${url.pathname}: ${answer.statusCode}`))))
    })
    outgoing.on('error', reject)
    if (shot.method === 'POST') outgoing.write(JSON.stringify(shot.body()))
    outgoing.end()
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
