import { describe, expect } from 'vitest'
import { checkCode } from '#contract/certificate-code.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { must } from '../../../test/factories.ts'
import { askForFile, wordsPrinted } from '../../../test/printed.ts'
import { readSquares } from '../../../test/read-square.ts'
import { namesOfProvince, praisedVillage, recognisedCommune, recognisedOffice, recognisedVillages } from '../../../test/recognised-units.ts'
import type { World } from '../world.ts'
import { listPublished } from './certificate.store.ts'

describe('the certificates of units', () => {
  test('of villages are those of the district that decided, with what stands above them', async ({ database }) => {
    const { place, file } = await recognisedVillages(database)
    const { world, officer } = place
    const words = await wordsPrinted(world, officer, 'certificate.print', file)
    for (const said of [
      'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MINH HỌA',
      'GIẤY CÔNG NHẬN Bản Dưới Xã Minh Họa, huyện Minh Họa, tỉnh minh họa đạt danh hiệu “Khu dân cư văn hóa”, năm 2022',
      'Quyết định số 01/QĐ-UBND ngày 28/11/2022',
      'Minh Họa, ngày 28 tháng 11 năm 2022',
      'Cầm Văn Huyện',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('Gia đình')
    expect(await statementsOf(world, officer, file)).toMatchObject([
      { title: 'Khu dân cư văn hóa', name: 'Bản Dưới', issuer: 'Chủ tịch UBND huyện Minh Họa', number: 1 },
      { title: 'Khu dân cư văn hóa', name: 'Bản Trên', number: 2 },
    ])
  })

  test('bear the province’s name for such a place where somebody confirmed it by the day of the decision', async ({ database }) => {
    const printedWith = async (confirmedOn: string): Promise<string> => {
      const { place, file } = await recognisedVillages(database, given => namesOfProvince(given, confirmedOn))
      return wordsPrinted(place.world, place.officer, 'certificate.print', file)
    }
    expect(await printedWith('2022-11-28')).toContain('“Bản văn hóa”, năm 2022')
    expect(await printedWith('2022-11-29')).toContain('“Khu dân cư văn hóa”, năm 2022')
  })

  test('of a village praised for five years is a letter that names them, alike on its square and when printed again', async ({
    database,
  }) => {
    const { place, file, decisionId } = await praisedVillage(database)
    const { world, officer, districtChair } = place
    const act = await wordsPrinted(world, districtChair, 'dossier.printDecision', { decisionId, code: 'decision' })
    expect(act).toContain('Tặng Giấy khen Khu dân cư văn hóa năm 2022 cho 01 khu dân cư')
    const first = await bytesOf(world, officer, file)
    const words = await wordsPrinted(world, officer, 'certificate.print', file)
    for (const said of ['GIẤY KHEN', 'Tặng Bản Trên', 'đã 5 năm liên tục đạt danh hiệu', '“Khu dân cư văn hóa”, từ năm 2018 đến năm 2022'])
      expect(words).toContain(said)
    expect(await statementsOf(world, officer, file)).toMatchObject([
      { title: 'Giấy khen Khu dân cư văn hóa', name: 'Bản Trên', year: 2022, issuer: 'Chủ tịch UBND huyện Minh Họa', number: 1 },
    ])
    expect((await bytesOf(world, officer, file)).equals(first)).toBe(true)
  })

  test('of an exemplary commune is what the decree calls it, signed by the province', async ({ database }) => {
    const { place, file, decisionId } = await recognisedCommune(database)
    const words = await wordsPrinted(place.world, place.districtOfficer, 'certificate.print', file)
    for (const said of [
      'BẰNG CHỨNG NHẬN',
      'Xã Minh Họa Huyện Minh Họa, tỉnh minh họa đạt danh hiệu',
      '“Xã tiêu biểu”, năm 2024',
      'Cầm Văn Tỉnh',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('CÔNG NHẬN')
    const list = { decisionId, code: 'handoverList' }
    expect(await wordsPrinted(place.world, place.districtOfficer, 'dossier.printDecision', list)).toContain(
      'DANH SÁCH NHẬN BẰNG CHỨNG NHẬN',
    )
  })

  test('of an office say what it was recognised as, and are the same byte for byte when printed again', async ({ database }) => {
    const { place, file } = await recognisedOffice(database)
    const { world, districtOfficer } = place
    const first = await bytesOf(world, districtOfficer, file)
    expect(await statementsOf(world, districtOfficer, file)).toMatchObject([
      {
        title: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa',
        name: 'Phòng Minh Họa',
        place: 'Huyện Minh Họa, tỉnh minh họa',
        year: 2016,
      },
    ])
    expect(await wordsPrinted(world, districtOfficer, 'certificate.print', file)).toContain('được công nhận danh hiệu')
    expect((await bytesOf(world, districtOfficer, file)).equals(first)).toBe(true)
  })
})

type File = { readonly seasonId: string; readonly areaUnitId: string }

async function bytesOf(world: World, actor: Actor, file: File): Promise<Buffer> {
  const { bytes } = await must(askForFile(world, actor, 'certificate.print', { ...file, paper: 'a4' }))
  if (!(bytes instanceof Uint8Array)) throw new Error('not in memory')
  return Buffer.from(bytes)
}

/** What a camera reads from each sheet, checked with the published keys alone. */
async function statementsOf(world: World, actor: Actor, file: File) {
  const { keys } = await listPublished(world.database.kysely, plainDate('2026-01-01'))
  const found = await Promise.all((await readSquares(await bytesOf(world, actor, file))).map(code => checkCode(code, keys)))
  return found.map(each => (each.kind === 'genuine' ? each.statement : each.kind))
}
