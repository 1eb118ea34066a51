import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { must, send, someone } from '../../../test/factories.ts'
import { askForFile, wordsPrinted } from '../../../test/printed.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import type { Database } from '../db/connect.ts'

const names = Array.from({ length: 30 }, (_, at) => `Lò Minh Họa ${at + 1}`)

async function drawn(database: Database) {
  const season = await aSeasonOfCommune(database, { today: '2022-12-10', year: 2022, openedOn: '2022-01-05' })
  const candidates = await register(season, season.upper, await givenHouseholds(season, season.upperId, names), '2022-01-20')
  await submitted2022(season, season.upper, candidates)
  await must(send(season.world, season.chair, 'season.decide', decision(season, { areaUnitIds: [season.upperId], total: 30 })))
  const lot = { id: randomUUID(), seasonId: season.seasonId, seed: '10122022', margin: 20 }
  await must(send(season.world, season.officer, 'signal.drawHouseholds', lot))
  return { ...season, drawId: lot.id, candidates }
}

function list({ world }: SeasonOfCommune, actor: Actor, wanted: { readonly drawId: string; readonly format?: 'pdf' | 'docx' }) {
  return askForFile(world, actor, 'dossier.printDraw', wanted)
}

async function bytesOf(season: SeasonOfCommune & { readonly drawId: string }): Promise<Buffer> {
  const { bytes } = await must(list(season, season.officer, { drawId: season.drawId }))
  return Buffer.from(bytes as Uint8Array)
}

test('the list of a lot tells how it was drawn, whom to see, and what each count of faults would mean', async ({ database }) => {
  const season = await drawn(database)
  const words = await wordsPrinted(season.world, season.officer, 'dossier.printDraw', { drawId: season.drawId })
  expect(words).toContain('Hạt giống: “10122022”')
  expect(words).toContain('SHA-256')
  expect(words).toMatch(/Rút 14 hộ trong 30 hộ được công nhận theo Quyết định số 01\/QĐ-UBND/u)
  expect(words.match(/Lò Minh Họa \d+/gu)).toHaveLength(14)
  for (const column of ['Đúng', 'Không đúng', 'Chưa gặp được', 'Ngày kiểm', 'Thấy gì']) expect(words).toContain(column)
  expect(words).toMatch(/0 từ 0 đến 5 từ 0% đến 16,7%/u)
})

test('the list prints again byte for byte after a revocation and a new name of the village', async ({ database }) => {
  const season = await drawn(database)
  const before = await bytesOf(season)
  await must(send(season.world, season.chair, 'season.revoke', revocation(season, season.candidates[0] ?? '', { on: '2022-12-08' })))
  await database.kysely.updateTable('orgUnitVersion').set({ calledInText: 'bản Đổi Tên' }).where('unitId', '=', season.upperId).execute()
  expect((await bytesOf(season)).equals(before)).toBe(true)
})

test('the list is for those who go and look: not for the village looked at, nor for another commune', async ({ database }) => {
  const season = await drawn(database)
  const neighbour = someone('officer', [season.elsewhereId, season.provinceId])
  for (const actor of [season.headOfUpper, season.reader, neighbour])
    expect(await list(season, actor, { drawId: season.drawId })).toMatchObject({ code: 'account.not-allowed' })
  expect(await list(season, season.leader, { drawId: season.drawId, format: 'docx' })).toMatchObject({ ok: true })
  expect(await list(season, season.officer, { drawId: randomUUID() })).toMatchObject({ ok: false })
})
