import type { Grant, Right } from '../account/access.ts'
import { planRights } from '../plan/access.ts'
import { reportRights } from '../report/access.ts'
import { requestRights } from '../request/access.ts'

/** What can be followed. */
export const followKinds = ['report', 'task', 'document'] as const
export type FollowKind = (typeof followKinds)[number]
/** What people are told of besides: a request of figures is nobody's to follow, its owners are told. */
export type SubjectKind = FollowKind | 'request'

/** What people are told of. */
export const noticeKinds = [
  'assigned',
  'reminded',
  'taskAmended',
  'answered',
  'reportReturned',
  'reportSubmitted',
  'reportSignedOff',
  'reportMoved',
  'documentAmended',
  'figuresAsked',
  'figuresReminded',
  'figuresReturned',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What happened, to whom it matters by its units: each a path from the unit up to the top. */
export type Happening = {
  readonly kind: NoticeKind
  readonly actorId: string
  readonly unitPaths: readonly (readonly string[])[]
}

/** Somebody who may be told: the roles held on those paths, and whether they follow the thing, left it, or chose nothing. */
export type Listener = {
  readonly accountId: string
  readonly roles: readonly Pick<Grant, 'role' | 'unitId' | 'withSubtree'>[]
  readonly follows: boolean | null
}

/** One person told: aloud is counted at the bell, the rest is there to be looked at. */
export type Told = { readonly accountId: string; readonly isLoud: boolean }

/** Whose work it becomes, what those who follow hear, and whether those at work hear it only as long as they did not leave. */
type Hearing = { readonly work: Right | null; readonly isWorkLoud: boolean; readonly followers: 'aloud' | 'quietly' | 'not' }

const hearings: Record<NoticeKind, Hearing> = {
  assigned: { work: planRights['plan.reportProgress'], isWorkLoud: true, followers: 'not' },
  reminded: { work: planRights['plan.reportProgress'], isWorkLoud: true, followers: 'not' },
  taskAmended: { work: planRights['plan.reportProgress'], isWorkLoud: false, followers: 'quietly' },
  answered: { work: planRights['plan.amendTask'], isWorkLoud: false, followers: 'quietly' },
  reportReturned: { work: reportRights['report.edit'], isWorkLoud: true, followers: 'aloud' },
  reportSubmitted: { work: reportRights['report.signOff'], isWorkLoud: true, followers: 'quietly' },
  reportSignedOff: { work: reportRights['report.number'], isWorkLoud: true, followers: 'aloud' },
  reportMoved: { work: null, isWorkLoud: false, followers: 'quietly' },
  documentAmended: { work: null, isWorkLoud: false, followers: 'quietly' },
  figuresAsked: { work: requestRights['return.save'], isWorkLoud: true, followers: 'not' },
  figuresReminded: { work: requestRights['return.save'], isWorkLoud: true, followers: 'not' },
  figuresReturned: { work: requestRights['return.save'], isWorkLoud: true, followers: 'not' },
}

/**
 * Who is told of what. Work is told to those nearest to the unit who may do it, not to everyone above; it cannot be left.
 * Whoever acted is never told of it.
 */
export function toldOf({ kind, actorId, unitPaths }: Happening, listeners: readonly Listener[]): Told[] {
  const { work, isWorkLoud, followers } = hearings[kind]
  const others = listeners.filter(listener => listener.accountId !== actorId)
  const atWork = new Set(work === null ? [] : unitPaths.flatMap(path => nearest(path, work, listeners)))
  return others.flatMap(({ accountId, follows }) => {
    const byWork = atWork.has(accountId) && (isWorkLoud || follows !== false)
    const byFollowing = follows === true && followers !== 'not'
    if (!byWork && !byFollowing) return []
    return [{ accountId, isLoud: (byWork && isWorkLoud) || (byFollowing && followers === 'aloud') }]
  })
}

/** Those who may do it at the unit itself; when nobody is there, at the first unit above whose role reaches down. */
export function nearest(unitPath: readonly string[], right: Right, listeners: readonly Listener[]): string[] {
  for (const [height, unitId] of unitPath.entries()) {
    const here = listeners.filter(({ roles }) =>
      roles.some(held => held.unitId === unitId && right.roles.includes(held.role) && (height === 0 || held.withSubtree)),
    )
    if (here.length > 0) return here.map(({ accountId }) => accountId)
  }
  return []
}

export type NoticeRefusal = 'notice.reminded-today' | 'notice.nothing-owed' | 'notice.no-such-thing'
