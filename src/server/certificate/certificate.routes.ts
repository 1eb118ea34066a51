import type { FastifyInstance } from 'fastify'
import { type CertificateKeys, checkBody, printParams, stateParams } from '#contract/certificate.ts'
import { checkCode } from '#contract/certificate-code.ts'
import { sendOutcome } from '../http/answer.ts'
import { fileQuery } from '../http/definitions.ts'
import { parseInput } from '../http/run.ts'
import type { World } from '../world.ts'
import { printCertificates } from './certificate.queries.ts'
import { findCertificateState, listSigningKeys } from './certificate.store.ts'

export const certificateFiles = [fileQuery('certificate.print', printParams, printCertificates)]

/** What anybody may ask, without an account: the keys, and whether a certificate was revoked. No name is asked for or told. */
export function publicCertificateRoutes(api: FastifyInstance, { database }: World): void {
  api.get('/certificate.keys', async (_request, reply) => {
    const keys = await listSigningKeys(database.kysely)
    return reply.send({ keys: keys.map(({ publicKey }) => publicKey) } satisfies CertificateKeys)
  })
  api.post('/certificate.check', async (request, reply) => {
    const parsed = parseInput(checkBody, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    const keys = await listSigningKeys(database.kysely)
    return reply.send(
      await checkCode(
        parsed.value.code,
        keys.map(({ publicKey }) => publicKey),
      ),
    )
  })
  api.get('/certificate.state', async (request, reply) => {
    const parsed = parseInput(stateParams, request.query)
    return parsed.ok ? reply.send(await findCertificateState(database.kysely, parsed.value.id)) : sendOutcome(reply, parsed)
  })
}
