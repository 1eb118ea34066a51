import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { findVersionOn } from '#server/org/org.store.ts'
import type { World } from '#server/world.ts'
import { must, send } from './factories.ts'

// What a unit needs to send out a report: a letterhead, somebody who signs, and a duty.

const signerName = 'Vì Minh Họa'

export type Issuer = {
  readonly unitId: string
  readonly letterhead: { readonly parentLines: string[]; readonly nameLines: string[]; readonly place: string }
  readonly calledInText: string
  readonly symbol: string
  readonly receiverName: string
  readonly recipientLines: string[]
  /** On whose behalf its head signs; null where the head signs for nobody else. */
  readonly signsFor: string | null
  /** What its head is called. */
  readonly head: string
  readonly basisDocumentId?: string
  /** The first day it reports. */
  readonly from?: string
}

/** The account of who signs. */
export async function givenSigner(world: World, officer: Actor, unitId: string): Promise<void> {
  const account = { username: 'nguoi.ky', fullName: signerName, unitId, role: 'leader', withSubtree: true } as const
  await must(send(world, officer, 'account.add', { id: officer.accountId, ...account }))
}

export async function givenIssuer(world: World, officer: Actor, issuer: Issuer): Promise<void> {
  const { unitId, letterhead, calledInText, symbol, receiverName, recipientLines, signsFor, head, from = '2024-12-15' } = issuer
  const valid = { from, until: null }
  const was = await findVersionOn(world.database.kysely, unitId, plainDate(from))
  if (!was) throw new Error('no unit')
  const version: BodyInput<'org.addVersion'> = {
    ...was,
    shortName: '',
    code: '',
    functions: '',
    id: randomUUID(),
    letterhead,
    calledInText,
    valid,
  }
  await must(send(world, officer, 'org.addVersion', version))
  const position = randomUUID()
  await must(send(world, officer, 'org.addPosition', { id: position, unitId, name: head, rank: 'head' }))
  const signs = signsFor === null ? ({ capacity: 'own', forName: null } as const) : ({ capacity: 'TM', forName: signsFor } as const)
  await must(send(world, officer, 'org.mandate', { id: randomUUID(), positionId: position, unitId, ...signs, valid, basis: 'minh họa' }))
  const duty = {
    id: randomUUID(),
    unitId,
    formName: 'consolidated-figures',
    receiverName,
    isReceiverSuperior: true,
    basisDocumentId: issuer.basisDocumentId ?? null,
    symbol,
    draftingUnitId: unitId,
    recipientLines,
    archive: 'VT',
    dueDaysAfterCutoff: null,
    valid,
  }
  await must(send(world, officer, 'report.setDuty', duty))
  const seat = { id: randomUUID(), positionId: position, fullName: signerName, accountId: officer.accountId, valid, basis: 'minh họa' }
  await must(send(world, officer, 'org.appoint', seat))
}
