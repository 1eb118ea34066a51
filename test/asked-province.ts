import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { listFiguresOf } from '#server/consolidation/figure.store.ts'
import { insertSuccessions, insertVersions, listVersions, updateVersionValid } from '#server/org/org.store.ts'
import type { World } from '#server/world.ts'
import { givenUnit, must, send, someone } from './factories.ts'
import { familiesTold } from './one-request.ts'

// A province that asked its communes and villages for figures, and how a test hands them in.

export const due = { area: '2025-06-17', commune: '2025-06-19' } as const

export type AskedProvince = Awaited<ReturnType<typeof askedProvince>>

/** A province of two communes, with two villages and one or more, asked for the first half of 2025, on the Monday after its cut-off. */
export async function askedProvince(bare: World, villagesOf: readonly [number, number] = [2, 1]) {
  const world = { ...bare, workingDay: plainDate('2025-06-16') }
  const tx = world.database.kysely
  const province = await givenUnit(tx, { name: 'Tỉnh Minh Họa', kind: 'province' })
  const communes = [1, 2].map(n => givenUnit(tx, { name: `Xã ${n}`, kind: 'commune', parentUnitId: province }))
  const [first = '', second = ''] = await Promise.all(communes)
  const above = [first, second].flatMap((commune, i) => Array.from({ length: villagesOf[i] ?? 0 }, () => commune))
  const villages = await Promise.all(above.map((parentUnitId, i) => givenUnit(tx, { name: `Bản ${i + 1}`, kind: 'village', parentUnitId })))
  const officer = {
    ...someone('officer', [province]),
    grants: roles.map(role => ({ role, unitId: province, withSubtree: true, unitPath: [province] })),
  }
  const request: string = randomUUID()
  const open: BodyInput<'request.open'> = {
    id: request,
    unitId: province,
    regimeId: null,
    kind: 'regular',
    title: 'Báo cáo 6 tháng đầu năm 2025',
    formKey: 'movement',
    covers: { from: '2024-12-15', until: '2025-06-15' },
    asked: [
      { level: 'area', dueOn: due.area },
      { level: 'commune', dueOn: due.commune },
    ],
    basis: '',
  }
  await must(send(world, officer, 'request.open', open))
  await must(send(world, officer, 'request.send', { id: request, revision: 0 }))
  return {
    world,
    province,
    communes: [first, second] as const,
    villages: villages as [string, string, string, ...string[]],
    officer,
    request,
    asked: open,
  }
}

export function owed({ request, villages }: AskedProvince, at: number) {
  return { requestId: request, unitId: villages[at] ?? '' }
}

export async function save(
  here: AskedProvince,
  at: number,
  told: { readonly total: number; readonly registered?: number; readonly revision: number },
) {
  const { total, registered = 60, revision } = told
  return must(send(here.world, here.officer, 'return.save', { ...owed(here, at), content: familiesTold(total, registered), revision }))
}

export async function handIn(here: AskedProvince, at: number, total: number): Promise<void> {
  await save(here, at, { total, revision: 0 })
  await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, at), revision: 1, reason: '' }))
}

export async function accept(here: AskedProvince, at: number, version: number): Promise<void> {
  const { requestId, unitId } = owed(here, at)
  await must(send(here.world, here.officer, 'return.accept', { requestId, returns: [{ unitId, version }] }))
}

export async function figure(here: AskedProvince, unitId: string) {
  const figures = await listFiguresOf(here.world.database.kysely, here.request, unitId)
  return figures.find(({ code }) => code === 'family.total')
}

/** Both communes go into a new one; of the villages two come along, the first under another name, and the third goes into it. */
export async function mergeAway({ world, province, communes, villages }: AskedProvince, on: PlainDate): Promise<string> {
  const tx = world.database.kysely
  const toUnitId = await givenUnit(tx, { name: 'Xã Mới', kind: 'commune', parentUnitId: province })
  const before = await listVersions(tx, [...communes, ...villages])
  for (const version of before) await updateVersionValid(tx, { id: version.id, valid: { from: version.valid.from, until: on } })
  const kept = before.filter(version => version.unitId === villages[0] || version.unitId === villages[1])
  await must(
    insertVersions(
      tx,
      kept.map(version => ({
        ...version,
        id: randomUUID(),
        name: `${version.name} Mới`,
        calledInText: `${version.name} Mới`,
        parentUnitId: toUnitId,
        valid: { from: on, until: null },
      })),
    ),
  )
  const whole = { on, extent: 'whole', isVerified: true, basis: null } as const
  await insertSuccessions(tx, [
    ...communes.map(fromUnitId => ({ ...whole, fromUnitId, toUnitId })),
    { ...whole, fromUnitId: villages[2], toUnitId: villages[0] },
  ])
  return toUnitId
}

/** From now on the unit reports on what was handed in to it. */
export async function setDuty({ world, officer }: AskedProvince, unitId: string): Promise<void> {
  const duty = {
    id: randomUUID(),
    unitId,
    formName: 'consolidated-figures',
    receiverName: 'Bộ Văn hóa, Thể thao và Du lịch',
    isReceiverSuperior: true,
    basisDocumentId: null,
    symbol: 'BC-SVHTTDL',
    draftingUnitId: unitId,
    recipientLines: ['Ủy ban nhân dân tỉnh'],
    archive: 'VT',
    dueDaysAfterCutoff: null,
    valid: { from: '2024-12-15', until: null },
  }
  await must(send(world, officer, 'report.setDuty', duty))
}
