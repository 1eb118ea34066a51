import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './server.ts'

/** Loads the demonstration once; every file of journeys starts from a copy of it. */
export default async function makeDemonstration(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-browser-'))
  process.env['NEP_DEMONSTRATION'] = join(folder, 'demonstration')
  const server = await startServer(join(folder, 'demonstration'))
  await server.stop()
  return () => rm(folder, { recursive: true, force: true })
}
