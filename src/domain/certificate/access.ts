import type { Right } from '../account/access.ts'

export const certificateRights = {
  /** Names are on them: only those whose duty the season of the commune is. */
  'certificate.print': { roles: ['officer', 'unitHead', 'clerk', 'leader'], reach: 'own' },
} as const satisfies Record<string, Right>
