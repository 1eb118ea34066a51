import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Succession } from '#domain/org/org-unit.ts'
import { askedProvince } from '../../../test/asked-province.ts'
import { test } from '../../../test/database.ts'
import { must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'
import { insertSuccessions } from '../org/org.store.ts'

const mergedOn = plainDate('2025-07-01')

test('a merged commune that still counts the households of one it was made of is asked about it, and its sum is not', async ({
  database,
}) => {
  const { world, officer, province, communes, request } = await askedProvince(worldOn(database))
  const told = { [communes[0]]: 210, [communes[1]]: 90 }
  for (const [unitId, total] of Object.entries(told)) {
    await must(send(world, officer, 'return.save', { requestId: request, unitId, content: familiesTold(total, 60), revision: 0 }))
    await must(send(world, officer, 'return.handIn', { requestId: request, unitId, revision: 1, reason: '' }))
  }
  const merger: Succession = {
    fromUnitId: communes[1],
    toUnitId: communes[0],
    on: mergedOn,
    extent: 'whole',
    isVerified: true,
    basis: null,
  }
  await insertSuccessions(database.kysely, [merger])
  const later = { ...world, workingDay: plainDate('2025-12-15') }
  const year = randomUUID()
  await must(
    send(later, officer, 'request.open', {
      id: year,
      unitId: province,
      regimeId: null,
      kind: 'regular',
      title: 'Báo cáo năm 2025',
      formKey: 'movement',
      covers: { from: '2024-12-15', until: '2025-12-15' },
      asked: [{ level: 'commune', dueOn: '2025-12-17' }],
      basis: '',
    }),
  )
  await must(send(later, officer, 'request.send', { id: year, revision: 0 }))
  const flagsOf = async (total: number, revision: number) => {
    const body = { requestId: year, unitId: communes[0], content: familiesTold(total, 60), revision }
    return (await must(send(later, officer, 'return.save', body))).flags.filter(({ rule }) => rule === 'base-before-change')
  }
  const [flag] = await flagsOf(210, 0)
  expect(flag?.sentence).toBe('“Tổng số hộ” (210 hộ) đúng bằng số của Xã 1 trước khi sáp nhập ngày 1/7/2025.')
  expect(flag?.cause).toBe('Thường do mẫu số còn của một đơn vị cũ; cộng các đơn vị nhập lại là 300.')
  expect(await flagsOf(300, 1)).toEqual([])
})
