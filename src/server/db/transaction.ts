import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Result } from '#domain/kit/result.ts'
import type { Database, Db } from './connect.ts'
import { codeOf } from './fault.ts'

const attempts = 5
const serializationFailure = '40001'
const deadlock = '40P01'
const uniqueViolation = '23505'

/**
 * One command, one transaction, one verdict: kept when the work answers `ok`, undone when it refuses or throws.
 * Runs at READ COMMITTED: lock the row a rule is about, then read and check. Work that lost a deadlock, or wrote what
 * somebody else wrote at the same instant, is run again from the start and then finds what is there; so it must not
 * reach outside the transaction.
 */
export async function inTransaction<T, C extends string>(
  database: Database,
  work: (tx: Db) => Promise<Result<T, C>>,
): Promise<Result<T, C>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(database.kysely, work)
    } catch (error) {
      if (attempt === attempts || !isWorthRetrying(error)) throw error
      await pause(attempt * 10 * (1 + Math.random()))
    }
  }
}

async function attemptOnce<T, C extends string>(db: Db, work: (tx: Db) => Promise<Result<T, C>>): Promise<Result<T, C>> {
  if (db.isTransaction) return insideAnother(db, work)
  const tx = await db.startTransaction().execute()
  try {
    const result = await work(tx)
    if (result.ok) {
      await settle(tx)
      await tx.commit().execute()
    } else {
      await tx.rollback().execute()
    }
    return result
  } catch (error) {
    await undo(() => tx.rollback().execute(), tx.isCommitted || tx.isRolledBack)
    throw error
  }
}

/** A test runs whole commands inside a transaction that it rolls back. */
async function insideAnother<T, C extends string>(db: Db, work: (tx: Db) => Promise<Result<T, C>>): Promise<Result<T, C>> {
  const back = () => sql`rollback to savepoint command`.execute(db)
  await sql`savepoint command`.execute(db)
  try {
    const result = await work(db)
    await (result.ok ? settle(db) : back())
    await sql`release savepoint command`.execute(db)
    return result
  } catch (error) {
    await undo(back, false)
    throw error
  }
}

/** COMMIT after a swallowed error would silently roll back. This fails then, and checks what was deferred while it can be told apart. */
async function settle(tx: Db): Promise<void> {
  await sql`set constraints all immediate`.execute(tx)
}

/** The first error is the one that matters; a connection that is gone has undone everything by itself. */
async function undo(rollBack: () => Promise<unknown>, isOver: boolean): Promise<void> {
  if (!isOver) await rollBack().catch(() => {})
}

function isWorthRetrying(error: unknown): boolean {
  const code = codeOf(error)
  return code === serializationFailure || code === deadlock || code === uniqueViolation
}
