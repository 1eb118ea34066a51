import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { askedProvince, handIn, owed, save } from '../../../test/asked-province.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'

test('a number told in one request is offered in another of the same days, and a different one is asked about at its sender', async ({
  database,
}) => {
  const first = await askedProvince(worldOn(database))
  await handIn(first, 0, 120)
  const { world, officer } = first
  const other = async (title: string, covers: { readonly from: string; readonly until: string }) => {
    const id = randomUUID()
    await must(send(world, officer, 'request.open', { ...first.asked, id, kind: 'thematic', title, covers }))
    await must(send(world, officer, 'request.send', { id, revision: 0 }))
    return { ...first, request: id }
  }
  const same = await other('Báo cáo thống kê', first.asked.covers)
  const view = await must(ask(world, officer, 'return.one', owed(same, 0)))
  expect(view.elsewhere['family.total']).toEqual({
    value: { quality: 'counted', count: 120 },
    requestId: first.request,
    title: first.asked.title,
  })
  expect(view.content.values).toEqual({})
  const { flags } = await save(same, 0, { total: 118, revision: 0 })
  const [flag] = flags.filter(({ rule }) => rule === 'differs-elsewhere')
  expect(flag?.sentence).toBe('“Tổng số hộ”: ở đợt “Báo cáo 6 tháng đầu năm 2025” đơn vị đã báo 120 hộ, ở đây 118 hộ.')
  await must(send(world, officer, 'return.keepFlag', { ...owed(same, 0), flagKey: flag?.key ?? '', reason: 'Đếm lại hôm nay' }))
  const again = await must(ask(world, officer, 'return.one', owed(same, 0)))
  expect(again.flags.find(({ rule }) => rule === 'differs-elsewhere')?.kept).toMatchObject({ reason: 'Đếm lại hôm nay' })
  expect(again.content.values['family.total']).toEqual({ quality: 'counted', count: 118 })

  const otherDays = await other('Báo cáo nhanh', { from: '2025-01-01', until: '2025-06-15' })
  expect((await must(ask(world, officer, 'return.one', owed(otherDays, 0)))).elsewhere).toEqual({})
})
