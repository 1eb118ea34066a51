import type { FastifyReply, FastifyRequest } from 'fastify'

/** Everything the screens need comes from here; styles are set by script, so they may stand inline. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
}

const oneYear = 'max-age=31536000'

/** What browsers are told on every answer. */
export async function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(headers).header('x-request-id', request.id)
  if (request.protocol === 'https') reply.header('strict-transport-security', oneYear)
}

/**
 * A page of another site may make a browser send its cookies here; such a request changes nothing. Browsers say where
 * a request comes from and pages cannot make them lie; old ones say it by Origin only, programs not at all.
 */
export function isFromElsewhere(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  return origin !== undefined && origin.replace(/^https?:\/\//u, '') !== request.host
}
