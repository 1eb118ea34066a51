import type { SeasonView } from '#contract/season.ts'
import { contains } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isCalledByProvince } from '#domain/certificate/wording.ts'
import { type AreaLaw, type AreaRecord, stepsOf } from '#domain/season/area.ts'
import type { Assessment } from '#domain/season/assessment.ts'
import { holdingOf } from '#domain/season/holding.ts'
import { keptBookOf } from '#domain/season/law.ts'
import type { Season } from '#domain/season/season.ts'
import { byFact } from '#domain/title/confirmation.ts'
import { isOwnHonour } from '#domain/title/own-honour.ts'
import { isOwnWay, sheetOfOwn, wayOfOwn } from '#domain/title/own-title.ts'
import { preparedFor } from '#domain/title/prepared.ts'
import { clauseOfWay, wayFor } from '#domain/title/provincial-way.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { type AdoptedSheet, adoptedSheet, type ProvincialRules } from '#domain/title/score-sheet.ts'
import type { Confirmations } from '#domain/title/sourced.ts'
import { pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { countHouseholdsOn } from '../household/household-list.store.ts'
import { listConfirmations } from '../title/law.store.ts'
import { listRules } from '../title/rules.store.ts'
import { bookCalledOn } from './called.ts'
import { listAssessments, listCandidates } from './candidate.store.ts'
import { listLastGroundsReviews } from './grounds.store.ts'
import { holdersOf, listUnitsFor } from './holder.ts'
import { listGatherings, listOpinions, listSeasonEvents } from './season.store.ts'

/** The law of a season with what counts for its commune: confirmations, and the rules its province had when it was opened under that text. */
export type SeasonLaw = AreaLaw & { readonly confirmations: Confirmations; readonly province: ProvincialRules | null }

export async function lawOf(ctx: Context, season: Season): Promise<SeasonLaw> {
  const book = bookOf(season)
  // Of who answers for it today, so that a commune that ended keeps its province, and of its own.
  const [holder = season.unitId] = await holdersOf(ctx, season)
  const path = [...new Set([season.unitId, ...(await pathOf(ctx, holder))])]
  const confirmations = byFact((await listConfirmations(ctx.tx, path)).filter(({ withdrawal }) => withdrawal === null))
  // Opened before the text of its year was in force, a season has the rules the province gave to that text.
  const on = season.openedOn < book.valid.from ? book.valid.from : season.openedOn
  const province = (await rulesOn(ctx, path, on)) ?? null
  const sheet = isOwnWay(season.way) ? sheetOfOwn(book.id, season.way) : province && (adoptedSheet(province, book.id) ?? null)
  return { book, prepared: preparedFor(book, sheet, confirmations), confirmations, province }
}

/** What the nearest province or place says on a day; path: from the unit up. */
export async function rulesOn(ctx: Context, path: readonly string[], on: PlainDate): Promise<ProvincialRules | undefined> {
  return (await adoptedOn(ctx, path, on))?.rules
}

/** The same with the unit that says so. */
async function adoptedOn(
  ctx: Context,
  path: readonly string[],
  on: PlainDate,
): Promise<{ readonly provinceId: string; readonly rules: ProvincialRules } | undefined> {
  const standing = (await listRules(ctx.tx, path)).filter(({ rules, withdrawnOn }) => withdrawnOn === null && contains(rules.valid, on))
  const [nearest] = standing.toSorted((a, b) => path.indexOf(a.unitId) - path.indexOf(b.unitId))
  return nearest && { provinceId: nearest.unitId, rules: nearest.rules }
}

/** The way a season is opened along, where the text of the centre gives none: the province's steps, or its own title. */
export async function wayOn(
  ctx: Context,
  { unitId, honour, openedOn }: Pick<Season, 'unitId' | 'honour' | 'openedOn'>,
  book: RuleBook | undefined,
) {
  if (!isOwnHonour(honour) && book?.steps.length !== 0) return null
  const adopted = await adoptedOn(ctx, await pathOf(ctx, unitId), openedOn)
  if (isOwnHonour(honour)) return wayOfOwn(honour, adopted, openedOn)
  return book ? wayFor(book, adopted?.rules) : null
}

/** Who decides is the province's to say day by day: by the rules of the day of the decision, else by those the season goes along. */
export async function authoritySheetOn(
  ctx: Context,
  season: Season,
  { sheet, on }: { readonly sheet: AdoptedSheet | null; readonly on: PlainDate },
): Promise<Pick<AdoptedSheet, 'authority' | 'basis' | 'isConfirmed'> | null> {
  const [holder = season.unitId] = await holdersOf(ctx, season)
  const adopted = await adoptedOn(ctx, [...new Set([season.unitId, ...(await pathOf(ctx, holder))])], on)
  const ofDay = adopted && adoptedSheet(adopted.rules, season.ruleBookId)
  if (ofDay?.authority) return ofDay
  return season.way ? { authority: season.way.authority, basis: clauseOfWay(season.way), isConfirmed: true } : sheet
}

/** The rule book of a season, with the province's steps where it was opened along these. */
export function bookOf({ ruleBookId, way = null }: Pick<Season, 'ruleBookId'> & Partial<Pick<Season, 'way'>>): RuleBook {
  const book = keptBookOf({ ruleBookId, way })
  if (!book) throw new Error(`a season was opened under ${ruleBookId}, which is not among the rule books`)
  return book
}

export async function toSeasonView(ctx: Context, season: Season): Promise<SeasonView> {
  const book = bookOf(season)
  const { arrangement, noun } = holdingOf(season.honour)
  const [holderUnitId = season.unitId] = await holdersOf(ctx, season)
  const how = { arrangement, noun, followsYears: book.recognition ? 'recognition' : book.praise ? 'praise' : null } as const
  return { ...season, ...how, holderUnitId, bookName: await seasonTitle(ctx, season), cites: book.cites, steps: stepsOf(book) }
}

/** What the title of a season is called today where it is held: by the province's names for the places it may go to, or as its text does. */
export async function seasonTitle(ctx: Context, season: Season): Promise<string> {
  const book = bookOf(season)
  if (!isCalledByProvince(book)) return book.name
  const { province } = await lawOf(ctx, season)
  const unitIds = (await listUnitsFor(ctx, season, ctx.today)).map(({ unitId }) => unitId)
  return (await bookCalledOn(ctx, { book, province }, { unitIds, on: ctx.today })).name
}

export type OpenedArea = AreaRecord & { readonly assessments: readonly Assessment[] }

/** Everything recorded of some areas of a season, each read in one look for all of them. */
export async function openAreas(ctx: Context, seasonId: string, areaUnitIds: readonly string[]): Promise<OpenedArea[]> {
  const events = await listSeasonEvents(ctx.tx, seasonId, areaUnitIds)
  const candidates = await listCandidates(ctx.tx, seasonId, areaUnitIds)
  const gatherings = await listGatherings(ctx.tx, seasonId, areaUnitIds)
  const opinions = await listOpinions(ctx.tx, seasonId, areaUnitIds)
  const assessments = await listAssessments(ctx.tx, seasonId, areaUnitIds)
  const reviews = new Map((await listLastGroundsReviews(ctx.tx, seasonId, areaUnitIds)).map(review => [review.areaUnitId, review]))
  const households = new Map((await countHouseholdsOn(ctx.tx, areaUnitIds, ctx.today)).map(count => [count.areaUnitId, count.households]))
  const [eventsOf, candidatesOf, gatheringsOf, opinionsOf] = [byArea(events), byArea(candidates), byArea(gatherings), byArea(opinions)]
  const areaOf = new Map(candidates.map(({ id, areaUnitId }) => [id, areaUnitId]))
  const assessmentsOf = Map.groupBy(assessments, ({ candidateId }) => areaOf.get(candidateId) ?? '')
  return areaUnitIds.map(areaUnitId => {
    const assessed = assessmentsOf.get(areaUnitId) ?? []
    const atStage = (stage: Assessment['stage']): Set<string> =>
      new Set(assessed.filter(one => one.stage === stage).map(({ candidateId }) => candidateId))
    return {
      areaUnitId,
      events: eventsOf.get(areaUnitId) ?? [],
      candidates: candidatesOf.get(areaUnitId) ?? [],
      gatherings: gatheringsOf.get(areaUnitId) ?? [],
      opinions: opinionsOf.get(areaUnitId) ?? [],
      assessments: assessed,
      selfAssessed: atStage('self'),
      scored: atStage('meeting'),
      groundsReview: reviews.get(areaUnitId) ?? null,
      households: households.get(areaUnitId) ?? 0,
    }
  })
}

function byArea<Row extends { readonly areaUnitId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, row => row.areaUnitId)
}

export async function openArea(ctx: Context, seasonId: string, areaUnitId: string): Promise<OpenedArea> {
  const [area] = await openAreas(ctx, seasonId, [areaUnitId])
  if (!area) throw new Error('an area was asked for and none came')
  return area
}
