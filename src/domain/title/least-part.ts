import type { Share } from './rule-book.ts'

/** How many it takes to reach a share of a whole: more than 50 % of 10 is 6, from 60 % of 45 is 27. */
export function leastPart({ percent, strictly }: Pick<Share, 'percent' | 'strictly'>, whole: number): number {
  return strictly ? Math.floor((percent * whole) / 100) + 1 : Math.ceil((percent * whole) / 100)
}
