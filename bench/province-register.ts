import { always } from '#domain/calendar/date-range.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import type { Db } from '#server/db/connect.ts'
import { demoId } from '#server/demo/ids.ts'
import { insertUnits, insertVersions } from '#server/org/org.store.ts'

// An invented province whose register is measured: 75 communes, villages dealt out to them in turn, names as they are there.

const communes = 75
export const provinceId = demoId('bench/province')
export const communeOf = (village: number): string => demoId(`bench/commune/${village % communes}`)
export const areaOf = (village: number): string => demoId(`bench/village/${village}`)

export async function layOutProvince(tx: Db, villages: number): Promise<void> {
  const all = [
    unit('Tỉnh minh họa', 'province', { unitId: provinceId, parentUnitId: null }),
    ...Array.from({ length: communes }, (_, i) => unit(`${i}`, 'commune', { unitId: communeOf(i), parentUnitId: provinceId })),
    ...Array.from({ length: villages }, (_, i) => unit(`${i}`, 'village', { unitId: areaOf(i), parentUnitId: communeOf(i) })),
  ]
  await insertUnits(
    tx,
    all.map(({ unitId }) => ({ id: unitId, shortName: null })),
  )
  if ((await tx.selectFrom('orgUnitVersion').select('id').limit(1).execute()).length === 0) await insertVersions(tx, all)
}

const families = ['Lò', 'Cầm', 'Quàng', 'Tòng', 'Giàng', 'Vàng', 'Nguyễn', 'Hoàng', 'Hà', 'Bạc']
const middles = ['Văn', 'Thị', 'A', 'Đức', 'Minh', 'Thu', 'Ngọc', 'Xuân']
const given = ['Toản', 'Toàn', 'Bình', 'Đông', 'Ửng', 'Ánh', 'Hương', 'Pâng', 'Chính', 'Dũng', 'Sơn', 'Mai', 'Quỳnh', 'Thưởng']

export function nameOf(i: number): string {
  return `${pick(families, i * 7)} ${pick(middles, i * 3 + (i >> 4))} ${pick(given, i * 5 + (i >> 7))}`
}

function pick(from: readonly string[], i: number): string {
  return from[i % from.length] ?? ''
}

function unit(
  name: string,
  kind: 'province' | 'commune' | 'village',
  { unitId, parentUnitId }: Pick<OrgUnitVersion, 'unitId' | 'parentUnitId'>,
): OrgUnitVersion {
  return {
    id: demoId(`bench/version/${kind}/${name}`),
    unitId,
    name,
    kind,
    parentUnitId,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: name,
    valid: always,
    source: 'dữ liệu minh họa',
  }
}
