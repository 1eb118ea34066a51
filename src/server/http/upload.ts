import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { id } from '#contract/fields.ts'
import { evidenceLimitBytes } from '#domain/activity/activity.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { attachEvidence } from '../activity/activity.actions.ts'
import type { World } from '../world.ts'
import { sendOutcome } from './answer.ts'
import { parseInput, runAction } from './run.ts'

/** What the form itself adds to a file: borders, headers, a long name. */
const formBytes = 16 * 1024
const tooLarge = refuse('activity.file-too-large', { megabytes: evidenceLimitBytes / 1024 / 1024 })
const target = z.strictObject({ id: id('Minh chứng'), activityId: id('Hoạt động') })

/** One file as `multipart/form-data`. Too large a file is refused before it is read where its size is told, else as soon as it shows. */
export function uploadRoutes(api: FastifyInstance, world: World): void {
  api.post('/activity.attach', {
    onRequest: async (request, reply) => {
      const isTooLarge = Number(request.headers['content-length'] ?? 0) > evidenceLimitBytes + formBytes
      return isTooLarge ? sendOutcome(reply, tooLarge) : undefined
    },
    handler: async (request, reply) => {
      const parsed = parseInput(target, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      const { person } = request
      const part = await request.file({ limits: { files: 1, fields: 0, fileSize: evidenceLimitBytes + 1 } })
      if (!person || !part) return sendOutcome(reply, refuse('activity.file-empty'))
      const bytes = await readPart(part)
      if (!bytes.ok) return sendOutcome(reply.header('connection', 'close'), bytes)
      const file = { ...parsed.value, fileName: part.filename, bytes: bytes.value }
      return sendOutcome(reply, await runAction(world, person.actor, 'activity.attach', ctx => attachEvidence(ctx, file)))
    },
  })
}

async function readPart(part: MultipartFile): Promise<Result<Uint8Array, 'activity.file-too-large'>> {
  const chunks: Buffer[] = []
  for await (const chunk of part.file) {
    chunks.push(chunk as Buffer)
    if (part.file.truncated) return tooLarge
  }
  return part.file.truncated ? tooLarge : ok(Buffer.concat(chunks))
}
