import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { unzipSync } from 'fflate'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { attach, photoOf } from '../../../test/evidence.ts'
import { must, send } from '../../../test/factories.ts'
import { pdfAFaults } from '../../../test/golden/pdf-a.ts'
import { readPdf } from '../../../test/golden/pdf-text.ts'
import { postedVillage } from '../../../test/posted-village.ts'
import { askForFile } from '../../../test/printed.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('the dossier of a village', () => {
  test('holds its decision with the annex, and what took one of its recognitions back', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper, upperId } = season
    const households = await givenHouseholds(season, upperId, ['Lò Thị An', 'Quàng Văn Bình'])
    const [candidateId = '', other = ''] = await register(season, upper, households, '2022-01-10')
    await submitted2022(season, upper, [candidateId, other])
    await must(send(season.world, season.chair, 'season.decide', decision(season, { areaUnitIds: [upperId], total: 2 })))
    await must(send(season.world, season.chair, 'season.revoke', revocation(season, candidateId)))
    const said = await saidIn(await taken(season, season.headOfUpper, [season.upperId]))
    for (const expected of ['Quyết định tặng danh hiệu', 'Danh sách này có 02 hộ gia đình', 'Quyết định hủy bỏ, thu hồi'])
      expect(said).toContain(expected)
    expect(said).not.toContain('Kết quả thẩm định hồ sơ')
  })

  test('keeps from the head of a village the act that names households of another, and says so', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper, upperId, lower, lowerId } = season
    await submitted2022(season, upper, await register(season, upper, await givenHouseholds(season, upperId, ['Lò Thị An']), '2022-01-10'))
    await submitted2022(
      season,
      lower,
      await register(season, lower, await givenHouseholds(season, lowerId, ['Quàng Văn Bình']), '2022-01-10'),
    )
    await must(send(season.world, season.chair, 'season.decide', decision(season, { areaUnitIds: [upperId, lowerId], total: 2 })))
    const ofHead = await saidIn(await taken(season, season.headOfUpper, [upperId]))
    expect(ofHead).toContain('Quyết định số 01/QĐ-UBND nêu tên cả nơi khác')
    expect(ofHead).not.toContain('Quàng Văn Bình')
    expect(await saidIn(await taken(season, season.officer, [upperId]))).toContain('Quàng Văn Bình')
  })

  test('holds the photos of the posting: on pages to print, and as they came in the zip', async ({ database }) => {
    const { season, posting } = await postedVillage(database)
    const owner = { kind: 'posting', id: posting.id } as const
    await must(attach(season.world, season.headOfUpper, photoOf(owner, { fileName: 'bảng tin.png', bytes: onePoint })))
    await must(attach(season.world, season.headOfUpper, photoOf(owner, { fileName: 'hỏng.jpg' })))
    const bytes = await taken(season, season.headOfUpper, [season.upperId])
    expect(pdfAFaults(bytes)).toEqual([])
    const said = await saidIn(bytes)
    for (const expected of [
      'ẢNH NIÊM YẾT',
      'Niêm yết từ ngày 02 tháng 11 năm 2024 đến hết ngày 12 tháng 11 năm 2024 tại: Nhà văn hóa bản.',
      'Ảnh niêm yết: hỏng.jpg: không ghép vào tệp PDF được, có trong tệp .zip',
    ])
      expect(said).toContain(expected)
    const files = unzipSync(await taken(season, season.headOfUpper, [season.upperId], 'zip'))
    const photo = Object.entries(files).find(([name]) => name.normalize('NFC').endsWith('Ảnh niêm yết- bảng tin.png'))
    expect(Buffer.from(photo?.[1] ?? []).equals(onePoint)).toBe(true)
    expect(Object.keys(files).some(name => name.endsWith('hỏng.jpg'))).toBe(true)
  })
})

/** The smallest photo there is. */
const onePoint = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** Asked for and taken by the same person. */
async function taken(season: SeasonOfCommune, actor: Actor, areaUnitIds: string[], as: 'pdf' | 'zip' = 'pdf'): Promise<Uint8Array> {
  const { world, seasonId } = season
  const id = randomUUID()
  await must(send(world, actor, 'dossier.ask', { id, seasonId, areaUnitIds, purpose: 'Lưu ở bản' }))
  const { bytes } = await must(askForFile(world, actor, 'dossier.take', { id, as }))
  return bytes instanceof Readable ? Buffer.concat(await bytes.toArray()) : bytes
}

async function saidIn(pdf: Uint8Array): Promise<string> {
  return (await readPdf(pdf)).flatMap(({ lines }) => lines).join(' ')
}
