import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { receiveListQuery } from '#contract/household-list.ts'
import type { Actor } from '#domain/account/access.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { cleanText } from '#domain/kit/text.ts'
import { sendOutcome } from '../http/answer.ts'
import { personOf } from '../http/person.ts'
import { type BadInput, type Outcome, parseInput, runAction } from '../http/run.ts'
import type { World } from '../world.ts'
import { lookAtHouseholdList } from './household.import.ts'
import { findSentList, type ReceivedList, receiveList } from './list.actions.ts'
import { listFileOf, removeListFile, saveListFile } from './list-file.ts'

const largestBytes = 50 * 1024 * 1024
/** What the form itself adds to a file: borders, headers, a long name. */
const formBytes = 16 * 1024
const tooLarge = refuse('household.list-too-large', { megabytes: largestBytes / 1024 / 1024 })

/** One list as `multipart/form-data`. It goes to disk as it comes and is looked at there; what is no list leaves nothing behind. */
export function listUploadRoutes(api: FastifyInstance, world: World): void {
  api.post('/household.receiveList', {
    onRequest: async (request, reply) => {
      const isTooLarge = Number(request.headers['content-length'] ?? 0) > largestBytes + formBytes
      return isTooLarge ? sendOutcome(reply, tooLarge) : undefined
    },
    handler: async (request, reply) => {
      const parsed = parseInput(receiveListQuery, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      const { id, unitId, sender } = parsed.value
      const { actor } = personOf(request)
      const sentBefore = await runAction(world, actor, 'household.import', ctx => findSentList(ctx, { id, unitId }))
      if (!sentBefore.ok) return sendOutcome(reply.header('connection', 'close'), sentBefore)
      if (sentBefore.value) return sendOutcome(reply.header('connection', 'close'), ok({ id }))
      const fileName = await saveUpload(request, world, id)
      if (!fileName.ok) return sendOutcome(reply.header('connection', 'close'), fileName)
      return sendOutcome(reply, await receiveFile(world, actor, { id, unitId, sender, fileName: fileName.value }))
    },
  })
}

/** A file that lies in its place is looked at and becomes a list; what is no list leaves nothing behind. */
export async function receiveFile(world: World, actor: Actor, list: Omit<ReceivedList, 'look'>): Promise<Outcome<{ readonly id: string }>> {
  const { id, unitId, sender } = list
  const look = await lookAtHouseholdList(world, actor, { file: listFileOf(world.files, id), unitId, sender })
  if (look.ok) return runAction(world, actor, 'household.import', ctx => receiveList(ctx, { ...list, look: look.value }))
  await removeListFile(world.files, id)
  return look
}

const broken: BadInput = { ok: false, code: 'input.invalid', details: {}, fields: { file: 'Tệp gửi lên bị đứt giữa chừng.' } }

async function saveUpload(request: FastifyRequest, world: World, id: string): Promise<Outcome<string>> {
  let part: MultipartFile | undefined
  try {
    part = await request.file({ limits: { files: 1, fields: 0, fileSize: largestBytes + 1 } })
    if (!part) return refuse('household.bad-list', { reason: 'chưa chọn tệp' })
    const { file, filename } = part
    file.once('limit', () => file.destroy()) // what is still to come is of no use
    await saveListFile(world.files, id, file)
    return nameOf(filename)
  } catch (error) {
    if (part?.file.truncated) return tooLarge
    if (error instanceof Error && 'statusCode' in error) throw error // Fastify's own refusals say what is wrong
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    return broken
  }
}

/** Only to be shown: the file lies under its id, whatever it is called. */
function nameOf(told: string): Result<string, never> {
  const name = cleanText(told.split(/[\\/]/u).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 200)
  return ok(name === '' ? 'danh sách' : name)
}
