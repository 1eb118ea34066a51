import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { DocumentDetail, DocumentView } from '#contract/document.ts'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { isSameDocument, type RegisteredDocument } from '#domain/document/registry.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { givenUnit, someone, worldOn } from '../../../test/factories.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import { runCommand, runQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { documentCommands, documentQueries } from './document.routes.ts'
import { findDocument, insertDocument, listCitedDocuments } from './document.store.ts'

type Command = (typeof documentCommands)[number]
const [register, amend, cite] = documentCommands as [Command, Command, Command]
const [list, one] = documentQueries as [(typeof documentQueries)[number], (typeof documentQueries)[number]]

describe('registering a document', () => {
  test('keeps it as entered, and finds it without diacritics', async ({ database }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    expect(await runCommand(ids.world, ids.clerk, register, body)).toMatchObject({ ok: true, value: { code: '41/KH-UBND', revision: 0 } })
    for (const search of ['doi song van hoa', 'ĐỜI SỐNG', '41/kh-ubnd', 'ubnd tinh'])
      expect(await listed(ids.world, ids.clerk, ids.officeId, { search })).toMatchObject([{ id: body.id, cites: [] }])
    for (const search of ['100%', '41_KH', 'khong co']) expect(await listed(ids.world, ids.clerk, ids.officeId, { search })).toEqual([])
  })

  test('takes codes that differ by a mark only, by issuer or by year for different documents', async ({ database }) => {
    const ids = await anOffice(database)
    for (const changes of [
      { code: '12/QĐ-UBND', kind: 'decision' },
      { code: '12/QĐ-ƯBND', kind: 'decision' },
      { code: '12/QĐ-UBND', kind: 'decision', issuerName: 'UBND xã' },
      { code: '12/QĐ-UBND', kind: 'decision', issuedOn: '2021-02-10' },
    ] as const)
      expect(await runCommand(ids.world, ids.clerk, register, documentBody(ids.officeId, changes))).toMatchObject({ ok: true })
    expect(await listed(ids.world, ids.clerk, ids.officeId)).toHaveLength(4)
  })

  test('sent twice registers once', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    const first = await runCommand(ids.world, ids.clerk, register, body)
    expect(await runCommand(ids.world, ids.clerk, register, body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ documents: 1, entries: 1 })
  })

  test.for<readonly [string, (ids: Ids) => Partial<BodyInput<'document.register'>>, string]>([
    ['a day that has not come', () => ({ issuedOn: '2022-06-16' }), 'document.issued-in-future'],
    ['an arrival before its own day', () => ({ arrivedOn: '2022-02-09' }), 'document.arrived-before-issue'],
    ['an end on the day it begins', () => ({ valid: { from: '2022-02-10', until: '2022-02-10' } }), 'document.ends-before-start'],
    ['years in the wrong order', () => ({ years: { from: 2026, until: 2022 } }), 'document.ends-before-start'],
    ['a number without a symbol', () => ({ code: '41' }), 'document.code-without-symbol'],
    ['the symbol of another kind', () => ({ code: '41/QĐ-UBND' }), 'document.kind-unlike-symbol'],
    ['a mark of secrecy', () => ({ subject: 'MẬT' }), 'document.secret'],
    ['an issuer that was not there yet', ({ lateId }) => ({ issuerUnitId: lateId }), 'org.unit-not-in-force'],
    ['the register of a unit not there yet', ({ lateId }) => ({ ownerUnitId: lateId }), 'org.unit-not-in-force'],
    ['the register of nobody', () => ({ ownerUnitId: randomUUID() }), 'org.unknown-unit'],
    ['the register of others', ({ strangerId }) => ({ ownerUnitId: strangerId }), 'account.not-allowed'],
    ['no code', () => ({ code: '' }), 'input.invalid'],
    ['a subject of 501 letters', () => ({ subject: 'ơ'.repeat(501) }), 'input.invalid'],
    ['a day that does not exist', () => ({ issuedOn: '2022-02-30' }), 'input.invalid'],
    ['arrival number 0', () => ({ arrivalNumber: 0 }), 'input.invalid'],
  ])('refuses %s, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    const body = { ...documentBody(ids.officeId), ...changes(ids) }
    expect(await runCommand(ids.world, ids.clerk, register, body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual({ documents: 0, citations: 0, entries: 0 })
  })

  test('refuses the same document a second time, and the database does so too', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    await runCommand(ids.world, ids.clerk, register, body)
    expect(await runCommand(ids.world, ids.clerk, register, { ...body, id: randomUUID(), issuedOn: '2022-03-01' })).toMatchObject({
      ok: false,
      code: 'document.already-registered',
      details: { code: '41/KH-UBND', issuedOn: '2022-02-10' },
    })
    const stored = await findDocument(tx, body.id)
    expect(stored && (await insertDocument(tx, { ...stored, id: randomUUID() }))).toMatchObject({ code: 'document.already-registered' })
  })

  test('refuses an arrival number used already that year, not the year before', async ({ database }) => {
    const ids = await anOffice(database)
    const arrived = (code: string, arrivedOn: string) =>
      documentBody(ids.officeId, { code, issuedOn: '2021-02-10', arrivedOn, arrivalNumber: 7 })
    expect(await runCommand(ids.world, ids.clerk, register, arrived('1/KH-UBND', '2022-01-03'))).toMatchObject({ ok: true })
    expect(await runCommand(ids.world, ids.clerk, register, arrived('2/KH-UBND', '2021-12-31'))).toMatchObject({ ok: true })
    expect(await runCommand(ids.world, ids.clerk, register, arrived('3/KH-UBND', '2022-12-31'))).toMatchObject({
      code: 'document.arrival-number-taken',
    })
  })

  test('is for clerks and officers, not for those who only look', async ({ database }) => {
    const ids = await anOffice(database)
    for (const role of ['viewer', 'leader', 'admin'] as const)
      expect(await runCommand(ids.world, someone(role, [ids.officeId]), register, documentBody(ids.officeId))).toMatchObject({
        code: 'account.not-allowed',
      })
  })

  test('two who register one document at the same moment: one is kept, one is told', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const answers = await Promise.all([1, 2].map(() => runCommand(ids.world, ids.clerk, register, documentBody(ids.officeId))))
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['document.already-registered', 'kept'])
    await database.close()
  })
})

describe('amending a document', () => {
  test('keeps what it said before in the trail, with the reason', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = await registered(ids, {})
    const answer = await runCommand(ids.world, ids.clerk, amend, { ...body, subject: 'Trích yếu đúng', revision: 0, reason: 'gõ nhầm' })
    expect(answer).toMatchObject({ ok: true, value: { subject: 'Trích yếu đúng', revision: 1 } })
    const [, entry] = await tx.selectFrom('auditEntry').selectAll().orderBy('seq').execute()
    expect(entry).toMatchObject({ before: { subject: body.subject }, after: { subject: 'Trích yếu đúng', reason: 'gõ nhầm' } })
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
    expect(await listed(ids.world, ids.clerk, ids.officeId, { search: 'trich yeu dung' })).toHaveLength(1)
  })

  test.for<readonly [string, (ids: Ids) => Record<string, unknown>, string]>([
    ['a document nobody knows', () => ({ id: randomUUID() }), 'document.unknown'],
    ['a version a colleague has replaced', () => ({ revision: 1 }), 'document.stale'],
    ['a move into the register of others', ({ strangerId }) => ({ ownerUnitId: strangerId }), 'account.not-allowed'],
    ['a code another document has', () => ({ code: '23/KH-UBND' }), 'document.already-registered'],
    ['no reason', () => ({ reason: '' }), 'input.invalid'],
  ])('refuses %s', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    await registered(ids, { code: '23/KH-UBND' })
    const body = await registered(ids, {})
    const before = await countRows(tx)
    expect(await runCommand(ids.world, ids.clerk, amend, { ...body, revision: 0, reason: 'sửa', ...changes(ids) })).toMatchObject({
      ok: false,
      code,
    })
    expect(await countRows(tx)).toEqual(before)
    expect(await findDocument(tx, body.id)).toMatchObject({ revision: 0, code: '41/KH-UBND' })
  })

  test('two who save at the same moment: one is kept, one is told', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const body = await registered(ids, {})
    const answers = await Promise.all(
      ['một', 'hai'].map(note => runCommand(ids.world, ids.clerk, amend, { ...body, note, revision: 0, reason: 'sửa' })),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['document.stale', 'kept'])
    await database.close()
  })
})

describe('citing', () => {
  test('builds the chain of directives, shown from either end', async ({ database }) => {
    const ids = await anOffice(database)
    const [decision, province, office] = await chain(ids)
    const down = await detailOf(ids.world, ids.clerk, office)
    expect(down.linked.map(document => document.code)).toEqual(['2214/QĐ-TTg', '23/KH-UBND'])
    expect(down.links).toHaveLength(2)
    const up = await detailOf(ids.world, ids.clerk, decision)
    expect(up.linked.map(document => document.code)).toEqual(['23/KH-UBND', '14/KH-VPUB'])
    expect((await listed(ids.world, ids.clerk, ids.officeId)).find(document => document.id === office)?.cites).toEqual([province])
  })

  test('says again what is known without a second entry; another relation replaces the first', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const [, province, office] = await chain(ids)
    const link = { fromDocumentId: office, toDocumentId: province }
    const before = await countRows(tx)
    await runCommand(ids.world, ids.clerk, cite, { ...link, relation: 'carriesOut' })
    expect(await countRows(tx)).toEqual(before)
    await runCommand(ids.world, ids.clerk, cite, { ...link, relation: 'mentions' })
    expect(await countRows(tx)).toEqual({ ...before, entries: before.entries + 1 })
    expect((await detailOf(ids.world, ids.clerk, office)).links).toContainEqual({ ...link, relation: 'mentions' })
  })

  test('refuses itself, a circle, the unknown and what stands in the register of others', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const [decision, , office] = await chain(ids)
    const foreign = documentBody(ids.strangerId)
    await runCommand(ids.world, someone('clerk', [ids.strangerId]), register, foreign)
    const before = await countRows(tx)
    for (const [from, to, code] of [
      [office, office, 'document.cites-itself'],
      [decision, office, 'document.cites-in-circle'],
      [randomUUID(), office, 'document.unknown'],
      [office, randomUUID(), 'document.unknown'],
      [office, foreign.id, 'document.unknown'],
      [foreign.id, office, 'account.not-allowed'],
    ] as const)
      expect(await runCommand(ids.world, ids.clerk, cite, { fromDocumentId: from, toDocumentId: to, relation: 'restsOn' })).toMatchObject({
        ok: false,
        code,
      })
    expect(await countRows(tx)).toEqual(before)
  })

  test('closes no circle from two ends at once', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const [a, b, c, d] = await Promise.all(['1', '2', '3', '4'].map(number => registered(ids, { code: `${number}/KH-UBND` })))
    const say = (from?: { id: string }, to?: { id: string }) =>
      runCommand(ids.world, ids.clerk, cite, { fromDocumentId: from?.id, toDocumentId: to?.id, relation: 'restsOn' })
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
    const own = documentBody(ids.neighbourId, { code: '3/KH-PTH', issuerName: 'Phòng Tổng hợp' })
    await runCommand(ids.world, someone('officer', [ids.neighbourId, ids.officeId]), register, own)
    await runCommand(ids.world, someone('officer', [ids.neighbourId, ids.officeId]), cite, {
      fromDocumentId: own.id,
      toDocumentId: office,
      relation: 'carriesOut',
    })
    const reader = someone('viewer', [ids.departmentId, ids.officeId])
    expect((await listed(ids.world, reader, ids.departmentId)).map(document => document.code)).not.toContain('3/KH-PTH')
    expect(await listed(ids.world, reader, ids.departmentId)).toHaveLength(3)
    expect((await detailOf(ids.world, reader, office)).linked.map(document => document.code)).not.toContain('3/KH-PTH')
    expect((await detailOf(ids.world, ids.clerk, office)).linked.map(document => document.code)).toContain('3/KH-PTH')
    expect(await runQuery(ids.world, reader, one, { id: own.id })).toMatchObject({ ok: false, code: 'account.not-allowed' })
    expect(await runQuery(ids.world, someone('viewer', [ids.strangerId]), list, { unitId: ids.officeId })).toMatchObject({
      code: 'account.not-allowed',
    })
    expect(await runQuery(ids.world, reader, one, { id: randomUUID() })).toMatchObject({ ok: false, code: 'document.unknown' })
  })

  test('can be asked for one book', async ({ database }) => {
    const ids = await anOffice(database)
    await chain(ids)
    expect(await listed(ids.world, ids.clerk, ids.officeId, { direction: 'reference' })).toMatchObject([{ code: '2214/QĐ-TTg' }])
  })

  test('a report may cite the registers of the unit and those above, and all they rest on', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await chain(ids)
    await registered(ids, { ownerUnitId: ids.departmentId, code: '9/KH-P', issuerName: 'Phòng' })
    expect((await listCitedDocuments(tx, [ids.officeId])).map(document => document.code)).toEqual([
      '2214/QĐ-TTg',
      '23/KH-UBND',
      '14/KH-VPUB',
    ])
    expect(await listCitedDocuments(tx, [ids.departmentId, ids.officeId])).toHaveLength(4)
  })
})

test('whatever is registered in whatever order, no two entries are the same document', async ({ database, tx }) => {
  const ids = await anOffice(database)
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom('1/KH-UBND', '1/KH-ƯBND'),
          fc.constantFrom('UBND tỉnh', 'UBND xã'),
          fc.constantFrom('2021-12-31', '2022-01-01'),
        ),
        {
          maxLength: 6,
        },
      ),
      async entries => {
        for (const [code, issuerName, issuedOn] of entries)
          await runCommand(ids.world, ids.clerk, register, documentBody(ids.officeId, { code, issuerName, issuedOn }))
        const documents = await listCitedDocuments(tx, [ids.officeId])
        const twins = documents.filter(a => documents.some((b: RegisteredDocument) => a.id !== b.id && isSameDocument(a, b)))
        expect(twins).toEqual([])
      },
    ),
    { numRuns: 10 },
  )
})

type Ids = Awaited<ReturnType<typeof anOffice>>

/** An office with two departments, a unit that begins in July, and somebody else's office. */
async function anOffice(database: World['database']) {
  const tx = database.kysely
  const officeId = await givenUnit(tx, { name: 'Văn phòng minh họa' })
  const departmentId = await givenUnit(tx, { name: 'Phòng Khoa giáo', kind: 'department', parentUnitId: officeId })
  const neighbourId = await givenUnit(tx, { name: 'Phòng Tổng hợp', kind: 'department', parentUnitId: officeId })
  const lateId = await givenUnit(tx, { name: 'Trung tâm mới', kind: 'attachedUnit', parentUnitId: officeId })
  await tx.updateTable('orgUnitVersion').set({ valid: '[2022-07-01,)' }).where('unitId', '=', lateId).execute()
  const strangerId = await givenUnit(tx, { name: 'Sở khác' })
  return { world: worldOn(database), clerk: someone('clerk', [officeId]), officeId, departmentId, neighbourId, lateId, strangerId }
}

function documentBody(ownerUnitId: string, changes: Partial<BodyInput<'document.register'>> = {}): BodyInput<'document.register'> {
  return {
    id: randomUUID(),
    ownerUnitId,
    direction: 'incoming',
    kind: 'plan',
    code: '41/KH-UBND',
    issuedOn: '2022-02-10',
    issuerName: 'UBND tỉnh',
    issuerUnitId: null,
    subject: 'Thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022',
    valid: { from: '2022-02-10', until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: '',
    ...changes,
  }
}

async function registered(ids: Ids, changes: Partial<BodyInput<'document.register'>>): Promise<BodyInput<'document.register'>> {
  const body = documentBody(ids.officeId, changes)
  expect(await runCommand(ids.world, ids.clerk, register, body)).toMatchObject({ ok: true })
  return body
}

/** 2214/QĐ-TTg ← 23/KH-UBND ← 14/KH-VPUB. */
async function chain(ids: Ids): Promise<[string, string, string]> {
  const decision = await registered(ids, {
    direction: 'reference',
    kind: 'decision',
    code: '2214/QĐ-TTg',
    issuedOn: '2021-12-28',
    issuerName: 'Thủ tướng Chính phủ',
  })
  const province = await registered(ids, { code: '23/KH-UBND', issuedOn: '2022-01-18' })
  const office = await registered(ids, {
    direction: 'outgoing',
    code: '14/KH-VPUB',
    issuedOn: '2022-01-24',
    issuerName: 'Văn phòng UBND tỉnh',
  })
  for (const [from, to] of [
    [province, decision],
    [office, province],
  ] as const)
    await runCommand(ids.world, ids.clerk, cite, { fromDocumentId: from.id, toDocumentId: to.id, relation: 'carriesOut' })
  return [decision.id, province.id, office.id]
}

async function listed(world: World, actor: Actor, unitId: string, filter: Record<string, string> = {}): Promise<readonly DocumentView[]> {
  const answer = await runQuery(world, actor, list, { unitId, search: '', ...filter })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as readonly DocumentView[]
}

async function detailOf(world: World, actor: Actor, id: string): Promise<DocumentDetail> {
  const answer = await runQuery(world, actor, one, { id })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as DocumentDetail
}

async function countRows(tx: Db): Promise<{ documents: number; citations: number; entries: number }> {
  const [documents, citations, entries] = await Promise.all([
    tx.selectFrom('registeredDocument').select('id').execute(),
    tx.selectFrom('documentCitation').select('fromDocumentId').execute(),
    tx.selectFrom('auditEntry').select('seq').execute(),
  ])
  return { documents: documents.length, citations: citations.length, entries: entries.length }
}
