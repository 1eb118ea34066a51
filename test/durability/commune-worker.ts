import { setTimeout as pause } from 'node:timers/promises'
import { type Job, jobs, type Kept, openKept } from './commune-work.ts'

// Does one long work and tells its parent when it is in the middle of it. Made to be killed.

const [folder = '', job = ''] = process.argv.slice(2)
const kept = await openKept(folder)
const doing = jobs[job as Job](kept)
if (job === 'import') await firstRows(kept)
if (job !== 'dossier') process.send?.('begun') // which tells of itself
await doing

async function firstRows({ season, listId }: Kept): Promise<void> {
  const { kysely } = season.world.database
  for (;;) {
    const list = await kysely.selectFrom('householdList').select(['state', 'counts']).where('id', '=', listId).executeTakeFirst()
    if (list?.state === 'taking' && (list.counts as { added: number }).added > 0) return
    await pause(5)
  }
}
