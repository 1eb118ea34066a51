import { type Right, roles } from '../account/access.ts'

/** Figures are counts: whoever holds a role at or above a unit sees them, nobody beside it. */
export const consolidationRights = {
  'figure.table': { roles, reach: 'own' },
  'figure.explain': { roles, reach: 'own' },
  'figure.series': { roles, reach: 'own' },
  'figure.compare': { roles, reach: 'own' },
  'figure.gathered': { roles, reach: 'own' },
  'figure.changes': { roles, reach: 'own' },
  'figure.checks': { roles, reach: 'own' },
  /** What changed below after it was taken is the duty of whoever accepts. */
  'figure.sinceTaken': { roles: ['officer', 'leader'], reach: 'own' },
  'figure.acknowledge': { roles: ['officer', 'leader'], reach: 'own' },
  /** Asked at the unit whose sums they are. */
  'figure.keepFlag': { roles: ['officer', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
