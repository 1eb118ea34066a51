import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '../account/session.actions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until known, and for those not signed in. */
    person: SignedIn | null
  }
}

/** Who asks, where nobody else is let in. */
export function personOf(request: FastifyRequest): SignedIn {
  if (!request.person) throw new Error('nobody is signed in')
  return request.person
}
