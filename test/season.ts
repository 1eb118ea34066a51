import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { AreaEvent, AreaRecord } from '#domain/season/area.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import type { GroundsReview } from '#domain/season/grounds.ts'
import type { Gathering } from '#domain/season/meeting.ts'

// A season of one invented village, as rules see it.

export function aCandidate(id: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    id,
    seasonId: 'season',
    areaUnitId: 'area',
    subjectKind: 'household',
    subjectId: `household-${id}`,
    partitionId: 'area',
    headName: `Lò Văn ${id}`,
    address: 'Bản Trên',
    poverty: 'none',
    registeredOn: plainDate('2022-01-10'),
    withdrawal: null,
    ...changes,
  }
}

export function aGathering(changes: Partial<Gathering> = {}): Gathering {
  return {
    id: 'gathering',
    seasonId: 'season',
    areaUnitId: 'area',
    sitting: 1,
    heldOn: plainDate('2022-11-20'),
    place: 'Nhà văn hóa bản',
    startClock: null,
    endClock: null,
    form: 'whole',
    way: 'hands',
    convened: 50,
    present: 40,
    absent: [],
    list: { for: 40, against: 0, other: 0 },
    exceptions: [],
    proceedings: '',
    ...changes,
  }
}

type Told = AreaEvent extends infer Each
  ? Each extends AreaEvent
    ? Omit<Each, 'sequence' | 'byName' | 'byAccountId' | 'at' | 'on'>
    : never
  : never

/** Events one after another, each on its day; told by one account where no other is named. */
export function events(...told: readonly (Told & { readonly on: PlainDate; readonly byAccountId?: string })[]): AreaEvent[] {
  const by = { byName: 'Lò Thị Minh Họa', byAccountId: 'head' }
  return told.map((event, at) => ({ ...by, ...event, sequence: at + 1, at: '2022-11-20T03:00:00.000Z' }))
}

/** Somebody looked for grounds of exclusion when the year of merit was over. */
export function aLook(candidates: readonly Candidate[], upTo = '2022-12-31'): GroundsReview {
  const candidateIds = candidates.map(({ id }) => id)
  return {
    id: 'look',
    areaUnitId: 'area',
    upTo: plainDate(upTo),
    candidateIds,
    byName: 'Vì Thị Rà Soát',
    at: '2022-12-31T03:00:00.000Z',
  }
}

export function anArea(changes: Partial<AreaRecord> = {}): AreaRecord {
  const candidates = changes.candidates ?? [aCandidate('a'), aCandidate('b')]
  const everybody = new Set(candidates.map(({ id }) => id))
  return {
    areaUnitId: 'area',
    events: [],
    gatherings: [aGathering()],
    opinions: [],
    selfAssessed: everybody,
    scored: everybody,
    groundsReview: aLook(candidates),
    households: 60,
    ...changes,
    candidates,
  }
}
