import { randomUUID } from 'node:crypto'
import type { Actor } from '#domain/account/access.ts'
import type { FigureFormPart } from '#domain/indicator/figure-form.ts'
import type { World } from '#server/world.ts'
import { must, send } from './factories.ts'

// A form a unit wrote itself: a part of the house under another name, a table with a figure nobody else counts, and the parts in
// another order than the house's. Everything here is invented.

const villages = ['area'] as const

export const ownParts: readonly FigureFormPart[] = [
  {
    kind: 'narrative',
    key: 'difficulties',
    heading: 'Tồn tại và nguyên nhân',
    owedBy: villages,
    asks: 'Mỗi tồn tại một đoạn.',
    role: 'difficulty',
    source: null,
  },
  {
    kind: 'table',
    key: 'tourism',
    heading: 'Du lịch cộng đồng',
    owedBy: villages,
    layout: { type: 'list', codes: ['family.total', 'MH.01'] },
    ratios: [{ code: 'MH.02', baseCode: 'family.total' }],
  },
  {
    kind: 'narrative',
    key: 'guides',
    heading: 'Văn bản hướng dẫn',
    owedBy: villages,
    asks: 'Văn bản đã ban hành.',
    role: 'account',
    source: 'documents',
  },
]

/** Counts households that take guests, in a share of all; the form that asks for them is in force from the first day. */
export async function publishOwnForm(
  { world, officer }: { readonly world: World; readonly officer: Actor },
  unitId: string,
  parts: readonly FigureFormPart[] = ownParts,
): Promise<string> {
  const from = '2024-12-15'
  await must(
    send(world, officer, 'indicator.define', {
      unitId,
      code: 'MH.01',
      name: 'Hộ làm du lịch cộng đồng',
      from,
      definition: 'Hộ có khách lưu trú trong kỳ, mỗi hộ một lần.',
      unit: 'hộ',
      addition: 'sum',
      within: ['family.total'],
      partitions: [],
    }),
  )
  const bases = [{ code: 'family.total', name: 'tổng số hộ' }]
  const share = { unitId, code: 'MH.02', name: 'Tỷ lệ hộ làm du lịch cộng đồng', from, numerator: 'MH.01', bases }
  await must(send(world, officer, 'indicator.defineShare', share))
  const id = randomUUID()
  await must(send(world, officer, 'form.begin', { id, unitId, name: 'Biểu du lịch', copyOf: null }))
  await must(send(world, officer, 'form.saveDraft', { id, name: 'Biểu du lịch', note: 'Biểu của đơn vị', parts: [...parts], revision: 0 }))
  await must(send(world, officer, 'form.publish', { id, from, revision: 1 }))
  return id
}
