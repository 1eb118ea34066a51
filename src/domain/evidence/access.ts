import type { Right } from '../account/access.ts'

/** The subject is the unit of what the evidence belongs to. Who may read the owner may open its evidence: no right of its own. */
export const evidenceRights = {
  'evidence.attach': { roles: ['officer', 'unitHead'], reach: 'own' },
  'evidence.detach': { roles: ['officer', 'unitHead'], reach: 'own' },
} as const satisfies Record<string, Right>
