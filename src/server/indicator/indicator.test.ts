import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type FigureFormPart, formOn } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { listFiguresOf } from '#server/consolidation/figure.store.ts'
import { type AskedProvince, askedProvince } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  return { ...here, world: { ...here.world, workingDay: plainDate('2025-12-15') } }
})

const homestays = (unitId: string): BodyInput<'indicator.define'> => ({
  unitId,
  code: 'MH.01',
  name: 'Hộ làm du lịch cộng đồng',
  from: '2025-01-01',
  definition: 'Hộ có khách lưu trú trong kỳ, mỗi hộ một lần.',
  unit: 'hộ',
  addition: 'sum',
  within: ['family.total'],
  partitions: [],
})
const shareOfHomestays = (unitId: string): BodyInput<'indicator.defineShare'> => ({
  unitId,
  code: 'MH.02',
  name: 'Tỷ lệ hộ làm du lịch cộng đồng',
  from: '2025-01-01',
  numerator: 'MH.01',
  bases: [{ code: 'family.total', name: 'tổng số hộ' }],
})
const tourism: FigureFormPart = {
  kind: 'table',
  key: 'tourism',
  heading: 'Du lịch cộng đồng',
  owedBy: ['area'],
  layout: { type: 'list', codes: ['family.total', 'MH.01'] },
  ratios: [{ code: 'MH.02', baseCode: 'family.total' }],
}
const second = { covers: { from: '2025-06-15', until: '2025-12-15' }, asked: [{ level: 'area', dueOn: '2025-12-16' }] } as const

async function published({ world, officer, province }: AskedProvince, parts: readonly FigureFormPart[]): Promise<string> {
  const id = randomUUID()
  await must(send(world, officer, 'form.begin', { id, unitId: province, name: 'Biểu của tỉnh', copyOf: null }))
  await must(send(world, officer, 'form.saveDraft', { id, name: 'Biểu của tỉnh', note: 'Biểu của tỉnh', parts: [...parts], revision: 0 }))
  await must(send(world, officer, 'form.publish', { id, from: '2025-07-01', revision: 1 }))
  return id
}

async function opened({ world, officer, province }: AskedProvince, formKey: string): Promise<string> {
  const id = randomUUID()
  const told = { unitId: province, regimeId: null, kind: 'thematic', title: 'Du lịch cộng đồng', basis: '' } as const
  await must(send(world, officer, 'request.open', { id, ...told, ...second, asked: [...second.asked], formKey }))
  return id
}

describe('a province that counts something of its own', () => {
  test('asks its villages for it and adds it up like every other figure', async ({ here }) => {
    const { world, officer, province, villages } = here
    await must(send(world, officer, 'indicator.define', homestays(province)))
    await must(send(world, officer, 'indicator.defineShare', shareOfHomestays(province)))
    const request = await opened(here, await published(here, [tourism]))
    await must(send(world, officer, 'request.send', { id: request, revision: 0 }))
    for (const [at, unitId] of villages.entries()) {
      const cells = { 'family.total': '100', 'MH.01': String(at + 3) }
      await must(send(world, officer, 'return.typeIn', { requestId: request, unitId, cells, revision: 0 }))
      await must(send(world, officer, 'return.handIn', { requestId: request, unitId, revision: 1, reason: '' }))
    }
    const figures = await listFiguresOf(world.database.kysely, request, province)
    expect(figures.find(({ code }) => code === 'MH.01')).toMatchObject({ values: [{ count: 12 }], coverage: { of: 3, whole: 3 } })
    const view = await must(ask(world, officer, 'return.one', { requestId: request, unitId: villages[0] }))
    expect(view.form).toMatchObject({ name: 'Biểu của tỉnh', parts: [tourism], ratios: [{ code: 'MH.02' }] })
  })

  test('is asked about a part larger than its whole, as with every other figure', async ({ here }) => {
    const { world, officer, province, villages } = here
    await must(send(world, officer, 'indicator.define', homestays(province)))
    await must(send(world, officer, 'indicator.defineShare', shareOfHomestays(province)))
    const requestId = await opened(here, await published(here, [tourism]))
    await must(send(world, officer, 'request.send', { id: requestId, revision: 0 }))
    const cells = { 'family.total': '100', 'MH.01': '130' }
    await must(send(world, officer, 'return.typeIn', { requestId, unitId: villages[0], cells, revision: 0 }))
    const { flags } = await must(ask(world, officer, 'return.one', { requestId, unitId: villages[0] }))
    expect(flags).toMatchObject([{ rule: 'above-whole', places: expect.arrayContaining([{ kind: 'cell', key: 'MH.01' }]) }])
  })

  test('defines a code once: sent again it is the same, meant otherwise it is refused', async ({ here }) => {
    const { world, officer, province } = here
    const define = (told: Partial<BodyInput<'indicator.define'>>) =>
      send(world, officer, 'indicator.define', { ...homestays(province), ...told })
    await must(define({}))
    expect((await must(define({}))).own).toHaveLength(1)
    expect(await define({ definition: 'Cả khách trong ngày.' })).toMatchObject({ code: 'indicator.from-too-early' })
    expect(await define({ from: '2026-01-01', unit: 'lượt hộ', within: [] })).toMatchObject({ code: 'indicator.code-of-another-thing' })
    expect(await define({ code: 'sl.01' })).toMatchObject({ code: 'input.invalid' })
  })
})

describe('what a request asks', () => {
  test('stays as it was opened, whatever is published or defined later', async ({ here }) => {
    const { world, officer, province } = here
    await must(send(world, officer, 'indicator.define', homestays(province)))
    await must(send(world, officer, 'indicator.defineShare', shareOfHomestays(province)))
    const form = await published(here, [tourism])
    const request = await opened(here, form)
    const before = await must(ask(world, officer, 'request.form', { id: request }))
    await must(send(world, officer, 'indicator.define', { ...homestays(province), from: '2025-08-01', definition: 'Cả khách trong ngày.' }))
    const shorter: FigureFormPart[] = [{ ...tourism, layout: { type: 'list', codes: ['MH.01'] }, ratios: [] }]
    await must(send(world, officer, 'form.saveDraft', { id: form, name: 'Biểu mới', note: '', parts: shorter, revision: 2 }))
    await must(send(world, officer, 'form.publish', { id: form, from: '2025-09-01', revision: 3 }))
    expect(await must(ask(world, officer, 'request.form', { id: request }))).toEqual(before)
    const later = await must(ask(world, officer, 'request.form', { id: await opened(here, form) }))
    expect(later).toMatchObject({ name: 'Biểu mới', form: { version: 2, parts: shorter } })
    expect(later.dictionary.indicators.find(({ code }) => code === 'MH.01')?.definition).toBe('Cả khách trong ngày.')
  })

  test('comes from the house or from who asks, never from the form of another', async ({ here }) => {
    const { world, officer, communes } = here
    const form = await published(here, [{ ...tourism, layout: { type: 'list', codes: ['family.total'] }, ratios: [] }])
    const told = { id: randomUUID(), unitId: communes[0], regimeId: null, kind: 'adHoc', title: 'Hỏi', basis: '', formKey: form } as const
    expect(await send(world, officer, 'request.open', { ...told, ...second, asked: [...second.asked] })).toMatchObject({
      code: 'request.unknown-form',
    })
  })
})

describe('a form being written', () => {
  test('begins with the parts of the form of the house and asks nobody before it is published', async ({ here }) => {
    const { world, officer, province } = here
    const id = randomUUID()
    const form = await must(send(world, officer, 'form.begin', { id, unitId: province, name: 'Biểu riêng', copyOf: 'movement' }))
    expect(form.draft).toEqual(formOn(movementForm, plainDate('2025-12-15'))?.parts)
    expect(await must(ask(world, officer, 'form.list', { unitId: province }))).toMatchObject([
      { key: 'movement', unitName: null },
      { key: id, name: 'Biểu riêng', versions: [] },
    ])
  })

  test('of two who saved from the same page the second is told, and nothing of the first is lost', async ({ here }) => {
    const { world, officer, province } = here
    const id = randomUUID()
    await must(send(world, officer, 'form.begin', { id, unitId: province, name: 'Biểu riêng', copyOf: null }))
    const save = (name: string) => send(world, officer, 'form.saveDraft', { id, name, note: '', parts: [tourism], revision: 0 })
    await must(save('Một'))
    expect(await save('Hai')).toMatchObject({ code: 'form.stale' })
    expect(await must(ask(world, officer, 'form.one', { id }))).toMatchObject({ name: 'Một' })
    expect(await send(world, officer, 'form.publish', { id, from: '2025-07-01', revision: 0 })).toMatchObject({ code: 'form.stale' })
  })

  test('is not published with a figure nobody defined, nor twice the same', async ({ here }) => {
    const { world, officer, province } = here
    const id = randomUUID()
    await must(send(world, officer, 'form.begin', { id, unitId: province, name: 'Biểu riêng', copyOf: null }))
    expect(await send(world, officer, 'form.publish', { id, from: '2025-07-01', revision: 0 })).toMatchObject({ code: 'form.empty' })
    await must(send(world, officer, 'form.saveDraft', { id, name: 'Biểu riêng', note: '', parts: [tourism], revision: 0 }))
    expect(await send(world, officer, 'form.publish', { id, from: '2025-07-01', revision: 1 })).toMatchObject({ code: 'form.code-unknown' })
  })
})
