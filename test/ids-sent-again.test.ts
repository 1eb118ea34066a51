import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput, CommandName } from '#contract/index.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import type { World } from '#server/world.ts'
import { openTestDatabase, test } from './database.ts'
import { attach, photoOf } from './evidence.ts'
import { activityBody, givenUnit, must, send, someone, worldOn } from './factories.ts'
import { documentBody, headcountBody, versionBody } from './office.ts'

// Ids are made by the client: the same thing may arrive twice, even at the same instant, and an id somebody got to
// know must not open what it names in another unit.

describe('an id that names something of another unit tells nothing about it', () => {
  const bodies = {
    'org.addVersion': (unitId: string) => versionBody(unitId, null, { valid: { from: '2030-01-01', until: null } }),
    'org.setHeadcount': (unitId: string) => headcountBody(unitId),
    'org.addPosition': (unitId: string) => ({ id: randomUUID(), unitId, name: 'Trưởng phòng', rank: 'head' }),
    'document.register': (unitId: string) => documentBody(unitId),
    'plan.add': (unitId: string) => planBody(unitId),
    'activity.record': (unitId: string) => activityBody(unitId),
    'report.setDuty': (unitId: string) => dutyBody(unitId),
  } as const satisfies { readonly [Name in CommandName]?: (unitId: string) => BodyInput<Name> }

  test.for(Object.keys(bodies) as (keyof typeof bodies)[])('%s', async (name, { database }) => {
    const { world, here, there, unitHere, unitThere } = await twoOffices(database)
    const known = bodies[name](unitThere)
    await must(send(world, there, name, known))
    const answer = await send(world, here, name, { ...bodies[name](unitHere), id: known.id })
    expect(answer).toEqual({ ok: false, code: 'input.id-taken', details: {} })
  })

  test('parts of another plan', async ({ database }) => {
    const { world, here, there, unitHere, unitThere } = await twoOffices(database)
    const [mine, theirs] = [planBody(unitHere), planBody(unitThere)]
    await must(send(world, here, 'plan.add', mine))
    await must(send(world, there, 'plan.add', theirs))
    const target = targetBody(theirs.id)
    await must(send(world, there, 'plan.addTarget', target))
    expect(await send(world, here, 'plan.addTarget', { ...target, planId: mine.id })).toMatchObject({ code: 'input.id-taken' })
  })

  test('evidence of another activity, and what was taken away', async ({ database }) => {
    const { world, here, there, unitHere, unitThere } = await twoOffices(database)
    const [mine, theirs] = [activityBody(unitHere), activityBody(unitThere)]
    await must(send(world, here, 'activity.record', mine))
    await must(send(world, there, 'activity.record', theirs))
    const photo = photoOf({ kind: 'activity', id: theirs.id })
    await must(attach(world, there, photo))
    expect(await attach(world, here, { ...photo, owner: { kind: 'activity', id: mine.id } })).toMatchObject({ code: 'input.id-taken' })
    await must(send(world, there, 'evidence.detach', { id: photo.id, reason: 'nhầm ảnh' }))
    expect(await attach(world, there, photo)).toMatchObject({ code: 'input.id-taken' })
  })
})

test('the same activity sent eight times at the same instant is recorded once, and every answer is the same', async () => {
  const database = await openTestDatabase()
  const { world, here, unitHere } = await twoOffices(database)
  const body = activityBody(unitHere)
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(world, here, 'activity.record', body)))
  expect(answers).toEqual(Array.from({ length: 8 }, () => answers[0]))
  expect(answers[0]).toMatchObject({ ok: true, value: { id: body.id } })
  expect(await database.kysely.selectFrom('auditEntry').select('command').execute()).toEqual([{ command: 'activity.record' }])
  await database.close()
})

async function twoOffices(database: World['database']) {
  const unit = (name: string) => givenUnit(database.kysely, { name })
  const [unitHere, unitThere] = [await unit('Sở này'), await unit('Sở khác')]
  return { world: worldOn(database), unitHere, unitThere, here: everyoneAt(unitHere), there: everyoneAt(unitThere) }
}

function everyoneAt(unitId: string): Actor {
  return { ...someone('admin', [unitId]), grants: roles.map(role => ({ role, unitId, withSubtree: true, unitPath: [unitId] })) }
}

function planBody(ownerUnitId: string): BodyInput<'plan.add'> {
  return { id: randomUUID(), ownerUnitId, year: 2022, title: 'Kế hoạch minh họa', documentId: null }
}

function targetBody(planId: string): BodyInput<'plan.addTarget'> {
  return { id: randomUUID(), planId, statement: 'Đạt chuẩn văn hóa', operator: '>=', goalPercent: 100, baseName: 'cơ quan đăng ký' }
}

function dutyBody(unitId: string): BodyInput<'report.setDuty'> {
  return {
    id: randomUUID(),
    unitId,
    formName: 'agency-half-year',
    receiverName: 'Sở minh họa',
    isReceiverSuperior: false,
    basisDocumentId: null,
    symbol: 'BC-VP',
    draftingUnitId: unitId,
    recipientLines: ['Sở minh họa'],
    archive: 'VT',
    dueDaysAfterCutoff: null,
    valid: { from: '2021-12-15', until: null },
  }
}
