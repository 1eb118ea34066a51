import type { Right } from '../account/access.ts'

export const postedRights = {
  /** Beside the posting itself: its address, its photos, which opinions came from the page anybody may open. */
  'posted.one': { roles: ['officer', 'unitHead', 'leader'], reach: 'own' },
} as const satisfies Record<string, Right>
