import type { FastifyInstance } from 'fastify'
import { checkBody, printParams, stateParams } from '#contract/certificate.ts'
import { checkCode } from '#contract/certificate-code.ts'
import { dayInVietnam } from '#domain/calendar/plain-date.ts'
import { systemNow } from '../context.ts'
import { sendFile, sendOutcome, sendRefusal } from '../http/answer.ts'
import { fileQuery } from '../http/definitions.ts'
import { parseInput } from '../http/run.ts'
import type { World } from '../world.ts'
import { printCertificates } from './certificate.queries.ts'
import { findCertificateState, listPublished, listSigningKeys } from './certificate.store.ts'
import { makeVerifyPage, verifyPageName } from './verify-page.ts'

export const certificateFiles = [fileQuery('certificate.print', printParams, printCertificates)]

/** What anybody may ask, without an account: the keys, and whether a certificate was revoked. No name is asked for or told. */
export function publicCertificateRoutes(api: FastifyInstance, { database, workingDay }: World, webFolder: string | null): void {
  const published = () => listPublished(database.kysely, workingDay ?? dayInVietnam(systemNow()))

  api.get('/certificate.keys', async (_request, reply) => reply.send(await published()))
  api.get('/certificate.page', async (_request, reply) => {
    const page = webFolder && (await makeVerifyPage(webFolder, await published()))
    if (!page) return sendRefusal(reply, 'certificate.no-page')
    return sendFile(reply, { bytes: Buffer.from(page), mediaType: 'text/html; charset=utf-8', fileName: verifyPageName, isInline: false })
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
