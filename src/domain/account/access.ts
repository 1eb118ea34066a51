/** What a user does here. Quản trị, lãnh đạo, trưởng đơn vị, chuyên viên, văn thư, xem. */
export const roles = ['admin', 'leader', 'unitHead', 'officer', 'clerk', 'viewer'] as const
export type Role = (typeof roles)[number]

/** A role held at a unit, there only or in its whole subtree. */
export type Grant = {
  readonly role: Role
  readonly unitId: string
  readonly withSubtree: boolean
  /** From the unit up to the top, as of today. */
  readonly unitPath: readonly string[]
}

export type Actor = { readonly accountId: string; readonly fullName: string; readonly grants: readonly Grant[] }

/** What a command is about: whose unit, as a path from the unit up to the top, and in which state when it has one. */
export type Subject = { readonly unitPath: readonly string[]; readonly state?: string }

/**
 * One row of the rights table: who may, and in which states of the subject.
 * own: a role at the unit or with a subtree that holds it. upward: any role at the unit, above it, or below it: what
 * superiors plan and issue is read by those who carry it out.
 */
export type Right = { readonly roles: readonly Role[]; readonly states?: readonly string[]; readonly reach: 'own' | 'upward' }

export function may(actor: Actor, right: Right, subject: Subject): boolean {
  if (right.states && (subject.state === undefined || !right.states.includes(subject.state))) return false
  return actor.grants.some(grant => right.roles.includes(grant.role) && reaches(grant, right.reach, subject.unitPath))
}

/** Why not: the role is missing here, or the subject is not in a state for it. Undefined when it is allowed. */
export function whyNot(actor: Actor, right: Right, subject: Subject): 'account.not-allowed' | 'account.wrong-state' | undefined {
  if (may(actor, right, subject)) return undefined
  const { roles: allowed, reach } = right
  return may(actor, { roles: allowed, reach }, subject) ? 'account.wrong-state' : 'account.not-allowed'
}

function reaches(grant: Grant, reach: Right['reach'], unitPath: readonly string[]): boolean {
  const [unitId] = unitPath
  if (unitId === undefined) return false
  if (grant.unitId === unitId || (grant.withSubtree && unitPath.includes(grant.unitId))) return true
  return reach === 'upward' && grant.unitPath.includes(unitId)
}

const everyone = roles

/** Read what a unit has recorded: those above it with its subtree, those in it and below it. */
export const readRight: Right = { roles: everyone, reach: 'upward' }

export const accountRights = {
  'account.list': { roles: ['admin'], reach: 'own' },
  'account.add': { roles: ['admin'], reach: 'own' },
  'account.grant': { roles: ['admin'], reach: 'own' },
  'account.withdrawGrant': { roles: ['admin'], reach: 'own' },
  'account.disable': { roles: ['admin'], reach: 'own' },
  'account.resetPassword': { roles: ['admin'], reach: 'own' },
  'account.setEmail': { roles: ['admin'], reach: 'own' },
  'audit.list': { roles: ['admin', 'leader'], reach: 'own' },
} as const satisfies Record<string, Right>
