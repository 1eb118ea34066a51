import { randomUUID } from 'node:crypto'
import type { BodyInput } from '#contract/index.ts'
import type { Db } from '#server/db/connect.ts'
import type { World } from '#server/world.ts'
import { givenUnit, someone, worldOn } from './factories.ts'

// An invented office, those who work in it, and the bodies of what they enter.

export type Office = Awaited<ReturnType<typeof anOffice>>

/** A province with an office of three departments, a centre that begins on 1 July 2022, and somebody else's office. */
export async function anOffice(database: World['database']) {
  const tx = database.kysely
  const provinceId = await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' })
  const officeId = await givenUnit(tx, { name: 'Văn phòng minh họa', parentUnitId: provinceId, shortName: 'VPMH' })
  const department = (name: string) => givenUnit(tx, { name, kind: 'department', parentUnitId: officeId })
  const units = {
    provinceId,
    officeId,
    firstId: await department('Phòng Một'),
    secondId: await department('Phòng Hai'),
    thirdId: await department('Phòng Ba'),
    lateId: await department('Trung tâm mới'),
    strangerId: await givenUnit(tx, { name: 'Sở khác' }),
  }
  await tx.updateTable('orgUnitVersion').set({ valid: '[2022-07-01,)' }).where('unitId', '=', units.lateId).execute()
  const path = [officeId, provinceId]
  const people = { admin: someone('admin', [provinceId]), officer: someone('officer', path), clerk: someone('clerk', path) }
  return { world: worldOn(database), ...units, ...people }
}

export function versionBody(
  unitId: string,
  parentUnitId: string | null,
  changes: Partial<BodyInput<'org.addVersion'>> = {},
): BodyInput<'org.addVersion'> {
  return {
    id: randomUUID(),
    unitId,
    shortName: '',
    name: 'Phòng Tổng hợp',
    kind: 'department',
    parentUnitId,
    code: '',
    functions: '',
    namedAfterPerson: false,
    position: 1,
    letterhead: null,
    calledInText: 'phòng Tổng hợp',
    valid: { from: '2022-04-01', until: null },
    source: 'Quyết định minh họa',
    ...changes,
  }
}

export function headcountBody(unitId: string, changes: Partial<BodyInput<'org.setHeadcount'>> = {}): BodyInput<'org.setHeadcount'> {
  return { id: randomUUID(), unitId, category: 'officials', count: 58, from: '2022-01-01', ...changes }
}

export function documentBody(ownerUnitId: string, changes: Partial<BodyInput<'document.register'>> = {}): BodyInput<'document.register'> {
  return {
    id: randomUUID(),
    ownerUnitId,
    direction: 'incoming',
    kind: 'plan',
    code: '41/KH-UBND',
    issuedOn: '2022-02-10',
    issuerName: 'UBND tỉnh',
    issuerUnitId: null,
    subject: 'Thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022',
    valid: { from: '2022-02-10', until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: '',
    ...changes,
  }
}

const counted = [
  'reportDuty',
  ...(['orgUnit', 'orgUnitVersion', 'headcount', 'position', 'appointment', 'signingMandate'] as const),
  ...(['registeredDocument', 'plan', 'target', 'task', 'assignment', 'progress'] as const),
] as const

/** How many rows there are of what an office enters, and of the trail: a refusal leaves them all as they were. */
export async function countRows(tx: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of counted) counts[table] = (await tx.selectFrom(table).select('id').execute()).length
  counts['orgSuccession'] = (await tx.selectFrom('orgSuccession').select('fromUnitId').execute()).length
  counts['documentCitation'] = (await tx.selectFrom('documentCitation').select('fromDocumentId').execute()).length
  counts['auditEntry'] = (await tx.selectFrom('auditEntry').select('seq').execute()).length
  return counts
}
