import { Readable } from 'node:stream'
import type { Actor } from '#domain/account/access.ts'
import { certificateFiles } from '#server/certificate/certificate.routes.ts'
import { dossierFiles } from '#server/dossier/dossier.routes.ts'
import { runFileQuery } from '#server/http/run.ts'
import { requestFiles } from '#server/request/request.routes.ts'
import type { World } from '#server/world.ts'
import { must } from './factories.ts'
import { readPdf } from './golden/pdf-text.ts'

/** Asks for a paper as the browser does. */
export function askForFile(world: World, actor: Actor, door: string, input: object): ReturnType<typeof runFileQuery> {
  const definition = [...dossierFiles, ...certificateFiles, ...requestFiles].find(({ path }) => path === door)
  if (!definition) throw new Error(door)
  return runFileQuery(world, actor, definition, input)
}

/** A printed paper as it leaves the house. */
export async function bytesPrinted(world: World, actor: Actor, door: string, input: object): Promise<Buffer> {
  const { bytes } = await must(askForFile(world, actor, door, input))
  return bytes instanceof Readable ? Buffer.concat(await bytes.toArray()) : Buffer.from(bytes)
}

/** Everything a printed paper says, in one line. */
export async function wordsPrinted(world: World, actor: Actor, door: string, input: object): Promise<string> {
  const pages = await readPdf(await bytesPrinted(world, actor, door, input))
  return pages
    .flatMap(({ lines }) => lines)
    .join(' ')
    .replace(/\s+/gu, ' ')
}
