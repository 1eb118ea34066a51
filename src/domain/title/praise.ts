import type { PraiseRule } from './rule-book.ts'
import type { TieRule } from './score-sheet.ts'

/** Who has all the years and was proposed, with the votes of the meeting. */
export type PraiseCandidate = { readonly id: string; readonly votes: number; readonly points: number | null }

/** Who is praised, who is not, and between whom equal votes leave it open; each list in the order of votes. */
export type Praised = {
  readonly places: number
  readonly chosen: readonly string[]
  readonly left: readonly string[]
  /** Tied over the last places, with no rule of the province to tell them apart. */
  readonly undecided: readonly string[]
}

/**
 * 122/2018/NĐ-CP: when more are proposed than 15 % of all who have the years, the most votes win. A part of a place is none;
 * what happens at equal votes the text does not say, so the province does, or nobody.
 */
export function withinCap(
  candidates: readonly PraiseCandidate[],
  {
    withAllYears,
    taken = 0,
    rule,
    tieRule,
  }: {
    readonly withAllYears: number
    /** Praised for these years by an earlier act. */
    readonly taken?: number
    readonly rule: PraiseRule
    readonly tieRule: TieRule | null
  },
): Praised {
  const places = Math.max(0, Math.floor((withAllYears * rule.capPercent.value) / 100) - taken)
  const byVotes = candidates.toSorted((a, b) => b.votes - a.votes || compareIds(a, b))
  const lastIn = byVotes[places - 1]
  const firstOut = byVotes[places]
  if (!firstOut) return { places, chosen: ids(byVotes), left: [], undecided: [] }
  if (!lastIn || lastIn.votes > firstOut.votes)
    return { places, chosen: ids(byVotes.slice(0, places)), left: ids(byVotes.slice(places)), undecided: [] }
  const above = byVotes.filter(({ votes }) => votes > lastIn.votes)
  const tied = byVotes.filter(({ votes }) => votes === lastIn.votes)
  const below = byVotes.filter(({ votes }) => votes < lastIn.votes)
  const { chosen, left, undecided } = untie(tied, places - above.length, tieRule)
  return { places, chosen: ids([...above, ...chosen]), left: ids([...left, ...below]), undecided: ids(undecided) }
}

type Untied = Readonly<Record<'chosen' | 'left' | 'undecided', readonly PraiseCandidate[]>>

function untie(tied: readonly PraiseCandidate[], free: number, tieRule: TieRule | null): Untied {
  if (tieRule === 'noneOfThem') return { chosen: [], left: tied, undecided: [] }
  if (tieRule === null || tied.some(({ points }) => points === null)) return { chosen: [], left: [], undecided: tied }
  const points = tied.map(one => one.points ?? 0).toSorted((a, b) => b - a)
  const edge = points[free - 1] ?? 0
  const isEven = edge === points[free]
  return {
    chosen: tied.filter(one => (one.points ?? 0) > edge || (!isEven && one.points === edge)),
    left: tied.filter(one => (one.points ?? 0) < edge),
    undecided: isEven ? tied.filter(one => one.points === edge) : [],
  }
}

function ids(candidates: readonly PraiseCandidate[]): string[] {
  return candidates.map(({ id }) => id)
}

function compareIds(a: PraiseCandidate, b: PraiseCandidate): number {
  return a.id < b.id ? -1 : 1
}
