import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { mergedCommune } from '../../../test/merged-commune.ts'
import { wordsPrinted } from '../../../test/printed.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { certificateFiles } from '../certificate/certificate.routes.ts'
import { runFileQuery } from '../http/run.ts'
import { insertSuccessions, listVersions, updateVersionValid } from '../org/org.store.ts'

const mergedOn = plainDate('2022-12-01')

describe('a commune that was merged in mid-season', () => {
  test('is followed by its successor: its chair decides, under the law the season was opened under', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
    await submitted2022(season, season.upper, ids)
    const { newId, chair, officer } = await mergedCommune(season, mergedOn)
    const { world, seasonId, upperId } = season
    expect(await must(ask(world, officer, 'season.list', { unitId: newId }))).toMatchObject([
      { id: seasonId, holderUnitId: newId, cites: ['122/2018/NĐ-CP'] },
    ])
    expect(await must(ask(world, officer, 'season.board', { id: seasonId }))).toMatchObject({
      areas: [{ areaName: 'Bản Dưới' }, { areaName: 'Bản Trên', isReady: true, registered: 1 }],
    })
    const act = decision(season, { areaUnitIds: [upperId], on: '2022-12-05', total: 1, issuerUnitId: newId })
    expect(await send(world, season.chair, 'season.decide', { ...act, id: randomUUID() })).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(world, chair, 'season.decide', { ...act, id: randomUUID(), issuerUnitId: season.communeId })).toMatchObject({
      code: 'season.authority-gone',
    })
    expect(await must(send(world, chair, 'season.decide', act))).toMatchObject({ recognised: 1, signerName: 'Cầm Văn Mới' })
    const [print] = certificateFiles
    if (!print) throw new Error('no certificates to print')
    expect(await runFileQuery(world, officer, print, season.upper)).toMatchObject({ value: { mediaType: 'application/pdf' } })
    expect(await runFileQuery(world, season.officer, print, season.upper)).toMatchObject({ code: 'account.not-allowed' })
    expect(await must(ask(world, officer, 'signal.ofSeason', { id: seasonId }))).toMatchObject({ toDraw: { households: 1 } })
    const years = await must(ask(world, officer, 'season.yearsOfUnit', { unitId: newId }))
    expect(years.name).toBe('Xã Mới')
  })

  test('has every village of it in its season, and none of the other commune', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const { officer } = await mergedCommune(season, mergedOn)
    const { areas } = await must(ask(season.world, officer, 'season.board', { id: season.seasonId }))
    expect(areas.map(({ areaName }) => areaName)).not.toContain('Bản Xa')
  })
})

describe('a household that moved to another commune', () => {
  test('wins an honour of one year once: it is registered where it is first, until it is withdrawn there', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const { world, upper, upperId, foreignId, elsewhereId, provinceId } = season
    const [household = ''] = await givenHouseholds(season, upperId, ['Lò Văn An'])
    const [id = ''] = await register(season, upper, [household], '2022-01-10')
    const officer = someone('officer', [elsewhereId, provinceId])
    const seasonId = randomUUID()
    const opened = { id: seasonId, unitId: elsewhereId, honour: 'culturalFamily', year: 2022, openedOn: '2022-01-03' } as const
    await must(send(world, officer, 'season.open', opened))
    const tx = world.database.kysely
    await tx.updateTable('householdVersion').set({ areaUnitId: foreignId }).where('householdId', '=', household).execute()
    const there = { seasonId, areaUnitId: foreignId, registeredOn: '2022-06-01' }
    const head = someone('unitHead', [foreignId, elsewhereId, provinceId])
    const again = () => send(world, head, 'season.register', { ...there, candidates: [{ id: randomUUID(), subjectId: household }] })
    expect(await again()).toMatchObject({ code: 'season.registered-elsewhere', details: { headName: 'Lò Văn An', name: 'Xã Minh Họa' } })
    await must(send(world, season.headOfUpper, 'season.withdraw', { id, on: '2022-05-30', reason: 'chuyển nhà' }))
    expect(await again()).toMatchObject({ ok: true })
  })
})

describe('a village merged away in mid-season', () => {
  test('stays in its season: its successor answers for it, and the chair decides about its households', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const { world, seasonId, upperId, communeId, provinceId } = season
    const ids = await register(season, season.upper, await givenHouseholds(season, upperId, ['Lò Văn An']), '2022-01-10')
    await submitted2022(season, season.upper, ids)
    const newId = await villageMergedInto(season, 'Bản Mới')
    const head = someone('unitHead', [newId, communeId, provinceId])
    const { areas } = await must(ask(world, season.officer, 'season.board', { id: seasonId }))
    expect(areas.find(({ areaUnitId }) => areaUnitId === upperId)).toMatchObject({ areaName: 'Bản Trên', isReady: true, registered: 1 })
    expect((await must(ask(world, head, 'season.board', { id: seasonId }))).areas.map(({ areaName }) => areaName)).toContain('Bản Trên')
    expect(await must(ask(world, head, 'season.area', season.upper))).toMatchObject({ areaName: 'Bản Trên' })
    expect(await ask(world, season.headOfLower, 'season.area', season.upper)).toMatchObject({ code: 'account.not-allowed' })
    const act = decision(season, { areaUnitIds: [upperId], on: '2022-12-05', total: 1 })
    const decided = await must(send(world, season.chair, 'season.decide', act))
    expect(decided.recognised).toBe(1)
    const facts = await must(ask(world, season.officer, 'season.area', season.upper))
    expect(facts.candidates).toMatchObject([{ headName: 'Lò Văn An', outcome: { outcome: 'recognised' } }])
    const certificate = await wordsPrinted(world, season.officer, 'certificate.print', season.upper)
    expect(certificate).toContain('Bản Trên, xã Minh Họa, tỉnh minh họa')
  })

  test('is called as it was last on every paper made of its file since, below what stands above its successor', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const { world, communeId, provinceId } = season
    await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
    const head = someone('unitHead', [await villageMergedInto(season, 'Bản Mới'), communeId, provinceId])
    const list = await wordsPrinted(world, head, 'dossier.print', { ...season.upper, code: 'eligibleList' })
    expect(list).toContain('XÃ MINH HỌA BẢN TRÊN')
    expect(list).toContain('hộ của Bản Trên')
  })
})

describe('after a merger', () => {
  test('the head of the new village is told what is due of the file of the old one', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-16', year: 2022, openedOn: '2022-01-03' })
    const { world, upperId, communeId, provinceId } = season
    await register(season, season.upper, await givenHouseholds(season, upperId, ['Lò Văn An']), '2022-01-10')
    const newId = await villageMergedInto(season, 'Bản Mới')
    const head = someone('unitHead', [newId, communeId, provinceId])
    const { files } = await must(ask(world, head, 'today.one', { unitId: newId }))
    expect(files).toMatchObject([{ areaUnitId: upperId, areaName: 'Bản Trên', due: { step: 'meet', daysLeft: 3 } }])
    expect(await must(ask(world, season.headOfLower, 'today.one', { unitId: season.lowerId }))).toMatchObject({ files: [] })
  })

  test('a commune that is no more opens no season, not even for a day it still stood', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
    const { communeId, world } = season
    const { officer } = await mergedCommune(season, mergedOn)
    const body = { id: randomUUID(), unitId: communeId, honour: 'culturalArea', year: 2022, openedOn: '2022-11-30' } as const
    const ended = { code: 'season.holder-ended', details: { name: 'Xã Minh Họa', on: mergedOn, at: 'Xã Mới' } }
    expect(await send(world, officer, 'season.open', body)).toMatchObject(ended)
    expect(await send(world, someone('officer', [season.provinceId]), 'season.open', body)).toMatchObject(ended)
    const ofOldCommune = someone('officer', []) // the path of a unit that has ended is empty
    const stranger = someone('officer', [season.foreignId])
    for (const actor of [ofOldCommune, stranger])
      expect(await send(world, actor, 'season.open', body)).toMatchObject({ code: 'account.not-allowed' })
  })
})

/** The upper village goes into a new one of the same commune. */
async function villageMergedInto({ world, communeId, upperId }: SeasonOfCommune, name: string): Promise<string> {
  const tx = world.database.kysely
  const newId = await givenUnit(tx, { name, kind: 'village', parentUnitId: communeId })
  for (const { id, valid } of await listVersions(tx, [upperId]))
    await updateVersionValid(tx, { id, valid: { from: valid.from, until: mergedOn } })
  await insertSuccessions(tx, [{ fromUnitId: upperId, toUnitId: newId, on: mergedOn, extent: 'whole', isVerified: true, basis: null }])
  return newId
}
