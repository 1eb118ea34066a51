import { type Selectable, sql } from 'kysely'
import type { Grant, Role } from '#domain/account/access.ts'
import type { Attempts } from '#domain/account/sign-in.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'
import type { AccountGrantTable, UserAccountTable } from '../db/schema.ts'
import { findUnitPath, pathOfUnit } from '../org/org.store.ts'

/** Someone who may sign in. */
export type Account = {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly mustChangePassword: boolean
  readonly isDisabled: boolean
}

/** A role as it was given: without the path of its unit, which depends on the day. */
export type GivenRole = Omit<Grant, 'unitPath'> & { readonly id: string; readonly accountId: string }

/** How the library that checks passwords names the way of signing in; it looks the credential up by this name. */
const passwordProvider = 'credential'

export async function findAccount(tx: Db, id: string): Promise<Account | undefined> {
  const row = await tx.selectFrom('userAccount').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAccount(row)
}

/** An account with its roles, oldest first, and the paths of their units on a day: asked before every request, so in one go. */
export async function findAccountWithGrants(tx: Db, id: string, on: PlainDate): Promise<{ account: Account; grants: Grant[] } | undefined> {
  const rows = await tx
    .selectFrom('userAccount')
    .leftJoin('accountGrant', 'accountGrant.accountId', 'userAccount.id')
    .select(['userAccount.id', 'username', 'fullName', 'mustChangePassword', 'disabledAt', 'role', 'unitId', 'withSubtree'])
    .select(pathOfUnit(sql.ref('accountGrant.unitId'), on).as('unitPath'))
    .where('userAccount.id', '=', id)
    .orderBy('grantedAt')
    .orderBy('accountGrant.id')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const grants = rows.flatMap(({ role, unitId, withSubtree, unitPath }) =>
    role === null || unitId === null || withSubtree === null ? [] : [{ role: role as Role, unitId, withSubtree, unitPath }],
  )
  return { account: toAccount(first), grants }
}

/** Two administrators may act at once: lock, then check. */
export async function lockAccount(tx: Db, id: string): Promise<Account | undefined> {
  const row = await tx.selectFrom('userAccount').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toAccount(row)
}

export async function hasAccounts(tx: Db): Promise<boolean> {
  return (await tx.selectFrom('userAccount').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Everyone who holds a role at one of these units, with all the roles they hold. */
export async function listAccountsAt(tx: Db, unitIds: readonly string[]): Promise<{ account: Account; grants: GivenRole[] }[]> {
  const holders = tx
    .selectFrom('accountGrant')
    .select('accountId')
    .where('unitId', 'in', [...unitIds])
  const rows = await tx.selectFrom('userAccount').selectAll().where('id', 'in', holders).orderBy('username').execute()
  const grants = await tx.selectFrom('accountGrant').selectAll().where('accountId', 'in', holders).orderBy('grantedAt').execute()
  return rows.map(row => ({ account: toAccount(row), grants: grants.filter(grant => grant.accountId === row.id).map(toGivenRole) }))
}

/** The roles of an account, oldest first. */
export async function listRolesOf(tx: Db, accountId: string): Promise<GivenRole[]> {
  const rows = await tx
    .selectFrom('accountGrant')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('grantedAt')
    .orderBy('id')
    .execute()
  return rows.map(toGivenRole)
}

export async function findRole(tx: Db, id: string): Promise<GivenRole | undefined> {
  const row = await tx.selectFrom('accountGrant').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toGivenRole(row)
}

/** Who administers what, among accounts in use. Locked, so that two administrators cannot remove each other at once. */
export async function lockAdminRoles(tx: Db): Promise<GivenRole[]> {
  const rows = await tx
    .selectFrom('accountGrant')
    .innerJoin('userAccount', 'userAccount.id', 'accountGrant.accountId')
    .selectAll('accountGrant')
    .where('role', '=', 'admin')
    .where('disabledAt', 'is', null)
    .orderBy('accountGrant.id')
    .forUpdate()
    .execute()
  return rows.map(toGivenRole)
}

/** Roles with the paths of their units on a day. */
export async function withPaths(tx: Db, roles: readonly GivenRole[], on: PlainDate): Promise<Grant[]> {
  const grants: Grant[] = []
  for (const { role, unitId, withSubtree } of roles) {
    grants.push({ role, unitId, withSubtree, unitPath: await findUnitPath(tx, unitId, on) })
  }
  return grants
}

export type NewAccount = {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly createdAt: string
}

/** False when the name is taken. */
export async function insertAccount(tx: Db, account: NewAccount): Promise<boolean> {
  const { id, username, fullName, passwordHash, mustChangePassword, createdAt } = account
  const times = { createdAt, updatedAt: createdAt }
  const added = await tx
    .insertInto('userAccount')
    .values({ id, username, fullName, mustChangePassword, ...times })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  await tx
    .insertInto('credential')
    .values({ id, userId: id, providerId: passwordProvider, accountId: id, password: passwordHash, ...times })
    .execute()
  return true
}

/** False when the account has that role at the unit already. */
export async function insertRole(tx: Db, role: GivenRole, grantedAt: string): Promise<boolean> {
  const added = await tx
    .insertInto('accountGrant')
    .values({ ...role, grantedAt })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows !== 0n
}

export async function deleteRole(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('accountGrant').where('id', '=', id).execute()
}

/** Out of use from now on, signed out everywhere. */
export async function updateAccountDisabled(tx: Db, id: string, at: string): Promise<void> {
  await tx.updateTable('userAccount').set({ disabledAt: at, updatedAt: at }).where('id', '=', id).execute()
  await deleteSessionsOf(tx, id)
}

/** A first password again, signed out everywhere. */
export async function updateFirstPassword(tx: Db, id: string, { hash, at }: { readonly hash: string; readonly at: string }): Promise<void> {
  await tx.updateTable('credential').set({ password: hash, updatedAt: at }).where('userId', '=', id).execute()
  await tx.updateTable('userAccount').set({ mustChangePassword: true, updatedAt: at }).where('id', '=', id).execute()
  await deleteSessionsOf(tx, id)
}

export async function updatePasswordChanged(tx: Db, id: string, at: string): Promise<void> {
  await tx.updateTable('userAccount').set({ mustChangePassword: false, updatedAt: at }).where('id', '=', id).execute()
}

export async function deleteSessionsOf(tx: Db, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('userId', '=', accountId).execute()
}

/** The row is made first, so that two tries at once take turns even the first time. */
export async function lockAttempts(tx: Db, key: string, now: string): Promise<Attempts> {
  await tx
    .insertInto('signInAttempt')
    .values({ key, failures: 0, lastAt: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return tx.selectFrom('signInAttempt').select(['failures', 'lastAt']).where('key', '=', key).forUpdate().executeTakeFirstOrThrow()
}

export async function updateAttempts(tx: Db, key: string, attempts: Attempts): Promise<void> {
  await tx.updateTable('signInAttempt').set(attempts).where('key', '=', key).execute()
}

export async function deleteAttempts(tx: Db, key: string): Promise<void> {
  await tx.deleteFrom('signInAttempt').where('key', '=', key).execute()
}

/** What can no longer matter: sessions that ran out and tries of long ago. */
export async function deleteOutdated(tx: Db, before: string): Promise<void> {
  await tx.deleteFrom('session').where('expiresAt', '<', before).execute()
  await tx.deleteFrom('signInAttempt').where('lastAt', '<', before).execute()
}

type AccountRow = Omit<Selectable<UserAccountTable>, 'createdAt' | 'updatedAt'>

function toAccount({ id, username, fullName, mustChangePassword, disabledAt }: AccountRow): Account {
  return { id, username, fullName, mustChangePassword, isDisabled: disabledAt !== null }
}

function toGivenRole({ id, accountId, unitId, role, withSubtree }: Selectable<AccountGrantTable>): GivenRole {
  return { id, accountId, unitId, role: role as Role, withSubtree }
}
