import type { Value } from '#domain/indicator/value.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { wordsOf } from './words.ts'

// What the invented units tell ("dữ liệu minh họa"), by a rule from their codes: the same on every machine, a little more by year's end.

export type Half = 'H1' | 'Y'
export type Counts = Readonly<Record<string, number>>
type Fault = (counts: Counts) => Counts

/** What comes wrong in practice, one unit each: nothing of it is put right on the way. */
export const faults: readonly Fault[] = [
  counts => ({ ...counts, 'family.registered': (counts['family.total'] ?? 0) + 40 }),
  counts => ({ ...counts, 'family.recognised': (counts['family.registered'] ?? 0) + 25 }),
  counts => ({ ...counts, 'area.recognised': (counts['area.total'] ?? 0) + 3 }),
  counts => ({ ...counts, 'family.total': (counts['family.total'] ?? 0) * 10 }),
]

export const plain: Fault = counts => counts

/** Any number from a code, spread evenly (FNV-1a): a share of it decides what its unit counts. */
export function seedOf(code: string): number {
  let seed = 2_166_136_261
  for (const letter of code) seed = Math.imul(seed ^ letter.charCodeAt(0), 16_777_619) >>> 0
  return seed
}

const between = (seed: number, low: number, high: number): number => low + (seed % (high - low + 1))

/** The households and the people of a village. */
export function countsOfVillage(code: string, half: Half): Counts {
  const seed = seedOf(code)
  const total = between(seed, 75, 165) + (half === 'Y' ? seed % 3 : 0)
  const place = seedOf(code.split('-')[1] ?? '') // places differ more than the villages of one
  const registered = Math.floor((total * (between(place, 82, 95) + (seed % 5))) / 100)
  const population = Math.floor((total * between(seed >>> 5, 400, 465)) / 100)
  return {
    'family.total': total,
    'family.registered': registered,
    'family.recognised': Math.floor(
      (registered * (between(place >>> 7, 68, 92) + between(seed >>> 7, 0, 6) - (half === 'Y' ? 0 : 7))) / 100,
    ),
    'population.total': population,
    'exercise.people': Math.floor((population * between(seed >>> 9, 28, 41)) / 100),
  }
}

/** One village in a hundred guesses how many take exercise, and says so. */
export function villageTold(code: string, half: Half): ReturnContent {
  const counts = countsOfVillage(code, half)
  const isGuess = seedOf(code) % 100 === 7
  const told = contentOf(counts)
  const guessed = Math.round((counts['exercise.people'] ?? 0) / 10) * 10
  if (!isGuess) return told
  return { ...told, values: { ...told.values, 'exercise.people': { quality: 'estimated', qualifier: 'khoảng', count: guessed } } }
}

/** What a commune tells: the sum of its villages, and what only it counts. */
export function communeTold(
  { code, villages, half }: { readonly code: string; readonly villages: readonly string[]; readonly half: Half },
  fault: Fault = plain,
): ReturnContent {
  const seed = seedOf(code)
  const areas = villages.length
  const part = (low: number, high: number, shift: number): number => Math.floor((areas * between(seed >>> shift, low, high)) / 100)
  const offices = between(seed >>> 2, 6, 14)
  const conventions = part(6, 20, 11)
  const budget = between(seed >>> 13, 60, 180) * 1_000_000
  const given = between(seed >>> 15, 5, 60) * 1_000_000
  const counts = {
    ...sum(villages.map(village => countsOfVillage(village, half))),
    'area.total': areas,
    'area.registered': areas,
    'area.recognised': part(56, 82, 3),
    'office.total': offices,
    'office.registered': offices,
    'office.recognised': offices - (seed % 3),
    'house.areas': part(78, 96, 5),
    'house.areas.standard': part(41, 70, 7),
    'troupe.count': areas + (seed % 9),
    'club.sport': between(seed >>> 9, 3, 18),
    'convention.submitted': conventions,
    'convention.recognised': conventions - (seed % 2 && conventions > 0 ? 1 : 0),
    'activity.dissemination.events': between(seed >>> 4, 4, 21),
    'activity.festival.events': between(seed >>> 6, 1, 6),
    'activity.sport.events': between(seed >>> 8, 2, 9),
    'money.total': budget + given,
    'money.budget': budget,
    'money.gifts': given,
    'money.other': 0,
  }
  return contentOf(fault(counts), wordsOf(seed))
}

/** A district lets its sums stand as they come, and writes what it sees across its communes. */
export function districtTold(code: string): ReturnContent {
  return contentOf({}, wordsOf(3 * seedOf(code)))
}

/** The figures of an agency: its own recognition, and what it did. */
export function agencyTold(code: string): ReturnContent {
  const seed = seedOf(code)
  const isFirst = seed % 5 === 0
  return contentOf({
    'office.total': 1,
    'office.registered': 1,
    'office.registered.first': isFirst ? 1 : 0,
    'office.registered.again': isFirst ? 0 : 1,
    'office.recognised': seed % 7 === 0 ? 0 : 1,
    'activity.dissemination.events': 2 + (seed % 4),
    'activity.sport.events': 1 + (seed % 3),
  })
}

function sum(all: readonly Counts[]): Counts {
  const codes = Object.keys(all[0] ?? {})
  return Object.fromEntries(codes.map(code => [code, all.reduce((total, counts) => total + (counts[code] ?? 0), 0)]))
}

function contentOf(counts: Counts, parts: ReturnContent['parts'] = {}): ReturnContent {
  const values = Object.entries(counts).map(([code, count]): [string, Value] => [code, { quality: 'counted', count }])
  return { values: Object.fromEntries(values), printed: [], parts }
}
