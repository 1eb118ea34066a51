import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { CertificateKeys } from '#contract/certificate.ts'
import { checkCode } from '#contract/certificate-code.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { givenApp, openBrowser } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { must, send, someone, worldOn } from '../../../test/factories.ts'
import { readSquares } from '../../../test/read-square.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { openContext } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { inTransaction } from '../db/transaction.ts'
import { runFileQuery } from '../http/run.ts'
import { findSeason } from '../season/season.store.ts'
import { printSeason } from './certificate.queries.ts'
import { certificateFiles } from './certificate.routes.ts'
import { renewSigningKey } from './signing.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('the certificates of a village', () => {
  test('print a page for each recognised household, and a camera reads from the paper what anyone can check', async ({ database }) => {
    const { season } = await decided(database)
    const codes = await readSquares(await printed(season))
    const { keys } = await published(season)
    const found = await Promise.all(codes.map(code => checkCode(code, keys)))
    expect(found).toMatchObject([
      { kind: 'genuine', statement: { name: 'Lò Thị An', title: 'Gia đình văn hóa', year: 2022, decision: '01/QĐ-UBND', number: 1 } },
      { kind: 'genuine', statement: { name: 'Quàng Văn Bình', number: 2 } },
    ])
  })

  test('print again byte for byte, the name as it was when they were decided', async ({ database }) => {
    const { season, households } = await decided(database)
    const before = await printed(season)
    const renamed = {
      headName: 'Lò Văn Con',
      memberCount: 4,
      address: '',
      poverty: 'none',
      from: '2023-01-02',
      reason: 'chủ hộ mất',
    } as const
    const amended = { id: randomUUID(), householdId: households[0] ?? '', revision: 0, ...renamed }
    await must(send(season.world, season.officer, 'household.amend', amended))
    expect(Buffer.from(await printed(season)).equals(Buffer.from(before))).toBe(true)
  })

  test('print again byte for byte under the key of their day when the house has a newer one; what is decided after has that', async ({
    database,
  }) => {
    const { season } = await decided(database)
    const before = await printed(season)
    const renew = (day: string) => {
      const later = worldOn(database, plainDate(day))
      return inTransaction(database, tx => renewSigningKey(openContext(later, season.officer, tx)))
    }
    await must(renew('2023-01-10'))
    expect(await renew('2023-01-10')).toMatchObject({ code: 'certificate.key-waits', details: { on: '2023-01-11' } })
    expect(Buffer.from(await printed(season)).equals(Buffer.from(before))).toBe(true)
    const { keys } = await published(season)
    expect(keys.map(({ from, until }) => [from, until])).toEqual([
      [null, '2023-01-11'],
      ['2023-01-11', null],
    ])
    const [code = ''] = await readSquares(await printed(season))
    expect(await checkCode(code, keys)).toMatchObject({ kind: 'genuine', kid: keys[0]?.kid })
  })

  test('are signed by a key whose making stands in the trail, not by one a look made', async ({ database }) => {
    const { season } = await decided(database)
    const made = () => database.kysely.selectFrom('auditEntry').selectAll().where('command', '=', 'certificate.makeKey').execute()
    const before = await made()
    expect(before).toMatchObject([{ actorName: 'Cầm Văn Chủ', subjectKind: 'certificateKey' }])
    await printed(season)
    expect(await made()).toEqual(before)
    expect(JSON.stringify(before)).not.toContain('PRIVATE KEY')
  })

  test('one alone is printed alone; a revoked one is printed no more, and whoever asks is told', async ({ database }) => {
    const { season, candidateIds } = await decided(database)
    const [an = '', binh = ''] = candidateIds
    expect(await readSquares(await printed(season, { candidateId: binh, paper: 'a5' }))).toHaveLength(1)
    await must(send(season.world, season.chair, 'season.revoke', revocation(season, an)))
    expect(await readSquares(await printed(season))).toHaveLength(1)
    const anybody = openBrowser(await givenApp(season.world))
    expect((await anybody.ask('GET', `certificate.state?id=${an}`)).json()).toEqual({ isKnown: true, revokedOn: '2023-01-05' })
    expect((await anybody.ask('GET', `certificate.state?id=${binh}`)).json()).toEqual({ isKnown: true, revokedOn: null })
    expect((await anybody.ask('GET', `certificate.state?id=${randomUUID()}`)).json()).toEqual({ isKnown: false, revokedOn: null })
    expect((await anybody.ask('GET', 'certificate.state?id=khong')).statusCode).toBe(400)
    const [code = ''] = await readSquares(await printed(season))
    expect((await anybody.ask('POST', 'certificate.check', { code })).json()).toMatchObject({ kind: 'genuine' })
    expect((await anybody.ask('POST', 'certificate.check', { code: code.slice(0, -9) })).json()).not.toMatchObject({ kind: 'genuine' })
  })

  test('of a whole season come file after file, village after village, and say how far they are', async ({ database }) => {
    const { season } = await decided(database)
    const [chung = ''] = await givenHouseholds(season, season.lowerId, ['Cầm Thị Chung'])
    await submitted2022(season, season.lower, await register(season, season.lower, [chung], '2022-01-10'))
    await must(send(season.world, season.chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [season.lowerId] })))
    const ctx = openContext(season.world, season.officer, season.world.database.kysely)
    const opened = await findSeason(ctx.tx, season.seasonId)
    if (!opened) throw new Error('no season')
    const told: number[][] = []
    for await (const file of printSeason(ctx, opened, 'a5')) told.push([file.certificates, file.of])
    expect(told).toEqual([
      [1, 3],
      [2, 3],
    ])
  })

  test('carry names, so nobody prints them whose duty they are not', async ({ database }) => {
    const { season } = await decided(database)
    for (const actor of [season.reader, someone('officer', [randomUUID()]), season.headOfLower])
      expect(await print(season, {}, actor)).toMatchObject({ code: 'account.not-allowed' })
    expect(await print(season, { areaUnitId: season.lowerId })).toMatchObject({ code: 'season.unknown-recognition' })
  })
})

/** Two households of the upper village recognised by the first decision of the commune. */
async function decided(database: Database) {
  const season = await aSeasonOfCommune(database, of2022)
  const households = await givenHouseholds(season, season.upperId, ['Lò Thị An', 'Quàng Văn Bình'])
  const candidateIds = await register(season, season.upper, households, '2022-01-10')
  await submitted2022(season, season.upper, candidateIds)
  await must(send(season.world, season.chair, 'season.decide', decision(season, { total: 2, areaUnitIds: [season.upperId] })))
  return { season, households, candidateIds }
}

function print(season: SeasonOfCommune, changes: Record<string, string> = {}, actor: Actor = season.officer) {
  const [definition] = certificateFiles
  if (!definition) throw new Error('no certificates to print')
  return runFileQuery(season.world, actor, definition, { ...season.upper, ...changes })
}

async function printed(season: SeasonOfCommune, changes: Record<string, string> = {}): Promise<Uint8Array> {
  const { bytes } = await must(print(season, changes))
  if (!(bytes instanceof Uint8Array)) throw new Error('not in memory')
  return bytes
}

async function published(season: SeasonOfCommune): Promise<CertificateKeys> {
  return (await openBrowser(await givenApp(season.world)).ask('GET', 'certificate.keys')).json()
}
