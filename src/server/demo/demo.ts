import { randomUUID } from 'node:crypto'
import { roleWords } from '#contract/account.ts'
import type { Actor, Role } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addAccountWithPassword } from '../account/account.actions.ts'
import { toDateRange } from '../db/values.ts'
import { runAction } from '../http/run.ts'
import { type DemoAccount, saveWorkingDay } from '../setting.store.ts'
import type { World } from '../world.ts'

/** One office with one account for each role, until the whole demonstration is loaded. */
export async function loadDemo(world: World): Promise<readonly DemoAccount[]> {
  const tx = world.database.kysely
  const unitId = randomUUID()
  await tx.insertInto('orgUnit').values({ id: unitId, shortName: 'VPUB' }).execute()
  const name = 'Văn phòng UBND tỉnh'
  const version = {
    id: randomUUID(),
    unitId,
    name,
    kind: 'agency',
    parentUnitId: null,
    calledInText: name,
    valid: toDateRange(always),
    source: 'dữ liệu minh họa',
  }
  await tx.insertInto('orgUnitVersion').values(version).execute()
  await saveWorkingDay(tx, plainDate('2022-06-15'))
  const actor: Actor = {
    accountId: randomUUID(),
    fullName: 'Minh họa',
    grants: [{ role: 'admin', unitId, withSubtree: true, unitPath: [unitId] }],
  }
  const people: [string, string, Role][] = [
    ['quantri', 'Lò Văn Quản Trị', 'admin'],
    ['lanhdao', 'Cầm Thị Lãnh Đạo', 'leader'],
    ['truongphong', 'Hà Văn Trưởng Phòng', 'unitHead'],
    ['chuyenvien', 'Vì Thị Chuyên Viên', 'officer'],
    ['vanthu', 'Tòng Thị Văn Thư', 'clerk'],
    ['xem', 'Quàng Văn Xem', 'viewer'],
  ]
  const password = 'minh-hoa-son-la'
  for (const [username, fullName, role] of people) {
    const body = { id: randomUUID(), username, fullName, unitId, role, withSubtree: true }
    await runAction(world, actor, 'account.add', ctx => addAccountWithPassword(ctx, body, password))
  }
  return people.map(([username, fullName, role]) => ({ username, fullName, password, does: roleWords[role] }))
}
