import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { DigestDay } from '#domain/notice/digest.ts'
import type { Db } from '../db/connect.ts'

/** Somebody in use who told where letters go, with what came of the last one. */
export type Correspondent = {
  readonly accountId: string
  readonly username: string
  readonly address: string
  readonly last: DigestDay | undefined
}

export async function listCorrespondents(tx: Db): Promise<Correspondent[]> {
  const rows = await tx
    .selectFrom('mailAddress')
    .innerJoin('userAccount', 'userAccount.id', 'mailAddress.accountId')
    .select(['mailAddress.accountId', 'username', 'address'])
    .where('disabledAt', 'is', null)
    .orderBy('username')
    .execute()
  const last = await listLastDigests(tx)
  return rows.map(row => ({ ...row, last: last.get(row.accountId) }))
}

type LastDigest = DigestDay & { readonly fault: string }

/** The newest of each person. */
export async function listLastDigests(tx: Db): Promise<Map<string, LastDigest>> {
  const rows = await tx.selectFrom('digest').distinctOn('accountId').selectAll().orderBy('accountId').orderBy('onDay', 'desc').execute()
  return new Map(rows.map(({ accountId, outcome, ...row }) => [accountId, { ...row, outcome: outcome as DigestDay['outcome'] }]))
}

export type DigestOutcome = {
  readonly accountId: string
  readonly onDay: PlainDate
  readonly outcome: DigestDay['outcome']
  readonly fault: string
  readonly at: string
}

/** False when the letter of the day is somebody's already: two processes that wake at once send one. */
export async function claimDigest(tx: Db, { accountId, onDay, at }: Pick<DigestOutcome, 'accountId' | 'onDay' | 'at'>): Promise<boolean> {
  const claimed = await tx
    .insertInto('digest')
    .values({ accountId, onDay, outcome: 'sending', tries: 1, fault: 'chưa rõ đã gửi được chưa', at })
    .onConflict(conflict =>
      conflict
        .columns(['accountId', 'onDay'])
        .doUpdateSet({ outcome: 'sending', tries: sql<number>`digest.tries + 1`, at })
        .where('digest.outcome', '=', 'failed'),
    )
    .executeTakeFirst()
  return claimed.numInsertedOrUpdatedRows !== 0n
}

export async function updateDigest(tx: Db, { accountId, onDay, outcome, fault, at }: DigestOutcome): Promise<void> {
  await tx.updateTable('digest').set({ outcome, fault, at }).where('accountId', '=', accountId).where('onDay', '=', onDay).execute()
}

/** Where letters go, by account. */
export async function listAddresses(tx: Db, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('mailAddress').selectAll().where(sql<boolean>`account_id = any(${accountIds}::uuid[])`).execute()
  return new Map(rows.map(row => [row.accountId, row.address]))
}

/** Empty: no letters any more. */
export async function saveAddress(tx: Db, accountId: string, address: string): Promise<void> {
  if (address === '') {
    await tx.deleteFrom('mailAddress').where('accountId', '=', accountId).execute()
    return
  }
  await tx
    .insertInto('mailAddress')
    .values({ accountId, address })
    .onConflict(conflict => conflict.column('accountId').doUpdateSet({ address }))
    .execute()
}
