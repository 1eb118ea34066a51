import { randomUUID } from 'node:crypto'
import { writeProvincialRules } from '#contract/score-sheet.ts'
import type { ProvincialRules } from '#domain/title/score-sheet.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, send, someone } from './factories.ts'
import { givenChair } from './season-of-commune.ts'
import { aProvince, type Province } from './season-of-units.ts'

// A province with a federation of labour beside it, and the rules it adopts for offices.

export type FederatedProvince = Awaited<ReturnType<typeof withFederation>>

export async function withFederation(database: World['database'], today = '2025-01-20') {
  const place: Province = await aProvince(database, today)
  const { world, provinceId } = place
  const unionId = await givenUnit(world.database.kysely, {
    name: 'Liên đoàn Lao động tỉnh minh họa',
    kind: 'tradeUnion',
    parentUnitId: provinceId,
  })
  const unionChair = someone('leader', [unionId, provinceId], { fullName: 'Cầm Văn Đoàn' })
  await givenChair(world, unionId, unionChair)
  return {
    ...place,
    unionId,
    unionChair,
    unionOfficer: someone('officer', [unionId, provinceId]),
    provinceOfficer: someone('officer', [provinceId]),
    provinceLeader: someone('leader', [provinceId], { fullName: 'Cầm Thị Xác' }),
  }
}

export async function adopted({ world, provinceOfficer, provinceId }: FederatedProvince, rules: ProvincialRules): Promise<string> {
  const id = randomUUID()
  await must(send(world, provinceOfficer, 'title.adoptRules', { id, unitId: provinceId, text: writeProvincialRules(rules) }))
  return id
}

export async function confirmed(place: FederatedProvince, rules: ProvincialRules): Promise<string> {
  const id = await adopted(place, rules)
  await must(send(place.world, place.provinceLeader, 'title.confirmRules', { id }))
  return id
}
