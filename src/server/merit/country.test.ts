import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { MeritFiguresView } from '#contract/merit.ts'
import { measures } from '#domain/merit/counts.ts'
import { addSums, figureOf, nothing } from '#domain/merit/sum.ts'
import type { ProvincialRules } from '#domain/title/score-sheet.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'
import { householdBody } from '../../../test/register.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  type SeasonOfCommune,
  submitted2024,
} from '../../../test/season-of-commune.ts'
import type { World } from '../world.ts'

// Two provinces of one country, each with a sheet, a threshold and names of its own, and the season of one year in both.

const of2024 = { today: '2024-12-31', year: 2024, openedOn: '2024-02-01' }
const families = { honour: 'culturalFamily', year: '2024' } as const

describe('two provinces with different sheets', () => {
  test('find one and the same household wanting here and worthy there', async ({ database }) => {
    const { strict, mild } = await twoProvinces(database)
    expect(strict.proposal.recognised.map(({ headName }) => headName)).toEqual(['Lò Văn An'])
    expect(strict.proposal.failed).toMatchObject([{ headName: 'Lò Văn Bình', reasons: [{ code: 'total-too-low' }] }])
    expect(mild.proposal).toMatchObject({ recognised: [{ headName: 'Lò Văn An' }, { headName: 'Lò Văn Bình' }], failed: [], open: [] })
  })

  test('are judged each by its own text: no line, name or text of one is known in the other', async ({ database }) => {
    const { strict, mild } = await twoProvinces(database)
    const reason = strict.proposal.failed[0]?.reasons[0]
    expect(reason?.clause).toContain('01/2024/QĐ-UBND')
    for (const [own, other] of [
      [strict, mild],
      [mild, strict],
    ] as const) {
      const law = await must(ask(own.season.world, own.season.officer, 'title.law', { unitId: own.season.communeId }))
      expect(law.rules.map(({ rules }) => rules.basis)).toEqual([own.rules.basis])
      expect(JSON.stringify(law)).not.toContain(other.rules.levelNames[0]?.titleName)
      const { world, officer, communeId } = own.season
      const villages = { id: randomUUID(), unitId: communeId, honour: 'culturalArea', year: 2024, openedOn: '2024-12-01' } as const
      await must(send(world, officer, 'season.open', villages))
      const { season } = await must(ask(world, officer, 'season.board', { id: villages.id }))
      expect(season.bookName).toBe(own.rules.levelNames[0]?.titleName)
      expect(await ask(own.season.world, own.season.officer, 'season.board', { id: other.season.seasonId })).toMatchObject({
        code: 'account.not-allowed',
      })
    }
  })

  test('add up to the country: every number and what it is of is the sum of the provinces', async ({ database }) => {
    const { world, ministry, countryId, strict, mild } = await twoProvinces(database)
    const country = await must(ask(world, ministry, 'merit.figures', { unitId: countryId, ...families }))
    const ofStrict = await figuresAt(strict.season)
    const ofMild = await figuresAt(mild.season)
    expect(country.parts.map(({ unitName, sum }) => [unitName, sum])).toEqual([
      ['Tỉnh Chặt', ofStrict.total.sum],
      ['Tỉnh Rộng', ofMild.total.sum],
    ])
    expect(country.total.sum).toEqual(addSums(ofStrict.total.sum, ofMild.total.sum))
    for (const measure of measures) {
      const [whole, ...parts] = [country, ofStrict, ofMild].map(({ total }) => figureOf(measure, total.sum))
      const told = parts.filter(({ count }) => count !== null)
      expect(whole?.count ?? null).toBe(told.length === 0 ? null : told.reduce((sum, { count }) => sum + (count ?? 0), 0))
      expect(whole?.of).toBe(parts.reduce((sum, part) => sum + part.of, 0))
      expect(whole?.all).toBe(parts.reduce((sum, part) => sum + part.all, 0))
    }
    expect(figureOf('recognised', country.total.sum)).toMatchObject({ count: 3, base: 'registered', of: 4, all: 5 })
    expect(figureOf('notReached', country.total.sum)).toMatchObject({ count: 1, of: 4 })
    expect(country.total.sum.counts.reasons).toEqual({ 'total-too-low': 1 })
    expect(country.total.sum).toMatchObject({ everywhere: 5, communes: { recorded: 2, of: 4 } })
    expect(country.undivided).toEqual(nothing)
  })

  test('a province with nothing on record adds no zero to the country, and its communes are among those missing', async ({ database }) => {
    const { world, ministry, countryId } = await twoProvinces(database)
    const provinceId = await givenUnit(world.database.kysely, { name: 'Tỉnh Chưa Ghi', kind: 'province', parentUnitId: countryId })
    const communeId = await givenUnit(world.database.kysely, { name: 'Xã Chưa Ghi', kind: 'commune', parentUnitId: provinceId })
    const villageId = await givenUnit(world.database.kysely, { name: 'Bản Chưa Ghi', kind: 'village', parentUnitId: communeId })
    await must(send(world, someone('officer', [communeId, provinceId, countryId]), 'household.enter', householdBody(villageId)))
    const { total, parts } = await must(ask(world, ministry, 'merit.figures', { unitId: countryId, ...families }))
    const silent = parts.find(({ unitId }) => unitId === provinceId)
    expect(silent && figureOf('recognised', silent.sum)).toMatchObject({ count: null, of: 0 })
    expect(silent?.sum).toMatchObject({ all: 0, everywhere: 1, communes: { recorded: 0, of: 1 } })
    expect(total.sum).toMatchObject({ all: 5, everywhere: 6, communes: { recorded: 2, of: 5 } })
  })
})

describe("the country's desk", () => {
  test('counts and reads which household is behind a number by its place, never by its name', async ({ database }) => {
    const { world, ministry, countryId } = await twoProvinces(database)
    const asked = { unitId: countryId, ...families, measure: 'recognised' } as const
    const { rows } = await must(ask(world, ministry, 'merit.rows', asked))
    expect(rows.map(({ areaName, headName }) => [areaName, headName])).toEqual([
      ['Bản Trên, Xã Minh Họa, Tỉnh Chặt', null],
      ['Bản Trên, Xã Minh Họa, Tỉnh Rộng', null],
      ['Bản Trên, Xã Minh Họa, Tỉnh Rộng', null],
    ])
  })

  test('adopts no rules: what the law leaves to the province is the province’s', async ({ database }) => {
    const { world, countryId } = await twoProvinces(database)
    const officer = someone('officer', [countryId])
    const body = { id: randomUUID(), unitId: countryId, text: provincialFile() }
    expect(await send(world, officer, 'title.adoptRules', body)).toMatchObject({ code: 'rules.not-of-province' })
  })

  test('is not read by a province: nobody there sees what is beside', async ({ database }) => {
    const { world, countryId, strict, mild } = await twoProvinces(database)
    const denied = { code: 'account.not-allowed' }
    const desk = someone('viewer', [strict.season.provinceId, countryId])
    expect(await ask(world, desk, 'merit.figures', { unitId: countryId, ...families })).toMatchObject(denied)
    expect(await ask(world, desk, 'merit.figures', { unitId: mild.season.provinceId, ...families })).toMatchObject(denied)
  })
})

/** The same two households everywhere, 90 and 82 points: enough where 80 are asked, not where 85 are. */
async function twoProvinces(database: World['database']) {
  const countryId = await givenUnit(database.kysely, { name: 'cả nước', kind: 'country' })
  const province = (name: string): Promise<string> => givenUnit(database.kysely, { name, kind: 'province', parentUnitId: countryId })
  const strictRules: Partial<ProvincialRules> = { province: 'Tỉnh Chặt', basis: '01/2024/QĐ-UBND (dữ liệu minh họa)' }
  const strict = await judged(database, await province('Tỉnh Chặt'), strictRules, [
    { I: 30, II: 30, III: 30 },
    { I: 30, II: 27, III: 25 },
  ])
  const mild = await judged(database, await province('Tỉnh Rộng'), mildRules(), [
    { I: 40, II: 30, III: 20 },
    { I: 36, II: 26, III: 20 },
  ])
  await must(send(mild.season.world, mild.season.officer, 'household.enter', householdBody(mild.season.lowerId)))
  return { countryId, world: strict.season.world, ministry: someone('viewer', [countryId]), strict, mild }
}

function mildRules(): Partial<ProvincialRules> {
  const [sheet] = (JSON.parse(provincialFile()) as ProvincialRules).sheets
  if (!sheet) throw new Error('a file without a sheet')
  const points = { I: 45, II: 30, III: 25 }
  return {
    province: 'Tỉnh Rộng',
    basis: '77/2024/QĐ-UBND (dữ liệu minh họa)',
    levelNames: [{ kind: 'village', level: 'ấp', titleName: 'Ấp văn hóa' }],
    sheets: [
      {
        ...sheet,
        standards: sheet.standards.map(standard => ({ ...standard, most: points[standard.code as keyof typeof points] })),
        thresholds: [{ code: 'chung', traits: [], least: 80 }],
      },
    ],
  }
}

type Points = Readonly<Record<string, number>>

/** A commune of the province from registration to decision, under the sheet somebody there compared with its text. */
async function judged(database: World['database'], provinceId: string, changes: Partial<ProvincialRules>, given: readonly Points[]) {
  const season = await aSeasonOfCommune(database, of2024, { provinceId })
  const { world, upper, chair, seasonId } = season
  const rules = { levelNames: [{ kind: 'village', level: 'bản', titleName: 'Bản văn hóa' }], ...changes } as const
  const file = { id: randomUUID(), unitId: provinceId, text: provincialFile(rules) }
  await must(send(world, someone('officer', [provinceId]), 'title.adoptRules', file))
  await must(send(world, someone('leader', [provinceId]), 'title.confirmRules', { id: file.id }))
  const households = await givenHouseholds(season, upper.areaUnitId, ['Lò Văn An', 'Lò Văn Bình'])
  const ids = await register(season, upper, households, '2024-10-01')
  await submitted2024(season, upper, ids, given)
  const proposal = await must(ask(world, chair, 'season.proposal', { id: seasonId }))
  const act = { areaUnitIds: [upper.areaUnitId], on: '2024-11-25', total: proposal.recognised.length, openAccepted: '' }
  await must(send(world, chair, 'season.decide', decision(season, act)))
  return { season, proposal, rules: { basis: changes.basis ?? '', levelNames: rules.levelNames } }
}

async function figuresAt({ world, provinceId }: SeasonOfCommune): Promise<MeritFiguresView> {
  return must(ask(world, someone('viewer', [provinceId]), 'merit.figures', { unitId: provinceId, ...families }))
}
