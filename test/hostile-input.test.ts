import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { CommandName, QueryName } from '#contract/index.ts'
import { test } from './database.ts'
import { activityBody, ask, send, someone, worldOn } from './factories.ts'
import { documentBody } from './office.ts'

// What no form of ours sends is refused in words; it never reaches the database to end as a fault there.

const unitId = randomUUID()
const commands: readonly (readonly [string, CommandName, object])[] = [
  ['half a sign in a name', 'activity.record', activityBody(unitId, { name: 'x\ud800y' })],
  ['half a sign in a narrative', 'activity.record', activityBody(unitId, { narrative: 'x\udfffy' })],
  ['a bell in a place', 'activity.record', activityBody(unitId, { place: 'a\x07b' })],
  ['a name of unseen signs', 'activity.record', activityBody(unitId, { name: '\u200b\u202e' })],
  ['a line break in a note', 'document.register', documentBody(unitId, { note: 'a\u2028b' })],
  ['the year 0', 'document.register', documentBody(unitId, { issuedOn: '0000-01-01' })],
  ['the year 9999', 'document.register', documentBody(unitId, { valid: { from: null, until: '9999-12-31' } })],
  [
    'more households than there are people',
    'plan.recordOutcome',
    { targetId: unitId, revision: 0, outcome: { numerator: 5_000_000_000, denominator: 6_000_000_000, on: '2022-06-01', basis: 'x' } },
  ],
]

test.for(commands)('%s is refused by its form', async ([, name, body], { database }) => {
  expect(await send(worldOn(database), someone('officer', [unitId]), name, body as never)).toMatchObject({
    ok: false,
    code: 'input.invalid',
  })
})

test('what no form of ours could send is refused in Vietnamese all the same', async ({ database }) => {
  const answer = await send(worldOn(database), someone('officer', [unitId]), 'activity.record', {
    ...activityBody(unitId),
    money: [[]],
  } as never)
  expect(answer).toMatchObject({ fields: { 'money.0': expect.stringContaining('không hợp lệ') } })
})

const queries: readonly (readonly [string, QueryName, object])[] = [
  ['days in the wrong order', 'activity.list', { unitId, from: '2022-06-01', until: '2022-01-01', search: '' }],
  ['the year 0', 'org.tree', { unitId, on: '0000-01-01' }],
  ['a year no plan has', 'plan.list', { unitId, year: '99999999999' }],
]

test.for(queries)('%s is refused when asked for', async ([, name, params], { database }) => {
  expect(await ask(worldOn(database), someone('officer', [unitId]), name, params as never)).toMatchObject({ code: 'input.invalid' })
})
