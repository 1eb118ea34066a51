import type { Actor } from '#domain/account/access.ts'
import { dayInVietnam, type PlainDate } from '#domain/calendar/plain-date.ts'
import { systemNow } from '#server/context.ts'
import type { Db } from '#server/db/connect.ts'
import { findUnit, findUnitByShortName, findUnitPath, listVersionsOn, listVersionsWithCode } from '#server/org/org.store.ts'
import { type DataPlace, openWorld, type World } from '#server/world.ts'

/** Opens the data, works, and closes them whatever happens. */
export async function withWorld<Value>(place: DataPlace, work: (world: World) => Promise<Value>): Promise<Value> {
  const world = await openWorld(place)
  try {
    return await work(world)
  } finally {
    await world.database.close()
  }
}

export function todayOf({ workingDay }: World): PlainDate {
  return workingDay ?? dayInVietnam(systemNow())
}

/** Whoever runs commands at the terminal owns the data already: in the trail they stand as the command line, administering from the top. */
export function commandLine(unitPath: readonly string[]): Actor {
  const top = unitPath.at(-1)
  const grants = top === undefined ? [] : [{ role: 'admin', unitId: top, withSubtree: true, unitPath: [top] } as const]
  return { accountId: '00000000-0000-0000-0000-000000000000', fullName: 'Dòng lệnh', grants }
}

/** A unit as people at a terminal name it: `VPUB`, its code on the day, or its id. Undefined when nothing or more than one answers to it. */
export async function findNamedUnit(
  tx: Db,
  name: string,
  on: PlainDate,
): Promise<{ unitId: string; unitPath: readonly string[] } | undefined> {
  const unitId = (await findUnitByShortName(tx, name))?.id ?? (await findByCode(tx, name, on)) ?? (await findById(tx, name))
  return unitId === undefined ? undefined : { unitId, unitPath: await findUnitPath(tx, unitId, on) }
}

async function findByCode(tx: Db, code: string, on: PlainDate): Promise<string | undefined> {
  const everBore = (await listVersionsWithCode(tx, [code])).map(version => version.unitId)
  const now = (await listVersionsOn(tx, everBore, on)).filter(version => version.code === code)
  return now.length === 1 ? now[0]?.unitId : undefined
}

async function findById(tx: Db, id: string): Promise<string | undefined> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id)
  return isId ? (await findUnit(tx, id))?.id : undefined
}
