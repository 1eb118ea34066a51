import { plainDate } from '#domain/calendar/plain-date.ts'
import type { AreaFacts, ConsideredHousehold, HeldGathering } from '#domain/signal/area-facts.ts'
import { between, oneOf, type Random, wholeBetween } from './random.ts'
import { aName, honestMinutes } from './spoken-minutes.ts'

// Honest seasons of invented communes. The edges of what is assumed of honest work are within: some villages stand on them.

export const honestKinds = ['mixed', 'homogeneous', 'alike', 'hamlets', 'edge'] as const
/** Đủ loại hộ · gần như hộ nào cũng tốt · hộ giống nhau thật · bản nhỏ · mọi điều ở đúng mép của điều giả định. */
export type HonestKind = (typeof honestKinds)[number]

type Nature = {
  readonly areas: readonly [number, number]
  readonly size: readonly [number, number]
  /** Of all households, how many are recognised. */
  readonly share: readonly [number, number]
  /** How often a household loses points on a line of its own accord. */
  readonly losing: readonly [number, number]
  /** How many of those who failed a year ago have mended since. */
  readonly risen: readonly [number, number]
  /** How much more readily those who fail stay away from the meeting. */
  readonly odds: readonly [number, number]
  /** How often everybody agrees on everything: with a show of hands, by secret ballot. */
  readonly agreeing: Record<HeldGathering['way'], readonly [number, number]>
  /** Seconds a household is talked about, after the opening. */
  readonly seconds: readonly [number, number]
}
const usual = { risen: [0.25, 0.6], odds: [1, 4], agreeing: { hands: [0.2, 0.5], secret: [0, 0.2] }, seconds: [10, 60] } as const
const natures: Record<HonestKind, Nature> = {
  mixed: { ...usual, areas: [8, 16], size: [60, 220], share: [0.6, 0.9], losing: [0.1, 0.4] },
  homogeneous: { ...usual, areas: [8, 16], size: [60, 220], share: [0.92, 0.96], losing: [0.03, 0.08] },
  alike: { ...usual, areas: [8, 16], size: [60, 220], share: [0.85, 0.95], losing: [0.01, 0.025] },
  hamlets: { ...usual, areas: [8, 20], size: [8, 35], share: [0.7, 0.96], losing: [0.02, 0.3] },
  edge: {
    areas: [8, 16],
    size: [60, 220],
    share: [0.8, 0.96],
    losing: [0.01, 0.01],
    risen: [0.25, 0.25],
    odds: [4, 4],
    agreeing: { hands: [0.5, 0.5], secret: [0.2, 0.2] },
    seconds: [8, 8],
  },
}

/** Fifteen lines, a hundred points. */
export const lines = [10, 8, 8, 8, 7, 7, 7, 6, 6, 6, 6, 6, 5, 5, 5].map((most, at) => ({ code: `L${at + 1}`, most }))

export function honestCommune(random: Random, kind: HonestKind): AreaFacts[] {
  const nature = natures[kind]
  return Array.from({ length: wholeBetween(random, ...nature.areas) }, (_, at) => honestVillage(random, nature, at))
}

/** Two villages, where one is enough to plant something in and the other to compare with. */
export function honestPair(random: Random): readonly [AreaFacts, AreaFacts] {
  return [honestVillage(random, natures.mixed, 0), honestVillage(random, natures.mixed, 1)]
}

function honestVillage(random: Random, nature: Nature, at: number): AreaFacts {
  const households = wholeBetween(random, ...nature.size)
  const share = between(random, ...nature.share)
  const registered = between(random, Math.max(share, 0.9), 1)
  const considered = honestHouseholds(random, { count: Math.round(households * registered), share: share / registered, nature })
  const away = between(random, 0.05, 0.35)
  const odds = between(random, ...nature.odds)
  const absent = considered.filter(({ passes }) => random() < (passes ? away : (away * odds) / (1 - away + away * odds)))
  const way = random() < 0.3 ? 'secret' : 'hands'
  return {
    areaUnitId: `area-${at}`,
    areaName: `Bản ${at + 1}`,
    households,
    considered,
    gatherings: [
      {
        way,
        isDoorToDoor: false,
        present: households - absent.length,
        households: considered.length,
        isUnanimous: random() < between(random, ...nature.agreeing[way]),
        minutes: Math.ceil(between(random, 0, 45) + (considered.length * between(random, ...nature.seconds)) / 60),
        absent: absent.map(({ headName }) => headName),
        proceedings: honestMinutes(random),
      },
    ],
    postedUntil: plainDate('2024-11-10'),
    decidedOn: plainDate(oneOf(random, ['2024-11-11', '2024-11-15', '2024-11-30'])),
  }
}

type Households = { readonly count: number; readonly share: number; readonly nature: Nature }

/** Last year and this year alike on the whole, with households that rise and fall in between, and some that are new. */
function honestHouseholds(random: Random, { count, share, nature }: Households): ConsideredHousehold[] {
  const losing = between(random, ...nature.losing)
  const common = lines.map(({ most }) => most - (random() < 0.3 ? wholeBetween(random, 1, 2) : 0)) // what the whole village lacks
  const risen = between(random, ...nature.risen)
  const fallen = Math.max(0.005, (risen * (1 - share)) / share)
  const fresh = between(random, 0.02, 0.08)
  return Array.from({ length: count }, (_, at) => {
    const passedBefore = random() < share
    const isNew = random() < fresh
    const passes = isNew ? random() < share : random() < (passedBefore ? 1 - fallen : risen)
    return {
      householdId: `household-${at}`,
      headName: `${aName(random)} ${at}`,
      passes,
      passedBefore: isNew ? null : passedBefore,
      points: honestSheet(random, common, passes || nature === natures.edge ? losing : losing + 0.2),
    }
  })
}

function honestSheet(random: Random, common: readonly number[], losing: number): Record<string, number> {
  return Object.fromEntries(
    lines.map(({ code }, at) => {
      const most = common[at] ?? 0
      return [code, random() < losing ? Math.max(0, most - wholeBetween(random, 1, 3)) : most]
    }),
  )
}
