import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#domain/kit/canonical.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

export type AuditSubject = {
  readonly kind: string
  readonly id: string
  readonly unitId: string | null
  /** The rows written, where they are not the subject itself: a task of a plan, a number of people of a unit. */
  readonly recordIds?: readonly string[]
}
export type AuditChange = { readonly before?: unknown; readonly after?: unknown }

/**
 * Who did what, when, to what, from which state to which: inside the transaction that does it, chained by hash to
 * the entry before. The head row is locked, so entries are written one after the other.
 */
export async function insertAuditEntry(ctx: Context, command: string, subject: AuditSubject, change: AuditChange): Promise<void> {
  await insertAuditEntries(ctx, [{ command, subject, change }])
}

export type ToldAct = { readonly command: string; readonly subject: AuditSubject; readonly change: AuditChange }

/** The same of many acts at once, in their order. */
export async function insertAuditEntries(ctx: Context, acts: readonly ToldAct[]): Promise<void> {
  if (acts.length === 0) return
  let head: { readonly seq: number; readonly hash: string } = await ctx.tx
    .selectFrom('auditHead')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  const entries = acts.map(({ command, subject, change }) => {
    const entry = {
      seq: head.seq + 1,
      at: ctx.now,
      actorId: ctx.actor.accountId,
      actorName: ctx.actor.fullName,
      command,
      subjectKind: subject.kind,
      subjectId: subject.id,
      recordIds: [...(subject.recordIds ?? [subject.id])],
      unitId: subject.unitId,
      before: change.before ?? null,
      after: change.after ?? null,
      previousHash: head.hash,
    }
    head = { seq: entry.seq, hash: hashOf(entry) }
    return { ...entry, before: toJson(entry.before), after: toJson(entry.after), hash: head.hash }
  })
  await ctx.tx
    .with('entry', tx => tx.insertInto('auditEntry').values(entries))
    .updateTable('auditHead')
    .set(head)
    .execute()
}

export type AuditEntry = {
  readonly seq: number
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly command: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly recordIds: readonly string[]
  readonly unitId: string | null
  readonly before: unknown
  readonly after: unknown
  readonly previousHash: string
}

/** The hash of an entry binds everything it says and the entry before it. */
export function hashOf(entry: AuditEntry): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex')
}

const pageSize = 1000

export type ChainVerdict =
  | { readonly isWhole: true; readonly entries: number }
  | { readonly isWhole: false; readonly brokenAt: number; readonly reason: string }

/** Walks the chain from its first link; names the first that does not follow from the one before. */
export async function verifyChain(tx: Db): Promise<ChainVerdict> {
  let previous = { seq: 0, hash: '' }
  for (;;) {
    const rows = await tx.selectFrom('auditEntry').selectAll().where('seq', '>', previous.seq).orderBy('seq').limit(pageSize).execute()
    for (const { hash, ...entry } of rows) {
      if (entry.seq !== previous.seq + 1) return broken(previous.seq + 1, 'thiếu mắt xích')
      if (entry.previousHash !== previous.hash) return broken(entry.seq, 'không nối với mắt xích trước')
      if (hashOf(entry) !== hash) return broken(entry.seq, 'nội dung đã bị sửa')
      previous = { seq: entry.seq, hash }
    }
    if (rows.length < pageSize) break
  }
  const head = await tx.selectFrom('auditHead').selectAll().executeTakeFirstOrThrow()
  if (head.seq !== previous.seq || head.hash !== previous.hash) return broken(previous.seq + 1, 'mắt xích cuối bị mất')
  return { isWhole: true, entries: previous.seq }
}

function broken(brokenAt: number, reason: string): ChainVerdict {
  return { isWhole: false, brokenAt, reason }
}

/** How many things were ever done here. */
export async function countAuditEntries(tx: Db): Promise<number> {
  return (await tx.selectFrom('auditHead').select('seq').executeTakeFirstOrThrow()).seq
}

/** The trail of one unit or subject, newest first. */
export async function listAuditEntries(
  tx: Db,
  filter: { readonly unitIds: readonly string[]; readonly subjectId?: string | undefined; readonly before?: number | undefined },
): Promise<(AuditEntry & { hash: string })[]> {
  let query = tx
    .selectFrom('auditEntry')
    .selectAll()
    .where('unitId', 'in', [...filter.unitIds])
  if (filter.subjectId !== undefined) query = query.where('subjectId', '=', filter.subjectId)
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  return query.orderBy('seq', 'desc').limit(100).execute()
}

/** The latest entry that wrote each record: who last entered or changed it, and when. */
export async function listLastEntries(
  tx: Db,
  recordIds: readonly string[],
): Promise<Map<string, { readonly actorName: string; readonly at: string }>> {
  if (recordIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('auditEntry')
    .select(['recordIds', 'actorName', 'at'])
    .where(sql<boolean>`record_ids && ${[...recordIds]}::text[]`)
    .orderBy('seq')
    .execute()
  return new Map(rows.flatMap(({ recordIds: written, ...entry }) => written.map(id => [id, entry] as const)))
}
