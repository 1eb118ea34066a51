import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { DocumentGraph, DocumentView } from '#contract/document.ts'
import type { BodyInput, ParamsInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, countRows, documentBody, type Office } from '../../../test/office.ts'
import type { World } from '../world.ts'
import { insertCitation } from './citation.store.ts'
import { findDocument, insertDocument, listCitedDocuments } from './document.store.ts'

describe('citing', () => {
  test('builds the chain of directives, shown from either end', async ({ database }) => {
    const ids = await anOffice(database)
    const [decision, province, office] = await chain(ids)
    const whole = ['2214/QĐ-TTg', '23/KH-UBND', '14/KH-VPUB']
    for (const end of [decision, office]) {
      const { documents, links, isCut } = await graphOf(ids.world, ids.clerk, end)
      expect(documents.map(document => document.code)).toEqual(whole)
      expect(links).toHaveLength(2)
      expect(isCut).toBe(false)
    }
    const near = await graphOf(ids.world, ids.clerk, decision, { depth: '1' })
    expect(near.documents.map(document => document.code)).toEqual(whole.slice(0, 2))
    expect(near.isCut).toBe(true)
    expect((await graphOf(ids.world, ids.clerk, province, { depth: '1' })).isCut).toBe(false)
    expect((await listed(ids.world, ids.clerk, ids.officeId)).find(document => document.id === office)?.cites).toEqual([province])
  })

  test('says again what is known without a second entry; another relation replaces the first', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const [, province, office] = await chain(ids)
    const link = { fromDocumentId: office, toDocumentId: province }
    const before = await countRows(tx)
    await send(ids.world, ids.clerk, 'document.cite', { ...link, relation: 'carriesOut' })
    expect(await countRows(tx)).toEqual(before)
    await send(ids.world, ids.clerk, 'document.cite', { ...link, relation: 'mentions' })
    expect(await countRows(tx)).toEqual({ ...before, auditEntry: (before['auditEntry'] ?? 0) + 1 })
    expect((await graphOf(ids.world, ids.clerk, office)).links).toContainEqual({ ...link, relation: 'mentions' })
  })

  test('draws at most two hundred of what rests on a directive, and says that there are more', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const [decision] = await chain(ids)
    const stored = await findDocument(tx, decision)
    for (let number = 1; stored && number <= 205; number++) {
      const plan = { ...stored, id: randomUUID(), code: `${number}/QĐ-TTg-M`, kind: 'decision' as const }
      await insertDocument(tx, plan)
      await insertCitation(tx, { fromDocumentId: plan.id, toDocumentId: decision, relation: 'carriesOut' })
    }
    const { documents, isCut } = await graphOf(ids.world, ids.clerk, decision)
    expect(documents).toHaveLength(200)
    expect(documents.map(document => document.id)).toContain(decision)
    expect(isCut).toBe(true)
  })

  test('refuses itself, a circle, the unknown and what stands in the register of others', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const [decision, , office] = await chain(ids)
    const foreign = documentBody(ids.strangerId)
    await send(ids.world, someone('clerk', [ids.strangerId]), 'document.register', foreign)
    const before = await countRows(tx)
    for (const [from, to, code] of [
      [office, office, 'document.cites-itself'],
      [decision, office, 'document.cites-in-circle'],
      [randomUUID(), office, 'document.unknown'],
      [office, randomUUID(), 'document.unknown'],
      [office, foreign.id, 'document.unknown'],
      [foreign.id, office, 'account.not-allowed'],
    ] as const)
      expect(
        await send(ids.world, ids.clerk, 'document.cite', { fromDocumentId: from, toDocumentId: to, relation: 'restsOn' }),
      ).toMatchObject({
        ok: false,
        code,
      })
    expect(await countRows(tx)).toEqual(before)
  })

  test('closes no circle from two ends at once', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const documents = await Promise.all(['1', '2', '3', '4'].map(number => registered(ids, { code: `${number}/KH-UBND` })))
    const [a = '', b = '', c = '', d = ''] = documents.map(document => document.id)
    const say = (fromDocumentId: string, toDocumentId: string) =>
      send(ids.world, ids.clerk, 'document.cite', { fromDocumentId, toDocumentId, relation: 'restsOn' })
    const answers = await Promise.all([say(a, b), say(c, d), say(b, c), say(d, a)])
    expect(answers.filter(answer => answer.ok)).toHaveLength(3)
    expect(answers.find(answer => !answer.ok)).toMatchObject({ code: 'document.cites-in-circle' })
    await database.close()
  })
})

describe('who sees a register', () => {
  test('a department sees what its office and those above hold, not what its neighbours do', async ({ database }) => {
    const ids = await anOffice(database)
    const [, , office] = await chain(ids)
    const own = documentBody(ids.secondId, { code: '3/KH-PTH', issuerName: 'Phòng Tổng hợp' })
    await send(ids.world, someone('officer', [ids.secondId, ids.officeId]), 'document.register', own)
    await send(ids.world, someone('officer', [ids.secondId, ids.officeId]), 'document.cite', {
      fromDocumentId: own.id,
      toDocumentId: office,
      relation: 'carriesOut',
    })
    const reader = someone('viewer', [ids.firstId, ids.officeId])
    expect((await listed(ids.world, reader, ids.firstId)).map(document => document.code)).not.toContain('3/KH-PTH')
    expect(await listed(ids.world, reader, ids.firstId)).toHaveLength(3)
    expect((await graphOf(ids.world, reader, office)).documents.map(document => document.code)).not.toContain('3/KH-PTH')
    expect((await graphOf(ids.world, ids.clerk, office)).documents.map(document => document.code)).toContain('3/KH-PTH')
    for (const name of ['document.one', 'document.graph'] as const) {
      expect(await ask(ids.world, reader, name, { id: own.id })).toMatchObject({ ok: false, code: 'account.not-allowed' })
      expect(await ask(ids.world, reader, name, { id: randomUUID() })).toMatchObject({ ok: false, code: 'document.unknown' })
    }
    expect(await ask(ids.world, someone('viewer', [ids.strangerId]), 'document.list', { unitId: ids.officeId, search: '' })).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('can be asked for one book', async ({ database }) => {
    const ids = await anOffice(database)
    await chain(ids)
    expect(await listed(ids.world, ids.clerk, ids.officeId, { direction: 'reference' })).toMatchObject([{ code: '2214/QĐ-TTg' }])
  })

  test('a report may cite the registers of the unit and those above, and all they rest on', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await chain(ids)
    await registered(ids, { ownerUnitId: ids.firstId, code: '9/KH-P', issuerName: 'Phòng' })
    expect((await listCitedDocuments(tx, [ids.officeId])).map(document => document.code)).toEqual([
      '2214/QĐ-TTg',
      '23/KH-UBND',
      '14/KH-VPUB',
    ])
    expect(await listCitedDocuments(tx, [ids.firstId, ids.officeId])).toHaveLength(4)
  })
})

async function registered(office: Office, changes: Partial<BodyInput<'document.register'>>): Promise<BodyInput<'document.register'>> {
  const body = documentBody(office.officeId, changes)
  await must(send(office.world, office.clerk, 'document.register', body))
  return body
}

/** 2214/QĐ-TTg ← 23/KH-UBND ← 14/KH-VPUB. */
async function chain(office: Office): Promise<[string, string, string]> {
  const above = { direction: 'reference', kind: 'decision', issuerName: 'Thủ tướng Chính phủ' } as const
  const first = await registered(office, { ...above, code: '2214/QĐ-TTg', issuedOn: '2021-12-28' })
  const second = await registered(office, { code: '23/KH-UBND', issuedOn: '2022-01-18' })
  const own = { direction: 'outgoing', issuerName: 'Văn phòng minh họa' } as const
  const third = await registered(office, { ...own, code: '14/KH-VPUB', issuedOn: '2022-01-24' })
  for (const [from, to] of [
    [second, first],
    [third, second],
  ] as const)
    await must(send(office.world, office.clerk, 'document.cite', { fromDocumentId: from.id, toDocumentId: to.id, relation: 'carriesOut' }))
  return [first.id, second.id, third.id]
}

async function listed(
  world: World,
  actor: Actor,
  unitId: string,
  filter: Partial<ParamsInput<'document.list'>> = {},
): Promise<readonly DocumentView[]> {
  return must(ask(world, actor, 'document.list', { unitId, search: '', ...filter }))
}

async function graphOf(world: World, actor: Actor, id: string, range: { depth?: string } = {}): Promise<DocumentGraph> {
  return must(ask(world, actor, 'document.graph', { id, ...range }))
}
