import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readSheetQuery, type SheetLook } from '#contract/return.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { cleanText } from '#domain/kit/text.ts'
import { listFileOf, removeListFile, saveListFile } from '../household/list-file.ts'
import { readFirstSheets } from '../household/list-reader.ts'
import { SheetFault } from '../household/sheet-file.ts'
import { sendOutcome } from '../http/answer.ts'
import { personOf } from '../http/person.ts'
import { type Outcome, parseInput, runAction } from '../http/run.ts'
import { isTooLarge, largestBytes, saveUpload } from '../http/upload-file.ts'
import type { World } from '../world.ts'
import { findChoices } from './sheet.actions.ts'

const tooLarge = refuse('return.sheet-too-large', { megabytes: largestBytes / 1024 / 1024 })
const none = refuse('return.bad-sheet', { reason: 'chưa chọn tệp' })

/** No form of figures is longer; what stands below is not looked at. */
const mostRows = 1500
const mostColumns = 60
const longestCell = 20_000

/** One spreadsheet as `multipart/form-data`: the rows of its sheets are the answer, and the file is gone before it is given. */
export function sheetUploadRoutes(api: FastifyInstance, world: World): void {
  api.post('/return.readSheet', {
    onRequest: async (request, reply) => (isTooLarge(request) ? sendOutcome(reply, tooLarge) : undefined),
    handler: async (request, reply) => {
      const parsed = parseInput(readSheetQuery, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      const { sender, ...owed } = parsed.value
      const remembered = await runAction(world, personOf(request).actor, 'return.takeSheet', ctx => findChoices(ctx, { ...owed, sender }))
      if (!remembered.ok) return sendOutcome(reply.header('connection', 'close'), remembered)
      const received = await receiveSheets(request, world)
      if (!received.ok) return sendOutcome(reply.header('connection', 'close'), received)
      return sendOutcome(reply, ok({ ...received.value, remembered: remembered.value } satisfies SheetLook))
    },
  })
}

type Received = Pick<SheetLook, 'fileName' | 'sheets'>

async function receiveSheets(request: FastifyRequest, world: World): Promise<Outcome<Received>> {
  const id = randomUUID()
  try {
    const fileName = await saveUpload(request, { save: file => saveListFile(world.files, id, file), tooLarge, none })
    if (!fileName.ok) return fileName
    const sheets = await sheetsOf(listFileOf(world.files, id))
    return sheets.ok ? ok({ fileName: fileName.value, sheets: sheets.value }) : sheets
  } finally {
    await removeListFile(world.files, id)
  }
}

async function sheetsOf(file: string): Promise<Outcome<SheetLook['sheets']>> {
  try {
    const sheets = (await readFirstSheets(file, mostRows)).filter(({ rows }) => rows.length > 0)
    if (sheets.length === 0) return refuse('return.bad-sheet', { reason: 'tệp không có dòng nào' })
    const short = (cells: readonly string[]) => cells.slice(0, mostColumns).map(cell => cleanText(cell).slice(0, longestCell))
    return ok(sheets.map(({ name, rows }) => ({ name: cleanText(name), rows: rows.map(short) })))
  } catch (error) {
    if (error instanceof SheetFault) return refuse('return.bad-sheet', { reason: error.message })
    throw error
  }
}
