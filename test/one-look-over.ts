import { plainDate } from '#domain/calendar/plain-date.ts'
import type { AreaFacts, ConsideredHousehold, HeldGathering } from '#domain/signal/area-facts.ts'

// A village as a supervisor sees it: nothing about it asks for a look until a test changes something.

export function aHousehold(at: number, changes: Partial<ConsideredHousehold> = {}): ConsideredHousehold {
  const passes = at % 5 !== 0
  return {
    householdId: `household-${at}`,
    headName: `Lò Văn Minh Họa ${at}`,
    passes,
    passedBefore: at % 4 !== 0,
    points: { a: 18 - (at % 7), b: 19 - (at % 3), c: 20 - (at % 4), d: 20 - (at % 2), e: 17 - (at % 5) },
    ...changes,
  }
}

export function households(count: number, changes: Partial<ConsideredHousehold> = {}): ConsideredHousehold[] {
  return Array.from({ length: count }, (_, at) => aHousehold(at, changes))
}

export function aHeldGathering(changes: Partial<HeldGathering> = {}): HeldGathering {
  return {
    way: 'hands',
    isDoorToDoor: false,
    present: 120,
    households: 140,
    isUnanimous: false,
    minutes: 150,
    absent: [],
    proceedings: '',
    ...changes,
  }
}

export function aVillage(changes: Partial<AreaFacts> = {}): AreaFacts {
  return {
    areaUnitId: 'area',
    areaName: 'Bản Trên',
    households: 150,
    considered: households(140),
    gatherings: [aHeldGathering()],
    postedUntil: plainDate('2024-11-10'),
    decidedOn: plainDate('2024-11-11'),
    ...changes,
  }
}
