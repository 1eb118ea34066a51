import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalCode } from '#contract/index.ts'
import { codeOf } from '../db/fault.ts'
import { sendRefusal } from './answer.ts'

/** What is written down about a fault: where and what kind, nothing anybody typed. */
export type FaultLine = {
  readonly requestId: string
  readonly route: string
  readonly kind: string
  readonly message: string
  readonly stack: readonly string[]
}

/** Faults are caught here and nowhere else: logged once, answered without their inside. */
export function answerFault(logFault: (line: FaultLine) => void) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const code = refusalOf(error)
    if (code === 'input.invalid') return sendRefusal(reply, code, { fields: { body: 'Nội dung gửi lên không đọc được.' } })
    if (code === 'input.too-large') return sendRefusal(reply, code)
    logFault(lineOf(error, request))
    return sendRefusal(reply, code)
  }
}

function refusalOf(error: unknown): Extract<RefusalCode, 'input.invalid' | 'input.too-large' | 'server.fault' | 'server.disk-full'> {
  const code = codeOf(error) ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'server.disk-full'
  if (code === '22021' || code === '22P05') return 'input.invalid' // a character PostgreSQL does not store, such as NUL
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return 'input.too-large'
  return status >= 400 && status < 500 ? 'input.invalid' : 'server.fault'
}

/** Also of work nobody waits for any more. */
export function lineOf(error: unknown, request: FastifyRequest): FaultLine {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return {
    requestId: request.id,
    route: `${request.method} ${request.routeOptions.url ?? '?'}`,
    kind: [name, codeOf(error)].filter(Boolean).join(' '),
    message: withoutQuotes(message),
    stack: stack.split('\n').filter(line => /^\s+at /u.test(line)),
  }
}

/** Messages quote values; the words around them are ours or the database's. */
function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|“[^”]*”|\([^)]*\)|\d{5,}/gu, '…').slice(0, 300)
}
