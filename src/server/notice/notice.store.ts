import { sql } from 'kysely'
import type { NoticeDetails, NoticeView } from '#contract/notice.ts'
import type { Role } from '#domain/account/access.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Listener, NoticeKind, SubjectKind } from '#domain/notice/notice.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

/** What is followed, and where it opens. */
export type Subject = { readonly kind: SubjectKind; readonly id: string; readonly insideId: string | null; readonly unitId: string }

/** Accounts in use that hold a role at one of these units or follow the thing, with those roles and what they chose. */
export async function listListeners(tx: Db, unitIds: readonly string[], { kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<Listener[]> {
  const rows = await tx
    .selectFrom('userAccount')
    .leftJoin('accountGrant', join =>
      join.onRef('accountGrant.accountId', '=', 'userAccount.id').on(sql<boolean>`account_grant.unit_id = any(${unitIds}::uuid[])`),
    )
    .leftJoin('follow', join =>
      join.onRef('follow.accountId', '=', 'userAccount.id').on('follow.subjectKind', '=', kind).on('follow.subjectId', '=', id),
    )
    .select(['userAccount.id', 'role', 'unitId', 'withSubtree', 'isFollowing'])
    .where('disabledAt', 'is', null)
    .where(where => where.or([where('accountGrant.id', 'is not', null), where('isFollowing', '=', true)]))
    .orderBy('userAccount.id')
    .execute()
  return [...Map.groupBy(rows, row => row.id)].map(([accountId, own]) => ({
    accountId,
    follows: own[0]?.isFollowing ?? null,
    roles: own.flatMap(({ role, unitId, withSubtree }) =>
      role === null || unitId === null || withSubtree === null ? [] : [{ role: role as Role, unitId, withSubtree }],
    ),
  }))
}

export type NewNotice = {
  readonly id: string
  readonly accountId: string
  readonly kind: NoticeKind
  readonly isLoud: boolean
  readonly subject: Subject
  readonly actorName: string
  readonly details: NoticeDetails
  readonly at: string
  readonly on: PlainDate
}

/** What was told before of the same kind and thing, quietly and not yet looked at, gives way to the newest. */
export async function insertNotices(tx: Db, notices: readonly NewNotice[]): Promise<void> {
  const [first] = notices
  if (!first) return
  const quietly = notices.filter(notice => !notice.isLoud).map(notice => notice.accountId)
  await tx
    .deleteFrom('notice')
    .where('kind', '=', first.kind)
    .where('subjectId', '=', first.subject.id)
    .where('isLoud', '=', false)
    .where('readAt', 'is', null)
    .where(sql<boolean>`account_id = any(${quietly}::uuid[])`)
    .execute()
  const rows = notices.map(({ subject, details, on, ...notice }) => ({
    ...notice,
    subjectKind: subject.kind,
    subjectId: subject.id,
    insideId: subject.insideId,
    unitId: subject.unitId,
    details: toJson(details),
    onDay: on,
  }))
  await tx.insertInto('notice').values(rows).execute()
}

type NoticeRow = Omit<NoticeView, 'unitName'> & { readonly unitId: string }

/** The newest of a person; those not read yet come first where asked for alone. */
export async function listNotices(
  tx: Db,
  accountId: string,
  which: { readonly limit: number; readonly isLoud?: boolean; readonly unreadOnly?: boolean },
): Promise<NoticeRow[]> {
  let query = tx.selectFrom('notice').selectAll().where('accountId', '=', accountId)
  if (which.isLoud !== undefined) query = query.where('isLoud', '=', which.isLoud)
  if (which.unreadOnly) query = query.where('readAt', 'is', null)
  const rows = await query.orderBy('at', 'desc').orderBy('id').limit(which.limit).execute()
  return rows.map(({ accountId: _, kind, subjectKind, details, onDay, ...row }) => ({
    ...row,
    kind: kind as NoticeKind,
    subjectKind: subjectKind as SubjectKind,
    details: details as NoticeDetails,
    on: onDay,
  }))
}

/** Told aloud and not read yet. */
export async function countUnread(tx: Db, accountId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('notice')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('accountId', '=', accountId)
    .where('isLoud', '=', true)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** One's own only, whoever else's id is sent; all of them when none is named. */
export async function updateRead(tx: Db, accountId: string, ids: readonly string[] | null, at: string): Promise<void> {
  let query = tx.updateTable('notice').set({ readAt: at }).where('accountId', '=', accountId).where('readAt', 'is', null)
  if (ids !== null) query = query.where(sql<boolean>`id = any(${ids}::uuid[])`)
  await query.execute()
}

/** What the person chose; null when nothing. */
export async function findFollow(tx: Db, accountId: string, { kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<boolean | null> {
  const row = await tx
    .selectFrom('follow')
    .select('isFollowing')
    .where('accountId', '=', accountId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .executeTakeFirst()
  return row?.isFollowing ?? null
}

type Choice = Pick<Subject, 'kind' | 'id'> & { readonly accountId: string; readonly since: string }

export async function saveFollow(tx: Db, { kind, id, accountId, since }: Choice, isFollowing: boolean): Promise<void> {
  await tx
    .insertInto('follow')
    .values({ accountId, subjectKind: kind, subjectId: id, isFollowing, since })
    .onConflict(conflict => conflict.columns(['accountId', 'subjectKind', 'subjectId']).doUpdateSet({ isFollowing, since }))
    .execute()
}

/** Followed by what one did, unless one left it before. The command line has no account and follows nothing. */
export async function followByDoing(tx: Db, { kind, id, accountId, since }: Choice): Promise<void> {
  await tx
    .insertInto('follow')
    .columns(['accountId', 'subjectKind', 'subjectId', 'isFollowing', 'since'])
    .expression(
      tx
        .selectFrom('userAccount')
        .select([
          'id',
          sql<string>`${kind}::text`.as('subjectKind'),
          sql<string>`${id}::uuid`.as('subjectId'),
          sql<boolean>`true`.as('isFollowing'),
          sql<string>`${since}::timestamptz`.as('since'),
        ])
        .where('id', '=', accountId),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Units that were reminded of a task on a day. */
export async function listReminded(tx: Db, taskId: string, on: PlainDate): Promise<{ readonly id: string; readonly unitId: string }[]> {
  return tx.selectFrom('taskReminder').select(['id', 'unitId']).where('taskId', '=', taskId).where('onDay', '=', on).execute()
}

export type NewReminder = {
  readonly id: string
  readonly taskId: string
  readonly unitId: string
  readonly onDay: PlainDate
  readonly words: string
  readonly byName: string
  readonly at: string
}

export async function insertReminders(tx: Db, reminders: readonly NewReminder[]): Promise<void> {
  await tx
    .insertInto('taskReminder')
    .values([...reminders])
    .execute()
}
