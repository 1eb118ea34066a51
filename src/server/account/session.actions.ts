import type { SessionView } from '#contract/account.ts'
import type { RefusalCode } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { attemptLimits, isAcceptablePassword, tryOnce } from '#domain/account/sign-in.ts'
import { dayInVietnam, type PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { type Context, openContext, systemNow } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { listAddresses, saveAddress } from '../notice/mail.store.ts'
import type { World } from '../world.ts'
import {
  deleteAttempts,
  deleteSessionsOf,
  findAccountWithGrants,
  lockAttempts,
  updateAttempts,
  updatePasswordChanged,
} from './account.store.ts'
import type { Auth, Cookies } from './auth.ts'

/** Someone at work: who they are, what they may, and whether a first password must be changed before anything else. */
export type SignedIn = {
  readonly actor: Actor
  readonly username: string
  readonly mustChangePassword: boolean
  readonly homeUnitId: string | null
}

/** What a session command works with, besides its body. */
export type Door = { readonly world: World; readonly auth: Auth }
export type SignInRequest = { readonly username: string; readonly password: string; readonly address: string }

/** A try counts before the password is looked at, so that many at once do not slip through; success takes it back. */
export async function signIn({ world, auth }: Door, request: SignInRequest): Promise<Result<SignedIn & { cookies: Cookies }, RefusalCode>> {
  const username = request.username.trim().toLowerCase().slice(0, 100)
  const counted = await countTry(world, username, request.address)
  if (!counted.ok) return counted
  const session = await auth.signIn(username, request.password)
  if (!session) return refuse('account.wrong-password')
  const person = await findSignedIn(world, session.accountId)
  if (!person) {
    await endSessions(world, session.accountId)
    return refuse('account.disabled')
  }
  return asPerson(world, person, async ctx => {
    await forgiveTry(ctx, username, request.address)
    await record(ctx, 'account.signIn', person)
    return ok({ ...person, cookies: session.cookies })
  })
}

/** Null: not signed in, the session ran out or was ended, or the account is out of use. */
export async function findSession({ world, auth }: Door, cookie: string): Promise<(SignedIn & { cookies: Cookies }) | null> {
  const session = await auth.find(cookie)
  const person = session && (await findSignedIn(world, session.accountId))
  return person && { ...person, cookies: session.cookies }
}

export async function signOut({ world, auth }: Door, person: SignedIn, cookie: string): Promise<Cookies> {
  const cookies = await auth.signOut(cookie)
  await asPerson(world, person, ctx => record(ctx, 'account.signOut', person))
  return cookies
}

export async function signOutEverywhere({ world, auth }: Door, person: SignedIn, cookie: string): Promise<Cookies> {
  await asPerson(world, person, async ctx => {
    await deleteSessionsOf(ctx.tx, ctx.actor.accountId)
    return record(ctx, 'account.signOutEverywhere', person)
  })
  return auth.signOut(cookie)
}

/** Whoever knows the session but not the password is held up like a stranger; all other sessions end. */
export async function changePassword(
  { world, auth }: Door,
  person: SignedIn,
  request: { readonly cookie: string; readonly current: string; readonly next: string; readonly address: string },
): Promise<Result<Cookies, RefusalCode>> {
  const { cookie, current, next, address } = request
  if (!isAcceptablePassword(next)) return refuse('account.weak-password')
  if (next === current) return refuse('account.same-password')
  const counted = await countTry(world, person.username, address)
  if (!counted.ok) return counted
  const cookies = await auth.changePassword(cookie, { current, next })
  if (!cookies) return refuse('account.wrong-password')
  return asPerson(world, person, async ctx => {
    await forgiveTry(ctx, person.username, address)
    await updatePasswordChanged(ctx.tx, ctx.actor.accountId, ctx.now)
    await record(ctx, 'account.changePassword', person)
    return ok(cookies)
  })
}

export async function findMyEmail({ world }: Door, { actor }: SignedIn): Promise<string> {
  return (await listAddresses(world.database.kysely, [actor.accountId])).get(actor.accountId) ?? ''
}

/** Where one's own letters go; the address itself is nobody's business and stays out of the trail. */
export async function setMyEmail({ world }: Door, person: SignedIn, email: string): Promise<void> {
  await asPerson(world, person, async ctx => {
    await saveAddress(ctx.tx, ctx.actor.accountId, email)
    return record(ctx, 'account.setEmail', person)
  })
}

export function toSessionView(world: World, { actor, username, mustChangePassword, homeUnitId }: SignedIn): SessionView {
  return { actor, username, mustChangePassword, homeUnitId, today: todayOf(world), isDemonstration: world.workingDay !== null }
}

async function findSignedIn(world: World, accountId: string): Promise<SignedIn | null> {
  const found = await findAccountWithGrants(world.database.kysely, accountId, todayOf(world))
  if (!found || found.account.isDisabled) return null
  const { account, grants } = found
  const { username, fullName, mustChangePassword } = account
  return { actor: { accountId, fullName, grants }, username, mustChangePassword, homeUnitId: grants[0]?.unitId ?? null }
}

async function countTry({ database }: World, username: string, address: string): Promise<Result<undefined, 'account.too-many-attempts'>> {
  const now = systemNow()
  return inTransaction(database, async tx => {
    for (const [key, limit] of [
      [accountKey(username), attemptLimits.account],
      [addressKey(address), attemptLimits.address],
    ] as const) {
      const counted = tryOnce(await lockAttempts(tx, key, now), limit, now)
      if (!counted.ok) return counted
      await updateAttempts(tx, key, counted.value)
    }
    return ok()
  })
}

async function forgiveTry(ctx: Context, username: string, address: string): Promise<void> {
  await deleteAttempts(ctx.tx, accountKey(username))
  const attempts = await lockAttempts(ctx.tx, addressKey(address), ctx.now)
  await updateAttempts(ctx.tx, addressKey(address), { ...attempts, failures: Math.max(0, attempts.failures - 1) })
}

const accountKey = (username: string): string => `account:${username}`
const addressKey = (address: string): string => `address:${address}`

async function endSessions({ database }: World, accountId: string): Promise<void> {
  await inTransaction(database, async tx => {
    await deleteSessionsOf(tx, accountId)
    return ok()
  })
}

/** What people do to their own session needs no right, only themselves. */
async function asPerson<Value>(
  world: World,
  { actor }: SignedIn,
  act: (ctx: Context) => Promise<Result<Value, RefusalCode>>,
): Promise<Result<Value, RefusalCode>> {
  return inTransaction(world.database, tx => act(openContext(world, actor, tx)))
}

async function record(ctx: Context, command: string, person: SignedIn): Promise<Result<undefined, RefusalCode>> {
  await insertAuditEntry(ctx, command, { kind: 'account', id: ctx.actor.accountId, unitId: person.homeUnitId }, {})
  return ok()
}

function todayOf(world: World): PlainDate {
  return world.workingDay ?? dayInVietnam(systemNow())
}
