import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { type People, peopleOf, test } from '../../../test/demo.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { done, steps, until } from '../../../test/report-steps.ts'
import { loadDemo } from '../demo/demo.ts'
import { unitIds } from '../demo/office.ts'
import type { World } from '../world.ts'
import { listDuties } from './duty.store.ts'
import { openCase } from './report.case.ts'
import { insertEvent, insertReport } from './report.store.ts'

describe('numbers and the register', () => {
  test('a number entered by hand in the register is not given again', async ({ world, people }) => {
    const signed = await until(world, people, 'report.signOff')
    await must(send(world, people.clerk, 'document.register', handwritten('07/BC-VPUB')))
    const numbered = await done(world, people.clerk, 'report.number', signed)
    expect(numbered.code).toBe('08/BC-VPUB')
    expect(await send(world, people.clerk, 'document.register', handwritten('08/BC-VPUB'))).toMatchObject({
      code: 'document.already-registered',
    })
    expect((await done(world, people.clerk, 'report.issue', numbered)).state).toBe('issued')
  })

  test('a document returned after it was numbered keeps its number while it is the last, under the day it is signed anew', async ({
    world,
    people,
  }) => {
    const returned = await numberedAndReturned(world, people)
    expect(returned).toMatchObject({ state: 'draft', version: 2, code: '…/BC-VPUB', number: null })
    const next: World = { ...world, workingDay: plainDate('2022-06-17') }
    const { id, report } = await signedAgain(next, people, returned)
    const kept = await must(send(next, people.clerk, 'report.number', { id, revision: report.revision, on: '2022-06-17' }))
    expect(kept).toMatchObject({ code: '01/BC-VPUB', issuedOn: '2022-06-17' })
    expect((await done(next, people.clerk, 'report.issue', kept)).state).toBe('issued')
    expect(await codesInRegister(next, people)).toEqual(['01/BC-VPUB 2022-06-17'])
  })

  test('and gives it up for good once a later one was given: the register says so', async ({ world, people }) => {
    const returned = await numberedAndReturned(world, people)
    await must(send(world, people.clerk, 'document.register', { ...handwritten('02/BC-VPUB'), issuedOn: '2022-06-15' }))
    const renumbered = await done(world, people.clerk, 'report.number', await signedAgain(world, people, returned))
    expect(renumbered.code).toBe('03/BC-VPUB')
    expect(await codesInRegister(world, people)).toEqual(['01/BC-VPUB 2022-06-15', '02/BC-VPUB 2022-06-15', '03/BC-VPUB 2022-06-15'])
    const [first] = await must(ask(world, people.viewer, 'document.list', { unitId: unitIds.office, search: '01/BC-VPUB' }))
    expect(first?.note).toContain('Số bỏ: văn bản bị trả lại, phát hành theo số 03/BC-VPUB')
    expect((await done(world, people.clerk, 'report.issue', renumbered)).state).toBe('issued')
  })

  test('an entry made by numbering is never amended; when it left and in how many copies is written beside it', async ({
    world,
    people,
  }) => {
    await until(world, people, 'report.number')
    const entry = await entryOf(world, people)
    expect(entry).toMatchObject({ signerName: 'Sòi Đức Nghĩa', archivedWith: 'VT, TCHCQT', copies: null, forwardedOn: null })
    expect(await send(world, people.officer, 'document.amend', { ...entry, code: '99/BC-VPUB', reason: 'sửa số' })).toMatchObject({
      code: 'document.numbered-here',
    })
    const beside = { copies: 5, forwardedOn: '2022-06-15', reason: 'đã gửi' }
    expect(await send(world, people.clerk, 'document.amend', { ...entry, ...beside })).toMatchObject({ ok: true, value: { copies: 5 } })
  })

  test('a numbered report stands in the chain: on the plan its duty names, beside what its text names', async ({ world, people }) => {
    await until(world, people, 'report.number')
    const { id } = await entryOf(world, people)
    const { documents, links } = await must(ask(world, people.viewer, 'document.graph', { id }))
    const codeOf = (other: string) => documents.find(document => document.id === other)?.code
    const own = links.filter(link => link.fromDocumentId === id).map(link => `${link.relation} ${codeOf(link.toDocumentId)}`)
    expect(own).toContain('restsOn 41/KH-UBND')
    expect(own).toContain('mentions 2214/QĐ-TTg')
  })
})

test('two hundred who ask for a number at once get 1 to 200, each once', { timeout: 120_000 }, async () => {
  const database = await openTestDatabase()
  const world = worldOn(database)
  await loadDemo(world)
  const people = await peopleOf(world)
  const ids = await signedReports(world, people, 200)
  const answers = await Promise.all(ids.map(id => send(world, people.clerk, 'report.number', { id, revision: 0, on: '2022-06-15' })))
  expect(answers.filter(answer => !answer.ok)).toEqual([])
  const given = await database.kysely.selectFrom('givenNumber').select('number').orderBy('number').execute()
  expect(given.map(row => row.number)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  await database.close()
})

async function entryOf(world: World, people: People) {
  const [found] = await must(ask(world, people.viewer, 'document.list', { unitId: unitIds.office, search: '01/BC-VPUB' }))
  if (!found) throw new Error('not in the register')
  const { cites: _, ...entry } = found
  return entry
}

async function numberedAndReturned(world: World, people: People): Promise<ReportView> {
  const { id, report } = await until(world, people, 'report.number')
  return must(send(world, people.leader, 'report.sendBack', { id, revision: report.revision, reason: 'sai tên đơn vị' }))
}

async function signedAgain(world: World, people: People, returned: ReportView): Promise<ReportView> {
  let report = returned
  for (const [name, who] of steps.slice(0, 4)) report = await done(world, people[who], name, report)
  return report
}

async function codesInRegister(world: World, people: People): Promise<string[]> {
  const listed = await must(ask(world, people.viewer, 'document.list', { unitId: unitIds.office, search: 'BC-VPUB' }))
  return listed.map(({ code, issuedOn }) => `${code} ${issuedOn}`).toSorted()
}

/** A report numbered before, outside the system. */
function handwritten(code: string): BodyInput<'document.register'> {
  return {
    id: randomUUID(),
    ownerUnitId: unitIds.office,
    direction: 'outgoing',
    kind: 'report',
    code,
    issuedOn: '2022-02-01',
    issuerName: 'Văn phòng UBND tỉnh',
    issuerUnitId: unitIds.office,
    subject: 'Kết quả công tác tháng 01 năm 2022',
    valid: { from: '2022-02-01', until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: '',
  }
}

/** Reports of many periods that all wait for their number. */
async function signedReports(world: World, { leader }: People, count: number): Promise<string[]> {
  const { kysely } = world.database
  const [duty] = await listDuties(kysely, unitIds.office)
  if (!duty) throw new Error('no duty')
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const id = randomUUID()
    const content = { formName: duty.formName, sections: [], figures: [] }
    const report = {
      id,
      unitId: duty.unitId,
      dutyId: duty.id,
      formName: duty.formName,
      periodName: `${2022 + Math.floor(i / 7)}-${['H1', 'H2', 'Y', 'Q1', 'Q2', 'Q3', 'Q4'][i % 7]}`,
      requestId: null,
      subject: null,
      version: 1,
      revision: 0,
      content,
    }
    await insertReport(kysely, report)
    const found = await openCase(kysely, report, plainDate('2022-06-15'))
    if (!found.ok) throw new Error(`${report.periodName}: ${found.code}`)
    const { contentHash } = found.value
    await insertEvent(kysely, {
      reportId: id,
      sequence: 1,
      type: 'signedOff',
      byName: leader.fullName,
      byAccountId: leader.accountId,
      at: '2022-06-15T01:00:00.000Z',
      on: plainDate('2022-06-15'),
      reason: '',
      contentHash,
      version: 1,
    })
    ids.push(id)
  }
  return ids
}
