import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sessionBodies } from '#contract/account.ts'
import { sendOutcome, sendRefusal, setCookies } from '../http/answer.ts'
import { parseInput } from '../http/run.ts'
import {
  changePassword,
  type Door,
  findMyEmail,
  findSession,
  setMyEmail,
  signIn,
  signOut,
  signOutEverywhere,
  toSessionView,
} from './session.actions.ts'

/** Finds out who asks, and prolongs the session while it is used. */
export function recognise(door: Door) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const session = await findSession(door, cookieOf(request))
    if (!session) return
    request.person = session
    setCookies(request, reply, session.cookies)
  }
}

/** Signing in and out. Nothing here needs a right, only the person. */
export function sessionRoutes(api: FastifyInstance, door: Door): void {
  api.get('/session', async (request, reply) => {
    return request.person ? reply.send(toSessionView(door.world, request.person)) : sendRefusal(reply, 'account.signed-out')
  })

  api.post('/session', async (request, reply) => {
    const parsed = parseInput(sessionBodies.signIn, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    const result = await signIn(door, { ...parsed.value, address: request.ip })
    if (!result.ok) return sendOutcome(reply, result)
    setCookies(request, reply, result.value.cookies)
    return reply.send(toSessionView(door.world, result.value))
  })

  api.delete('/session', async (request, reply) => {
    if (!request.person) return sendRefusal(reply, 'account.signed-out')
    setCookies(request, reply.removeHeader('set-cookie'), await signOut(door, request.person, cookieOf(request)))
    return reply.code(204).send()
  })

  api.delete('/sessions', async (request, reply) => {
    if (!request.person) return sendRefusal(reply, 'account.signed-out')
    setCookies(request, reply.removeHeader('set-cookie'), await signOutEverywhere(door, request.person, cookieOf(request)))
    return reply.code(204).send()
  })

  api.get('/session/email', async (request, reply) => {
    return request.person ? reply.send({ email: await findMyEmail(door, request.person) }) : sendRefusal(reply, 'account.signed-out')
  })

  api.post('/session/email', async (request, reply) => {
    if (!request.person) return sendRefusal(reply, 'account.signed-out')
    const parsed = parseInput(sessionBodies.setEmail, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    await setMyEmail(door, request.person, parsed.value.email)
    return reply.code(204).send()
  })

  api.post('/session/password', async (request, reply) => {
    if (!request.person) return sendRefusal(reply, 'account.signed-out')
    const parsed = parseInput(sessionBodies.changePassword, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    const result = await changePassword(door, request.person, { ...parsed.value, cookie: cookieOf(request), address: request.ip })
    if (!result.ok) return sendOutcome(reply, result)
    setCookies(request, reply.removeHeader('set-cookie'), result.value)
    return reply.code(204).send()
  })
}

function cookieOf(request: FastifyRequest): string {
  return request.headers.cookie ?? ''
}
