import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ok } from '#domain/kit/result.ts'
import type { Database, DatabaseTarget, Db } from '#server/db/connect.ts'
import { inTransaction } from '#server/db/transaction.ts'
import { toJson } from '#server/db/values.ts'

// Entries of the audit trail, each bound to the one before: whatever is lost, doubled or half written shows.

/** Commits one entry and answers with its number. */
export async function writeEntry(database: Database): Promise<number> {
  const result = await inTransaction(database, async tx => {
    const head = await tx.selectFrom('auditHead').selectAll().forUpdate().executeTakeFirstOrThrow()
    const seq = head.seq + 1
    const hash = hashOf(seq, head.hash)
    const who = { actorName: 'Lò Thị Mai', command: 'plan.save', subjectKind: 'plan', subjectId: String(seq), recordIds: [] }
    const after = toJson({ narrative: 'Tổ chức hội thi '.repeat(20) })
    await tx
      .insertInto('auditEntry')
      .values({ ...who, seq, at: '2022-06-15T00:00:00.000Z', after, previousHash: head.hash, hash })
      .execute()
    await tx.updateTable('auditHead').set({ seq, hash }).execute()
    return ok(seq)
  })
  if (!result.ok) throw new Error('no rule refuses an entry')
  return result.value
}

/** How many entries there are, after every link was found whole, by the table and by its index alike. */
export async function countWholeEntries(db: Db): Promise<number> {
  const rows = await db.selectFrom('auditEntry').select(['seq', 'previousHash', 'hash', 'after']).orderBy('seq').execute()
  let previous = ''
  for (const [i, row] of rows.entries()) {
    const isWhole = row.seq === i + 1 && row.previousHash === previous && row.hash === hashOf(row.seq, previous) && row.after !== null
    if (!isWhole) throw new Error(`entry ${i + 1} is damaged`)
    previous = row.hash
  }
  const head = await db.selectFrom('auditHead').selectAll().executeTakeFirstOrThrow()
  if (head.seq !== rows.length || head.hash !== previous) throw new Error(`the head says ${head.seq}, there are ${rows.length}`)
  const byIndex = await sql<{
    count: number
  }>`select count(*) as count from audit_entry where hash = any(${rows.map(row => row.hash)})`.execute(db)
  if (byIndex.rows[0]?.count !== rows.length) throw new Error('table and index disagree')
  return rows.length
}

function hashOf(seq: number, previous: string): string {
  return createHash('sha256').update(`${previous} ${seq}`).digest('hex')
}

export type LastingTarget = Exclude<DatabaseTarget, { kind: 'memory' }>

/** What a writer writes to; `out-of-the-box` is PGlite as it ships, for comparison. */
export type WriterTarget = LastingTarget | { readonly kind: 'out-of-the-box'; readonly folder: string }

/** A process that writes entries until it is killed. */
export type Writer = {
  readonly process: ChildProcess
  /** The number of the first entry it was told is safe; without bound before there is one. */
  first(): number
  /** The number of the last entry it was told is safe; 0 before there is one. */
  last(): number
  /** Waits for so many acknowledgements; fails if the process ends before. */
  after(count: number): Promise<void>
  kill(): Promise<void>
}

export function startWriter(target: WriterTarget): Writer {
  const child = fork(join(import.meta.dirname, 'writer.ts'), [JSON.stringify(target)])
  const ended = once(child, 'exit')
  const acknowledged: number[] = []
  child.on('message', seq => acknowledged.push(Number(seq)))
  return {
    process: child,
    first: () => acknowledged[0] ?? Number.POSITIVE_INFINITY,
    last: () => acknowledged.at(-1) ?? 0,
    after: count =>
      new Promise((resolve, reject) => {
        child.on('message', () => acknowledged.length >= count && resolve())
        child.once('exit', code => reject(new Error(`the writer ended by itself (${code})`)))
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
