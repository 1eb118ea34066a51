import { dayInVietnam } from '#domain/calendar/plain-date.ts'
import { hourInVietnam, isDigestDue } from '#domain/notice/digest.ts'
import type { NoticeKind } from '#domain/notice/notice.ts'
import { findAccountWithGrants } from '../account/account.store.ts'
import { openContext, systemNow } from '../context.ts'
import { listUnitsBelow } from '../org/org.store.ts'
import { listUnsentRequestIds } from '../request/due.queries.ts'
import { todayAt } from '../today/today.queries.ts'
import type { World } from '../world.ts'
import { type Letter, toLetter } from './digest-text.ts'
import { type Correspondent, claimDigest, listCorrespondents, updateDigest } from './mail.store.ts'
import { noticesOf } from './notice.actions.ts'
import { openPost, type Post, type PostSettings } from './post.ts'

/** What came of one morning's letters. */
export type DigestRun = { readonly sent: number; readonly nothingToSay: number; readonly failed: number; readonly notDue: number }

/** One letter to each who wants one and has something waiting; what fails is kept and tried again later. `isEarly`: whatever the hour. */
export async function sendDigests(world: World, settings: PostSettings, { isEarly }: { readonly isEarly: boolean }): Promise<DigestRun> {
  const post = await openPost(settings)
  const run = { sent: 0, nothingToSay: 0, failed: 0, notDue: 0 }
  try {
    for (const one of await listCorrespondents(world.database.kysely)) run[await sendOne(world, post, { one, isEarly })] += 1
  } finally {
    post.close()
  }
  return run
}

async function sendOne(
  world: World,
  post: Post,
  { one, isEarly }: { readonly one: Correspondent; readonly isEarly: boolean },
): Promise<keyof DigestRun> {
  const { kysely } = world.database
  const now = systemNow()
  const today = dayInVietnam(now)
  if (!isDigestDue(one.last, { today, hour: isEarly ? 24 : hourInVietnam(now), now })) return 'notDue'
  const day = { accountId: one.accountId, onDay: today, at: now }
  if (!(await claimDigest(kysely, day))) return 'notDue'
  const letter = await letterTo(world, one.accountId)
  const fault = letter && (await faultOf(() => post.send(one.address, letter)))
  const outcome = letter === null ? 'nothingToSay' : fault === '' ? 'sent' : 'failed'
  await updateDigest(kysely, { ...day, outcome, fault: fault ?? '' })
  return outcome
}

/** What was told aloud and not read yet is looked through this far for reminders. */
const remindersLooked = 100

/** Everything that waits for the person, wherever they hold a role. */
async function letterTo(world: World, accountId: string): Promise<Letter | null> {
  const { kysely } = world.database
  const ctx = openContext(world, { accountId, fullName: '', grants: [] }, kysely)
  const found = await findAccountWithGrants(kysely, accountId, ctx.today)
  if (!found) return null
  const { account, grants } = found
  const below = new Set<string>()
  for (const { unitId, withSubtree } of grants)
    for (const each of withSubtree ? await listUnitsBelow(kysely, unitId, ctx.today) : [unitId]) below.add(each)
  const own = { ...ctx, actor: { accountId, fullName: account.fullName, grants } }
  const view = await todayAt(own, [...below], [...new Set(grants.flatMap(grant => grant.unitPath))])
  const told = await noticesOf(own, { limit: remindersLooked, isLoud: true, unreadOnly: true })
  const unsent = await listUnsentRequestIds(own)
  const unanswered = new Set([...view.late, ...view.open].map(({ id }) => id))
  const stillOwed: Partial<Record<NoticeKind, ReadonlySet<string>>> = { figuresReminded: unsent, reminded: unanswered }
  const reminders = told.filter(({ kind, subjectId }) => stillOwed[kind]?.has(subjectId))
  return toLetter({ ...view, reminders }, { on: ctx.today, address: world.address })
}

/** What the server said, without the address: it is shown to the administrator. Empty: it was taken. */
async function faultOf(send: () => Promise<void>): Promise<string> {
  try {
    await send()
    return ''
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return faultWords[code] ?? `máy chủ thư không nhận (${code || 'không rõ'})`
  }
}

const faultWords: Readonly<Record<string, string>> = {
  ECONNECTION: 'không nối được máy chủ thư',
  ECONNREFUSED: 'không nối được máy chủ thư',
  ESOCKET: 'không nối được máy chủ thư',
  ETIMEDOUT: 'máy chủ thư không trả lời',
  EDNS: 'không tìm thấy máy chủ thư',
  EAUTH: 'máy chủ thư không nhận tên, mật khẩu',
  EENVELOPE: 'máy chủ thư không nhận địa chỉ này',
}

const lookEveryMs = 60_000

/** Looks every minute whether a letter is due; a look that fails is no concern of anyone at work. */
export function watchDigests(world: World, settings: PostSettings | null): { end(): void } {
  if (settings === null) return { end: () => undefined }
  let isBusy = false
  const look = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    await sendDigests(world, settings, { isEarly: false }).catch(() => undefined)
    isBusy = false
  }
  const timer = setInterval(() => void look(), lookEveryMs).unref()
  return { end: () => clearInterval(timer) }
}
