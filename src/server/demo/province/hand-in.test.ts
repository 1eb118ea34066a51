import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { compareText } from '#domain/kit/text.ts'
import { accept, askedProvince, handIn } from '../../../../test/asked-province.ts'
import { test } from '../../../../test/database.ts'
import { worldOn } from '../../../../test/factories.ts'
import { familiesTold } from '../../../../test/one-request.ts'
import { verifyChain } from '../../audit/audit.store.ts'
import { listFiguresOf } from '../../consolidation/figure.store.ts'
import type { Db } from '../../db/connect.ts'
import { handInAll } from './hand-in.ts'

const tables = ['reportObligation', 'returnVersion', 'returnEvent', 'toldValue', 'figureVersion', 'auditEntry'] as const
/** What no two units and no two moments have in common. */
const own = ['unitId', 'at', 'sealedAt', 'seq', 'number', 'previousHash', 'hash']

test('what thousands hand in at once lies as if each had handed it in, and adds up alike', async ({ database, tx }) => {
  const here = await askedProvince(worldOn(database))
  const [one, other] = here.villages
  await handIn(here, 0, 100)
  await accept(here, 0, 1)
  const byHand = await rowsOf(tx, one)
  const content = { ...familiesTold(100, 60), parts: {} }
  await handInAll(here.world, here.officer, here.request, [
    { unitId: other, content, on: plainDate('2025-06-16'), acceptedOn: plainDate('2025-06-16') },
  ])
  expect(await rowsOf(tx, other)).toEqual(byHand)
  const figures = await listFiguresOf(tx, here.request, here.communes[0])
  expect(figures.find(({ code }) => code === 'family.total')).toMatchObject({ source: 'below', values: [{ count: 200 }] })
  expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
})

async function rowsOf(tx: Db, unitId: string): Promise<unknown> {
  const found = []
  for (const table of tables) {
    const rows = await tx.selectFrom(table).selectAll().where('unitId', '=', unitId).execute()
    const shared = rows.map(row => Object.fromEntries(Object.entries(row).filter(([column]) => !own.includes(column))))
    found.push(shared.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b))))
  }
  return found
}
