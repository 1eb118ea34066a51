import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#server/db/connect.ts'
import { openFileStore } from '#server/files.ts'
import { givenAccount, givenApp, handIn, openBrowser } from '../app.ts'
import { openTestDatabase } from '../database.ts'
import { jpeg } from '../evidence.ts'
import { activityBody, must, send } from '../factories.ts'
import { aSeasonOfCommune, givenHouseholds, register, submitted2022 } from '../season-of-commune.ts'
import { takeDossier } from './commune-work.ts'
import { fill, inPlace, makeDisk, mayMount, onDisk } from './disk.ts'

// The disk the files lie on runs full in the middle of work. The data lie elsewhere, as with a PostgreSQL server.

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

if (await mayMount()) testFullDisk()
else tellWhyNot()

function testFullDisk(): void {
  test('a full disk takes no photo, no list and no paper, says so, leaves nothing half, and takes them once there is room', async () => {
    await inPlace(async place => {
      makeDisk(join(place, 'disk'), 12)
      await onDisk(join(place, 'disk'), async disk => {
        const season = await onThisDisk(disk)
        const { world, upperId, chair, seasonId } = season
        const app = await givenApp(world)
        await givenAccount(world, { unitId: upperId, username: 'truong.ban', role: 'unitHead' })
        const browser = openBrowser(app)
        await browser.signIn('truong.ban')
        const activity = activityBody(upperId)
        await browser.ask('POST', 'activity.record', activity)
        const dossierId = randomUUID()
        await must(send(world, chair, 'dossier.ask', { id: dossierId, seasonId, areaUnitIds: [upperId], purpose: 'Giám sát' }))
        const photo = () => {
          const path = `evidence.attach?id=${randomUUID()}&ownerKind=activity&ownerId=${activity.id}`
          return handIn(app, browser, path, { fileName: 'a.jpg', bytes: jpeg(300_000) })
        }
        const list = () => {
          const bytes = Buffer.from(`Họ tên\n${'Lò Văn An\n'.repeat(30_000)}`)
          return handIn(app, browser, `household.receiveList?id=${randomUUID()}&unitId=${upperId}&sender=`, { fileName: 'hộ.csv', bytes })
        }
        const paper = () => browser.ask('GET', `dossier.print?seasonId=${seasonId}&areaUnitId=${upperId}&code=minutes`)

        const ballast = fill(disk)
        for (const ask of [photo, list, paper]) {
          const answer = await ask()
          expect([answer.statusCode, answer.json().code]).toEqual([507, 'server.disk-full'])
        }
        await expect(takeDossier(season, dossierId)).rejects.toMatchObject({ code: 'ENOSPC' })
        expect(filesOf(disk)).toEqual([])
        for (const table of ['evidence', 'householdList', 'dossierPaper'] as const)
          expect(
            await database.kysely
              .selectFrom(table)
              .select(({ fn }) => fn.countAll<number>().as('rows'))
              .executeTakeFirst(),
          ).toEqual({ rows: 0 })

        rmSync(ballast)
        for (const ask of [photo, list, paper]) expect((await ask()).statusCode).toBe(200)
        expect((await takeDossier(season, dossierId)).length).toBeGreaterThan(1000)
        await app.app.close()
      })
    })
  })
}

function tellWhyNot(): void {
  test('a full disk cannot be simulated here: that takes Linux, root and loop-mounted file systems', async () => {
    expect(await mayMount()).toBe(false)
  })
}

/** A village whose file is submitted, with the files of the house on a disk of their own. */
async function onThisDisk(disk: string) {
  const begun = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
  const season = { ...begun, world: { ...begun.world, files: openFileStore(join(disk, 'files')) } }
  await submitted2022(
    season,
    season.upper,
    await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10'),
  )
  return season
}

function filesOf(disk: string): string[] {
  return readdirSync(disk, { recursive: true, withFileTypes: true }).flatMap(each =>
    each.isFile() && each.name !== 'ballast' ? [join(each.parentPath, each.name)] : [],
  )
}
