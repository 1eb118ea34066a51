import type { Votes } from '#domain/season/meeting.ts'
import type { Cells } from './points.ts'

export const voteKinds = ['for', 'against', 'other'] as const satisfies readonly (keyof Votes)[]
export const voteWords: Record<keyof Votes, string> = { for: 'Đồng ý', against: 'Không đồng ý', other: 'Ý kiến khác' }

type Typed = { readonly [Which in keyof Votes]: number | null }

/** Who writes how many agreed and leaves the rest empty means nobody disagreed. */
export function wholeVotes({ for: agreed, against, other }: Typed): { for: number | null; against: number; other: number } {
  return { for: agreed, against: against ?? 0, other: other ?? 0 }
}

/** Households with ballots of their own, as typed; a row left empty goes with the list. What is no number is refused, not guessed. */
export function ballotsOf(cells: Cells): ({ readonly candidateId: string } & ReturnType<typeof wholeVotes>)[] {
  return Object.entries(cells).flatMap(([candidateId, row]) => {
    if (voteKinds.every(kind => (row[kind] ?? '').trim() === '')) return []
    const [agreed, against, other] = voteKinds.map(kind => readCount(row[kind]))
    return [{ candidateId, ...wholeVotes({ for: agreed ?? null, against: against ?? null, other: other ?? null }) }]
  })
}

function readCount(text = ''): number | null {
  const clean = text.trim()
  return clean === '' ? null : Number(clean)
}
