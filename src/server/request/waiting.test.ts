import { expect } from 'vitest'
import { accept, askedProvince, owed } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

test('a correction of words alone is read before it is accepted, as it was and as it is', async ({ here }) => {
  const [at, content] = [owed(here, 0), familiesTold(120, 60)]
  const told = (difficulties: string) => ({ ...content, parts: { difficulties } })
  await must(send(here.world, here.officer, 'return.save', { ...at, content: told('Thiếu 2 nhà văn hóa.'), revision: 0 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...at, revision: 1, reason: '' }))
  await accept(here, 0, 1)
  await must(send(here.world, here.officer, 'return.save', { ...at, content: told('Thiếu 3 nhà văn hóa.'), revision: 1 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...at, revision: 2, reason: 'Sót một nhà' }))
  const { rows } = await must(ask(here.world, here.officer, 'request.waiting', { id: here.request, unitId: here.communes[0] }))
  expect(rows[0]?.changes).toEqual([
    {
      key: 'part:difficulties',
      name: 'Khó khăn, vướng mắc',
      isNarrative: true,
      before: 'Thiếu 2 nhà văn hóa.',
      after: 'Thiếu 3 nhà văn hóa.',
    },
  ])
})
