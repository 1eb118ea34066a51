import type { SeasonBoardView } from '#contract/season.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { isStanding } from '#domain/season/candidate.ts'
import { holdingOf } from '#domain/season/holding.ts'
import { classesOf } from '#domain/season/period-years.ts'
import type { CapFacts } from '#domain/season/praise-cap.ts'
import type { Season } from '#domain/season/season.ts'
import { chainOf, praiseStanding, recognitionStanding } from '#domain/season/years.ts'
import type { YearsStanding } from '#domain/title/years.ts'
import type { Context } from '../context.ts'
import { listCandidates } from './candidate.store.ts'
import { listPredecessors } from './holder.store.ts'
import { holdersOf } from './holder.ts'
import { bookOf, type SeasonLaw } from './season.case.ts'
import { openYears } from './years.queries.ts'
import { countPraised, listRecognisedSubjects } from './years.store.ts'

/** How somebody stands by their years; the round where the text recognises by periods. */
export type SubjectStanding = YearsStanding & { readonly round: 'first' | 'again' | null }

/** By the years up to that of the season. Empty where the honour asks for no years. */
export async function standingsOf(
  ctx: Context,
  season: Season,
  { law, subjectIds }: { readonly law: SeasonLaw; readonly subjectIds: readonly string[] },
): Promise<Map<string, SubjectStanding>> {
  const { praise, recognition } = law.book
  if (!praise && !recognition) return new Map()
  const years = await yearsAt(ctx, season, subjectIds)
  const { confirmations } = law
  return new Map(
    [...years].map(([id, counted]): readonly [string, SubjectStanding] => {
      if (recognition) return [id, recognitionStanding(season.year, counted, { honour: season.honour, recognition, confirmations })]
      const rule = praise
      if (!rule) throw new Error('neither praise nor recognition')
      return [id, { ...praiseStanding(season.year, counted, { praise: season.honour, rule, confirmations }), round: null }]
    }),
  )
}

/** What the cap of a praise is reckoned from: everybody at the place with all the years, whether proposed or not. */
export async function capFactsOf(
  ctx: Context,
  season: Season,
  law: SeasonLaw,
): Promise<Pick<CapFacts, 'rule' | 'withAllYears' | 'taken' | 'tieRule'> | null> {
  const rule = law.book.praise
  if (!rule) return null
  const holders = await holdersOf(ctx, season)
  const unitIds = [season.unitId, ...holders, ...(await listPredecessors(ctx.tx, holders))]
  const subjectIds = await listRecognisedSubjects(ctx.tx, { honour: rule.of, year: season.year, unitIds })
  const years = await yearsAt(ctx, season, subjectIds)
  const chains = [...years.values()].map(counted => chainOf(counted, { honour: rule.of, year: season.year }).certain.years.length)
  return {
    rule,
    withAllYears: chains.filter(length => length >= rule.years.value).length,
    taken: await countPraised(ctx.tx, season.id),
    tieRule: law.prepared.sheet?.whenVotesAreEqual ?? null,
  }
}

/** Who of these files reached the year of the season, by the year in a row; null where the honour asks for no years. */
export async function periodYearsIn(
  ctx: Context,
  season: Season,
  files: readonly Pick<OrgUnitVersion, 'unitId'>[],
): Promise<SeasonBoardView['periodYears']> {
  const { recognition } = bookOf(season)
  if (!recognition) return null
  const registered = await listCandidates(
    ctx.tx,
    season.id,
    files.map(({ unitId }) => unitId),
  )
  const nameOf = new Map(registered.filter(isStanding).map(({ subjectId, headName }) => [subjectId, headName]))
  const years = await yearsAt(ctx, season, [...nameOf.keys()])
  const subjects = [...years].map(([subjectId, counted]) => ({ subjectId, years: counted }))
  return classesOf(subjects, { honour: season.honour, year: season.year, recognition }).map(({ nth, subjectIds }) => ({
    nth,
    units: subjectIds.map(unitId => ({ unitId, name: nameOf.get(unitId) ?? '' })),
  }))
}

async function yearsAt(ctx: Context, season: Season, subjectIds: readonly string[]) {
  const kind = holdingOf(season.honour).isFor === null ? 'household' : 'unit'
  const [placeUnitId = season.unitId] = await holdersOf(ctx, season)
  return openYears(ctx, { kind, ids: subjectIds, placeUnitId })
}
