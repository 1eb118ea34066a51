import type { ListExamples } from '#contract/household-list.ts'
import type { Actor } from '#domain/account/access.ts'
import type { ListReading } from '#domain/household/list-import.ts'
import { noteTone } from '#domain/household/take-rows.ts'
import { systemNow } from '../context.ts'
import type { World } from '../world.ts'
import { type ImportHooks, importHouseholds, type KeptBatch, type WantedImport } from './household.import.ts'
import { findList, insertAside, type KeptList, type ListFault, updateList } from './list.store.ts'
import { listFileOf, removeListFile } from './list-file.ts'

// Lists are read behind the back of whoever asked: the screen may be left and come back to. What is at work here is at
// work in this process; a list that was begun and is at work nowhere broke off, and is taken up by whoever asks again.

const atWork = new Map<string, { isStopped: boolean; readonly done: Promise<void> }>()

export function isAtWork(listId: string): boolean {
  return atWork.has(listId)
}

/** Reads a list that was asked to be tried or taken, to its end or until the house closes. */
export function workOnList(world: World, actor: Actor, listId: string): Promise<void> {
  const before = atWork.get(listId)
  if (before) return before.done
  const work = { isStopped: false, done: Promise.resolve() }
  const done = readToEnd(world, actor, { listId, isStopped: () => work.isStopped }).finally(() => atWork.delete(listId))
  atWork.set(listId, Object.assign(work, { done }))
  return done
}

/** Before the data are closed: each ends behind the batch it is at, and goes on another day. */
export async function stopListWork(): Promise<void> {
  const running = [...atWork.values()]
  for (const work of running) work.isStopped = true
  await Promise.allSettled(running.map(work => work.done))
}

type Work = { readonly listId: string; readonly isStopped: () => boolean }

async function readToEnd(world: World, actor: Actor, { listId, isStopped }: Work): Promise<void> {
  const list = await findList(world.database.kysely, listId)
  if (!list?.reading) return
  const isTrial = list.mode === 'try'
  const shown: Shown = { aside: [], tones: [], tonePairs: 0, names: new Map() }
  const hooks: ImportHooks = {
    keep: async (ctx, batch) => {
      if (!isTrial) await insertAside(ctx.tx, listId, batch.aside)
      await updateList(ctx.tx, listId, { counts: batch.so }, ctx.now)
    },
    goOn: batch => {
      if (isTrial) note(shown, batch)
      return !isStopped()
    },
  }
  try {
    const outcome = await importHouseholds(world, actor, wantedOf(world, list, list.reading), hooks)
    if (!outcome.ok) return await become(world, listId, { state: isTrial ? 'received' : 'taking', fault: outcome })
    if (isStopped()) return await become(world, listId, { fault: brokeOff })
    const { aside, tones, tonePairs } = shown
    await become(
      world,
      listId,
      isTrial ? { state: 'tried', examples: { aside, tones, tonePairs, rows: outcome.value.read } } : { state: 'taken' },
    )
    if (!isTrial) await removeListFile(world.files, listId)
  } catch (error) {
    await become(world, listId, { fault: brokeOff, ...(isTrial && { state: 'received' }) }).catch(() => {}) // the data may be what broke
    throw error
  }
}

const brokeOff: ListFault = { code: 'household.list-broke-off', details: {} }

function wantedOf({ files }: World, { id, unitId, sender, look, mode, counts }: KeptList, reading: ListReading): WantedImport {
  return { ...reading, file: listFileOf(files, id), unitId, sender, headers: look.headers, mode, kept: counts }
}

async function become({ database }: World, listId: string, { fault, ...change }: Parameters<typeof updateList>[2]): Promise<void> {
  const why = fault && { code: fault.code, details: fault.details }
  await updateList(database.kysely, listId, { ...change, ...(why && { fault: why }) }, systemNow())
}

type Shown = {
  readonly aside: ListExamples['aside'][number][]
  readonly tones: (readonly [string, string])[]
  tonePairs: number
  readonly names: Map<string, string>
}
const shownOfKind = 20
const shownTones = 10

/** Some of each kind, for a person to see what the numbers are about. */
function note(shown: Shown, batch: KeptBatch): void {
  for (const { line, kind, reason, told } of batch.aside)
    if (shown.aside.filter(one => one.kind === kind).length < shownOfKind) shown.aside.push({ line, kind, reason, headName: told.headName })
  for (const row of batch.added) {
    const other = noteTone(shown.names, row)
    if (other === null) continue
    shown.tonePairs++
    if (shown.tones.length < shownTones) shown.tones.push([other, row.headName])
  }
}
