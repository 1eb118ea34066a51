import type { FastifyInstance } from 'fastify'
import { receiveListQuery } from '#contract/household-list.ts'
import type { Actor } from '#domain/account/access.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { sendOutcome } from '../http/answer.ts'
import { personOf } from '../http/person.ts'
import { type Outcome, parseInput, runAction } from '../http/run.ts'
import { isTooLarge, largestBytes, saveUpload } from '../http/upload-file.ts'
import type { World } from '../world.ts'
import { lookAtHouseholdList } from './household.import.ts'
import { findSentList, type ReceivedList, receiveList } from './list.actions.ts'
import { listFileOf, removeListFile, saveListFile } from './list-file.ts'

const tooLarge = refuse('household.list-too-large', { megabytes: largestBytes / 1024 / 1024 })
const none = refuse('household.bad-list', { reason: 'chưa chọn tệp' })

/** One list as `multipart/form-data`. It goes to disk as it comes and is looked at there; what is no list leaves nothing behind. */
export function listUploadRoutes(api: FastifyInstance, world: World): void {
  api.post('/household.receiveList', {
    onRequest: async (request, reply) => (isTooLarge(request) ? sendOutcome(reply, tooLarge) : undefined),
    handler: async (request, reply) => {
      const parsed = parseInput(receiveListQuery, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      const { id, unitId, sender } = parsed.value
      const { actor } = personOf(request)
      const sentBefore = await runAction(world, actor, 'household.import', ctx => findSentList(ctx, { id, unitId }))
      if (!sentBefore.ok) return sendOutcome(reply.header('connection', 'close'), sentBefore)
      if (sentBefore.value) return sendOutcome(reply.header('connection', 'close'), ok({ id }))
      const fileName = await saveUpload(request, { save: file => saveListFile(world.files, id, file), tooLarge, none })
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
