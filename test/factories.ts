import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, BodyInput, CommandName, ParamsInput, QueryName } from '#contract/index.ts'
import type { Actor, Role } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import type { Database, Db } from '#server/db/connect.ts'
import { toDateRange } from '#server/db/values.ts'
import { actorOfDemo } from '#server/demo/record.ts'
import { openFileStore } from '#server/files.ts'
import { type Outcome, runCommand, runQuery } from '#server/http/run.ts'
import { allCommands, allQueries } from '#server/routes.ts'
import type { World } from '#server/world.ts'

// What tests start from: units, people, and bodies as a browser sends them. Everything here is invented.

/** A world on a test database, on a day of 2022, with a files folder of its own. */
export function worldOn(database: Database, today: PlainDate = plainDate('2022-06-15')): World {
  return { database, files: openFileStore(join(tmpdir(), `nep-test-${randomUUID()}`)), workingDay: today, address: '' }
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

/** A command by its name, as the server would run it. */
export async function send<Name extends CommandName>(
  world: World,
  actor: Actor,
  name: Name,
  body: BodyInput<Name>,
): Promise<Outcome<Answer<Name>>> {
  const definition = allCommands.find(candidate => candidate.name === name)
  if (!definition) throw new Error(`no command ${name}`)
  return runCommand<Name>(world, actor, definition, body)
}

/** A query by its name. */
export async function ask<Name extends QueryName>(
  world: World,
  actor: Actor,
  name: Name,
  params: ParamsInput<Name>,
): Promise<Outcome<Answer<Name>>> {
  const definition = allQueries.find(candidate => candidate.name === name)
  if (!definition) throw new Error(`no query ${name}`)
  return runQuery<Name>(world, actor, definition, params)
}

/** For what must succeed before a test begins. */
export async function must<Value>(outcome: Promise<{ ok: true; value: Value } | { ok: false; code: string }>): Promise<Value> {
  const settled = await outcome
  if (!settled.ok) throw new Error(JSON.stringify(settled))
  return settled.value
}

/** Someone of the demonstration, with the rights their account holds. */
export async function personOfDemo(world: World, username: string): Promise<Actor> {
  return actorOfDemo(world, username, world.workingDay ?? plainDate('2022-06-15'))
}
