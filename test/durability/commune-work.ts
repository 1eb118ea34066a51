import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { migrate } from '#server/db/migrate.ts'
import { openFileStore } from '#server/files.ts'
import { workOnList } from '#server/household/list-work.ts'
import { runFileQuery } from '#server/http/run.ts'
import { allFileQueries } from '#server/routes.ts'
import { openDatabaseAt } from '#server/world.ts'
import { must, send } from '../factories.ts'
import { decision, type SeasonOfCommune } from '../season-of-commune.ts'

// Long work of a commune on a data folder, begun here or in a process that is made to be killed.

export const today = plainDate('2023-01-10')
export type Kept = { readonly season: SeasonOfCommune; readonly listId: string; readonly dossierId: string; readonly decisionId: string }

/** What was set up in a folder, with its data opened anew. Whoever opens closes the database. */
export async function openKept(folder: string): Promise<Kept> {
  const kept = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')) as Kept
  return { ...kept, season: { ...kept.season, world: await openWorldAt(folder) } }
}

export async function keep(folder: string, kept: Kept): Promise<void> {
  const { world: _, ...season } = kept.season
  await writeFile(join(folder, 'kept.json'), JSON.stringify({ ...kept, season }))
}

export async function openWorldAt(folder: string): Promise<SeasonOfCommune['world']> {
  const database = await openDatabaseAt({ folder, databaseUrl: null })
  await migrate(database)
  return { database, files: openFileStore(join(folder, 'files')), workingDay: today, address: '' }
}

export const jobs = {
  import: async ({ season, listId }: Kept): Promise<void> => {
    await must(send(season.world, season.officer, 'household.takeList', { id: listId, mode: 'addOnly' }))
    await workOnList(season.world, season.officer, listId)
  },
  decide: async ({ season, decisionId }: Kept): Promise<void> => {
    const body = decision(season, { id: decisionId, total: registered, areaUnitIds: [season.upperId] })
    await must(send(season.world, season.chair, 'season.decide', body))
  },
  dossier: async ({ season, dossierId }: Kept): Promise<void> => {
    await takeDossier(season, dossierId)
  },
} as const
export type Job = keyof typeof jobs

/** How many of the households are registered. */
export const registered = 1500

/** All of it, as a browser would save it. */
export async function takeDossier({ world, chair }: SeasonOfCommune, id: string): Promise<Buffer> {
  const definition = allFileQueries.find(({ path }) => path === 'dossier.take')
  if (!definition) throw new Error('no dossiers')
  const { bytes } = await must(runFileQuery(world, chair, definition, { id, as: 'zip' }))
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    chunks.push(chunk as Uint8Array)
    process.send?.('begun')
  }
  return Buffer.concat(chunks)
}
