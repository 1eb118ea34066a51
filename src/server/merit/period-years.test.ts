import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { type Measure, periodMeasures } from '#domain/merit/counts.ts'
import { figureOf } from '#domain/merit/sum.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { step } from '../../../test/season-of-commune.ts'
import { aProvince, found, opened, type Province, registering } from '../../../test/season-of-units.ts'
import type { World } from '../world.ts'

// Offices by the year in a row they reached, in the figures of a province.

describe('offices that reached a year', () => {
  test('stand each in one class of years: together the classes are all who reached it', async ({ database }) => {
    const { total } = await figures(await threeOffices(database))
    const reached = figureOf('reached', total.sum)
    expect(reached).toMatchObject({ count: 3, base: 'registered', of: 4 })
    const classes = periodMeasures.map(measure => figureOf(measure, total.sum))
    expect(classes.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0])
    expect(classes.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(reached.count)
    expect(classes[0]).toMatchObject({ base: 'reached', of: 3 })
    expect(figureOf('recognised', total.sum).count).toBeNull()
  })

  test('open from each class, as many as it says', async ({ database }) => {
    const offices = await threeOffices(database)
    const namesIn = async (measure: Measure): Promise<(string | null)[]> => {
      const { rows } = await must(ask(offices.place.world, offices.reader, 'merit.rows', { ...offices.asked, measure }))
      return rows.map(({ headName }) => headName)
    }
    expect(new Set(await namesIn('firstYear'))).toEqual(new Set(['Phòng Minh Họa', 'Phòng Lỡ Một Năm']))
    expect(await namesIn('secondYear')).toEqual(['Phòng Hai Năm'])
    expect(await namesIn('thirdYear')).toEqual([])
    expect(await namesIn('reached')).toHaveLength(3)
  })

  test('are counted by what was on record on the day: before the appraisal nobody had reached the year', async ({ database }) => {
    const offices = await threeOffices(database)
    const { total } = await figures(offices, { on: '2017-12-05' })
    expect(figureOf('firstYear', total.sum)).toMatchObject({ count: null, of: 0 })
    const { total: of2016 } = await figures(offices, { year: '2016', on: '2016-12-12' })
    expect(periodMeasures.map(measure => figureOf(measure, of2016.sum).count)).toEqual([1, 1, 0, 0, 0])
    expect(figureOf('recognised', of2016.sum).count).toBeNull()
    const { total: decided } = await figures(offices, { year: '2016', on: '2017-01-31' })
    expect(periodMeasures.map(measure => figureOf(measure, decided.sum).count)).toEqual([1, 1, 0, 0, 0])
    expect(figureOf('recognised', decided.sum).count).toBe(1)
  })

  test('are in no class where the honour asks for no years in a row', async ({ database }) => {
    const { place, reader } = await threeOffices(database)
    const families = { unitId: place.provinceId, honour: 'culturalFamily', year: '2017' } as const
    const { total } = await must(ask(place.world, reader, 'merit.figures', families))
    expect(periodMeasures.map(measure => figureOf(measure, total.sum).count)).toEqual([null, null, null, null, null])
  })
})

/** One recognised in 2016 for two years begins anew in 2017; one has two years; one lost 2016; one failed in 2017. */
async function threeOffices(database: World['database']) {
  const place = await aProvince(database, '2018-01-20')
  const office = (name: string) => givenUnit(database.kysely, { name, kind: 'agency', parentUnitId: place.districtId })
  const two = await office('Phòng Hai Năm')
  const lost = await office('Phòng Lỡ Một Năm')
  const failing = await office('Phòng Không Đạt')
  const first = place.officeId
  await year(place, 2015, { reached: [first, lost], failed: [] })
  const decidedIn = await year(place, 2016, { reached: [first, two], failed: [lost] })
  const act = { id: randomUUID(), seasonId: decidedIn, issuerUnitId: place.districtId, symbol: 'QĐ-UBND', round: 'first' } as const
  const said = { areaUnitIds: [first], on: '2016-12-20', total: 1, openAccepted: '', openExcept: [] }
  await must(send(place.world, place.districtChair, 'season.decide', { ...act, ...said }))
  await year(place, 2017, { reached: [first, two, lost], failed: [failing] })
  const reader = someone('viewer', [place.provinceId])
  return { place, reader, asked: { unitId: place.provinceId, honour: 'culturalOffice', year: '2017' } as const }
}

type Offices = Awaited<ReturnType<typeof threeOffices>>

function figures({ place, reader, asked }: Offices, changes: { readonly year?: string; readonly on?: string } = {}) {
  return must(ask(place.world, reader, 'merit.figures', { ...asked, ...changes }))
}

/** One season of the district, each office by a file of its own; the appraisal leaves out those that failed. */
async function year(place: Province, of: number, { reached, failed }: { reached: readonly string[]; failed: readonly string[] }) {
  const { world, districtId, districtOfficer } = place
  const season = { unitId: districtId, honour: 'culturalOffice', year: of, openedOn: `${of}-01-05` } as const
  const seasonId = await opened(place, districtOfficer, season)
  for (const officeId of [...reached, ...failed]) {
    const file = { seasonId, areaUnitId: officeId }
    const [candidate] = await must(send(world, districtOfficer, 'season.register', registering(file, [officeId], `${of}-03-01`)))
    const candidateId = candidate?.id ?? ''
    await must(send(world, districtOfficer, 'season.assess', { ...found(file, [candidateId], {}), stage: 'self' }))
    await must(send(world, districtOfficer, 'season.assess', found(file, [candidateId], { standards: true })))
    await must(send(world, districtOfficer, 'season.submit', step(file, `${of}-12-01`)))
    const leftOut = failed.includes(officeId) ? [{ candidateId, reason: 'có người vi phạm' }] : []
    const appraisal = { leftOut, appraiser: 'Ban Chỉ đạo huyện', remarks: '' }
    await must(send(world, districtOfficer, 'season.appraise', { ...step(file, `${of}-12-10`), ...appraisal }))
  }
  return seasonId
}
