import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { type AskedProvince, askedProvince, handIn, owed } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { documentBody } from '../../../test/office.ts'

const share = { code: 'share.family.registered', baseCode: 'family.total' }

const test = databaseTest.extend('here', ({ database }) => askedProvince(worldOn(database)))

test('communes are held to the goal of the plan of their province, and beside it to one they set themselves', async ({ here }) => {
  await setGoal(here, here.province, { goalPercent: 60 })
  await setGoal(here, here.communes[0], { goalPercent: 75, statement: 'hộ đăng ký của xã' })
  await handIn(here, 0, 80)
  await handIn(here, 2, 120)
  const view = await compare(here, here.province, 'commune')
  expect(view).toMatchObject({
    goal: { ownerName: 'Tỉnh Minh Họa', goalPercent: 60, operator: '>=' },
    whole: { unitName: 'Tỉnh Minh Họa', value: { count: 120 }, base: { count: 200 }, percent: 60 },
    units: [
      { unitName: 'Xã 1', percent: 75, ownGoal: { goalPercent: 75, ownerName: 'Xã 1' } },
      { unitName: 'Xã 2', percent: 50, ownGoal: null },
    ],
  })
})

test('a village reads the goal of its commune where it set one, else that of the province, beside the share it is asked', async ({
  here,
}) => {
  await setGoal(here, here.province, { goalPercent: 60 })
  await setGoal(here, here.communes[0], { goalPercent: 75 })
  const goalsOf = async (village: number) => (await must(ask(here.world, here.officer, 'return.one', owed(here, village)))).goals
  expect(await goalsOf(0)).toMatchObject([{ ownerName: 'Xã 1', goalPercent: 75, share }])
  expect(await goalsOf(2)).toMatchObject([{ ownerName: 'Tỉnh Minh Họa', goalPercent: 60, share }])
  expect(await compare(here, here.communes[0], 'area')).toMatchObject({ goal: { goalPercent: 75 } })
})

test('a goal of another year, of another base, or held against nothing is no goal of this share', async ({ here }) => {
  await setGoal(here, here.province, { goalPercent: 60, year: 2024 })
  await setGoal(here, here.province, { goalPercent: 60, share: { code: 'share.family.recognised', baseCode: 'family.registered' } })
  const target = await setGoal(here, here.province, { goalPercent: 60, share: null })
  await handIn(here, 0, 80)
  expect(await compare(here, here.province, 'commune')).toMatchObject({ goal: null })
  await must(send(here.world, here.officer, 'plan.holdAgainst', { targetId: target, revision: 0, share }))
  expect(await compare(here, here.province, 'commune')).toMatchObject({ goal: { goalPercent: 60 } })
  await must(send(here.world, here.officer, 'plan.holdAgainst', { targetId: target, revision: 1, share: null }))
  expect(await compare(here, here.province, 'commune')).toMatchObject({ goal: null })
})

test('a unit sets one goal a year for a share, in whichever of its plans, and none for a share nobody defined', async ({ here }) => {
  await setGoal(here, here.province, { goalPercent: 60, statement: 'hộ đăng ký' })
  const document = documentBody(here.province, { direction: 'outgoing', issuedOn: '2025-02-12' })
  await must(send(here.world, here.officer, 'document.register', document))
  const planId = await addPlan(here, here.province, 2025, document.id)
  const again = goalBody(planId, { goalPercent: 65 })
  expect(await send(here.world, here.officer, 'plan.addTarget', again)).toMatchObject({
    code: 'plan.share-has-goal',
    details: { statement: 'hộ đăng ký' },
  })
  const unknown = goalBody(planId, { goalPercent: 65, share: { code: 'share.unknown', baseCode: 'family.total' } })
  expect(await send(here.world, here.officer, 'plan.addTarget', unknown)).toMatchObject({ code: 'plan.unknown-share' })
  const { targets } = await must(ask(here.world, here.officer, 'plan.forYear', { id: planId, year: 2026 }))
  expect(targets).toEqual([])
})

test('a plan copied into another year keeps what its targets are held against, and sets no second goal there', async ({ here }) => {
  const planId = await addPlan(here, here.province, 2025)
  await must(send(here.world, here.officer, 'plan.addTarget', goalBody(planId, { goalPercent: 60 })))
  const { targets } = await must(ask(here.world, here.officer, 'plan.forYear', { id: planId, year: 2026 }))
  expect(targets).toMatchObject([{ share }])
  const copied = targets.map(target => {
    const { planId: _plan, revision: _revision, outcome: _outcome, ...rest } = target
    return { ...rest, id: randomUUID() }
  })
  const copy = { id: randomUUID(), fromPlanId: planId, year: 2024, title: 'Kế hoạch', documentId: null, targets: copied, tasks: [] }
  await must(send(here.world, here.officer, 'plan.copy', copy))
  const twice = [...copied, ...copied].map(target => ({ ...target, id: randomUUID() }))
  const second = { ...copy, id: randomUUID(), year: 2023, targets: twice }
  expect(await send(here.world, here.officer, 'plan.copy', second)).toMatchObject({ code: 'plan.share-has-goal' })
})

type Set = Partial<Pick<BodyInput<'plan.addTarget'>, 'statement' | 'share'>> & { readonly goalPercent: number }

function goalBody(planId: string, told: Set): BodyInput<'plan.addTarget'> {
  return { id: randomUUID(), planId, statement: 'hộ đăng ký', operator: '>=', baseName: 'tổng số hộ', share, ...told }
}

async function addPlan(
  { world, officer }: AskedProvince,
  ownerUnitId: string,
  year: number,
  documentId: string | null = null,
): Promise<string> {
  const id = randomUUID()
  await must(send(world, officer, 'plan.add', { id, ownerUnitId, year, title: 'Thực hiện Phong trào', documentId }))
  return id
}

/** In a plan of its own for the year, made once. */
async function setGoal(
  here: AskedProvince,
  ownerUnitId: string,
  { year = 2025, ...told }: Set & { readonly year?: number },
): Promise<string> {
  const plans = await must(ask(here.world, here.officer, 'plan.list', { unitId: ownerUnitId, year }))
  const planId = plans.find(plan => plan.ownerUnitId === ownerUnitId)?.id ?? (await addPlan(here, ownerUnitId, year))
  const body = goalBody(planId, told)
  await must(send(here.world, here.officer, 'plan.addTarget', body))
  return body.id
}

function compare({ world, officer, request }: AskedProvince, unitId: string, level: 'area' | 'commune') {
  return must(ask(world, officer, 'figure.compare', { requestId: request, unitId, level, ...share }))
}
