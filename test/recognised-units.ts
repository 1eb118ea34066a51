import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { must, send, someone, worldOn } from './factories.ts'
import { provincialFile } from './provincial-rules.ts'
import { type Area, gathered, step } from './season-of-commune.ts'
import { aProvince, found, opened, type Province, registering } from './season-of-units.ts'

// Units with an act that recognised them: what is printed about villages, communes and offices begins here.

type Database = Parameters<typeof aProvince>[0]
type Registering = { readonly unitIds: readonly string[]; readonly on: string }

async function registered({ world }: Province, actor: Actor, file: Area, { unitIds, on }: Registering): Promise<string[]> {
  return (await must(send(world, actor, 'season.register', registering(file, unitIds, on)))).map(({ id }) => id)
}

/** The province calls its villages by a name of their own, and somebody compares the file with its text on a day. */
export async function namesOfProvince({ world, provinceId }: Province, day: string): Promise<void> {
  const id = randomUUID()
  const text = provincialFile({ valid: { from: plainDate('2020-01-01'), until: null }, sheets: [] })
  const then = worldOn(world.database, plainDate(day))
  await must(send(then, someone('officer', [provinceId]), 'title.adoptRules', { id, unitId: provinceId, text }))
  await must(send(then, someone('leader', [provinceId]), 'title.confirmRules', { id }))
}

/** Two villages under 122/2018/NĐ-CP, reviewed together by their commune, by the chair of the district. */
export async function recognisedVillages(database: Database, before: (place: Province) => Promise<void> = async () => {}) {
  const place = await aProvince(database, '2023-01-20')
  await before(place)
  const { world, officer, communeId, upperId, lowerId } = place
  const seasonId = await opened(place, officer, { unitId: communeId, honour: 'culturalArea', year: 2022, openedOn: '2022-01-03' })
  const file = { seasonId, areaUnitId: communeId }
  const ids = await registered(place, officer, file, { unitIds: [upperId, lowerId], on: '2022-01-10' })
  await must(send(world, officer, 'season.assess', { ...found(file, ids, {}), stage: 'self' }))
  await must(send(world, officer, 'season.makeList', { ...step(file, '2022-11-10'), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { convened: 20, present: 15, list: { for: 15, against: 0, other: 0 } })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2022-11-20'), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, '2022-11-22')))
  const open = 'Tỉnh chưa có thang điểm được xác minh'
  const act = { ...unitAct(file, { issuerUnitId: place.districtId, on: '2022-11-28', total: 2 }), openAccepted: open }
  const { id: decisionId } = await must(send(world, place.districtChair, 'season.decide', act))
  return { place, file, decisionId }
}

/** An exemplary commune under 86/2023/NĐ-CP: the district reviews and posts, the chair of the province decides. */
export async function recognisedCommune(database: Database) {
  const place = await aProvince(database, '2024-12-31')
  const { world, districtOfficer, districtId, communeId } = place
  const season = { unitId: districtId, honour: 'exemplaryCommune', year: 2024, openedOn: '2024-10-01' } as const
  const file = { seasonId: await opened(place, districtOfficer, season), areaUnitId: districtId }
  const ids = await registered(place, districtOfficer, file, { unitIds: [communeId], on: '2024-10-05' })
  await must(send(world, districtOfficer, 'season.assess', found(file, ids, { leads: true })))
  await must(send(world, districtOfficer, 'season.makeList', { ...step(file, '2024-11-01'), leftOut: [] }))
  await must(send(world, districtOfficer, 'season.gather', gathered(file, { heldOn: '2024-11-05' })))
  await must(send(world, districtOfficer, 'season.concludeMeeting', { ...step(file, '2024-11-05'), leftOut: [] }))
  await must(send(world, districtOfficer, 'season.post', { ...step(file, '2024-11-06'), lastOn: '2024-11-16', place: 'Trang của huyện' }))
  await must(send(world, districtOfficer, 'season.submit', step(file, '2024-11-18')))
  const open = 'Tỉnh chưa có thang điểm được xác minh'
  const act = { ...unitAct(file, { issuerUnitId: place.provinceId, on: '2024-11-25', total: 1 }), openAccepted: open }
  const { id: decisionId } = await must(send(world, place.provinceChair, 'season.decide', act))
  return { place, file, decisionId }
}

function unitAct(
  { seasonId, areaUnitId }: Area,
  said: Pick<BodyInput<'season.decide'>, 'issuerUnitId' | 'on' | 'total'>,
): BodyInput<'season.decide'> {
  return { id: randomUUID(), seasonId, areaUnitIds: [areaUnitId], symbol: 'QĐ-UBND', openAccepted: '', openExcept: [], ...said }
}

/** Two years in a row, then the act of the district. */
export async function recognisedOffice(database: Database) {
  const place = await aProvince(database, '2017-01-20')
  await officeYear(place, 2015)
  const file = await officeYear(place, 2016)
  const act: BodyInput<'season.decide'> = {
    id: randomUUID(),
    seasonId: file.seasonId,
    areaUnitIds: [file.areaUnitId],
    issuerUnitId: place.districtId,
    on: '2016-12-20',
    symbol: 'QĐ-UBND',
    total: 1,
    round: 'first',
    openAccepted: '',
    openExcept: [],
  }
  const { id: decisionId } = await must(send(place.world, place.districtChair, 'season.decide', act))
  return { place, file, decisionId }
}

async function officeYear(place: Province, year: number): Promise<Area> {
  const { world, districtId, districtOfficer, officeId } = place
  const season = { unitId: districtId, honour: 'culturalOffice', year, openedOn: `${year}-01-05` } as const
  const file = { seasonId: await opened(place, districtOfficer, season), areaUnitId: officeId }
  const ids = await registered(place, districtOfficer, file, { unitIds: [officeId], on: season.openedOn })
  await must(send(world, districtOfficer, 'season.assess', { ...found(file, ids, {}), stage: 'self' }))
  await must(send(world, districtOfficer, 'season.assess', found(file, ids, { standards: true })))
  await must(send(world, districtOfficer, 'season.submit', step(file, `${year}-12-01`)))
  const appraisal = { leftOut: [], appraiser: 'Ban Chỉ đạo huyện', remarks: '' }
  await must(send(world, districtOfficer, 'season.appraise', { ...step(file, `${year}-12-10`), ...appraisal }))
  return file
}
