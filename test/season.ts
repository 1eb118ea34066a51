import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { AreaEvent, AreaRecord } from '#domain/season/area.ts'
import type { Candidate } from '#domain/season/candidate.ts'
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

type Told = AreaEvent extends infer Each ? (Each extends AreaEvent ? Omit<Each, 'sequence' | 'byName' | 'at' | 'on'> : never) : never

/** Events one after another, each on its day. */
export function events(...told: readonly (Told & { readonly on: PlainDate })[]): AreaEvent[] {
  return told.map((event, at) => ({ ...event, sequence: at + 1, byName: 'Lò Thị Minh Họa', at: '2022-11-20T03:00:00.000Z' }))
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
    households: 60,
    ...changes,
    candidates,
  }
}
