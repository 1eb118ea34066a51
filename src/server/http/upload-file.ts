import type { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { RefusalCode } from '#contract/index.ts'
import { ok, type Refusal } from '#domain/kit/result.ts'
import { cleanText } from '#domain/kit/text.ts'
import type { BadInput, Outcome } from './run.ts'

/** More than any table an office sends. */
export const largestBytes = 50 * 1024 * 1024
/** What the form itself adds to a file: borders, headers, a long name. */
const formBytes = 16 * 1024

/** By what the browser says of it, before anything is read. */
export function isTooLarge(request: FastifyRequest): boolean {
  return Number(request.headers['content-length'] ?? 0) > largestBytes + formBytes
}

const broken: BadInput = { ok: false, code: 'input.invalid', details: {}, fields: { file: 'Tệp gửi lên bị đứt giữa chừng.' } }

type Saving = {
  readonly save: (content: Readable) => Promise<void>
  readonly tooLarge: Refusal<RefusalCode>
  readonly none: Refusal<RefusalCode>
}

/** One file as it comes; the answer is what it is called. What is too large or breaks off is the sender's matter, not a fault of ours. */
export async function saveUpload(request: FastifyRequest, { save, tooLarge, none }: Saving): Promise<Outcome<string>> {
  let part: MultipartFile | undefined
  try {
    part = await request.file({ limits: { files: 1, fields: 0, fileSize: largestBytes + 1 } })
    if (!part) return none
    const { file, filename } = part
    file.once('limit', () => file.destroy()) // what is still to come is of no use
    await save(file)
    return ok(nameOf(filename))
  } catch (error) {
    if (part?.file.truncated) return tooLarge
    if (error instanceof Error && 'statusCode' in error) throw error // Fastify's own refusals say what is wrong
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    return broken
  }
}

/** Only to be shown: the file lies under its id, whatever it is called. */
function nameOf(told: string): string {
  const name = cleanText(told.split(/[\\/]/u).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 200)
  return name === '' ? 'danh sách' : name
}
