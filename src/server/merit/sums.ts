import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type MeritCounts, noCounts } from '#domain/merit/counts.ts'
import { type FiguredHonour, holdersOf, isHeldByCommunes, praiseOf } from '#domain/merit/holders.ts'
import { addSums, type MeritSum, nothing } from '#domain/merit/sum.ts'
import { communeKinds, pathOf, residentialAreaKinds } from '#domain/org/org-unit.ts'
import type { Context } from '../context.ts'
import {
  type Asked,
  countLiving,
  listUnitsWithSeason,
  listYearsDecided,
  tallyChains,
  tallyHandovers,
  tallyPlaces,
  tallyReasons,
} from './merit.store.ts'
import { listPeriodYears } from './period-years.ts'
import type { Scope } from './scope.ts'

type Question = { readonly honour: FiguredHonour; readonly year: number; readonly on: PlainDate }

/** What is on record at each place of the tree: what a place took over is counted with its own. */
export async function sumsAtPlaces(ctx: Context, scope: Scope, { honour, year, on }: Question): Promise<Map<string, MeritSum>> {
  const { tx } = ctx
  const { kind, unitKinds } = holdersOf(honour)
  const { tree, placeOf } = scope
  const unitIds = scope.within(unitKinds)
  const counts = await countsAtPlaces(ctx, scope, { honour, year, on, kind, unitIds })
  const seasonUnits = await listUnitsWithSeason(tx, { honour, year, on, unitIds: scope.around })
  const held = new Set(seasonUnits.map(placeOf).filter(place => place !== null))
  const isCovered = (place: string): boolean => counts.has(place) || pathOf(tree, place).some(unitId => held.has(unitId))

  const sums = new Map([...counts].map(([place, told]) => [place, { ...nothing, counts: told }]))
  const put = (place: string, sum: Partial<MeritSum>): void =>
    void sums.set(place, addSums(sums.get(place) ?? nothing, { ...nothing, ...sum }))
  const standingUnits = unitIds.filter(unitId => tree.versionOf.has(unitId))
  const living = kind === 'household' ? await countLiving(tx, unitIds, on) : new Map(standingUnits.map(unitId => [unitId, 1]))
  for (const [unitId, all] of living) {
    const place = placeOf(unitId)
    if (place !== null) put(place, { everywhere: all, all: isCovered(place) ? all : 0 })
  }
  if (!isHeldByCommunes(honour)) return sums
  for (const unitId of scope.within(residentialAreaKinds))
    if (tree.versionOf.has(unitId)) put(unitId, { areas: { recorded: counts.has(unitId) ? 1 : 0, of: 1 } })
  for (const unitId of scope.within(communeKinds))
    if (tree.versionOf.has(unitId)) put(unitId, { communes: { recorded: held.has(unitId) ? 1 : 0, of: 1 } })
  return sums
}

async function countsAtPlaces(ctx: Context, scope: Scope, asked: Asked): Promise<Map<string, MeritCounts>> {
  const { tx } = ctx
  const { placeOf } = scope
  const counts = new Map<string, MeritCounts>()
  const change = (unitId: string, by: (before: MeritCounts) => MeritCounts): void => {
    const place = placeOf(unitId)
    if (place !== null) counts.set(place, by(counts.get(place) ?? noCounts))
  }
  for (const { unitId, ...tally } of await tallyPlaces(tx, asked)) change(unitId, before => more(before, tally))
  for (const { unitId, ...tally } of await tallyHandovers(tx, asked)) change(unitId, before => more(before, tally))
  for (const { unitId, code, holders } of await tallyReasons(tx, asked))
    change(unitId, ({ reasons, ...before }) => ({ ...before, reasons: { ...reasons, [code]: (reasons[code] ?? 0) + holders } }))
  for (const { unitId, measure } of await listPeriodYears({ ctx, scope }, asked))
    change(unitId, before => ({ ...before, [measure]: before[measure] + 1 }))
  const praise = praiseOf(asked.honour)
  if (!praise) return counts
  const isKnown = await yearsKnown(tx, asked, placeOf)
  const hasRows = [...counts.keys()].some(place => isKnown(place, 3))
  for (const { unitId, threeYears, fiveYears } of hasRows ? await tallyChains(tx, asked) : [])
    change(unitId, before =>
      more(before, {
        threeYears: isKnown(placeOf(unitId), 3) ? threeYears : 0,
        fiveYears: isKnown(placeOf(unitId), 5) ? fiveYears : 0,
      }),
    )
  const praised = (await tallyPlaces(tx, { ...asked, honour: praise })).filter(isDecided)
  for (const { unitId, recognised } of praised) change(unitId, before => more(before, { praised: recognised }))
  const withPraise = new Set(praised.map(({ unitId }) => placeOf(unitId)))
  for (const [place, told] of counts)
    counts.set(place, {
      ...told,
      threeYearsOf: isKnown(place, 3) ? told.recognised : 0,
      fiveYearsOf: isKnown(place, 5) ? told.recognised : 0,
      praisedOf: withPraise.has(place) ? told.recognised : 0,
    })
  return counts
}

/** A row of years can only be told where all its years are on record: elsewhere nobody knows, and unknown is not none. */
async function yearsKnown(
  tx: Context['tx'],
  asked: Asked,
  placeOf: Scope['placeOf'],
): Promise<(place: string | null, length: number) => boolean> {
  const years = [1, 2, 3, 4].map(back => asked.year - back)
  const decided = await listYearsDecided(tx, { ...asked, years })
  const known = new Set(decided.map(({ unitId, year }) => `${placeOf(unitId)} ${year}`))
  return (place, length) => years.slice(0, length - 1).every(year => known.has(`${place} ${year}`))
}

/** Praise is decided in a season of its own: where none was, nobody knows how many are praised. */
function isDecided({ recognised, notReached, revoked }: Pick<MeritCounts, 'recognised' | 'notReached' | 'revoked'>): boolean {
  return recognised + notReached + revoked > 0
}

function more(before: MeritCounts, tally: Partial<Omit<MeritCounts, 'reasons'>>): MeritCounts {
  const sums = Object.entries(tally).map(([key, count]) => [key, before[key as keyof typeof tally] + count])
  return { ...before, ...Object.fromEntries(sums) }
}
