import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { YearsView } from '#contract/season-years.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type KeepRule, nothingSaidOfYears, type ProvincialRules } from '#domain/title/score-sheet.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'
import { villageYear } from '../../../test/recognised-units.ts'
import { aSeasonOfCommune, decision, givenHouseholds, register, submitted2022 } from '../../../test/season-of-commune.ts'
import { aProvince, type Province } from '../../../test/season-of-units.ts'
import { insertSuccessions, listVersions, updateVersionValid } from '../org/org.store.ts'
import type { World } from '../world.ts'

// What becomes of years won before a merger: the province says, somebody compares that with its text, and both are on record.

const mergedOn = plainDate('2023-01-01')
const basis = '05/2020/QĐ-UBND (dữ liệu minh họa)'

describe('years of two villages that became one', () => {
  test('are kept where the confirmed rule of the province says so, and the row of years goes through the merger', async ({ database }) => {
    const { place, newId, oldId } = await aMergedVillage(database, [2019, 2020, 2021, 2022])
    const { confirmedBy } = await adopted(place, { unit: 'anyPredecessor' })
    const view = await yearsOf(place, newId)
    const kept = view.years.filter(({ year }) => year === 2022)
    expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(['Bản Dưới', 'Bản Trên']))
    expect(kept).toMatchObject(both({ status: 'recognised', counts: 'kept', decision: { on: '2022-11-28' } }))
    for (const { takenFrom } of kept)
      expect(takenFrom).toMatchObject({
        kind: 'merger',
        on: mergedOn,
        rule: { keeps: 'anyPredecessor', basis, confirmation: { by: confirmedBy, on: '2023-12-31' } },
      })
    expect(view.honours).toMatchObject([
      {
        honour: 'culturalArea',
        certain: { years: [2019, 2020, 2021, 2022, 2023], brokenBy: { year: 2018, why: 'unknown' } },
        praise: { verdict: 'due', years: [2019, 2020, 2021, 2022, 2023] },
      },
    ])
    const before = await yearsOf(place, oldId)
    expect([before.name, before.years.map(({ year, counts }) => [year, counts])]).toEqual([
      'Bản Trên',
      [2022, 2021, 2020, 2019].map(year => [year, 'own']),
    ])
  })

  test('stay unsettled where the province has said nothing, or nobody has compared what it says with its text', async ({ database }) => {
    const { place, newId } = await aMergedVillage(database, [2022])
    const unsettled = {
      certain: { years: [2023], brokenBy: { year: 2022, why: 'unsettled' } },
      possible: { years: [2022, 2023] },
      praise: { verdict: 'notDue' },
    }
    const silent = await yearsOf(place, newId)
    expect(silent.honours).toMatchObject([unsettled])
    expect(silent.years.filter(({ year }) => year === 2022)).toMatchObject(both({ counts: 'unsettled', takenFrom: { rule: null } }))
    await adopted(place, { unit: 'anyPredecessor', isConfirmed: false })
    const unconfirmed = await yearsOf(place, newId)
    expect(unconfirmed.honours).toMatchObject([unsettled])
    const rule = { keeps: 'anyPredecessor', basis, confirmation: null }
    expect(unconfirmed.years.filter(({ year }) => year === 2022)).toMatchObject(both({ counts: 'unsettled', takenFrom: { rule } }))
  })

  test('are lost where the rule says so: the row ends at the merger, and the year is told as not kept', async ({ database }) => {
    const { place, newId } = await aMergedVillage(database, [2021, 2022])
    await adopted(place, { unit: 'none' })
    const view = await yearsOf(place, newId)
    expect(view.honours).toMatchObject([
      { certain: { years: [2023], brokenBy: { year: 2022, why: 'notKept' } }, possible: { years: [2023] }, praise: { verdict: 'notDue' } },
    ])
    expect(view.years.filter(({ counts }) => counts === 'notKept').map(({ year }) => year)).toEqual([2022, 2022, 2021, 2021])
  })

  test('follow a rule whose every step is in the trail: loaded, compared, taken back', async ({ database }) => {
    const { place, newId } = await aMergedVillage(database, [2022])
    const { id, confirms } = await adopted(place, { unit: 'anyPredecessor' })
    const reason = 'Tỉnh thu hồi văn bản'
    await must(send(place.world, confirms, 'title.withdrawRules', { id, reason }))
    expect((await yearsOf(place, newId)).honours).toMatchObject([{ certain: { years: [2023] }, possible: { years: [2022, 2023] } }])
    const entries = await database.kysely
      .selectFrom('auditEntry')
      .select(['command', 'actorName', 'unitId', 'after'])
      .where('subjectId', '=', id)
      .orderBy('seq')
      .execute()
    expect(entries).toMatchObject([
      { command: 'title.adoptRules', actorName: 'Lò Thị Nạp', after: { rules: { yearsKept: { unit: { merger: 'anyPredecessor' } } } } },
      { command: 'title.confirmRules', actorName: 'Lò Thị Xác Minh', after: { by: 'Lò Thị Xác Minh', on: '2023-12-31' } },
      { command: 'title.withdrawRules', actorName: 'Lò Thị Xác Minh', after: { reason } },
    ])
    expect(new Set(entries.map(({ unitId }) => unitId))).toEqual(new Set([place.provinceId]))
  })
})

describe('a village that is no more', () => {
  test('is read by those of the village it went into, and by nobody of the commune beside', async ({ database }) => {
    const { place, newId, oldId } = await aMergedVillage(database, [2022])
    const head = someone('unitHead', [newId, place.communeId, place.districtId, place.provinceId])
    expect(await must(ask(place.world, head, 'season.yearsOfUnit', { unitId: oldId }))).toMatchObject({ name: 'Bản Trên' })
    const beside = someone('officer', [place.otherCommuneId, place.districtId, place.provinceId])
    expect(await ask(place.world, beside, 'season.yearsOfUnit', { unitId: oldId })).toMatchObject({ code: 'account.not-allowed' })
  })

  test('stands in the years it won by the name it had then', async ({ database }) => {
    const place = await aProvince(database, '2023-12-31')
    await villageYear(place, 2021, [place.upperId])
    await renamed(place, place.communeId, 'Xã Đổi Tên', '2022-06-01')
    await villageYear(place, 2022, [place.upperId])
    const { years } = await yearsOf(place, place.upperId)
    expect(years.map(({ year, areaName }) => [year, areaName])).toEqual([
      [2022, 'Xã Đổi Tên'],
      [2021, 'Xã Minh Họa'],
    ])
  })
})

describe('years of a household that went into another', () => {
  test.for<readonly [KeepRule, readonly number[], string]>([
    ['anyPredecessor', [2022], 'kept'],
    ['none', [], 'notKept'],
  ])('by a rule that keeps %s count %j', async ([keeps, expected, counts], { database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-12-31', year: 2022, openedOn: '2022-01-03' })
    const { world, officer, headOfUpper, upper, upperId, provinceId, chair } = season
    const [an = '', binh = ''] = await givenHouseholds(season, upperId, ['Lò Văn An', 'Hà Thị Bình'])
    await submitted2022(season, upper, await register(season, upper, [an], '2022-01-10'))
    await must(send(world, chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [upperId] })))
    const taking = { householdId: binh, revision: 0, on: '2023-01-05', memberCount: 5, reason: 'về ở chung' }
    await must(send(world, officer, 'household.merge', { id: randomUUID(), ...taking, others: [{ householdId: an, revision: 0 }] }))
    const { confirmedBy } = await adopted({ world, provinceId }, { household: keeps })
    const view = await must(ask(world, headOfUpper, 'season.yearsOfHousehold', { householdId: binh }))
    expect(view.years).toMatchObject([
      { year: 2022, name: 'Lò Văn An', counts, takenFrom: { rule: { keeps, basis, confirmation: { by: confirmedBy } } } },
    ])
    expect(view.honours[0]?.certain.years ?? []).toEqual(expected)
  })

  test('name nobody of a village the reader does not answer for', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-12-31', year: 2022, openedOn: '2022-01-03' })
    const { world, officer, headOfUpper, headOfLower, upper, upperId, lowerId, chair } = season
    const [an = ''] = await givenHouseholds(season, upperId, ['Lò Văn An'])
    await submitted2022(season, upper, await register(season, upper, [an], '2022-01-10'))
    await must(send(world, chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [upperId] })))
    const part = randomUUID()
    const parts = [{ id: part, code: '', headName: 'Lò Văn Út', memberCount: 2, address: '', poverty: null }]
    const left = { householdId: an, revision: 0, on: '2023-01-02', memberCount: 3, reason: 'ở riêng' }
    await must(send(world, officer, 'household.split', { id: randomUUID(), ...left, parts }))
    const there = { areaUnitId: lowerId, address: '', on: '2023-02-01', reason: 'chuyển nhà' }
    await must(send(world, officer, 'household.move', { id: randomUUID(), householdId: part, revision: 0, ...there }))
    const seen = await must(ask(world, headOfLower, 'season.yearsOfHousehold', { householdId: part }))
    expect(seen).toMatchObject({ name: 'Lò Văn Út', years: [{ year: 2022, name: null, areaName: 'Bản Trên', takenFrom: { name: null } }] })
    expect(JSON.stringify(seen)).not.toContain('Lò Văn An')
    expect(await ask(world, headOfUpper, 'season.yearsOfHousehold', { householdId: part })).toMatchObject({ code: 'account.not-allowed' })
    const whole = await must(ask(world, officer, 'season.yearsOfHousehold', { householdId: part }))
    expect(whole.years).toMatchObject([{ name: 'Lò Văn An', takenFrom: { name: 'Lò Văn An' } }])
  })
})

function both<Year>(year: Year): Year[] {
  return [year, year]
}

function yearsOf({ world, provinceId }: Province, unitId: string): Promise<YearsView> {
  return must(ask(world, someone('viewer', [provinceId]), 'season.yearsOfUnit', { unitId }))
}

/** Two villages recognised in these years, one since the first day of 2023, recognised in that year as well. */
async function aMergedVillage(database: World['database'], years: readonly number[]) {
  const place = await aProvince(database, '2023-12-31')
  const { communeId, upperId, lowerId } = place
  for (const year of years) await villageYear(place, year, [upperId, lowerId])
  const tx = database.kysely
  const newId = await givenUnit(tx, { name: 'Bản Mới', kind: 'village', parentUnitId: communeId })
  for (const { id } of await listVersions(tx, [newId])) await updateVersionValid(tx, { id, valid: { from: mergedOn, until: null } })
  for (const { id } of await listVersions(tx, [upperId, lowerId]))
    await updateVersionValid(tx, { id, valid: { from: null, until: mergedOn } })
  const whole = { toUnitId: newId, on: mergedOn, extent: 'whole', isVerified: true, basis: null } as const
  await insertSuccessions(
    tx,
    [upperId, lowerId].map(fromUnitId => ({ ...whole, fromUnitId })),
  )
  await villageYear(place, 2023, [newId])
  return { place, newId, oldId: upperId }
}

async function renamed({ world }: Province, unitId: string, name: string, from: string): Promise<void> {
  const [before] = await listVersions(world.database.kysely, [unitId])
  if (!before) throw new Error('no unit to rename')
  const { parentUnitId, kind } = before
  const version = { shortName: '', code: '', namedAfterPerson: false, position: 0, letterhead: null, functions: '', source: 'minh họa' }
  const admin = someone('admin', [parentUnitId ?? ''])
  const body = { ...version, id: randomUUID(), unitId, name, kind, parentUnitId, calledInText: name, valid: { from, until: null } }
  await must(send(world, admin, 'org.addVersion', body))
}

type Kept = { readonly unit?: KeepRule; readonly household?: KeepRule; readonly isConfirmed?: boolean }

/** Said by the province since 2020, loaded by one and compared with its text by another. */
async function adopted({ world, provinceId }: Pick<Province, 'world' | 'provinceId'>, { unit, household, isConfirmed = true }: Kept) {
  const yearsKept: ProvincialRules['yearsKept'] = {
    household: { ...nothingSaidOfYears.household, merger: household ?? null },
    unit: { ...nothingSaidOfYears.unit, merger: unit ?? null },
  }
  const text = provincialFile({ basis, yearsKept, sheets: [], levelNames: [], valid: { from: plainDate('2020-01-01'), until: null } })
  const id = randomUUID()
  const confirms = someone('leader', [provinceId], { fullName: 'Lò Thị Xác Minh' })
  const loads = someone('officer', [provinceId], { fullName: 'Lò Thị Nạp' })
  await must(send(world, loads, 'title.adoptRules', { id, unitId: provinceId, text }))
  if (isConfirmed) await must(send(world, confirms, 'title.confirmRules', { id }))
  return { id, confirms, confirmedBy: confirms.fullName }
}
