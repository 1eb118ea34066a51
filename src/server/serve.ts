import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkFonts } from '#documents/layout/measure.ts'
import { deleteOutdated, hasAccounts } from './account/account.store.ts'
import { readOrMakeSecret } from './account/secret.ts'
import { countAuditEntries } from './audit/audit.store.ts'
import { systemNow } from './context.ts'
import type { Db } from './db/connect.ts'
import type { DemoName } from './demo/which.ts'
import { isListKept } from './household/list.store.ts'
import { sweepListFiles } from './household/list-file.ts'
import { stopListWork } from './household/list-work.ts'
import { buildApp } from './http/app.ts'
import type { FaultLine } from './http/fault.ts'
import { watchDigests } from './notice/digest.ts'
import type { PostSettings } from './notice/post.ts'
import { noteAddress, removeNote } from './operator.ts'
import { type DemoAccount, findDemoAccounts, saveDemoAccounts } from './setting.store.ts'
import { type DataPlace, openWorld, type World, withWorkingDay } from './world.ts'

export type ServeSettings = {
  readonly place: DataPlace
  readonly host: string
  readonly port: number
  readonly idleHours: number
  /** The demonstration to load into an empty database; null: none. */
  readonly demo: DemoName | null
  /** Where letters are handed in; null: none are written. */
  readonly post: PostSettings | null
  readonly logFault: (line: FaultLine) => void
}

export type RunningServer = {
  readonly address: string
  readonly demoAccounts: readonly DemoAccount[]
  readonly isEmpty: boolean
  readonly workingDay: World['workingDay']
  /** Finishes what was asked, then lets go of the data. */
  stop(): Promise<void>
}

const webFolder = join(import.meta.dirname, '../../dist/web')

export async function startServer(settings: ServeSettings): Promise<RunningServer> {
  checkFonts()
  const world = await openWorld(settings.place)
  try {
    return await serve(await withDemo(world, settings), settings)
  } catch (error) {
    await world.database.close()
    throw error
  }
}

async function withDemo(world: World, settings: ServeSettings): Promise<World> {
  if (settings.demo === null) return world
  await loadDemoInto(world, settings.demo)
  return withWorkingDay(world)
}

/** Null when there is something already: the demonstration never mixes with real data. */
export async function loadDemoInto(world: World, name: DemoName): Promise<readonly DemoAccount[] | null> {
  const { database } = world
  if (!(await mayTakeDemo(database.kysely))) return null
  await saveDemoAccounts(database.kysely, [])
  const accounts = await load(world, name)
  await saveDemoAccounts(database.kysely, accounts)
  await database.tidy()
  return accounts
}

/** A server on real data never needs what is read here. */
async function load(world: World, name: DemoName): Promise<readonly DemoAccount[]> {
  if (name === 'van-phong') return (await import('./demo/demo.ts')).loadDemo(world)
  if (name === 'tinh-2025') return (await import('./demo/province/load.ts')).loadProvince(world)
  const { communeYears, loadCommune } = await import('./demo/commune/load.ts')
  return loadCommune(world, communeYears[name])
}

/** Nothing was ever recorded, or a load that was cut off is to be finished. */
async function mayTakeDemo(tx: Db): Promise<boolean> {
  const begun = await findDemoAccounts(tx)
  if (begun !== null) return begun.length === 0
  return !(await hasAccounts(tx)) && (await countAuditEntries(tx)) === 0
}

async function serve(world: World, settings: ServeSettings): Promise<RunningServer> {
  const { place, host, port, idleHours, logFault, post } = settings
  const secret = await readOrMakeSecret(place.folder)
  await sweepListFiles(world.files, name => isListKept(world.database.kysely, name)) // before any comes in
  const app = await buildApp(world, {
    secret,
    idleHours,
    logFault,
    post,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null,
  })
  const quiet = watchQuiet(world)
  const digests = watchDigests(world, post)
  app.addHook('onRequest', async () => quiet.disturb())
  const address = await app.listen({ host, port })
  await noteAddress(place.folder, address)
  return {
    address,
    demoAccounts: (await findDemoAccounts(world.database.kysely)) ?? [],
    isEmpty: !(await hasAccounts(world.database.kysely)),
    workingDay: world.workingDay,
    stop: async () => {
      quiet.end()
      digests.end()
      await app.close()
      await stopListWork()
      await removeNote(place.folder)
      await world.database.close()
    },
  }
}

const lookEveryMs = 60_000
const quietMs = 5 * 60_000

/** Tidies up once after each stretch of work, when nobody has asked for anything for a while. */
function watchQuiet({ database }: World): { disturb(): void; end(): void } {
  let lastAskedAt = performance.now()
  let isUntidy = true
  const timer = setInterval(() => {
    if (!isUntidy || performance.now() - lastAskedAt < quietMs) return
    isUntidy = false
    // Housekeeping that fails is tried again after the next work; it is no concern of anyone at work.
    void tidy().catch(() => {
      isUntidy = true
    })
  }, lookEveryMs).unref()
  const tidy = async (): Promise<void> => {
    await deleteOutdated(database.kysely, systemNow())
    await database.tidy()
  }
  return {
    disturb: () => {
      lastAskedAt = performance.now()
      isUntidy = true
    },
    end: () => clearInterval(timer),
  }
}
