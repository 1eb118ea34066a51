import { traitsAt } from '#domain/org/place-trait.ts'
import { countOf } from '#domain/season/area.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import { traitsOf } from '#domain/season/candidate-facts.ts'
import { type Proposal, propose } from '#domain/season/decision.ts'
import { knownGrounds } from '#domain/season/grounds.ts'
import { type CapFacts, withinPraiseCap } from '#domain/season/praise-cap.ts'
import type { Season } from '#domain/season/season.ts'
import { addPoints } from '#domain/title/score-sheet.ts'
import type { Context } from '../context.ts'
import { findUnitPath, listUnitPaths, listVersionsOn } from '../org/org.store.ts'
import { listTraits } from '../org/place.store.ts'
import { listRecordedGrounds } from './candidate.store.ts'
import { listOutcomes } from './decision.store.ts'
import { lawOf, type OpenedArea, openAreas, type SeasonLaw } from './season.case.ts'
import { capFactsOf, type SubjectStanding, standingsOf } from './standing.ts'

export type OpenedProposal = {
  readonly proposal: Proposal
  readonly areas: readonly OpenedArea[]
  readonly law: SeasonLaw
  /** By candidate, where years in a row decide. */
  readonly standings: ReadonlyMap<string, SubjectStanding>
  readonly cap: CapFacts | null
}

type Asked = {
  readonly areaUnitIds: readonly string[]
  /** Only those to be recognised the first time, or again; null: all. */
  readonly round: 'first' | 'again' | null
}

/** What a decision on these files would say today, one by one. */
export async function openProposal(ctx: Context, season: Season, { areaUnitIds, round }: Asked): Promise<OpenedProposal> {
  const law = await lawOf(ctx, season)
  const opened = await openAreas(ctx, season.id, areaUnitIds)
  const decided = new Set((await listOutcomes(ctx.tx, season.id, areaUnitIds)).map(({ candidateId }) => candidateId))
  const candidates = opened.flatMap(area => area.candidates)
  const bySubject = await standingsOf(ctx, season, { law, subjectIds: candidates.map(({ subjectId }) => subjectId) })
  const standings = new Map(
    candidates.flatMap(({ id, subjectId }) => {
      const standing = bySubject.get(subjectId)
      return standing ? [[id, standing] as const] : []
    }),
  )
  const isAsked = ({ id }: Candidate): boolean => round === null || standings.get(id)?.round === round
  const areas = opened.map(area => ({ ...area, candidates: area.candidates.filter(isAsked) }))
  const factsOf = await factsReader(ctx, season, { areas, areaUnitIds, law })
  const proposal = propose({ areas, law, decided, factsOf, yearsOf: ({ id }) => standings.get(id) ?? null })
  const cap = await capOf(ctx, season, { law, areas })
  return { areas, law, standings, cap, proposal: cap ? withinPraiseCap(proposal, cap) : proposal }
}

type Read = { readonly areas: readonly OpenedArea[]; readonly areaUnitIds: readonly string[]; readonly law: SeasonLaw }

/** What is known of each candidate, read once for all. */
async function factsReader(ctx: Context, season: Season, read: Read): Promise<Parameters<typeof propose>[0]['factsOf']> {
  const { areas, areaUnitIds, law } = read
  const grounds = Map.groupBy(await listRecordedGrounds(ctx.tx, season.id, areaUnitIds), ({ householdId }) => householdId)
  const looked = new Set(areas.flatMap(({ groundsReview }) => groundsReview?.candidateIds ?? []))
  const { exclusions } = law.prepared
  const found = new Map(
    areas.flatMap(area => area.assessments.filter(({ stage }) => stage === 'meeting').map(one => [one.candidateId, one] as const)),
  )
  const units = areas.flatMap(area => area.candidates).flatMap(({ subjectKind, subjectId }) => (subjectKind === 'unit' ? [subjectId] : []))
  const placeTraits = new Map([...(await traitsOfAreas(ctx, areaUnitIds)), ...(await traitsOfUnits(ctx, units))])
  return (candidate, meeting) => ({
    ...meeting,
    year: season.year,
    registeredOn: candidate.registeredOn,
    traits: traitsOf(candidate, placeTraits.get(candidate.subjectKind === 'unit' ? candidate.subjectId : candidate.areaUnitId) ?? []),
    points: found.get(candidate.id)?.points ?? {},
    met: found.get(candidate.id)?.met ?? {},
    content: found.get(candidate.id)?.content ?? null,
    grounds: knownGrounds(grounds.get(candidate.subjectId) ?? [], { isLooked: looked.has(candidate.id), exclusions, year: season.year }),
  })
}

async function capOf(
  ctx: Context,
  season: Season,
  { law, areas }: { readonly law: SeasonLaw; readonly areas: readonly OpenedArea[] },
): Promise<CapFacts | null> {
  const facts = await capFactsOf(ctx, season, law)
  if (!facts) return null
  const counted = areas.flatMap(area => countOf(area, law).candidates)
  const scored = areas.flatMap(area => area.assessments.filter(({ stage }) => stage === 'meeting'))
  return {
    ...facts,
    votesFor: new Map(counted.flatMap(({ candidateId, votes }) => (votes ? [[candidateId, votes.for] as const] : []))),
    points: new Map(scored.map(({ candidateId, points }) => [candidateId, addPoints(Object.values(points))] as const)),
  }
}

/** Areas of one commune: what lies above the first lies above all. */
async function traitsOfAreas(ctx: Context, areaUnitIds: readonly string[]) {
  const first = areaUnitIds[0]
  const above = first === undefined ? [] : (await findUnitPath(ctx.tx, first, ctx.today)).slice(1)
  return traitsAlong(
    ctx,
    areaUnitIds.map(areaUnitId => [areaUnitId, ...above]),
  )
}

async function traitsOfUnits(ctx: Context, unitIds: readonly string[]) {
  const paths = await listUnitPaths(ctx.tx, unitIds, ctx.today)
  return traitsAlong(ctx, [...paths.values()])
}

/** The traits of the first unit of each path, its own and those that come down to it. */
async function traitsAlong(ctx: Context, paths: readonly (readonly string[])[]) {
  const on = ctx.today
  const units = [...new Set(paths.flat())]
  const versions = new Map((await listVersionsOn(ctx.tx, units, on)).map(version => [version.unitId, version]))
  const traits = await listTraits(ctx.tx, units)
  return new Map(
    paths.map(path => {
      const line = path.flatMap(unitId => versions.get(unitId) ?? [])
      return [path[0] ?? '', traitsAt(line, traits, on).map(({ trait }) => trait)]
    }),
  )
}
