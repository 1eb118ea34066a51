import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { versionBody } from '../../../test/office.ts'
import { aCommune } from '../../../test/register.ts'

test('a village bears what its commune bears, by which decision and from when', async ({ database }) => {
  const commune = await aCommune(database)
  const body = {
    id: randomUUID(),
    unitId: commune.communeId,
    trait: 'especiallyDisadvantaged',
    valid: { from: '2021-06-04', until: null },
    basis: 'Quyết định minh họa',
  } as const
  const first = await send(commune.world, commune.officer, 'org.addTrait', body)
  expect(await send(commune.world, commune.officer, 'org.addTrait', body)).toEqual(first)
  expect(await send(commune.world, commune.officer, 'org.addTrait', { ...body, id: randomUUID() })).toMatchObject({
    code: 'org.trait-overlaps',
  })
  await must(send(commune.world, commune.officer, 'org.endTrait', { id: body.id, on: '2022-06-01', basis: 'Quyết định khác' }))
  const view = await must(ask(commune.world, commune.officer, 'org.unit', { unitId: commune.upperId }))
  expect(view.traits).toMatchObject([{ trait: 'especiallyDisadvantaged', unitId: commune.communeId, valid: { until: '2022-06-01' } }])
})

test('a residential area is set up below a commune and nowhere else', async ({ database }) => {
  const commune = await aCommune(database)
  const admin = someone('admin', [commune.provinceId])
  expect(await send(commune.world, admin, 'org.addVersion', areaBody(commune.provinceId))).toMatchObject({ code: 'org.not-below-commune' })
  expect(await send(commune.world, admin, 'org.addVersion', areaBody(commune.communeId))).toMatchObject({ ok: true })
})

function areaBody(parentUnitId: string) {
  return versionBody(randomUUID(), parentUnitId, { kind: 'quarter', name: 'Tiểu khu 1', calledInText: 'tiểu khu 1' })
}
