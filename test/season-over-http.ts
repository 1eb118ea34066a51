import { randomUUID } from 'node:crypto'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Database } from '#server/db/connect.ts'
import { listVersions, updateVersionValid } from '#server/org/org.store.ts'
import { type Browser, givenAccount, givenApp, openBrowser, type TestApp } from './app.ts'
import { openTestDatabase } from './database.ts'
import { givenUnit, must, send } from './factories.ts'
import {
  type Area,
  aSeasonOfCommune,
  asHead,
  decision,
  gathered,
  givenChair,
  givenHouseholds,
  lookedAt,
  register,
  revocation,
  type SeasonOfCommune,
  step,
  submitted2022,
} from './season-of-commune.ts'

// Seasons that stand somewhere in the middle, with a server and people signed in who may do the next step.

export type Of2022 = SeasonOfCommune & {
  /** Ten households have a list and no meeting yet. */
  readonly middle: Area
  readonly listed: readonly string[]
  /** Two were decided on in the upper village; the file of the lower one is in, with two more. */
  readonly decided: readonly string[]
  readonly decisionId: string
  /** Lives in the lower village and stands on no list. */
  readonly strangerId: string
  readonly laterId: string
}
export type Of2024 = SeasonOfCommune & { readonly candidates: readonly string[] }

export type Who = 'officer' | 'chair'
export type Place<World> = {
  readonly world: World
  readonly app: TestApp
  readonly people: Readonly<Record<Who, Browser>>
  readonly database: Database
}

/** The season up to where it is told, and the server that answers for it. */
export async function openSeason<World extends SeasonOfCommune>(
  days: Parameters<typeof aSeasonOfCommune>[1],
  until: (season: SeasonOfCommune) => Promise<World>,
): Promise<Place<World>> {
  const database = await openTestDatabase()
  const world = await until(await aSeasonOfCommune(database, days))
  const app = await givenApp(world.world)
  const at = { unitId: world.communeId }
  await givenAccount(world.world, { ...at, username: 'can.bo', role: 'officer' })
  const accountId = await givenAccount(world.world, { ...at, username: 'chu.tich', role: 'leader' })
  await givenChair(world.world, world.communeId, { ...world.chair, accountId, fullName: 'Người thử chu.tich' })
  const people = { officer: openBrowser(app), chair: openBrowser(app) }
  await people.officer.signIn('can.bo')
  await people.chair.signIn('chu.tich')
  return { world, app, people, database }
}

export async function until2022(season: SeasonOfCommune): Promise<Of2022> {
  const tx = season.world.database.kysely
  const of = async (area: Area, names: readonly string[]) =>
    register(season, area, await givenHouseholds(season, area.areaUnitId, names), '2022-01-10')
  const decided = await of(season.upper, ['Lò Văn An', 'Lò Văn Bình'])
  await submitted2022(season, season.upper, decided)
  const first = decision(season, { areaUnitIds: [season.upperId], total: 2 })
  await must(send(season.world, season.chair, 'season.decide', first))
  await must(send(season.world, season.chair, 'season.revoke', revocation(season, decided[1] ?? '', { on: '2023-01-04' })))
  await submitted2022(season, season.lower, await of(season.lower, ['Cầm Văn An', 'Cầm Văn Bình']))
  const [strangerId = ''] = await givenHouseholds(season, season.lowerId, ['Cầm Văn Lạ'])
  const middleId = await givenUnit(tx, { name: 'Bản Giữa', kind: 'village', parentUnitId: season.communeId })
  const middle = { seasonId: season.seasonId, areaUnitId: middleId }
  const households = await givenHouseholds(season, middleId, ['Quàng Văn An', 'Quàng Văn Bình'])
  const candidates = households.map(subjectId => ({ id: randomUUID(), subjectId }))
  await must(send(season.world, season.officer, 'season.register', { ...middle, candidates, registeredOn: '2022-01-10' }))
  const listed = candidates.map(({ id }) => id)
  await must(send(season.world, season.officer, 'season.makeList', { ...step(middle, '2022-11-10'), leftOut: [] }))
  await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(middle, '2022-11-20')))
  const laterId = await givenUnit(tx, { name: 'Xã Lập Sau', kind: 'commune', parentUnitId: season.provinceId })
  for (const { id } of await listVersions(tx, [laterId]))
    await updateVersionValid(tx, { id, valid: { from: plainDate('2022-12-10'), until: null } })
  return { ...season, middle, listed, decided, decisionId: first.id, strangerId, laterId }
}

export async function until2024(season: SeasonOfCommune): Promise<Of2024> {
  const candidates: string[] = []
  for (const [area, name] of [
    [season.upper, 'Lò Văn An'],
    [season.lower, 'Cầm Văn An'],
  ] as const) {
    candidates.push(...(await register(season, area, await givenHouseholds(season, area.areaUnitId, [name]), '2024-10-01')))
    await must(asHead(season, 'season.gather', gathered(area, { heldOn: '2024-11-01' })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(area, '2024-11-01'), leftOut: [] }))
  }
  await must(asHead(season, 'season.post', { ...step(season.lower, '2024-11-02'), lastOn: '2024-11-22', place: 'Nhà văn hóa bản' }))
  return { ...season, candidates }
}
