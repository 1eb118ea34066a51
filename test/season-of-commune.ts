import { randomUUID } from 'node:crypto'
import type { Answer, BodyInput, CommandName } from '#contract/index.ts'
import type { SeasonAreaView } from '#contract/season.ts'
import type { Actor } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Outcome } from '#server/http/run.ts'
import { insertAppointment, insertMandate, insertPosition } from '#server/org/position.store.ts'
import type { World } from '#server/world.ts'
import { must, send, someone, worldOn } from './factories.ts'
import { aCommune, householdBody } from './register.ts'

// A season of an invented commune with two villages, through the commands its people send.

export type SeasonOfCommune = Awaited<ReturnType<typeof aSeasonOfCommune>>
type Days = { readonly today: string; readonly year: number; readonly openedOn: string }

export async function aSeasonOfCommune(
  database: World['database'],
  { today, year, openedOn }: Days,
  inside?: { readonly provinceId: string },
) {
  const commune = { ...(await aCommune(database, inside)), world: worldOn(database, plainDate(today)) }
  const { communeId, provinceId, world } = commune
  const chair = someone('leader', [communeId, provinceId], { fullName: 'Cầm Văn Chủ' })
  await givenChair(world, communeId, chair)
  const seasonId = randomUUID()
  await must(send(world, commune.officer, 'season.open', { id: seasonId, unitId: communeId, honour: 'culturalFamily', year, openedOn }))
  return { ...commune, chair, seasonId, upper: { seasonId, areaUnitId: commune.upperId }, lower: { seasonId, areaUnitId: commune.lowerId } }
}

/** Whoever signs holds a position that may sign. */
export async function givenChair(world: World, unitId: string, { accountId, fullName }: Actor): Promise<void> {
  const tx = world.database.kysely
  const positionId = randomUUID()
  const held = { positionId, valid: always, basis: 'dữ liệu minh họa' }
  await insertPosition(tx, { id: positionId, unitId, name: 'Chủ tịch', rank: 'head' })
  await insertAppointment(tx, { ...held, id: randomUUID(), fullName, accountId })
  await insertMandate(tx, { ...held, id: randomUUID(), unitId, capacity: 'own', forName: null })
}

/** Households in the register of a village since the beginning of 2020. */
export async function givenHouseholds(season: SeasonOfCommune, areaUnitId: string, names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const headName of names) {
    const body = householdBody(areaUnitId, { headName, from: '2020-01-01' })
    await must(send(season.world, season.officer, 'household.enter', body))
    ids.push(body.id)
  }
  return ids
}

/** A village head's command, by whoever heads the village. */
export function asHead<Name extends CommandName>(
  season: SeasonOfCommune,
  name: Name,
  body: BodyInput<Name>,
): Promise<Outcome<Answer<Name>>> {
  const head = 'areaUnitId' in body && body.areaUnitId === season.lowerId ? season.headOfLower : season.headOfUpper
  return send(season.world, head, name, body)
}

/** Registered, in the order of the households; the ids of the registrations. */
export async function register(
  season: SeasonOfCommune,
  area: Area,
  householdIds: readonly string[],
  registeredOn: string,
): Promise<string[]> {
  const candidates = householdIds.map(subjectId => ({ id: randomUUID(), subjectId }))
  await must(asHead(season, 'season.register', { ...area, candidates, registeredOn }))
  return candidates.map(({ id }) => id)
}
export type Area = { readonly seasonId: string; readonly areaUnitId: string }

export function assessed(area: Area, candidateIds: readonly string[], stage: 'self' | 'meeting', points = {}): BodyInput<'season.assess'> {
  return { ...area, stage, rows: candidateIds.map(candidateId => ({ id: randomUUID(), candidateId, points })) }
}

export function gathered(area: Area, changes: Partial<BodyInput<'season.gather'>> = {}): BodyInput<'season.gather'> {
  return {
    id: randomUUID(),
    ...area,
    heldOn: '2022-11-20',
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

export function step(area: Area, on: string): { id: string; on: string } & Area {
  return { id: randomUUID(), on, ...area }
}

/** The officer says that the registers have been looked through for grounds of exclusion. */
export function lookedAt({ seasonId, areaUnitId }: Area, upTo: string): BodyInput<'season.reviewGrounds'> {
  return { id: randomUUID(), seasonId, areaUnitIds: [areaUnitId], upTo }
}

type HandedIn = { readonly told?: Partial<BodyInput<'season.gather'>>; readonly by?: Actor }

/** Under 122/2018/NĐ-CP up to the dossier: list, meeting, submission on days of November 2022. Nobody has looked for grounds. */
export async function handedIn2022(
  season: SeasonOfCommune,
  area: Area,
  candidateIds: readonly string[],
  { told = {}, by = season.officer }: HandedIn = {},
): Promise<SeasonAreaView> {
  await must(asHead(season, 'season.assess', assessed(area, candidateIds, 'self')))
  await must(asHead(season, 'season.makeList', { ...step(area, '2022-11-10'), leftOut: [] }))
  await must(asHead(season, 'season.gather', gathered(area, told)))
  await must(asHead(season, 'season.concludeMeeting', { ...step(area, '2022-11-20'), leftOut: [] }))
  return must(send(season.world, by, 'season.submit', step(area, '2022-11-22')))
}

/** The same, and the officer has looked for grounds of exclusion: ready to be decided on. */
export async function submitted2022(
  season: SeasonOfCommune,
  area: Area,
  candidateIds: readonly string[],
  told: Partial<BodyInput<'season.gather'>> = {},
): Promise<SeasonAreaView> {
  await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(area, '2022-11-20')))
  const by = area.areaUnitId === season.lowerId ? season.headOfLower : season.headOfUpper
  return handedIn2022(season, area, candidateIds, { told, by })
}

/** Under 86/2023/NĐ-CP up to the dossier: points of a meeting at which all vote for all, posting, submission in November 2024. */
export async function submitted2024(
  season: SeasonOfCommune,
  area: Area,
  candidateIds: readonly string[],
  pointsOf: readonly Readonly<Record<string, number>>[],
): Promise<SeasonAreaView> {
  const rows = pointsOf.map((points, at) => ({ id: randomUUID(), candidateId: candidateIds[at] ?? '', points }))
  await must(asHead(season, 'season.assess', { ...area, stage: 'meeting', rows }))
  const all = candidateIds.length
  const votes = { convened: all, present: all, list: { for: all, against: 0, other: 0 } }
  await must(asHead(season, 'season.gather', gathered(area, { heldOn: '2024-11-01', ...votes })))
  await must(asHead(season, 'season.concludeMeeting', { ...step(area, '2024-11-01'), leftOut: [] }))
  await must(asHead(season, 'season.post', { ...step(area, '2024-11-02'), lastOn: '2024-11-12', place: 'Nhà văn hóa bản' }))
  const view = await must(asHead(season, 'season.submit', step(area, '2024-11-13')))
  await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(area, '2024-11-14')))
  return view
}

/** Taken back by the chair of the commune, before the law that names the grounds. */
export function revocation(
  season: SeasonOfCommune,
  candidateId: string,
  changes: Partial<BodyInput<'season.revoke'>> = {},
): BodyInput<'season.revoke'> {
  return {
    id: randomUUID(),
    candidateId,
    issuerUnitId: season.communeId,
    on: '2023-01-05',
    symbol: 'QĐ-UBND',
    ground: 'textOfTheDay',
    basis: '15/KL-UBND',
    ...changes,
  }
}

export function decision(season: SeasonOfCommune, changes: Partial<BodyInput<'season.decide'>> = {}): BodyInput<'season.decide'> {
  return {
    id: randomUUID(),
    seasonId: season.seasonId,
    issuerUnitId: season.communeId,
    areaUnitIds: [season.upperId, season.lowerId],
    on: '2022-12-05',
    symbol: 'QĐ-UBND',
    total: 3,
    openAccepted: 'Tỉnh chưa có thang điểm được xác minh; theo kết quả bình xét của bản',
    openExcept: [],
    ...changes,
  }
}
