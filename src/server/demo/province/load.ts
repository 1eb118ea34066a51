import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyInput } from '#contract/index.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { ok } from '#domain/kit/result.ts'
import { type OrgTree, treeOn } from '#domain/org/org-unit.ts'
import { inTransaction } from '../../db/transaction.ts'
import { importUnits } from '../../org/org.import.ts'
import { listUnitsBelow, listVersionsOn, listVersionsWithCode } from '../../org/org.store.ts'
import { type DemoAccount, saveWorkingDay } from '../../setting.store.ts'
import type { World } from '../../world.ts'
import { demoId } from '../ids.ts'
import { demoActor, loadPeople, type Recorder, recordAs } from '../record.ts'
import { loadDesk, provinceVersion } from './desk.ts'
import { loadCommuneGoal, loadGoals } from './goals.ts'
import { countRows } from './hand-in.store.ts'
import { handInAll, type Told } from './hand-in.ts'
import { provincePeople } from './people.ts'
import { withInventedUnits } from './place.ts'
import { loadRegime, regimeId } from './regime.ts'
import { loadReports } from './reports.ts'
import { communesTelling, firstHalfTold, inTime, yearTold } from './told.ts'

/** A week after the year's cut-off: six communes were in time, nearly all have sent since. */
const workingDay = plainDate('2025-12-22')

export const requestIds = { firstHalf: demoId('request/2025-H1'), year: demoId('request/2025-Y') } as const

/**
 * Sơn La in 2025: the first half asked of its 200 communes through their 12 districts and reported, the year of the 75 it has since and in the midst of
 * being collected. Whole or not at all: a load that was cut off left nothing.
 */
export async function loadProvince(world: World): Promise<readonly DemoAccount[]> {
  const loaded = await inTransaction(world.database, async kysely =>
    ok(await loadInto({ ...world, database: { ...world.database, kysely } })),
  )
  if (!loaded.ok) throw new Error('demonstration: nothing was loaded')
  return loaded.value
}

async function loadInto(world: World): Promise<readonly DemoAccount[]> {
  const provinceId = await loadUnits(world)
  await countRows(world.database.kysely)
  const actor = demoActor(provinceId)
  const on = recordAs(world, actor)
  await on(plainDate('2025-01-02'), 'org.addVersion', provinceVersion(provinceId))
  await loadRegime(on, provinceId)
  await loadGoals(on, provinceId)
  const tree = await treeBelow(world, provinceId, plainDate('2025-12-01'))
  await loadCommuneGoal(on, communesTelling(tree)[0] ?? '')
  const accounts = await loadPeople(world, { actor, people: provincePeople(tree, provinceId), day: workingDay })
  await loadDesk(on, provinceId)
  await askFirstHalf(on, provinceId)
  await handInAll(world, actor, requestIds.firstHalf, firstHalfTold(await treeBelow(world, provinceId, plainDate('2025-06-02'))))
  await askYear(on, provinceId)
  const told = yearTold(tree)
  await handInAll(world, actor, requestIds.year, told)
  await answer(on, told, communesTelling(tree))
  await countRows(world.database.kysely)
  await loadReports(world, provinceId)
  await saveWorkingDay(world.database.kysely, workingDay)
  return accounts
}

async function loadUnits(world: World): Promise<string> {
  const list = await readFile(join(import.meta.dirname, '../sonla-units.csv'), 'utf8')
  const imported = await importUnits(world, demoActor(demoId('unit/none')), withInventedUnits(list))
  if (!imported.ok) throw new Error(`demonstration: units: ${JSON.stringify(imported)}`)
  const [province] = await listVersionsWithCode(world.database.kysely, ['14'])
  if (!province) throw new Error('demonstration: no province')
  return province.unitId
}

async function askFirstHalf(on: Recorder, unitId: string): Promise<void> {
  await ask(on, plainDate('2025-06-02'), {
    id: requestIds.firstHalf,
    unitId,
    title: 'Báo cáo 6 tháng đầu năm 2025',
    covers: { from: '2024-12-15', until: '2025-06-15' },
    asked: [
      { level: 'area', dueOn: '2025-06-17' },
      { level: 'commune', dueOn: '2025-06-18' },
      { level: 'district', dueOn: '2025-06-19' },
      { level: 'agency', dueOn: '2025-06-19' },
    ],
  })
}

async function askYear(on: Recorder, unitId: string): Promise<void> {
  await ask(on, plainDate('2025-12-01'), {
    id: requestIds.year,
    unitId,
    title: 'Báo cáo năm 2025',
    covers: { from: '2024-12-15', until: '2025-12-15' },
    asked: [
      { level: 'area', dueOn: '2025-12-16' },
      { level: 'commune', dueOn: '2025-12-17' },
      { level: 'agency', dueOn: '2025-12-17' },
    ],
  })
}

/** The first in time are accepted, one is corrected after that, and one is sent back. */
async function answer(on: Recorder, told: readonly Told[], communes: readonly string[]): Promise<void> {
  const requestId = requestIds.year
  const accepted = communes.slice(0, 3).map(unitId => ({ unitId, version: 1 }))
  await on(plainDate('2025-12-18'), 'return.accept', { requestId, returns: accepted })
  const corrected = told.find(({ unitId }) => unitId === communes[0])
  const counts = corrected?.content.values['family.recognised']
  if (corrected && counts) {
    const values = { ...corrected.content.values, 'family.recognised': { ...counts, count: counts.count - 4 } }
    const [day, unitId] = [plainDate('2025-12-19'), corrected.unitId]
    await on(day, 'return.save', {
      requestId,
      unitId,
      content: { values, printed: [], parts: { ...corrected.content.parts } },
      revision: 1,
    })
    await on(day, 'return.handIn', { requestId, unitId, revision: 2, reason: 'Rà soát lại, bốn hộ chưa đủ tiêu chuẩn' })
    await on(workingDay, 'return.accept', { requestId, returns: [{ unitId, version: 2 }] })
  }
  await correctVillage(on, told, communes[1])
  const remarks = [{ at: { kind: 'cell', key: 'family.registered' } as const, text: 'Số hộ đăng ký lớn hơn tổng số hộ' }]
  const wrong = { requestId, unitId: communes[inTime] ?? '', version: 1, reason: 'Đối chiếu lại với sổ hộ', remarks }
  await on(workingDay, 'return.sendBack', wrong)
}

/** After its commune was accepted: the province sees that the sum is another one. */
async function correctVillage(on: Recorder, told: readonly Told[], commune: string | undefined): Promise<void> {
  const village = told[told.findIndex(({ unitId }) => unitId === commune) - 1]
  const counts = village?.content.values['family.recognised']
  if (!village || !counts) return
  const of = { requestId: requestIds.year, unitId: village.unitId }
  const day = plainDate('2025-12-19')
  const values = { ...village.content.values, 'family.recognised': { ...counts, count: counts.count - 2 } }
  await on(day, 'return.save', { ...of, content: { values, printed: [], parts: { ...village.content.parts } }, revision: 1 })
  await on(day, 'return.handIn', { ...of, revision: 2, reason: 'Hai hộ đã chuyển đi nơi khác' })
  await on(day, 'return.accept', { requestId: of.requestId, returns: [{ unitId: of.unitId, version: 2 }] })
}

async function ask(
  on: Recorder,
  day: PlainDate,
  told: Pick<BodyInput<'request.open'>, 'id' | 'unitId' | 'title' | 'covers' | 'asked'>,
): Promise<void> {
  await on(day, 'request.open', { regimeId, kind: 'regular', formKey: 'movement', basis: '', ...told })
  await on(day, 'request.send', { id: told.id, revision: 0 })
}

async function treeBelow({ database: { kysely } }: World, unitId: string, day: PlainDate): Promise<OrgTree> {
  return treeOn(await listVersionsOn(kysely, await listUnitsBelow(kysely, unitId, day), day), day)
}
