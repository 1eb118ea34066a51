import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BodyInput } from '#contract/index.ts'
import type { Actor, Role } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import type { Database, Db } from '#server/db/connect.ts'
import { toDateRange } from '#server/db/values.ts'
import { openFileStore } from '#server/files.ts'
import type { World } from '#server/world.ts'

// What tests start from: units, people, and bodies as a browser sends them. Everything here is invented.

/** A world on a test database, on a day of 2022, with a files folder of its own. */
export function worldOn(database: Database, today: PlainDate = plainDate('2022-06-15')): World {
  return { database, files: openFileStore(join(tmpdir(), `nep-test-${randomUUID()}`)), workingDay: today }
}

export async function givenUnit(
  tx: Db,
  unit: { readonly name: string; readonly kind?: OrgUnitKind; readonly parentUnitId?: string | null; readonly shortName?: string },
): Promise<string> {
  const unitId = randomUUID()
  await tx
    .insertInto('orgUnit')
    .values({ id: unitId, shortName: unit.shortName ?? null })
    .execute()
  await tx
    .insertInto('orgUnitVersion')
    .values({
      id: randomUUID(),
      unitId,
      name: unit.name,
      kind: unit.kind ?? 'agency',
      parentUnitId: unit.parentUnitId ?? null,
      calledInText: unit.name,
      valid: toDateRange(always),
      source: 'dữ liệu minh họa',
    })
    .execute()
  return unitId
}

/** Someone with one role at the first unit of a path (from the unit up to the top). */
export function someone(role: Role, unitPath: readonly string[], { withSubtree = true, fullName = 'Lò Thị Minh Họa' } = {}): Actor {
  return { accountId: randomUUID(), fullName, grants: [{ role, unitId: unitPath[0] ?? '', withSubtree, unitPath }] }
}

/** A run day as an office would enter it; every field can be replaced. */
export function activityBody(hostUnitId: string, changes: Partial<BodyInput<'activity.record'>> = {}): BodyInput<'activity.record'> {
  return {
    id: randomUUID(),
    hostUnitId,
    kind: 'runDay',
    name: 'Ngày chạy Olympic vì sức khỏe toàn dân',
    startsOn: '2022-03-26',
    endsOn: '2022-03-26',
    place: 'Thành phố Sơn La',
    participants: null,
    money: [],
    campaign: 'exercise',
    taskIds: [],
    documentIds: [],
    narrative: 'Tích cực đăng ký tham gia Ngày chạy Olympic vì sức khỏe toàn dân',
    ...changes,
  }
}
