import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { always } from '#domain/calendar/date-range.ts'
import { askedProvince } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

describe('words a commune is offered', () => {
  test('come from the documents it issued and the tasks it answered in the days asked about, and from no others', async ({ here }) => {
    const { world, officer, province, request } = here
    const [commune] = here.communes
    const letter = (code: string, issuedOn: string) =>
      send(world, officer, 'document.register', {
        id: randomUUID(),
        ownerUnitId: commune,
        direction: 'outgoing',
        kind: 'plan',
        code,
        issuedOn,
        issuerUnitId: commune,
        issuerName: 'Ủy ban nhân dân xã Một',
        subject: 'thực hiện Phong trào',
        valid: always,
        years: null,
        arrivedOn: null,
        arrivalNumber: null,
        note: '',
      })
    await must(letter('5/KH-UBND', '2025-02-03'))
    await must(letter('9/KH-UBND', '2024-11-03'))
    const planId = randomUUID()
    await must(send(world, officer, 'plan.add', { id: planId, ownerUnitId: province, year: 2025, title: 'Kế hoạch', documentId: null }))
    await must(
      send(world, officer, 'plan.addTask', {
        id: randomUUID(),
        planId,
        parentTaskId: null,
        position: 1,
        name: 'Tuyên truyền',
        instruction: 'Tuyên truyền phong trào',
        theme: 'dissemination',
        leadUnitId: commune,
        supportingUnitIds: [],
        startsOn: '2025-01-01',
        dueOn: '2025-05-30',
        expectedProduct: '',
        targetId: null,
      }),
    )
    const plan = await must(ask(world, officer, 'plan.one', { id: planId }))
    const told = { assignmentId: plan.tasks[0]?.assignments[0]?.id ?? '', percent: null, documentIds: [] } as const
    const answer = (reportedOn: string, narrative: string, difficulty: string) =>
      send(world, officer, 'plan.reportProgress', {
        ...told,
        id: randomUUID(),
        reportedOn,
        state: 'underway',
        narrative,
        difficulty,
        proposal: '',
        documentIds: [],
      })
    await must(answer('2025-03-01', 'Một buổi tuyên truyền.', 'Thiếu loa.'))
    await must(answer('2025-05-20', 'Ba buổi tuyên truyền, 400 lượt người.', ''))
    const view = await must(ask(world, officer, 'return.one', { requestId: request, unitId: commune }))
    expect(view.offered).toEqual({
      deployment: expect.stringContaining('Ban hành Kế hoạch số 5/KH-UBND'),
      outcome: 'Ba buổi tuyên truyền, 400 lượt người.',
    })
    expect(view.content.parts).toEqual({})
  })
})
