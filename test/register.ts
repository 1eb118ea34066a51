import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { BodyInput, CommandName } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { receiveFile } from '#server/household/list.upload.ts'
import { saveListFile } from '#server/household/list-file.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, someone, worldOn } from './factories.ts'

// An invented commune with two villages, a village elsewhere, and those who keep or read its register.

export type Commune = Awaited<ReturnType<typeof aCommune>>

/** In a province of its own, which is there already where it is named. */
export async function aCommune(database: World['database'], inside?: { readonly provinceId: string }) {
  const tx = database.kysely
  const provinceId = inside?.provinceId ?? (await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' }))
  const known = inside ? {} : { shortName: 'XMH' }
  const communeId = await givenUnit(tx, { name: 'Xã Minh Họa', kind: 'commune', parentUnitId: provinceId, ...known })
  const elsewhereId = await givenUnit(tx, { name: 'Xã Khác', kind: 'commune', parentUnitId: provinceId })
  const village = (name: string, parentUnitId: string) => givenUnit(tx, { name, kind: 'village', parentUnitId })
  const units = {
    provinceId,
    communeId,
    elsewhereId,
    upperId: await village('Bản Trên', communeId),
    lowerId: await village('Bản Dưới', communeId),
    foreignId: await village('Bản Xa', elsewhereId),
  }
  const path = [communeId, provinceId]
  const people = {
    officer: someone('officer', path),
    headOfUpper: someone('unitHead', [units.upperId, ...path], { fullName: 'Trưởng bản Trên' }),
    headOfLower: someone('unitHead', [units.lowerId, ...path], { fullName: 'Trưởng bản Dưới' }),
    reader: someone('viewer', [provinceId]),
    leader: someone('leader', [provinceId]),
  }
  return { world: worldOn(database), ...units, ...people }
}

/** A list sent in by the screen, waiting to be told how it is read. */
export async function sendList(
  world: World,
  actor: Actor,
  { content, ...list }: { id: string; unitId: string; content: string | Uint8Array; sender?: string; fileName?: string },
): Promise<string> {
  await saveListFile(world.files, list.id, Readable.from([Buffer.from(content)]))
  await must(receiveFile(world, actor, { sender: '', fileName: 'danh sách.csv', ...list }))
  return list.id
}

export function householdBody(areaUnitId: string, changes: Partial<BodyInput<'household.enter'>> = {}): BodyInput<'household.enter'> {
  return {
    id: randomUUID(),
    code: '',
    headName: 'Lò Văn Toản',
    memberCount: 4,
    address: '',
    areaUnitId,
    poverty: 'none',
    from: '2022-01-01',
    isAnother: false,
    ...changes,
  }
}

type HouseholdCommand = Extract<CommandName, `household.${string}`>
type Named = Readonly<Record<'area' | 'household' | 'household2' | 'ground' | 'list', string>>

/** A body for every command about households, on what was recorded. */
export function householdBodiesOf(ids: Named): { [Name in HouseholdCommand]: BodyInput<Name> } {
  const { area, household } = ids
  const family = { headName: 'Lò Văn Một', memberCount: 4, address: '', poverty: null } as const
  const changing = { id: randomUUID(), householdId: household, revision: 0 }
  return {
    'household.enter': { ...family, id: randomUUID(), code: '', areaUnitId: area, from: '2022-01-01', isAnother: true },
    'household.amend': { ...family, ...changing, from: '2022-02-01', reason: 'thêm người' },
    'household.move': { ...changing, areaUnitId: area, address: '', on: '2022-03-01', reason: '' },
    'household.split': { ...changing, on: '2022-03-01', memberCount: 2, parts: [{ ...family, id: randomUUID(), code: '' }], reason: '' },
    'household.merge': {
      ...changing,
      on: '2022-03-01',
      memberCount: 8,
      others: [{ householdId: ids.household2, revision: 0 }],
      reason: '',
    },
    'household.end': { householdId: household, revision: 0, on: '2022-04-01', cause: 'movedAway' },
    'household.recordGround': {
      id: randomUUID(),
      householdId: household,
      matter: 'construction',
      handling: 'fined',
      on: '2022-03-01',
      basis: 'Quyết định minh họa',
      documentId: null,
    },
    'household.withdrawGround': { id: ids.ground, reason: 'ghi nhầm hộ' },
    'household.tryList': { id: ids.list, headerAt: 0, mapping: ['headName'], encoding: null, from: '2022-01-01' },
    'household.takeList': { id: ids.list, mode: 'addOnly' },
    'household.dropList': { id: ids.list },
    'household.lookAtGrounds': { householdId: household, purpose: 'bình xét' },
  }
}
