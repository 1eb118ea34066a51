import { randomInt } from 'node:crypto'
import type { AccountView, FirstPassword } from '#contract/account.ts'
import type { Body, Params, RefusalCode, RightName } from '#contract/index.ts'
import { leavesNoAdmin } from '#domain/account/sign-in.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listAddresses, listLastDigests, saveAddress } from '../notice/mail.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import {
  type Account,
  deleteRole,
  findAccount,
  findRole,
  type GivenRole,
  insertAccount,
  insertRole,
  listAccountsAt,
  listRolesOf,
  lockAccount,
  lockAdminRoles,
  updateAccountDisabled,
  updateFirstPassword,
  withPaths,
} from './account.store.ts'
import { hashPassword } from './auth.ts'
import { authorise, listUnitsInReach, unknown } from './authorise.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function addAccount(ctx: Context, body: Body<'account.add'>): Reply<FirstPassword> {
  const denied = await authorise(ctx, 'account.add', body.unitId)
  if (denied) return denied
  const password = firstPassword()
  const added = await insertWithPassword(ctx, body, { password, mustChangePassword: true })
  return added.ok ? ok({ accountId: body.id, username: body.username, password }) : added
}

/** An account whose password is known beforehand: the demonstration prints it, and tests sign in with it. */
export async function addAccountWithPassword(ctx: Context, body: Body<'account.add'>, password: string): Reply<undefined> {
  const denied = await authorise(ctx, 'account.add', body.unitId)
  if (denied) return denied
  if (await findAccount(ctx.tx, body.id)) return ok() // a demonstration that was cut off is loaded again
  return insertWithPassword(ctx, body, { password, mustChangePassword: false })
}

export async function grantRole(ctx: Context, body: Body<'account.grant'>): Reply<undefined> {
  const denied = await authorise(ctx, 'account.grant', body.unitId)
  if (denied) return denied
  const account = await lockAccount(ctx.tx, body.accountId)
  if (!account) return refuse('account.unknown')
  const role: GivenRole = body
  const sentBefore = await findRole(ctx.tx, body.id)
  if (sentBefore) return isSame(sentBefore, role) ? ok() : refuse('account.already-granted') // a lost answer makes the browser send again
  if (!(await insertRole(ctx.tx, role, ctx.now))) return refuse('account.already-granted')
  await insertAuditEntry(ctx, 'account.grant', subjectOf(account, body.unitId), { after: role })
  return ok()
}

export async function withdrawRole(ctx: Context, body: Body<'account.withdrawGrant'>): Reply<undefined> {
  const denied = await authorise(ctx, 'account.withdrawGrant', body.unitId)
  if (denied) return denied
  const admins = await lockAdminRoles(ctx.tx)
  const role = await findRole(ctx.tx, body.id)
  if (role?.unitId !== body.unitId) return refuse('account.unknown-grant')
  const account = await lockAccount(ctx.tx, role.accountId)
  if (!account) return refuse('account.unknown')
  if (!account.isDisabled && (await areLast(ctx, admins, [role]))) return refuse('account.last-admin')
  await deleteRole(ctx.tx, role.id)
  await insertAuditEntry(ctx, 'account.withdrawGrant', subjectOf(account, role.unitId), { before: role })
  return ok()
}

export async function disableAccount(ctx: Context, body: Body<'account.disable'>): Reply<undefined> {
  const admins = await lockAdminRoles(ctx.tx)
  const found = await lockWithin(ctx, 'account.disable', body)
  if (!found.ok) return found
  const { account, roles } = found.value
  if (account.isDisabled) return ok()
  if (await areLast(ctx, admins, roles)) return refuse('account.last-admin')
  await updateAccountDisabled(ctx.tx, account.id, ctx.now)
  await insertAuditEntry(ctx, 'account.disable', subjectOf(account, body.unitId), {
    before: { isDisabled: false },
    after: { isDisabled: true, reason: body.reason },
  })
  return ok()
}

export async function resetPassword(ctx: Context, body: Body<'account.resetPassword'>): Reply<FirstPassword> {
  const found = await lockWithin(ctx, 'account.resetPassword', body)
  if (!found.ok) return found
  const { account } = found.value
  if (account.isDisabled) return refuse('account.disabled')
  const password = firstPassword()
  await updateFirstPassword(ctx.tx, account.id, { hash: await hashPassword(password), at: ctx.now })
  await insertAuditEntry(ctx, 'account.resetPassword', subjectOf(account, body.unitId), { after: { mustChangePassword: true } })
  return ok({ accountId: account.id, username: account.username, password })
}

/** Where the morning letter goes; an account closed or out of reach is not written to. */
export async function setEmail(ctx: Context, body: Body<'account.setEmail'>): Reply<undefined> {
  const found = await lockWithin(ctx, 'account.setEmail', body)
  if (!found.ok) return found
  await saveAddress(ctx.tx, body.accountId, body.email)
  await insertAuditEntry(ctx, 'account.setEmail', subjectOf(found.value.account, body.unitId), { after: { isWritten: body.email !== '' } })
  return ok()
}

export async function listAccountViews(ctx: Context, params: Params<'account.list'>): Reply<readonly AccountView[]> {
  const denied = await authorise(ctx, 'account.list', params.unitId)
  if (denied) return denied
  const found = await listAccountsAt(ctx.tx, await listUnitsInReach(ctx, 'account.list', params.unitId))
  const names = await listUnitNames(ctx.tx, [...new Set(found.flatMap(({ grants }) => grants.map(grant => grant.unitId)))], ctx.today)
  const addresses = await listAddresses(
    ctx.tx,
    found.map(({ account }) => account.id),
  )
  const digests = await listLastDigests(ctx.tx)
  return ok(
    found.map(({ account, grants }) => ({
      ...account,
      email: addresses.get(account.id) ?? '',
      mailFault: digests.get(account.id)?.fault ?? '',
      grants: grants.map(({ id, role, unitId, withSubtree }) => ({ id, role, unitId, withSubtree, unitName: names.get(unitId) ?? '' })),
    })),
  )
}

async function insertWithPassword(
  ctx: Context,
  body: Body<'account.add'>,
  { password, mustChangePassword }: { readonly password: string; readonly mustChangePassword: boolean },
): Reply<undefined> {
  const { id, username, fullName, unitId, role, withSubtree } = body
  const account = { id, username, fullName, mustChangePassword }
  const isNew = await insertAccount(ctx.tx, { ...account, passwordHash: await hashPassword(password), createdAt: ctx.now })
  if (!isNew) return refuse('account.name-taken')
  await insertRole(ctx.tx, { id, accountId: id, unitId, role, withSubtree }, ctx.now)
  await insertAuditEntry(ctx, 'account.add', { kind: 'account', id, unitId }, { after: { ...account, unitId, role, withSubtree } })
  return ok()
}

/** Who takes over or closes an account must administer every unit it has a role at, or a role given here would open the way up. */
async function lockWithin(
  ctx: Context,
  name: Extract<RightName, 'account.disable' | 'account.resetPassword' | 'account.setEmail'>,
  { accountId, unitId }: { readonly accountId: string; readonly unitId: string },
): Reply<{ readonly account: Account; readonly roles: readonly GivenRole[] }> {
  const denied = await authorise(ctx, name, unitId)
  if (denied) return denied
  const account = await lockAccount(ctx.tx, accountId)
  const roles = await listRolesOf(ctx.tx, accountId)
  if (!account || !roles.some(role => role.unitId === unitId)) return unknown(ctx, name, 'account.unknown')
  for (const role of roles) {
    const beyond: Refusal<RefusalCode> | undefined = await authorise(ctx, name, role.unitId)
    if (beyond) return beyond
  }
  return ok({ account, roles })
}

async function areLast(ctx: Context, admins: readonly GivenRole[], leaving: readonly GivenRole[]): Promise<boolean> {
  const others = admins.filter(admin => !leaving.some(role => role.id === admin.id))
  return leavesNoAdmin(await withPaths(ctx.tx, leaving, ctx.today), await withPaths(ctx.tx, others, ctx.today))
}

function isSame(a: GivenRole, b: GivenRole): boolean {
  return a.accountId === b.accountId && a.unitId === b.unitId && a.role === b.role && a.withSubtree === b.withSubtree
}

function subjectOf(account: Account, unitId: string) {
  return { kind: 'account', id: account.id, unitId }
}

const easyLetters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `k7wd-px3n-…`: told by phone or written down, 16 letters that are not mistaken for each other (79 bits). */
function firstPassword(): string {
  const letters = Array.from({ length: 16 }, () => easyLetters[randomInt(easyLetters.length)])
  return letters.join('').replace(/(.{4})(?!$)/gu, '$1-')
}
