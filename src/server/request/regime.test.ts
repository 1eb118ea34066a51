import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { regimeItems } from '#domain/request/regime.ts'
import { type AskedProvince, askedProvince } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

function bodyOf({ province }: AskedProvince): BodyInput<'request.setRegime'> {
  return {
    id: randomUUID(),
    unitId: province,
    kind: 'regular',
    items: Object.fromEntries(regimeItems.map(item => [item, 'minh họa'])) as BodyInput<'request.setRegime'>['items'],
    formKey: 'movement',
    parts: ['H1', 'Y'],
    dueWorkingDays: 2,
    basis: { kind: 'decision', citation: 'Quyết định minh họa' },
    valid: { from: '2022-01-01', until: null },
  }
}

describe('a reporting regime', () => {
  test('is kept as its text says it, and says itself what the decree asks for and it does not say', async ({ here }) => {
    const body = bodyOf(here)
    const items = { ...body.items, channel: '' }
    const view = await must(send(here.world, here.officer, 'request.setRegime', { ...body, items, dueWorkingDays: 0, basis: null }))
    expect(view.remarks).toEqual([{ code: 'item-missing', item: 'channel' }, { code: 'not-by-normative-text' }, { code: 'due-too-soon' }])
    expect(view).toMatchObject({ unitName: 'Tỉnh Minh Họa', items: { channel: '' } })
  })

  test('that is replaced ends the day the next begins, and both are still read', async ({ here }) => {
    const first = bodyOf(here)
    await must(send(here.world, here.officer, 'request.setRegime', first))
    const next = { ...bodyOf(here), replaces: first.id, valid: { from: '2025-07-01', until: null } }
    await must(send(here.world, here.officer, 'request.setRegime', next))
    const regimes = await must(ask(here.world, here.officer, 'request.regimes', { unitId: here.province }))
    expect(regimes.map(({ id, valid }) => [id, valid])).toEqual(
      expect.arrayContaining([
        [first.id, { from: '2022-01-01', until: '2025-07-01' }],
        [next.id, next.valid],
      ]),
    )
    const tooEarly = { ...bodyOf(here), replaces: next.id, valid: { from: '2025-07-01', until: null } }
    expect(await send(here.world, here.officer, 'request.setRegime', tooEarly)).toMatchObject({ code: 'request.regime-order' })
  })

  test('of the province is what a commune asks by, and no commune writes it', async ({ here }) => {
    const body = bodyOf(here)
    await must(send(here.world, here.officer, 'request.setRegime', body))
    const [commune] = here.communes
    const officer = someone('officer', [commune, here.province])
    expect((await must(ask(here.world, officer, 'request.regimes', { unitId: commune })))[0]).toMatchObject({ id: body.id })
    expect(await send(here.world, officer, 'request.setRegime', bodyOf(here))).toMatchObject({ code: 'account.not-allowed' })
    const open = {
      id: randomUUID(),
      unitId: commune,
      regimeId: body.id,
      kind: 'regular',
      title: 'Báo cáo của các bản',
      formKey: 'movement',
      covers: { from: '2024-12-15', until: '2025-06-15' },
      asked: [{ level: 'area', dueOn: '2025-06-17' }],
      basis: '',
    } as const
    expect(await must(send(here.world, officer, 'request.open', { ...open, asked: [...open.asked] }))).toMatchObject({ owing: { area: 2 } })
  })
})
