import { ok, type Result, refuse } from '../kit/result.ts'
import { searchKey } from '../kit/text.ts'
import type { SignalRefusal } from './review.ts'
import { overlapAtLeast } from './tails.ts'

// Which households or areas are looked at again: by lot, so that nobody chooses, and so that anybody can draw again.

/** How sure an estimate is: in 95 of 100 draws the true share lies within the range told. */
const confidence = 0.95
/** Of the normal curve, for that confidence. */
const spread = 1.96

/** One village with those the lot may fall on. */
export type Stratum = { readonly areaUnitId: string; readonly ids: readonly string[] }

/**
 * How many must be looked at so that a share is known to within `margin` per cent, whatever it is: reckoned for one half,
 * where most are needed, and less where there are few to draw from.
 */
export function sampleSize(population: number, margin: number): number {
  const endless = (spread ** 2 * 0.25) / (margin / 100) ** 2
  return population === 0 ? 0 : Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
}

/** Each stratum by its share of all, so that every household has the same chance; what is left over goes to the largest remainders. */
export function allocate(strata: readonly Stratum[], size: number): Map<string, number> {
  const population = strata.reduce((total, { ids }) => total + ids.length, 0)
  const shares = strata.map(({ areaUnitId, ids }) => {
    const exact = population === 0 ? 0 : (size * ids.length) / population
    return { areaUnitId, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const left = size - shares.reduce((total, { whole }) => total + whole, 0)
  const first = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || (a.areaUnitId < b.areaUnitId ? -1 : 1))
      .slice(0, left)
      .map(({ areaUnitId }) => areaUnitId),
  )
  return new Map(shares.map(({ areaUnitId, whole }) => [areaUnitId, whole + (first.has(areaUnitId) ? 1 : 0)]))
}

/** What the lot fell on, in the order it fell. */
export type Drawn = { readonly areaUnitId: string; readonly itemId: string; readonly rank: string }

/** Those with the smallest ranks of each stratum; the rank is reckoned from the seed and the id alone. */
export function draw(strata: readonly Stratum[], size: number, rankOf: (id: string) => string): Result<Drawn[], SignalRefusal> {
  const population = strata.reduce((total, { ids }) => total + ids.length, 0)
  if (population === 0) return refuse('signal.nobody-to-draw')
  if (size > population) return refuse('signal.too-many-to-draw', { size, population })
  const allotted = allocate(strata, size)
  return ok(
    strata.flatMap(({ areaUnitId, ids }) =>
      ids
        .map(itemId => ({ areaUnitId, itemId, rank: rankOf(itemId) }))
        .toSorted(byRank)
        .slice(0, allotted.get(areaUnitId) ?? 0),
    ),
  )
}

/** Whole areas, each with the same chance. */
export function drawAreas(areaUnitIds: readonly string[], count: number, rankOf: (id: string) => string): Result<Drawn[], SignalRefusal> {
  const drawn = draw([{ areaUnitId: '', ids: areaUnitIds }], count, rankOf)
  return drawn.ok ? ok(drawn.value.map(each => ({ ...each, areaUnitId: each.itemId }))) : drawn
}

function byRank(a: Drawn, b: Drawn): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0
}

export const recheckOutcomes = ['right', 'wrong', 'unreached'] as const
/** Đúng · không đúng · chưa gặp được. */
export type RecheckOutcome = (typeof recheckOutcomes)[number]
export const recheckWords: Record<RecheckOutcome, string> = { right: 'đúng', wrong: 'không đúng', unreached: 'chưa gặp được' }

/** What a lot falls on, as a sentence names it. */
export const drawnWords = { households: 'hộ', areas: 'bản' } as const
export type DrawnKind = keyof typeof drawnWords

/** `k`, `khong` and `không đúng` are all wrong; nothing for what begins none of the words. */
export function outcomeTyped(typed: string): RecheckOutcome | undefined {
  const key = searchKey(typed)
  return key === '' ? undefined : recheckOutcomes.find(outcome => searchKey(recheckWords[outcome]).startsWith(key))
}

/** What was found among those looked at again, and what it says of all. */
export type Estimate = {
  readonly population: number
  readonly drawn: number
  /** Looked at with an answer: those not reached tell nothing and are told apart. */
  readonly checked: number
  readonly unreached: number
  readonly wrong: number
  /** Fewest and most wrong ones among all that go with what was found; null before anybody was looked at. */
  readonly among: { readonly least: number; readonly most: number } | null
}

/** Exact for a draw without putting back: all the numbers of wrong ones that make what was found no rarity. */
export function estimate(population: number, outcomes: readonly (RecheckOutcome | null)[]): Estimate {
  const countOf = (what: RecheckOutcome): number => outcomes.filter(outcome => outcome === what).length
  const [right, wrong] = [countOf('right'), countOf('wrong')]
  const checked = right + wrong
  const rare = (1 - confidence) / 2
  const most = population - right
  return {
    population,
    drawn: outcomes.length,
    checked,
    unreached: countOf('unreached'),
    wrong,
    among:
      checked === 0
        ? null
        : {
            least: firstOf(wrong, most, all => overlapAtLeast({ total: population, marked: all, chosen: checked, both: wrong }, 1) > rare),
            // As few wrong ones as were found is as many right ones: the same tail, seen from the other side.
            most:
              firstOf(
                wrong,
                most + 1,
                all => overlapAtLeast({ total: population, marked: population - all, chosen: checked, both: right }, 1) <= rare,
              ) - 1,
          },
  }
}

/** Counts of wrong ones worth reading off before anybody goes out. */
const toldBefore = [0, 1, 2, 3, 5, 10, 20]

/** What the sample would say of all, were so many found wrong and everybody reached; nothing to tell where all are looked at. */
export function tellBefore(population: number, drawn: number): { readonly wrong: number; readonly least: number; readonly most: number }[] {
  if (drawn === population) return []
  return toldBefore
    .filter(wrong => wrong <= drawn)
    .flatMap(wrong => {
      const outcomes = Array.from({ length: drawn }, (_, at): RecheckOutcome => (at < wrong ? 'wrong' : 'right'))
      const { among } = estimate(population, outcomes)
      return among ? [{ wrong, ...among }] : []
    })
}

/** The first number from `from` that holds, where once it holds it goes on holding; `to` where none does. */
function firstOf(from: number, to: number, holds: (all: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
