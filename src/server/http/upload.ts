import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { attachQuery } from '#contract/evidence.ts'
import { evidenceLimitBytes } from '#domain/evidence/evidence.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { attachEvidence } from '../evidence/evidence.actions.ts'
import type { World } from '../world.ts'
import { sendOutcome } from './answer.ts'
import { personOf } from './person.ts'
import { type BadInput, type Outcome, parseInput, runAction } from './run.ts'

/** What the form itself adds to a file: borders, headers, a long name. */
const formBytes = 16 * 1024
const tooLarge = refuse('evidence.file-too-large', { megabytes: evidenceLimitBytes / 1024 / 1024 })

/** One file as `multipart/form-data`. Too large a file is refused before it is read where its size is told, else as soon as it shows. */
export function uploadRoutes(api: FastifyInstance, world: World): void {
  api.post('/evidence.attach', {
    onRequest: async (request, reply) => {
      const isTooLarge = Number(request.headers['content-length'] ?? 0) > evidenceLimitBytes + formBytes
      return isTooLarge ? sendOutcome(reply, tooLarge) : undefined
    },
    handler: async (request, reply) => {
      const parsed = parseInput(attachQuery, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      const uploaded = await readUpload(request)
      if (!uploaded.ok) return sendOutcome(reply.header('connection', 'close'), uploaded)
      const { id, ownerKind: kind, ownerId } = parsed.value
      const file = { id, owner: { kind, id: ownerId }, ...uploaded.value }
      return sendOutcome(reply, await runAction(world, personOf(request).actor, 'evidence.attach', ctx => attachEvidence(ctx, file)))
    },
  })
}

type Uploaded = { readonly fileName: string; readonly bytes: Uint8Array }
const broken: BadInput = { ok: false, code: 'input.invalid', details: {}, fields: { file: 'Tệp gửi lên bị đứt giữa chừng.' } }

/** The whole file or none of it; a form that breaks off is the sender's matter, not a fault of ours. */
async function readUpload(request: FastifyRequest): Promise<Outcome<Uploaded>> {
  let part: MultipartFile | undefined
  try {
    part = await request.file({ limits: { files: 1, fields: 0, fileSize: evidenceLimitBytes + 1 } })
    if (!part) return refuse('evidence.file-empty')
    const { file, filename } = part
    file.once('limit', () => file.destroy()) // what is still to come is of no use
    const chunks: Buffer[] = []
    for await (const chunk of file) chunks.push(chunk as Buffer)
    return ok({ fileName: filename, bytes: Buffer.concat(chunks) })
  } catch (error) {
    if (part?.file.truncated) return tooLarge
    if (error instanceof Error && 'statusCode' in error) throw error // Fastify's own refusals say what is wrong
    return broken
  }
}
