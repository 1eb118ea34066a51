import type { PlainDate } from '../calendar/plain-date.ts'
import { paragraphsOfReturn } from '../consolidation/gather.ts'
import type { Drafted } from './drafted.ts'
import { quotedParagraph } from './from-below.ts'
import type { ConsolidatedFacts } from './from-figures.ts'
import type { TakenOrigin } from './report.ts'

/** What the unit that reports handed in itself: the version that counts, and its words by the part of the form. */
export type OwnReturn = {
  readonly unitName: string
  readonly version: number
  readonly on: PlainDate
  readonly parts: Readonly<Record<string, string>>
}

/** The lines of one part of the unit's own return, a paragraph each, every number in them quoted from it. */
export function ownParagraphs(key: string, part: string, facts: ConsolidatedFacts): Drafted[] {
  return ownOrigins(facts, part).map((from, i) => quotedParagraph(`${key}/own/${part}-${i + 1}`, `own:${part}:${i + 1}`, [from]))
}

/** Whence the words of its own return come: of one part, or of all. */
export function ownOrigins({ own, requestId, unitId }: ConsolidatedFacts, part?: string): TakenOrigin[] {
  if (!own) return []
  const { unitName, version, parts } = own
  return paragraphsOfReturn({ unitId, returnId: requestId, version, depth: 0, parts })
    .filter(({ partKey }) => part === undefined || partKey === part)
    .map(({ paragraphId, text }) => ({ requestId, unitId, unitName, version, paragraphId, text }))
}
