import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { unzipSync } from 'fflate'
import { describe, expect } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import type { Actor } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { test } from '../../../test/database.ts'
import { must, send, someone } from '../../../test/factories.ts'
import { pdfAFaults } from '../../../test/golden/pdf-a.ts'
import { readPdf } from '../../../test/golden/pdf-text.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { listAuditEntries } from '../audit/audit.store.ts'
import type { Database } from '../db/connect.ts'
import { runFileQuery } from '../http/run.ts'
import { insertAppointment, insertPosition } from '../org/position.store.ts'
import { dossierFiles } from './dossier.routes.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('a paper', () => {
  test('is printed by the head of the village, and by no other head', async ({ database }) => {
    const season = await decided(database)
    const wanted = { ...season.upper, code: 'minutes' }
    expect((await linesOf(await printed(season, 'dossier.print', wanted))).join('\n')).toContain('Họp bình xét danh hiệu')
    expect(await ask(season, season.headOfLower, 'dossier.print', wanted)).toMatchObject({ code: 'account.not-allowed' })
    expect(await ask(season, someone('viewer', [season.communeId, season.provinceId]), 'dossier.print', wanted)).toMatchObject({
      code: 'account.not-allowed',
    })
    expect(
      await ask(season, season.headOfUpper, 'dossier.printDecision', { decisionId: season.decisionId, code: 'decision' }),
    ).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('that tells of a step waits for it, and one the text does not know is never printed', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Thị An']), '2022-01-10')
    expect(await ask(season, season.headOfUpper, 'dossier.print', { ...season.upper, code: 'minutes' })).toMatchObject({
      code: 'dossier.not-yet',
      details: { step: 'họp bình xét' },
    })
    expect(await ask(season, season.headOfUpper, 'dossier.print', { ...season.upper, code: 'postedList' })).toMatchObject({
      code: 'dossier.no-such-paper',
    })
    expect(await ask(season, season.headOfLower, 'dossier.print', { ...season.lower, code: 'registration' })).toMatchObject({
      code: 'dossier.nothing',
    })
  })

  test('names the sign it cannot carry: whoever wrote it types it again', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Thị An']), '2022-01-10')
    await submitted2022(season, season.upper, ids, { proceedings: 'Bà con vui vẻ 🎉' })
    expect(await ask(season, season.headOfUpper, 'dossier.print', { ...season.upper, code: 'minutes' })).toMatchObject({
      code: 'dossier.unprintable',
      details: { signs: '🎉' },
    })
  })

  test('prints again byte for byte, whatever became of the register, of people and of the law since', async ({ database }) => {
    const season = await decided(database)
    const papers = ['registration', 'selfAssessment', 'scoreSheet', 'eligibleList', 'minutes', 'proposal']
    const before = await Promise.all(papers.map(code => printed(season, 'dossier.print', { ...season.upper, code })))
    const act = await printed(season, 'dossier.printDecision', { decisionId: season.decisionId, code: 'decision' }, season.chair)
    await everythingChanges(season)
    for (const [at, code] of papers.entries())
      expect([
        code,
        Buffer.from(before[at] ?? []).equals(Buffer.from(await printed(season, 'dossier.print', { ...season.upper, code }))),
      ]).toEqual([code, true])
    const again = await printed(season, 'dossier.printDecision', { decisionId: season.decisionId, code: 'decision' }, season.chair)
    expect(Buffer.from(act).equals(Buffer.from(again))).toBe(true)
  })
})

describe('the decision', () => {
  test('bears the number it was given, counts its own list, and a clerk finds nothing that blocks', async ({ database }) => {
    const season = await decided(database)
    const wanted = { decisionId: season.decisionId, code: 'decision' }
    const lines = (await linesOf(await printed(season, 'dossier.printDecision', wanted, season.chair))).join(' ')
    expect(lines).toContain('Số: 01/QĐ-UBND')
    expect(lines).toContain('cho 02 hộ gia đình tại 01 bản')
    expect(lines).toContain('Danh sách này có 02 hộ gia đình')
    const checked = checkDocx(await printed(season, 'dossier.printDecision', { ...wanted, format: 'docx' }, season.chair), 'issued')
    expect(checked.ok && checked.value.remarks.filter(({ level }) => level === 'L')).toEqual([])
  })

  test('that took a recognition back is printed with its own number and a ground of the law', async ({ database }) => {
    const season = await decided(database)
    const [candidateId = ''] = season.candidateIds
    const wanted = { decisionId: season.decisionId, code: 'revocation', candidateId }
    expect(await ask(season, season.chair, 'dossier.printDecision', wanted)).toMatchObject({ code: 'season.unknown-recognition' })
    await must(send(season.world, season.chair, 'season.revoke', revocation(season, candidateId)))
    const lines = (await linesOf(await printed(season, 'dossier.printDecision', wanted, season.chair))).join(' ')
    expect(lines).toContain('Số: 01/QĐ-UBND')
    expect(lines).toContain('theo văn bản có hiệu lực khi ấy, chưa xác minh (15/KL-UBND)')
  })
})

describe('a dossier', () => {
  test('holds everything of the commune in one PDF the archive takes, contents first, and says what is missing', async ({ database }) => {
    const season = await decided(database)
    const body = { id: randomUUID(), seasonId: season.seasonId, areaUnitIds: [], purpose: 'Giám sát của Mặt trận' }
    expect((await must(send(season.world, season.officer, 'dossier.ask', body))).papers).toBeGreaterThan(9)
    const bytes = await printed(season, 'dossier.take', { id: body.id, as: 'pdf' }, season.officer)
    expect(pdfAFaults(bytes)).toEqual([])
    const [contents, ...rest] = await readPdf(bytes)
    const said = contents?.lines.join('\n') ?? ''
    for (const expected of ['MỤC LỤC HỒ SƠ', 'Giám sát của Mặt trận', 'Quyết định số 01/QĐ-UBND', 'Biên bản họp bình xét', 'Còn thiếu'])
      expect(said).toContain(expected)
    expect(said).toContain('Bản Dưới: Chưa có hộ nào đăng ký')
    expect(rest.length).toBeGreaterThan(9)
  })

  test('tells in its list which paper no font can print, and comes with all the others', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Thị An']), '2022-01-10')
    await submitted2022(season, season.upper, ids, { proceedings: 'Bà con vui vẻ 🎉' })
    const asked = { seasonId: season.seasonId, areaUnitIds: [season.upperId] }
    const body = { ...asked, id: randomUUID(), purpose: 'Giám sát' }
    await must(send(season.world, season.headOfUpper, 'dossier.ask', body))
    const told = 'Biên bản họp bình xét: chưa in được, phông chữ của giấy không có ký tự U+1F389'
    const files = unzipSync(await printed(season, 'dossier.take', { id: body.id, as: 'zip' }))
    expect(await saidIn(files['00 Mục lục và phần còn thiếu.pdf'])).toContain(told)
    expect(Object.entries(files).filter(([, bytes]) => bytes.length === 0)).toEqual([])
    const whole = await printed(season, 'dossier.take', { id: body.id, as: 'pdf' })
    expect(await saidIn(whole)).toContain(told)
    const unlisted = { ...asked, id: randomUUID(), purpose: 'Giám sát 🎉' }
    expect(await send(season.world, season.headOfUpper, 'dossier.ask', unlisted)).toMatchObject({ code: 'dossier.unprintable' })
  })

  test('is a zip, too, with files to write in beside those to print', async ({ database }) => {
    const season = await decided(database)
    const body = { id: randomUUID(), seasonId: season.seasonId, areaUnitIds: [season.upperId], purpose: 'Lưu ở bản' }
    await must(send(season.world, season.headOfUpper, 'dossier.ask', body))
    const names = Object.keys(unzipSync(await printed(season, 'dossier.take', { id: body.id, as: 'zip' }))).map(name =>
      name.normalize('NFC'),
    )
    expect(names).toContain('00 Mục lục và phần còn thiếu.pdf')
    expect(names.filter(name => name.includes('Biên bản họp bình xét'))).toHaveLength(2)
  })

  test('leaves its trace, and only who asked for it may take it', async ({ database }) => {
    const season = await decided(database)
    const body = { id: randomUUID(), seasonId: season.seasonId, areaUnitIds: [season.upperId], purpose: 'Lưu ở bản' }
    expect(await send(season.world, season.headOfLower, 'dossier.ask', body)).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(season.world, season.headOfUpper, 'dossier.ask', { ...body, areaUnitIds: [] })).toMatchObject({
      code: 'account.not-allowed',
    })
    await must(send(season.world, season.headOfUpper, 'dossier.ask', body))
    await must(send(season.world, season.headOfUpper, 'dossier.ask', body))
    expect(await ask(season, season.officer, 'dossier.take', { id: body.id, as: 'pdf' })).toMatchObject({ code: 'dossier.unknown' })
    const entries = (await listAuditEntries(season.world.database.kysely, { unitIds: [season.upperId] })).filter(
      ({ command }) => command === 'dossier.ask',
    )
    expect(entries).toMatchObject([{ subjectId: season.seasonId, after: { purpose: 'Lưu ở bản' } }])
  })
})

type Decided = SeasonOfCommune & {
  readonly decisionId: string
  readonly candidateIds: readonly string[]
  readonly householdIds: readonly string[]
}

async function decided(database: Database): Promise<Decided> {
  const season = await aSeasonOfCommune(database, of2022)
  await givenHead(season, 'Cầm Văn Trưởng')
  const householdIds = await givenHouseholds(season, season.upperId, ['Lò Thị An', 'Quàng Văn Bình'])
  const candidateIds = await register(season, season.upper, householdIds, '2022-01-10')
  await submitted2022(season, season.upper, candidateIds)
  const body = decision(season, { areaUnitIds: [season.upperId], total: 2 })
  await must(send(season.world, season.chair, 'season.decide', body))
  return { ...season, decisionId: body.id, candidateIds, householdIds }
}

async function givenHead({ world, upperId }: SeasonOfCommune, fullName: string): Promise<void> {
  const positionId = randomUUID()
  await insertPosition(world.database.kysely, { id: positionId, unitId: upperId, name: 'Trưởng bản', rank: 'head' })
  const held = { id: randomUUID(), positionId, fullName, accountId: null, basis: 'dữ liệu minh họa', valid: always }
  await insertAppointment(world.database.kysely, held)
}

/** A new head of household, an office that ended long before, a form somebody answers for, a village under another name. */
async function everythingChanges({ world, officer, householdIds, upperId, communeId }: Decided): Promise<void> {
  const amended = {
    headName: 'Lò Văn Con',
    memberCount: 4,
    address: '',
    poverty: 'none',
    from: '2023-01-02',
    reason: 'chủ hộ mất',
  } as const
  await must(send(world, officer, 'household.amend', { id: randomUUID(), householdId: householdIds[0] ?? '', revision: 0, ...amended }))
  const tx = world.database.kysely
  await tx.deleteFrom('appointment').where('fullName', '=', 'Cầm Văn Trưởng').execute()
  await tx.updateTable('orgUnitVersion').set({ calledInText: 'bản Đổi Tên' }).where('unitId', '=', upperId).execute()
  await tx.updateTable('orgUnitVersion').set({ calledInText: 'xã Đổi Tên', name: 'Xã Đổi Tên' }).where('unitId', '=', communeId).execute()
  await tx
    .insertInto('titleConfirmation')
    .values({
      id: randomUUID(),
      unitId: communeId,
      factKey: 'GDVH.ND122/paper.decision',
      confirmedBy: 'Sở',
      confirmedOn: '2022-01-01' as never,
      basis: 'toàn văn',
    })
    .execute()
}

type Door = 'dossier.print' | 'dossier.printDecision' | 'dossier.take'

function ask({ world }: SeasonOfCommune, actor: Actor, door: Door, input: object) {
  const definition = dossierFiles.find(({ path }) => path === door)
  if (!definition) throw new Error(door)
  return runFileQuery(world, actor, definition, input)
}

async function printed(season: SeasonOfCommune, door: Door, input: object, actor: Actor = season.headOfUpper): Promise<Uint8Array> {
  const { bytes } = await must(ask(season, actor, door, input))
  return bytes instanceof Readable ? Buffer.concat(await bytes.toArray()) : bytes
}

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  return (await readPdf(bytes)).flatMap(({ lines }) => lines)
}

async function saidIn(pdf: Uint8Array | undefined): Promise<string> {
  return (await readPdf(pdf ?? new Uint8Array())).flatMap(({ lines }) => lines).join(' ')
}
