import type { SeasonAreaView } from '#contract/season.ts'
import type { CountedCandidate, Measured, Votes } from '#domain/season/meeting.ts'

/** A line a meeting reads from the wall: a name, or the list as a whole, with its votes. Null: not voted on yet. */
export type WallLine = {
  readonly key: string
  readonly name: string
  readonly votes: Votes | null
  readonly consent: Measured | null
}

/** What is shown of a file: no grounds, no points, nobody who is not voted on here. */
type Shown = Pick<SeasonAreaView, 'gatherings' | 'count'> & {
  readonly candidates: readonly Pick<SeasonAreaView['candidates'][number], 'id' | 'headName'>[]
}

/** The list with its exceptions where every part of the meeting voted so; else household by household. */
export function wallLines({ gatherings, count, candidates }: Shown): WallLine[] {
  const names = new Map(candidates.map(({ id, headName }) => [id, headName]))
  const apart = new Set(gatherings.flatMap(({ exceptions }) => exceptions.map(({ candidateId }) => candidateId)))
  const isByList = gatherings.length > 0 && gatherings.every(({ list }) => list !== null)
  const together = isByList ? count.candidates.filter(({ candidateId }) => !apart.has(candidateId)) : []
  const [one] = together
  const each = isByList ? count.candidates.filter(({ candidateId }) => apart.has(candidateId)) : count.candidates
  const list = one && { ...one, key: 'list', name: `Cả danh sách, ${together.length} ${apart.size > 0 ? 'hộ còn lại' : 'hộ'}` }
  return [
    ...(list ? [toLine(list)] : []),
    ...each.map(row => toLine({ ...row, key: row.candidateId, name: names.get(row.candidateId) ?? '' })),
  ]
}

function toLine({ key, name, votes, consent }: CountedCandidate & Pick<WallLine, 'key' | 'name'>): WallLine {
  return { key, name, votes, consent }
}

/** As many as stay legible from the last row of a village hall. */
export const linesOnWall = 8

export function pagesOf(lines: readonly WallLine[]): number {
  return Math.max(1, Math.ceil(lines.length / linesOnWall))
}
