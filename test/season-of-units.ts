import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Honour } from '#domain/title/rule-book.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, send, someone, worldOn } from './factories.ts'
import { givenChair } from './season-of-commune.ts'

// Seasons of villages, communes and offices of an invented province that still has a district.

export type Province = Awaited<ReturnType<typeof aProvince>>

export async function aProvince(database: World['database'], today: string) {
  const tx = database.kysely
  const world = worldOn(database, plainDate(today))
  const provinceId = await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' })
  const districtId = await givenUnit(tx, { name: 'Huyện Minh Họa', kind: 'district', parentUnitId: provinceId })
  const commune = (name: string) => givenUnit(tx, { name, kind: 'commune', parentUnitId: districtId })
  const communeId = await commune('Xã Minh Họa')
  const otherCommuneId = await commune('Xã Bên')
  const village = (name: string) => givenUnit(tx, { name, kind: 'village', parentUnitId: communeId })
  const office = (name: string) => givenUnit(tx, { name, kind: 'agency', parentUnitId: districtId })
  const path = [districtId, provinceId]
  const people = {
    officer: someone('officer', [communeId, ...path]),
    districtOfficer: someone('officer', path),
    communeChair: someone('leader', [communeId, ...path], { fullName: 'Cầm Văn Xã' }),
    districtChair: someone('leader', path, { fullName: 'Cầm Văn Huyện' }),
    provinceChair: someone('leader', [provinceId], { fullName: 'Cầm Văn Tỉnh' }),
  }
  await givenChair(world, communeId, people.communeChair)
  await givenChair(world, districtId, people.districtChair)
  await givenChair(world, provinceId, people.provinceChair)
  return {
    world,
    provinceId,
    districtId,
    communeId,
    otherCommuneId,
    upperId: await village('Bản Trên'),
    lowerId: await village('Bản Dưới'),
    officeId: await office('Phòng Minh Họa'),
    ...people,
  }
}

/** Opened on a day, by whoever may. */
export async function opened(
  { world }: Pick<Province, 'world'>,
  actor: Actor,
  body: { readonly unitId: string; readonly honour: Honour; readonly year: number; readonly openedOn: string },
): Promise<string> {
  const id = randomUUID()
  await must(send(world, actor, 'season.open', { id, ...body }))
  return id
}

/** What was found of each requirement that has no points. */
export function found(
  file: { readonly seasonId: string; readonly areaUnitId: string },
  candidateIds: readonly string[],
  met: Record<string, boolean>,
): BodyInput<'season.assess'> {
  return { ...file, stage: 'meeting', rows: candidateIds.map(candidateId => ({ id: randomUUID(), candidateId, points: {}, met })) }
}

export function registering(
  file: { readonly seasonId: string; readonly areaUnitId: string },
  subjectIds: readonly string[],
  registeredOn: string,
): BodyInput<'season.register'> {
  return { ...file, candidates: subjectIds.map(subjectId => ({ id: randomUUID(), subjectId })), registeredOn }
}
