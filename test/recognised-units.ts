import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { givenUnit, must, send, someone, worldOn } from './factories.ts'
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
  return { place, ...(await villageYear(place, 2022, [place.upperId, place.lowerId])) }
}

/** Villages of one year, reviewed together by their commune and recognised by the chair of the district. */
export async function villageYear(place: Province, year: number, unitIds: readonly string[]) {
  const { world, officer, communeId } = place
  const season = { unitId: communeId, honour: 'culturalArea', year, openedOn: `${year}-01-03` } as const
  const file = { seasonId: await opened(place, officer, season), areaUnitId: communeId }
  const ids = await registered(place, officer, file, { unitIds, on: `${year}-01-10` })
  await must(send(world, officer, 'season.assess', { ...found(file, ids, {}), stage: 'self' }))
  await met(place, file, `${year}-11`)
  const said = { issuerUnitId: place.districtId, on: `${year}-11-28`, total: unitIds.length }
  const act = { ...unitAct(file, said), openAccepted: 'Tỉnh chưa có thang điểm được xác minh' }
  const { id: decisionId } = await must(send(world, place.districtChair, 'season.decide', act))
  return { file, decisionId }
}

/** The list, the meeting and the dossier of one month; everybody has all votes. */
async function met({ world, officer }: Province, file: Area, month: string): Promise<void> {
  const votes = { convened: 20, present: 15, list: { for: 15, against: 0, other: 0 } }
  await must(send(world, officer, 'season.makeList', { ...step(file, `${month}-10`), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { heldOn: `${month}-20`, ...votes })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, `${month}-20`), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, `${month}-22`)))
}

/** Seven villages, five years in a row; one of them is praised for these. */
export async function praisedVillage(database: Database) {
  const place = await aProvince(database, '2023-01-20')
  const { world, districtOfficer, officer, communeId, upperId, lowerId } = place
  const more = ['Bản Ba', 'Bản Bốn', 'Bản Năm', 'Bản Sáu', 'Bản Bảy']
  const unitIds = [upperId, lowerId]
  for (const name of more) unitIds.push(await givenUnit(world.database.kysely, { name, kind: 'village', parentUnitId: communeId }))
  for (const year of [2018, 2019, 2020, 2021, 2022]) await villageYear(place, year, unitIds)
  const season = { unitId: communeId, honour: 'areaPraise', year: 2022, openedOn: '2022-12-01' } as const
  const file = { seasonId: await opened(place, officer, season), areaUnitId: communeId }
  await registered(place, officer, file, { unitIds: [upperId], on: '2022-12-05' })
  await met(place, file, '2022-12')
  const council = { leftOut: [], appraiser: 'Hội đồng Thi đua - Khen thưởng huyện', remarks: '' }
  await must(send(world, districtOfficer, 'season.appraise', { ...step(file, '2022-12-26'), ...council }))
  const act = unitAct(file, { issuerUnitId: place.districtId, on: '2022-12-28', total: 1 })
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
