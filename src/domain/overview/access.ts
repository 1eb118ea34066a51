import { type Right, readRight } from '../account/access.ts'

/** Counts and the rows behind them: only of the units whose records the person reads. */
export const overviewRights = {
  'overview.one': readRight,
  'overview.tasks': readRight,
  'overview.activities': readRight,
  'overview.documents': readRight,
} as const satisfies Record<string, Right>
