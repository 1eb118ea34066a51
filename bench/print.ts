import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { ok } from '#domain/kit/result.ts'
import { ensureSigningKey } from '#server/certificate/signing.ts'
import { openContext } from '#server/context.ts'
import type { Db } from '#server/db/connect.ts'
import { inTransaction } from '#server/db/transaction.ts'
import { openWorld } from '#server/world.ts'
import { fillRegister, id, key } from './figures.ts'

const certificates = Number(process.env['BENCH_CERTIFICATES'] ?? 250_000)
const villages = Math.max(1, Math.round(certificates / 125)) // 125 households in each
const seasonId = id('season', 0)
const decisionId = id('decision', 0)
const megabyte = 1e6
const ticks = 100 // of the processor's clock in a second, as Linux tells them

/**
 * All certificates of a season, as the terminal prints them: killed when a tenth is done, then once more to the end. What
 * was whole stays, and memory is that of one file, however many follow.
 */
export async function benchPrint(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  try {
    await fill(join(folder, 'data'))
    console.log(`\nPrinting ${certificates.toLocaleString('en')} certificates from the terminal, 200 to a file at most`)
    const out = join(folder, 'out')
    const cutOff = await print(folder, out, certificates / 10)
    const rest = await print(folder, out)
    const names = (await readdir(out)).filter(name => name.endsWith('.pdf'))
    const sizes = await Promise.all(names.map(async name => (await stat(join(out, name))).size))
    const size = sizes.reduce((sum, one) => sum + one, 0)
    say(`killed, ${cutOff.seen.toLocaleString('en')} printed`, cutOff)
    say(`gone on, ${String(rest.told['kept'])} kept, ${String(rest.told['printed'])} printed`, rest)
    console.log(`  on disk                ${names.length} files, ${Math.round(size / megabyte)} MB`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Cost = { readonly processor: number; readonly peak: number }
type Run = Cost & { readonly seconds: number; readonly seen: number; readonly told: Readonly<Record<string, unknown>> }

/** One process of the terminal; killed without a warning once it has told of so many. */
async function print(folder: string, out: string, killAfter = Number.POSITIVE_INFINITY): Promise<Run> {
  const program = join(import.meta.dirname, '../src/cli/main.ts')
  const start = performance.now()
  const child = spawn(process.execPath, [program, '--json', 'certificates', 'print', '--season', seasonId, '--out', out], {
    env: { ...process.env, NEP_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let seen = 0
  let cost: Cost = { processor: 0, peak: 0 }
  let tenths = 0
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => {
    seen = Number(/(\d+)\/\d+ giấy\s*$/u.exec(piece.toString())?.[1] ?? seen)
    cost = costOf(child) ?? cost
    if (seen >= killAfter) child.kill('SIGKILL')
    if (Math.floor((seen * 10) / certificates) === tenths) return
    tenths = Math.floor((seen * 10) / certificates)
    say(`  ${tenths}0 % there`, { seconds: (performance.now() - start) / 1000, ...cost })
  })
  await once(child, 'close')
  return { seconds: (performance.now() - start) / 1000, ...cost, seen, told: said === '' ? {} : (JSON.parse(said) as Run['told']) }
}

function say(what: string, { seconds, processor, peak }: Cost & { readonly seconds: number }): void {
  console.log(
    `  ${what.padEnd(36)} ${seconds.toFixed(0).padStart(5)} s   processor ${processor.toFixed(0).padStart(5)} s   peak ${peak} MB`,
  )
}

/** What a process has used so far, where the system tells: on a busy machine the processor says more than the clock. */
function costOf({ pid }: ChildProcess): Cost | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
      .slice(11, 13)
    return { peak: Math.round((Number(peak) * 1024) / megabyte), processor: (Number(user) + Number(system)) / ticks }
  } catch {
    return null
  }
}

/** One commune whose season was decided by one act. */
async function fill(folder: string): Promise<void> {
  const world = await openWorld({ folder, databaseUrl: null, address: 'https://nep.minhhoa.gov.vn' })
  try {
    const tx = world.database.kysely
    await fillRegister(tx, { communes: 1, households: certificates, villages })
    await fillSeason(tx)
    const nobody = { accountId: seasonId, fullName: 'Minh Họa', grants: [] }
    await inTransaction(world.database, within =>
      ensureSigningKey(openContext({ ...world, workingDay: plainDate('2022-12-05') }, nobody, within)).then(() => ok()),
    )
    await sql`vacuum (analyze)`.execute(tx)
  } finally {
    await world.database.close()
  }
}

async function fillSeason(tx: Db): Promise<void> {
  const communeId = id('commune', 0)
  const village = key('village', sql`i % ${villages}::integer`)
  const numbered = sql`generate_series(1, ${certificates}::integer) as i`
  await sql`insert into season (id, unit_id, honour, year, rule_book_id, opened_on, recorded_by)
    values (${seasonId}, ${communeId}, 'culturalFamily', 2022, 'GDVH.ND122', '2022-01-03', 'Minh Họa')`.execute(tx)
  await sql`insert into season_area (season_id, area_unit_id, state)
    select ${seasonId}::uuid, ${village}, 'submit' from generate_series(0, ${villages - 1}::integer) as i`.execute(tx)
  await sql`insert into number_series (unit_id, series, year, last_number) values (${communeId}, 'QĐ-UBND', 2022, 1)`.execute(tx)
  await sql`insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
    values (${id('document', 0)}, ${communeId}, 'outgoing', 'decision', '01/QĐ-UBND', '2022-12-05', 'Xã 0', 'Tặng danh hiệu', '(,)', '01')`.execute(
    tx,
  )
  await sql`insert into season_decision (id, season_id, issuer_unit_id, series, year, number, decided_on, document_id, signer_name, recognised, failed)
    values (${decisionId}, ${seasonId}, ${communeId}, 'QĐ-UBND', 2022, 1, '2022-12-05', ${id('document', 0)}, 'Cầm Văn Minh Họa', ${certificates}, 0)`.execute(
    tx,
  )
  await sql`insert into season_candidate (id, partition_id, season_id, honour, year, area_unit_id, household_id, head_name, registered_on, recorded_by, sort_key)
    select ${key('candidate', sql`i`)}, ${village}, ${seasonId}::uuid, 'culturalFamily', 2022, ${village}, ${key('household', sql`i`)}, 'Lò Văn Minh ' || i,
      '2022-01-15', 'Minh Họa', 'key ' || lpad(i::text, 7, '0') from ${numbered}`.execute(tx)
  await sql`insert into season_outcome (candidate_id, partition_id, decision_id, outcome, certificate_number)
    select ${key('candidate', sql`i`)}, ${village}, ${decisionId}::uuid, 'recognised', i from ${numbered}`.execute(tx)
}
