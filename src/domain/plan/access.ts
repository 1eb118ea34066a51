import { type Right, readRight } from '../account/access.ts'

export const planRights = {
  'plan.list': readRight,
  'plan.one': readRight,
  'plan.units': readRight,
  'plan.forYear': readRight,
  'plan.add': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.addTarget': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.holdAgainst': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.recordOutcome': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.addTask': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.addTasks': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.copy': { roles: ['officer', 'unitHead'], reach: 'own' },
  'plan.amendTask': { roles: ['officer', 'unitHead'], reach: 'own' },
  /** Whoever owns the plan reminds those who owe it an answer. */
  'plan.remind': { roles: ['officer', 'unitHead'], reach: 'own' },
  /** The subject is the assigned unit, not the plan's owner: each unit answers for itself. */
  'plan.reportProgress': { roles: ['officer', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
