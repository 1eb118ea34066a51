import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RefusalAnswer, type RefusalCode, refusalAnswer, refusals } from '#contract/index.ts'
import type { Cookies } from '../account/auth.ts'
import type { SentFile } from './definitions.ts'
import type { Outcome } from './run.ts'

/** Ok: the value, or 204 when there is nothing to say. Refused: the status and sentence of its code. */
export function sendOutcome(reply: FastifyReply, outcome: Outcome<unknown>): FastifyReply {
  if (!outcome.ok) return sendRefusal(reply, outcome.code, outcome)
  return outcome.value === undefined ? reply.code(204).send() : reply.send(outcome.value)
}

export function sendRefusal(
  reply: FastifyReply,
  code: RefusalCode,
  { details = {}, fields }: { readonly details?: Parameters<typeof refusalAnswer>[1]; readonly fields?: RefusalAnswer['fields'] } = {},
): FastifyReply {
  return reply.code(refusals[code].status).send({ ...refusalAnswer(code, details), ...(fields && { fields }) })
}

/** Cookies stay on the encrypted line once the browser has come over one. */
export function setCookies(request: FastifyRequest, reply: FastifyReply, cookies: Cookies): void {
  if (cookies.length === 0) return
  const isSecure = request.protocol === 'https'
  reply.header(
    'set-cookie',
    cookies.map(cookie => (isSecure ? `${cookie}; Secure` : cookie)),
  )
}

/**
 * A file under its name. Pages of ours are shown without scripts and cut off from the application; only the
 * application itself may frame a file.
 */
export function sendFile(reply: FastifyReply, file: SentFile): FastifyReply {
  if (file.isGzipped) reply.header('content-encoding', 'gzip')
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', contentDisposition(file))
    .header('content-security-policy', policyOf(file.mediaType))
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cache-control', 'private, no-store')
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength) : file.bytes)
}

function policyOf(mediaType: string): string {
  if (mediaType.startsWith('text/html')) return pagePolicy
  return mediaType === 'application/pdf' ? pdfPolicy : filePolicy
}

const filePolicy = "default-src 'none'; frame-ancestors 'self'"
/** The browser's own PDF viewer is made of parts a stricter policy would stop. */
const pdfPolicy = "frame-ancestors 'self'"
/** Links may lead to the record behind a figure, in the application's own window. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data: 'self'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

/** RFC 6266: a plain name for old readers, the true one in UTF-8 (RFC 8187). */
export function contentDisposition({ fileName, isInline }: Pick<SentFile, 'fileName' | 'isInline'>): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, d => (d === 'đ' ? 'd' : 'D'))
    .replace(/[^\w.\- ()]/gu, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
