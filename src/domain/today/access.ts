import { type Right, readRight } from '../account/access.ts'

/** Asked at the unit looked at; what waits there is decided by the rights to the acts themselves. */
export const todayRights = {
  'today.one': readRight,
  /** The pages of those who sign, as the signature itself: whoever may not sign is shown none. */
  'today.signing': readRight,
} as const satisfies Record<string, Right>
