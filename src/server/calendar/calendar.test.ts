import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { restOn } from '#domain/calendar/working-days.ts'
import { askedProvince } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'

import { openContext } from '../context.ts'
import { calendarAt } from './calendar.actions.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

const tet = (unitId: string, ...days: string[]): BodyInput<'calendar.announce'> => ({
  id: randomUUID(),
  unitId,
  year: 2031,
  basis: 'Thông báo minh họa',
  days: days.map(on => ({ on, kind: 'off', name: 'Tết Nguyên đán' })),
})

describe('the days off of a year', () => {
  test('entered by the province count in its communes and villages, with the text and who entered them', async ({ here }) => {
    const { world, officer, province, communes } = here
    await must(send(world, officer, 'calendar.announce', tet(province, '2031-01-22', '2031-01-23')))
    const { years } = await must(ask(world, officer, 'calendar.one', { unitId: communes[0] }))
    expect(years[0]).toMatchObject({
      year: 2031,
      basis: 'Thông báo minh họa',
      entered: { unitName: 'Tỉnh Minh Họa', byName: officer.fullName },
    })
    expect(years.find(({ year }) => year === 2025)?.entered).toBe(null)
    const ctx = openContext(world, officer, world.database.kysely)
    expect(restOn(plainDate('2031-01-22'), await calendarAt(ctx, here.villages[0]))).toBe('Tết Nguyên đán')
  })

  test('entered anew replace what was entered, and both stay on record', async ({ here }) => {
    const { world, officer, province } = here
    const first = tet(province, '2031-01-22')
    await must(send(world, officer, 'calendar.announce', first))
    await must(send(world, officer, 'calendar.announce', first))
    const { years, history } = await must(send(world, officer, 'calendar.announce', tet(province, '2031-01-24')))
    expect(years[0]?.days).toMatchObject([{ on: '2031-01-24' }])
    expect(history).toHaveLength(2)
  })

  test('are refused on a day of another year', async ({ here }) => {
    const { world, officer, province } = here
    expect(await send(world, officer, 'calendar.announce', tet(province, '2030-12-30'))).toMatchObject({ code: 'calendar.other-year' })
  })
})
