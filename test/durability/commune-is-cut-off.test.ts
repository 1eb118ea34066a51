import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#server/audit/audit.store.ts'
import { workOnList } from '#server/household/list-work.ts'
import { ask, must, send } from '../factories.ts'
import { sendList } from '../register.ts'
import { aSeasonOfCommune, register, type SeasonOfCommune, submitted2022 } from '../season-of-commune.ts'
import { type Job, jobs, keep, openKept, openWorldAt, registered, takeDossier, today } from './commune-work.ts'
import { killedWhile } from './cut-off.ts'

// The house is killed in the middle of a long work of a commune and started again: what was kept is whole, what was not
// is not there at all, and the work is done by asking once more.

const rows = 4500
let place = ''

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'nep-commune-'))
  await prepare(join(place, 'prepared'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

test('killed while a list is taken, the register has whole batches of it, and goes on where it broke off', async () => {
  const folder = await copyCalled('list')
  await killed(folder, 'import', 0)
  const kept = await openKept(folder)
  const { season, listId } = kept
  const { database } = season.world
  const taken = async () => (await householdsIn(season, season.lowerId)).length - inLower
  const list = await must(ask(season.world, season.officer, 'household.oneList', { id: listId }))
  expect(list).toMatchObject({ state: 'taking', counts: { added: await taken() } })
  expect(list.counts.added).toBeLessThan(rows)
  expect(await verifyChain(database.kysely)).toMatchObject({ isWhole: true })
  await database.kysely.updateTable('householdList').set({ beatAt: '2023-01-09T00:00:00.000Z' }).execute() // half a minute goes by
  await jobs.import(kept)
  const whole = await must(ask(season.world, season.officer, 'household.oneList', { id: listId }))
  expect(whole).toMatchObject({ state: 'taken', counts: { added: rows } })
  expect(await taken()).toBe(rows)
  await database.close()
})

test.for([50, 300])('killed %i ms into a decision about 1,500 households, it was made for all of them or for none', async afterMs => {
  const folder = await copyCalled(`decided after ${afterMs}`)
  await killed(folder, 'decide', afterMs)
  const kept = await openKept(folder)
  const { season } = kept
  const { kysely } = season.world.database
  const made = async () => ({
    decisions: (await kysely.selectFrom('seasonDecision').select('id').execute()).length,
    outcomes: (await kysely.selectFrom('seasonOutcome').select('candidateId').execute()).length,
    numbered: (await kysely.selectFrom('registeredDocument').select('id').execute()).length,
    entries: (await kysely.selectFrom('auditEntry').select('seq').where('command', '=', 'season.decide').execute()).length,
  })
  const all = { decisions: 1, outcomes: registered, numbered: 1, entries: 1 }
  expect([all, { decisions: 0, outcomes: 0, numbered: 0, entries: 0 }]).toContainEqual(await made())
  expect(await verifyChain(kysely)).toMatchObject({ isWhole: true })
  await jobs.decide(kept)
  expect(await made()).toEqual(all)
  await season.world.database.close()
})

test('killed while a dossier is taken away, every paper that was kept is whole, and the dossier comes when asked again', async () => {
  const folder = await copyCalled('dossier')
  await killed(folder, 'dossier', 100)
  const { season, dossierId } = await openKept(folder)
  const { database, files } = season.world
  const papers = await database.kysely.selectFrom('dossierPaper').select(['pdfSha256', 'docxSha256']).execute()
  expect(papers.length).toBeGreaterThan(0)
  for (const { pdfSha256, docxSha256 } of papers) {
    await files.get(pdfSha256)
    if (docxSha256) await files.get(docxSha256)
  }
  const whole = unzipSync(await takeDossier(season, dossierId))
  expect(Object.keys(whole)).toContain('00 Mục lục và phần còn thiếu.pdf')
  await database.close()
})

/** The upper village is submitted, with many households; the lower one with few, and with a list of many more to be taken. */
async function prepare(folder: string): Promise<void> {
  const world = await openWorldAt(folder)
  const season = { ...(await aSeasonOfCommune(world.database, { today, year: 2022, openedOn: '2022-01-03' })), world }
  const { upper, lower, chair } = season
  await takeNow(season, await tried(season, season.upperId, registered))
  await takeNow(season, await tried(season, season.lowerId, inLower))
  for (const area of [upper, lower]) {
    const ids = await register(season, area, await householdsIn(season, area.areaUnitId), '2022-01-10')
    const told = { convened: ids.length, present: ids.length, list: { for: ids.length, against: 0, other: 0 } }
    await submitted2022(season, area, ids, told)
  }
  const kept = { season, listId: await tried(season, season.lowerId, rows), dossierId: randomUUID(), decisionId: randomUUID() }
  const asked = { id: kept.dossierId, seasonId: season.seasonId, areaUnitIds: [season.lowerId], purpose: 'Giám sát' }
  await must(send(world, chair, 'dossier.ask', asked))
  await keep(folder, kept)
  await world.database.close()
}

const inLower = 20

/** A list that was sent in and looked at; its id. */
async function tried({ world, officer }: SeasonOfCommune, unitId: string, count: number): Promise<string> {
  const id = randomUUID()
  const content = ['Mã hộ,Họ tên', ...Array.from({ length: count }, (_, at) => `${count}-${at},Lò Văn Minh Họa`)].join('\n')
  await sendList(world, officer, { id, unitId, content })
  const reading = { id, headerAt: 0, mapping: ['code' as const, 'headName' as const], encoding: null, from: '2020-01-01' }
  await must(send(world, officer, 'household.tryList', reading))
  await workOnList(world, officer, id)
  return id
}

async function takeNow(season: SeasonOfCommune, listId: string): Promise<void> {
  await jobs.import({ season, listId, dossierId: '', decisionId: '' })
}

async function householdsIn({ world }: SeasonOfCommune, areaUnitId: string): Promise<string[]> {
  const rowsThere = await world.database.kysely.selectFrom('household').select('id').where('partitionId', '=', areaUnitId).execute()
  return rowsThere.map(({ id }) => id)
}

async function copyCalled(name: string): Promise<string> {
  const folder = join(place, name)
  await cp(join(place, 'prepared'), folder, { recursive: true })
  return folder
}

/** So long after the work has begun. */
function killed(folder: string, job: Job, afterMs: number): Promise<void> {
  return killedWhile('commune-worker.ts', [folder, job], afterMs)
}
