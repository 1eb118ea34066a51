import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAllRows, rowsAtOnce } from './all-rows.ts'

const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i) }))

test('a list taken away holds every row of its filter once, however many pages it comes in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 3 * rowsAtOnce + 1 }), async count => {
      const all = rowsOf(count)
      const taken = await readAllRows(
        async skip => all.slice(skip, skip + rowsAtOnce),
        () => undefined,
      )
      expect(taken).toEqual(all)
    }),
    { numRuns: 30 },
  )
})

test('a row that slides onto the next page because a colleague added one is not doubled', async () => {
  const before = rowsOf(rowsAtOnce + 3)
  const after = [{ id: 'new' }, ...before]
  const taken = await readAllRows(
    async skip => (skip === 0 ? before : after).slice(skip, skip + rowsAtOnce),
    () => undefined,
  )
  expect(taken.map(row => row.id)).toEqual(before.map(row => row.id))
})
