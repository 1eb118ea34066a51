import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { unitIds } from '#server/demo/office.ts'
import { buildApp } from '#server/http/app.ts'
import { listVersionsWithCode } from '#server/org/org.store.ts'
import type { World } from '#server/world.ts'
import { day, openProvince, viewer } from './province.ts'

// What people wait for over HTTP, signed in, with rights, names, evidence, audit and durable commits. Beside it in the same
// run the floor: a bare server on the same database that only runs the statement the request is about, for anybody who asks.
// The budgets of the product are for BENCH_RECORDS=1000000 on two cores that do nothing else.

const records = Number(process.env['BENCH_RECORDS'] ?? 100_000)
const rounds = 3

type Shot = { readonly method: 'GET' | 'POST'; path(round: number): string; body(): unknown }
type Case = {
  readonly what: string
  readonly shot: Shot
  readonly username: string
  readonly perRound: number
  readonly atOnce: number
}

export async function benchHttp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const world = await openProvince(folder, records)
  const ours = await buildApp(world, {
    secret: randomUUID().repeat(2),
    idleHours: 1,
    webFolder: null,
    post: null,
    logFault: fault => console.error(fault),
  })
  const bare = bareServer(world)
  try {
    const [oursAt = '', bareAt = ''] = await Promise.all([ours, bare].map(app => app.listen({ host: '127.0.0.1', port: 0 })))
    console.log(`\nHTTP, ${records.toLocaleString('en')} activities, ${world.database.engine} engine, ${rounds} rounds`)
    for (const one of await casesOf(world))
      await compare(one, { url: oursAt, cookie: await signIn(oursAt, one.username) }, { url: bareAt, cookie: '' })
  } finally {
    await ours.close()
    await bare.close()
    await world.database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a person types before what they look for stands before them: a beginning, two words, a number, a name. */
const typed = ['hoi', 'giam sat', '1204/kh', 'tap huan chieng', 'lo van', 'bình xét văn hóa', 'xa muong', 'bao cao 2022', 'gi', 'dot 77']

async function casesOf({ database }: World): Promise<readonly Case[]> {
  const [province] = await listVersionsWithCode(database.kysely, ['14'])
  const provinceId = province?.unitId ?? ''
  return [
    {
      what: 'list of the 50 activities of a day (budget 50/150/300 ms)',
      shot: look(() => `/api/activity.list?unitId=${unitIds.economy}&from=${day.from}&until=${day.until}`),
      username: 'chuyenvien',
      perRound: 300,
      atOnce: 8,
    },
    {
      what: 'save of one activity (budget 100/300/500 ms)',
      shot: { method: 'POST', path: () => '/api/activity.record', body: anActivity },
      username: 'chuyenvien',
      perRound: 200,
      atOnce: 8,
    },
    {
      what: 'palette, the whole province (budget p95 300 ms)',
      shot: look(round => `/api/search.everywhere?unitId=${provinceId}&text=${encodeURIComponent(typed[round % typed.length] ?? '')}`),
      username: viewer,
      perRound: 40,
      atOnce: 1,
    },
    {
      what: 'overview of the whole province (aim 300 ms)',
      shot: look(() => `/api/overview.one?unitId=${provinceId}&year=2022&part=H1`),
      username: viewer,
      perRound: 10,
      atOnce: 1,
    },
  ]
}

function look(path: (round: number) => string): Shot {
  return { method: 'GET', path, body: () => null }
}

function anActivity(): unknown {
  return {
    id: randomUUID(),
    hostUnitId: unitIds.office,
    kind: 'sport',
    name: 'Hội thao (dữ liệu minh họa)',
    startsOn: day.from,
    endsOn: day.from,
    place: 'Sơn La',
    participants: null,
    money: [],
    campaign: 'exercise',
    taskIds: [],
    documentIds: [],
    narrative: 'Tổ chức hội thao',
  }
}

/** What the heart of each request costs with nothing round it: no session, rights, names, evidence or trail, one list for the palette. */
function bareServer({ database: { kysely } }: World): FastifyInstance {
  const app = fastify()
  app.get('/api/activity.list', async () => {
    const { rows } = await sql`
      select * from activity where host_unit_id = ${unitIds.economy} and removed_at is null
        and daterange(starts_on, ends_on, '[]') && daterange(${day.from}, ${day.until})
      order by starts_on desc, id limit 500`.execute(kysely)
    return rows
  })
  app.post('/api/activity.record', async (incoming, reply) => {
    const body = incoming.body as { id: string; name: string; startsOn: string; narrative: string }
    await sql`
      insert into activity (id, host_unit_id, kind, name, starts_on, ends_on, campaign, narrative, recorded_by, search_key)
      values (${body.id}, ${unitIds.office}, 'sport', ${body.name}, ${body.startsOn}, ${body.startsOn}, 'exercise', ${body.narrative}, 'Minh Họa', 'hoi thao')`.execute(
      kysely,
    )
    return reply.send({ id: body.id })
  })
  app.get('/api/search.everywhere', async incoming => {
    const { text } = incoming.query as { text: string }
    const { rows } = await sql`
      select id, name from activity where removed_at is null and search_key like '%' || search_key(${text}) || '%'
      order by starts_on desc, id limit 8`.execute(kysely)
    return rows
  })
  app.get('/api/overview.one', async () => {
    const { rows } = await sql`
      select date_trunc('month', starts_on) as month, kind, campaign, count(*), sum(participant_count) from activity
      where removed_at is null and starts_on >= '2021-01-01' and starts_on < '2023-01-01' group by 1, 2, 3`.execute(kysely)
    return rows
  })
  return app
}

async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'minh-hoa-son-la' }),
  })
  if (!answer.ok) throw new Error(`cannot sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

type Side = { readonly url: string; readonly cookie: string }
type Measured = { readonly perSecond: number; readonly times: readonly number[] }

/** The two in turn, round by round, so that a slow moment of the machine meets both. */
async function compare(one: Case, ours: Side, bare: Side): Promise<void> {
  const warmUp = { ...one, perRound: Math.min(20, one.perRound) }
  await fire(warmUp, ours)
  await fire(warmUp, bare)
  const runs: { ours: Measured; bare: Measured }[] = []
  for (let round = 0; round < rounds; round++) runs.push({ ours: await fire(one, ours), bare: await fire(one, bare) })
  const ratio = median(runs.map(run => run.ours.perSecond / run.bare.perSecond))
  console.log(`  ${one.what}, ${one.atOnce} at once`)
  console.log(`    ours  ${line(runs.map(run => run.ours))}`)
  console.log(`    bare  ${line(runs.map(run => run.bare))}`)
  console.log(`    ours/bare, requests per second, median of rounds: ${ratio.toFixed(2)}`)
}

function line(runs: readonly Measured[]): string {
  const times = runs.flatMap(run => run.times).toSorted((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  return `${median(runs.map(run => run.perSecond)).toFixed(0)}/s, p50/p95/p99 ${at(0.5)}/${at(0.95)}/${at(0.99)} ms`
}

async function fire({ shot, perRound, atOnce }: Case, { url, cookie }: Side): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let left = perRound
  const startedAt = performance.now()
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const outgoing = { method: shot.method, url: new URL(shot.path(left), url), body: shot.body() }
      const sentAt = performance.now()
      await ask(outgoing, cookie, agent)
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const perSecond = (perRound / (performance.now() - startedAt)) * 1000
  agent.destroy()
  return { perSecond, times }
}

type Outgoing = { readonly method: string; readonly url: URL; readonly body: unknown }

function ask({ method, url, body }: Outgoing, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: { cookie, 'content-type': 'application/json' } }, answer => {
      answer.resume()
      answer.on('end', () => ((answer.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`${url.pathname}: ${answer.statusCode}`))))
    })
    outgoing.on('error', reject)
    if (method === 'POST') outgoing.write(JSON.stringify(body))
    outgoing.end()
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
