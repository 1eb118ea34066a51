import { type Right, roles } from '../account/access.ts'

/** Counts for all who hold a role at or above a place. Names behind them only for who may list the register there. */
export const meritRights = {
  'merit.figures': { roles, reach: 'own' },
  'merit.rows': { roles, reach: 'own' },
} as const satisfies Record<string, Right>
