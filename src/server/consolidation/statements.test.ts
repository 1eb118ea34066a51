import { expect } from 'vitest'
import type { ParamsInput, QueryName } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { communeKinds, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { askedProvince } from '../../../test/asked-province.ts'
import { askedSonla } from '../../../test/asked-sonla.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'
import { countingStatements } from '../../../test/statements.ts'
import type { World } from '../world.ts'

test('what a province looks at takes no more statements for 2,300 villages and 30 communes that sent than for three and one', async ({
  database,
}) => {
  const many = await askedSonla(database)
  const few = await askedProvince(worldOn(database))
  const ofFew = await statementsOf({ ...few, communes: [few.communes[0]], changed: [few.villages[0]] })
  const communes = many.units.filter(({ kind }) => communeKinds.includes(kind)).slice(0, 30)
  const villageOf = (commune: string): string =>
    many.units.find(({ kind, parentUnitId }) => residentialAreaKinds.includes(kind) && parentUnitId === commune)?.unitId ?? ''
  const ids = communes.map(({ unitId }) => unitId)
  expect(await statementsOf({ ...many, communes: ids, changed: ids.map(villageOf) })).toEqual(ofFew)
})

type Asked = {
  readonly world: World
  readonly officer: Actor
  readonly province: string
  readonly request: string
  readonly communes: readonly string[]
  /** Villages that hand in after their commune was accepted. */
  readonly changed: readonly string[]
}

/** How many statements each look takes while all communes wait; and after they were accepted and something changed below each. */
async function statementsOf({ world: bare, officer, province, request, communes, changed }: Asked): Promise<Record<string, number>> {
  const { world, during } = countingStatements(bare)
  const taken: Record<string, number> = {}
  const look = async <Name extends QueryName>(name: Name, params: ParamsInput<Name>, words: string): Promise<void> => {
    taken[`${name} ${words}`] = await during(() => must(ask<Name>(world, officer, name, params)))
  }
  const lookAtAll = async (words: string): Promise<void> => {
    const at = { requestId: request, unitId: province }
    await look('request.list', { unitId: province }, words)
    await look('request.board', { id: request }, words)
    await look('request.board', { id: request, level: 'area' }, `of villages, ${words}`)
    await look('request.waiting', { id: request, unitId: province }, words)
    await look('figure.table', at, words)
    await look('figure.checks', at, words)
    await look('figure.gathered', at, words)
    await look('figure.explain', { ...at, code: 'family.total' }, words)
    await look('figure.sinceTaken', at, words)
    await look('today.one', { unitId: province }, words)
  }
  const handIn = async (unitId: string, total: number): Promise<void> => {
    const content = { ...familiesTold(total, 60), parts: { outcome: `Đã họp ${total} lần` } }
    await must(send(world, officer, 'return.save', { requestId: request, unitId, content, revision: 0 }))
    await must(send(world, officer, 'return.handIn', { requestId: request, unitId, revision: 1, reason: '' }))
  }
  for (const [n, unitId] of communes.entries()) await handIn(unitId, 200 + n)
  await lookAtAll('while they wait')
  const returns = communes.map(unitId => ({ unitId, version: 1 }))
  await must(send(world, officer, 'return.accept', { requestId: request, returns }))
  for (const [n, unitId] of changed.entries()) await handIn(unitId, 100 + n)
  await lookAtAll('after changes')
  return taken
}
