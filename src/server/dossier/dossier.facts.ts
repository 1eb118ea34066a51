import { inForce } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { bookCalled, isCalledByProvince } from '#domain/certificate/wording.ts'
import { standingCandidates } from '#domain/dossier/before-meeting.ts'
import type { ActFacts, DecisionFacts } from '#domain/dossier/decision-document.ts'
import type { AreaPlace, PaperFacts } from '#domain/dossier/paper-facts.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import { communeKinds, districtKinds, type OrgUnitKind, type OrgUnitVersion } from '#domain/org/org-unit.ts'
import { postedAddress } from '#domain/posted/posted-list.ts'
import { standingEvents } from '#domain/season/area.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import type { Season } from '#domain/season/season.ts'
import { authorityWords, decidingOn } from '#domain/title/authority.ts'
import { type Authority, stepOf } from '#domain/title/rule-book.ts'
import { levelNamesBy } from '#domain/title/score-sheet.ts'
import type { Context } from '../context.ts'
import { findVersionOn, listVersions, listVersionsOn } from '../org/org.store.ts'
import { listPositionFacts, listSigners } from '../org/position.store.ts'
import { findPostingId } from '../posted/posted.store.ts'
import { bookCalledOn, listKindsOn } from '../season/called.ts'
import { listStandingPaths } from '../season/holder.ts'
import { lawOf, type OpenedArea, openAreas, type SeasonLaw } from '../season/season.case.ts'
import { standingsOf } from '../season/standing.ts'
import { listNamed } from './dossier.store.ts'

/** What is recorded of an area, before the day of any paper is known. */
export type OpenedSeason = { readonly season: Season; readonly law: SeasonLaw }

export async function openSeasonPapers(ctx: Context, season: Season): Promise<OpenedSeason> {
  return { season, law: await lawOf(ctx, season) }
}

/** The facts of a paper, with names and offices as of its day. */
export async function paperFacts(ctx: Context, { season, law }: OpenedSeason, area: OpenedArea, on: PlainDate): Promise<PaperFacts> {
  const { confirmations, prepared } = law
  const { areaUnitId } = area
  const subjectIds = standingCandidates({ area }).map(({ subjectId }) => subjectId)
  return {
    season,
    law: { book: await bookCalledOn(ctx, law, { unitIds: subjectIds, on }), prepared },
    confirmations,
    area,
    place: await placeOn(ctx, areaUnitId, { on, receiver: decidingOn(law.book, on)?.authority.value ?? null }),
    postedAddress: await postedAt(ctx, season, area),
    yearsOf: await yearsOf(ctx, { season, law }, area),
  }
}

export async function openOneArea(ctx: Context, season: Season, areaUnitId: string): Promise<OpenedArea> {
  const [area] = await openAreas(ctx, season.id, [areaUnitId])
  if (!area) throw new Error('an area was asked for and none came')
  return area
}

/** The last day anything happened in an area; before anything did, today. */
export function lastDayOf({ events }: OpenedArea, today: PlainDate): PlainDate {
  return standingEvents(events).at(-1)?.on ?? today
}

/** What the square on the posted list opens; nobody reaches a house that does not say where it is. */
async function postedAt({ tx, address }: Context, season: Season, { areaUnitId, events }: OpenedArea): Promise<string | null> {
  const posted = standingEvents(events).find(({ type }) => type === 'post')
  if (!posted || address === '') return null
  const id = await findPostingId(tx, { seasonId: season.id, areaUnitId, sequence: posted.sequence })
  return id === undefined ? null : postedAddress(address, id)
}

const levelsOf: Partial<Record<Authority, readonly OrgUnitKind[]>> = {
  communeChair: communeKinds,
  districtChair: districtKinds,
  provinceChair: ['province'],
}

/** Where recognition follows from years in a row, those on record. */
async function yearsOf(ctx: Context, { season, law }: OpenedSeason, { candidates }: OpenedArea): Promise<PaperFacts['yearsOf']> {
  if (!law.book.recognition) return new Map()
  const standings = await standingsOf(ctx, season, { law, subjectIds: candidates.map(({ subjectId }) => subjectId) })
  return new Map([...standings].map(([subjectId, { years }]) => [subjectId, years]))
}

async function placeOn(
  ctx: Context,
  areaUnitId: string,
  { on, receiver }: { readonly on: PlainDate; readonly receiver: Authority | null },
): Promise<AreaPlace> {
  // A village that has ended is called as it was last; above it stands what stands above the one that took its place.
  const own = (await listVersions(ctx.tx, [areaUnitId])).findLast(({ valid }) => valid.from === null || valid.from <= on)
  const [path = []] = await listStandingPaths(ctx, [areaUnitId], on)
  const versions = await listVersionsOn(ctx.tx, path, on)
  const [standing] = versions.filter(({ unitId }) => unitId === path[0])
  const above = (isIt: (version: OrgUnitVersion) => boolean): string => versions.find(isIt)?.calledInText ?? ''
  return {
    name: own?.calledInText ?? '',
    kind: own?.kind ?? 'village',
    communeName: above(({ kind }) => communeKinds.includes(kind)),
    provinceName: above(({ kind }) => kind === 'province'),
    aboveName: above(({ unitId }) => unitId === standing?.parentUnitId),
    receiver: receiver === null ? '' : receiverWords(receiver, above),
    headName: await headOn(ctx, areaUnitId, on),
  }
}

/** The chair of the level the text names, by the name of the place; a body that is no level by the name the text gives it. */
function receiverWords(authority: Authority, above: (isIt: (version: OrgUnitVersion) => boolean) => string): string {
  const levels = levelsOf[authority]
  if (!levels) return authorityWords[authority]
  const name = above(({ kind }) => levels.includes(kind))
  return name === '' ? '' : `Chủ tịch Ủy ban nhân dân ${lowerFirst(name)}`
}

async function headOn(ctx: Context, unitId: string, on: PlainDate): Promise<string | null> {
  const { positions, appointments } = await listPositionFacts(ctx.tx, unitId)
  const headOffices = positions.filter(position => position.unitId === unitId && position.rank === 'head').map(({ id }) => id)
  return (
    inForce(
      appointments.filter(({ positionId }) => headOffices.includes(positionId)),
      on,
    )?.fullName ?? null
  )
}

/** A decision with everybody it names; the issuer and the areas as they were called that day. */
export async function decisionFacts(
  ctx: Context,
  opened: OpenedSeason,
  decision: SeasonDecision,
): Promise<Omit<DecisionFacts, 'recognised'> & { readonly recognised: Awaited<ReturnType<typeof listNamed>>['recognised'] }> {
  const { issuerUnitId, on, signerName } = decision
  const issuer = await findVersionOn(ctx.tx, issuerUnitId, on)
  if (!issuer) throw new Error(`decision ${decision.id} was issued by a unit that was not there`)
  const signer = (await listSigners(ctx.tx, issuerUnitId, on)).find(({ fullName }) => fullName === signerName)
  const { recognised, failed } = await listNamed(ctx.tx, decision.id)
  if (recognised.length !== decision.recognised) throw new Error(`decision ${decision.id} tells another number than its list`)
  const unitIds = [...new Set([...recognised, ...failed].map(({ areaUnitId }) => areaUnitId))]
  const act = { ...decision, isDraft: false }
  const subjectIds = recognised.flatMap(({ unitId: id }) => id ?? [])
  const facts = await actFacts(ctx, opened, { act, issuer, unitIds, subjectIds, capacityLines: signer?.capacityLines ?? [] })
  return { ...facts, recognised: await withTitles(ctx, opened.law, { rows: recognised, on }), failed }
}

type Act = {
  readonly act: ActFacts
  readonly issuer: OrgUnitVersion
  readonly capacityLines: readonly string[]
  /** Whose files it is about. */
  readonly unitIds: readonly string[]
  /** The units recognised; none where they are households. */
  readonly subjectIds: readonly string[]
}

/** Each with its own title, where the province has several names for the places of one act. */
export async function withTitles<Row extends { readonly unitId: string | null }>(
  ctx: Context,
  { book, province }: SeasonLaw,
  { rows, on }: { readonly rows: readonly Row[]; readonly on: PlainDate },
): Promise<(Row & { readonly titleName?: string })[]> {
  const levelNames = levelNamesBy(province, on)
  if (levelNames.length === 0 || !isCalledByProvince(book)) return [...rows]
  const kinds = await listKindsOn(
    ctx,
    rows.flatMap(({ unitId }) => unitId ?? []),
    on,
  )
  const titled = rows.map(row => {
    const kind = row.unitId === null ? undefined : kinds.get(row.unitId)
    return { ...row, titleName: bookCalled(book, kind === undefined ? [] : [kind], levelNames).name }
  })
  return new Set(titled.map(({ titleName }) => titleName)).size > 1 ? titled : [...rows]
}

/** All of a decision but its names: who issues it, under which texts, about whose files. */
export async function actFacts(
  ctx: Context,
  { season, law }: OpenedSeason,
  { act, issuer, capacityLines, unitIds, subjectIds }: Act,
): Promise<Omit<DecisionFacts, 'recognised' | 'failed'>> {
  // As they were called that day; one that has ended since its review, as it was called last.
  const begun = (await listVersions(ctx.tx, unitIds)).filter(({ valid }) => valid.from === null || valid.from <= act.on)
  const areas = [...new Map(begun.map(version => [version.unitId, version])).values()].toSorted((a, b) => a.position - b.position)
  const parent = issuer.parentUnitId === null ? undefined : await findVersionOn(ctx.tx, issuer.parentUnitId, act.on)
  const files = stepOf(law.book, 'appraise') ? await openAreas(ctx, season.id, unitIds) : []
  const appraisers = files.flatMap(({ events }) =>
    standingEvents(events).flatMap(each => (each.type === 'appraise' ? [each.appraiser] : [])),
  )
  return {
    season,
    book: await bookCalledOn(ctx, law, { unitIds: subjectIds, on: act.on }),
    provincialBasis: season.way?.basis ?? law.prepared.sheet?.basis ?? '',
    decision: act,
    issuer,
    parentKind: parent?.kind ?? null,
    capacityLines,
    areas: areas.map(({ unitId, calledInText, kind }) => ({ unitId, name: calledInText, kind })),
    appraisers: [...new Set(appraisers)],
  }
}
