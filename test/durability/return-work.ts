import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AskedProvince, askedProvince, handIn, owed, save } from '../asked-province.ts'
import { send } from '../factories.ts'
import { openWorldAt } from './commune-work.ts'

// A province on a data folder, whose villages hand in and whose commune accepts many at once: here, or in a process made to be killed.

/** How many villages of the first commune have handed in, and wait for its answer; the next one has written and not handed in. */
export const waiting = 40

export async function prepareProvince(folder: string): Promise<void> {
  const here = await askedProvince(await openWorldAt(folder), [waiting, 1])
  for (let at = 0; at < waiting; at++) await handIn(here, at, 100 + at)
  await save(here, waiting, { total: 95, revision: 0 })
  const { world, ...kept } = here
  await writeFile(join(folder, 'kept.json'), JSON.stringify(kept))
  await world.database.close()
}

/** With its data opened anew; whoever opens closes the database. */
export async function openProvince(folder: string): Promise<AskedProvince> {
  const kept = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')) as Omit<AskedProvince, 'world'>
  const world = await openWorldAt(folder)
  return { ...kept, world: { ...world, workingDay: '2025-06-16' as AskedProvince['world']['workingDay'] } }
}

export const returnJobs = {
  handIn: (here: AskedProvince) => send(here.world, here.officer, 'return.handIn', { ...owed(here, waiting), revision: 1, reason: '' }),
  accept: (here: AskedProvince) => {
    const returns = here.villages.slice(0, waiting).map(unitId => ({ unitId, version: 1 }))
    return send(here.world, here.officer, 'return.accept', { requestId: here.request, returns })
  },
} as const
export type ReturnJob = keyof typeof returnJobs
