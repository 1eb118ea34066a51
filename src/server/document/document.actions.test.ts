import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { DocumentBook, DocumentView } from '#contract/document.ts'
import type { BodyInput, ParamsInput } from '#contract/index.ts'
import { isSameDocument, type RegisteredDocument } from '#domain/document/registry.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, countRows, documentBody, type Office } from '../../../test/office.ts'
import { verifyChain } from '../audit/audit.store.ts'
import { findDocument, insertDocument, listCitedDocuments } from './document.store.ts'

describe('registering a document', () => {
  test('keeps it as entered, and finds it without diacritics', async ({ database }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    expect(await send(ids.world, ids.clerk, 'document.register', body)).toMatchObject({
      ok: true,
      value: { code: '41/KH-UBND', revision: 0 },
    })
    for (const search of ['doi song van hoa', 'ĐỜI SỐNG', '41/kh-ubnd', 'ubnd tinh'])
      expect(await listed(ids, { search })).toMatchObject([{ id: body.id, cites: [] }])
    for (const search of ['100%', '41_KH', 'khong co']) expect(await listed(ids, { search })).toEqual([])
  })

  test('finds it by any words in any order: kind and number, issuer and year, part of the subject', async ({ database }) => {
    const ids = await anOffice(database)
    await registered(ids, { code: '415/KH-UBND', subject: 'Kế hoạch khác', issuedOn: '2022-03-01' })
    await registered(ids, {
      code: '9/QĐ-TTg',
      kind: 'decision',
      issuerName: 'Thủ tướng Chính phủ',
      issuedOn: '2021-12-28',
      subject: 'Số 41',
    })
    await registered(ids, {})
    const codes = async (search: string) => (await listed(ids, { search })).map(document => document.code)
    expect(await codes('ke hoach 41')).toEqual(['415/KH-UBND', '41/KH-UBND'])
    expect(await codes('41')).toEqual(['41/KH-UBND', '415/KH-UBND', '9/QĐ-TTg'])
    expect(await codes('thu tuong 2021')).toEqual(['9/QĐ-TTg'])
    expect(await codes('hoa van 10/2/2022')).toEqual(['41/KH-UBND'])
    expect(await codes('41 thủ tướng 2022')).toEqual([])
  })

  test('narrows to a kind and a year, at both ends of the year', async ({ database }) => {
    const ids = await anOffice(database)
    for (const [code, issuedOn] of [
      ['1/KH-UBND', '2021-01-01'],
      ['2/KH-UBND', '2021-12-31'],
      ['3/KH-UBND', '2022-01-01'],
    ] as const)
      await registered(ids, { code, issuedOn })
    await registered(ids, { code: '4/QĐ-UBND', kind: 'decision', issuedOn: '2021-06-01' })
    expect((await listed(ids, { year: '2021', kind: 'plan' })).map(document => document.code)).toEqual(['2/KH-UBND', '1/KH-UBND'])
  })

  test('takes codes that differ by a mark only, by issuer or by year for different documents', async ({ database }) => {
    const ids = await anOffice(database)
    for (const changes of [
      { code: '12/QĐ-UBND', kind: 'decision' },
      { code: '12/QĐ-ƯBND', kind: 'decision' },
      { code: '12/QĐ-UBND', kind: 'decision', issuerName: 'UBND xã' },
      { code: '12/QĐ-UBND', kind: 'decision', issuedOn: '2021-02-10' },
    ] as const)
      expect(await send(ids.world, ids.clerk, 'document.register', documentBody(ids.officeId, changes))).toMatchObject({ ok: true })
    expect(await listed(ids)).toHaveLength(4)
  })

  test('sent twice registers once', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    const first = await send(ids.world, ids.clerk, 'document.register', body)
    expect(await send(ids.world, ids.clerk, 'document.register', body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ registeredDocument: 1, auditEntry: 1 })
  })

  test.for<readonly [string, (ids: Office) => Partial<BodyInput<'document.register'>>, string]>([
    ['a day that has not come', () => ({ issuedOn: '2022-06-16' }), 'document.issued-in-future'],
    ['an arrival before its own day', () => ({ arrivedOn: '2022-02-09' }), 'document.arrived-before-issue'],
    ['an end on the day it begins', () => ({ valid: { from: '2022-02-10', until: '2022-02-10' } }), 'document.ends-before-start'],
    ['handing on before it came', () => ({ arrivedOn: '2022-02-12', forwardedOn: '2022-02-11' }), 'document.forwarded-outside'],
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
    expect(await send(ids.world, ids.clerk, 'document.register', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toMatchObject({ registeredDocument: 0, auditEntry: 0 })
  })

  test('refuses the same document a second time, and the database does so too', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = documentBody(ids.officeId)
    await send(ids.world, ids.clerk, 'document.register', body)
    expect(await send(ids.world, ids.clerk, 'document.register', { ...body, id: randomUUID(), issuedOn: '2022-03-01' })).toMatchObject({
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
    expect(await send(ids.world, ids.clerk, 'document.register', arrived('1/KH-UBND', '2022-01-03'))).toMatchObject({ ok: true })
    expect(await send(ids.world, ids.clerk, 'document.register', arrived('2/KH-UBND', '2021-12-31'))).toMatchObject({ ok: true })
    expect(await send(ids.world, ids.clerk, 'document.register', arrived('3/KH-UBND', '2022-12-31'))).toMatchObject({
      code: 'document.arrival-number-taken',
    })
  })

  test('is for clerks and officers, not for those who only look', async ({ database }) => {
    const ids = await anOffice(database)
    for (const role of ['viewer', 'leader', 'admin'] as const)
      expect(await send(ids.world, someone(role, [ids.officeId]), 'document.register', documentBody(ids.officeId))).toMatchObject({
        code: 'account.not-allowed',
      })
  })

  test('two who register one document at the same moment: one is kept, one is told', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const answers = await Promise.all([1, 2].map(() => send(ids.world, ids.clerk, 'document.register', documentBody(ids.officeId))))
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['document.already-registered', 'kept'])
    await database.close()
  })
})

describe('amending a document', () => {
  test('keeps what it said before in the trail, with the reason', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = await registered(ids, {})
    const answer = await send(ids.world, ids.clerk, 'document.amend', {
      ...body,
      subject: 'Trích yếu đúng',
      revision: 0,
      reason: 'gõ nhầm',
    })
    expect(answer).toMatchObject({ ok: true, value: { subject: 'Trích yếu đúng', revision: 1 } })
    const [, entry] = await tx.selectFrom('auditEntry').selectAll().orderBy('seq').execute()
    expect(entry).toMatchObject({ before: { subject: body.subject }, after: { subject: 'Trích yếu đúng', reason: 'gõ nhầm' } })
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
    expect(await listed(ids, { search: 'trich yeu dung' })).toHaveLength(1)
  })

  test.for<readonly [string, (ids: Office) => Record<string, unknown>, string]>([
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
    expect(await send(ids.world, ids.clerk, 'document.amend', { ...body, revision: 0, reason: 'sửa', ...changes(ids) })).toMatchObject({
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
      ['một', 'hai'].map(note => send(ids.world, ids.clerk, 'document.amend', { ...body, note, revision: 0, reason: 'sửa' })),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['document.stale', 'kept'])
    await database.close()
  })
})

describe('the register of a year', () => {
  test('stands in the order of its numbers, with the columns of the decree, and holds the days of the year alone', async ({ database }) => {
    const ids = await anOffice(database)
    const arrived = (code: string, arrivedOn: string, arrivalNumber: number) =>
      registered(ids, { code, issuedOn: '2021-12-20', arrivedOn, arrivalNumber })
    await arrived('3/KH-UBND', '2022-12-31', 2)
    await arrived('2/KH-UBND', '2022-01-01', 1)
    await arrived('1/KH-UBND', '2021-12-31', 99)
    const signed = { signerName: 'Lò Thị Minh Họa', recipients: 'Phòng Một', archivedWith: 'VT', copies: 3, forwardedOn: '2022-02-11' }
    await registered(ids, { code: '4/KH-VPMH', direction: 'outgoing', ...signed })
    const book = await bookOf(ids, { direction: 'incoming', year: '2022' })
    expect(book).toMatchObject({ unitName: 'Văn phòng minh họa', isCut: false })
    expect(book.entries.map(entry => `${entry.arrivalNumber} ${entry.code}`)).toEqual(['1 2/KH-UBND', '2 3/KH-UBND'])
    expect((await bookOf(ids, { direction: 'outgoing', year: '2022' })).entries).toMatchObject([{ code: '4/KH-VPMH', ...signed }])
    const codesIn = async (month: string) =>
      (await bookOf(ids, { direction: 'incoming', year: '2022', month })).entries.map(entry => entry.code)
    expect([await codesIn('1'), await codesIn('2'), await codesIn('12')]).toEqual([['2/KH-UBND'], [], ['3/KH-UBND']])
  })

  test('counts as people do: number 9 of a day stands before number 10', async ({ database }) => {
    const ids = await anOffice(database)
    for (const code of ['10/KH-VPMH', '9/KH-VPMH']) await registered(ids, { code, direction: 'outgoing' })
    const { entries } = await bookOf(ids, { direction: 'outgoing', year: '2022' })
    expect(entries.map(entry => entry.code)).toEqual(['9/KH-VPMH', '10/KH-VPMH'])
  })

  test('leaves blank what nobody wrote down: an arrival without day and number stands on the day of the document', async ({ database }) => {
    const ids = await anOffice(database)
    await registered(ids, {})
    const { entries } = await bookOf(ids, { direction: 'incoming', year: '2022', month: '2' })
    expect(entries).toMatchObject([{ arrivedOn: null, arrivalNumber: null, recipients: '', forwardedOn: null }])
  })

  test('holds what the unit itself registered, and is not for strangers', async ({ database }) => {
    const ids = await anOffice(database)
    await registered(ids, {})
    const asked = { unitId: ids.officeId, direction: 'incoming', year: '2022' } as const
    expect((await must(ask(ids.world, ids.clerk, 'document.book', { ...asked, unitId: ids.firstId }))).entries).toEqual([])
    expect(await ask(ids.world, someone('clerk', [ids.strangerId]), 'document.book', asked)).toMatchObject({ code: 'account.not-allowed' })
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
          await send(ids.world, ids.clerk, 'document.register', documentBody(ids.officeId, { code, issuerName, issuedOn }))
        const documents = await listCitedDocuments(tx, [ids.officeId])
        const twins = documents.filter(a => documents.some((b: RegisteredDocument) => a.id !== b.id && isSameDocument(a, b)))
        expect(twins).toEqual([])
      },
    ),
    { numRuns: 10 },
  )
})

async function registered(office: Office, changes: Partial<BodyInput<'document.register'>>): Promise<BodyInput<'document.register'>> {
  const body = documentBody(office.officeId, changes)
  await must(send(office.world, office.clerk, 'document.register', body))
  return body
}

async function listed(office: Office, filter: Partial<ParamsInput<'document.list'>> = {}): Promise<readonly DocumentView[]> {
  return must(ask(office.world, office.clerk, 'document.list', { unitId: office.officeId, search: '', ...filter }))
}

async function bookOf(office: Office, book: Omit<ParamsInput<'document.book'>, 'unitId'>): Promise<DocumentBook> {
  return must(ask(office.world, office.clerk, 'document.book', { unitId: office.officeId, ...book }))
}
