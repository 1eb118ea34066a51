import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyInput } from '#contract/index.ts'
import { addDays, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { communeKinds, type OrgTree, residentialAreaKinds, treeOn } from '#domain/org/org-unit.ts'
import { importUnits } from '../../org/org.import.ts'
import { listUnitsBelow, listVersionsOn, listVersionsWithCode } from '../../org/org.store.ts'
import { type DemoAccount, saveWorkingDay } from '../../setting.store.ts'
import type { World } from '../../world.ts'
import { demoId } from '../ids.ts'
import { demoActor, loadPeople, type Recorder, recordAs } from '../record.ts'
import { loadDesk, provinceVersion } from './desk.ts'
import { agencyTold, communeTold, faults, plain, villageTold } from './figures.ts'
import { loadGoals } from './goals.ts'
import { provincePeople } from './people.ts'
import { withInventedUnits } from './place.ts'

/** A week after the year's cut-off: six communes were in time, nearly all have sent since. */
const workingDay = plainDate('2025-12-22')

export const requestIds = { firstHalf: demoId('request/2025-H1'), year: demoId('request/2025-Y') } as const

/** How many of the 75 had sent by the day due, and by the working day. */
const inTime = 6
const sentAtAll = 69
/** Of 60 agencies. */
const agenciesSent = 52

/** Of the 200 of the first half; each that hands in adds up the way to the province. */
const firstHalfCommunes = 12

type Told = { readonly unitId: string; readonly content: BodyInput<'return.save'>['content']; readonly on: PlainDate }

/**
 * Sơn La in 2025: the first half asked of its 200 communes, the year of the 75 it has since. Every unit is asked; the communes
 * tell, and the villages of one of them, each by the command a person would give on its own day.
 */
export async function loadProvince(world: World): Promise<readonly DemoAccount[]> {
  const provinceId = await loadUnits(world)
  const actor = demoActor(provinceId)
  const on = recordAs(world, actor)
  await on(plainDate('2025-01-02'), 'org.addVersion', provinceVersion(provinceId))
  await loadGoals(on, provinceId)
  await loadFirstHalf(world, on, provinceId)
  const tree = await treeBelow(world, provinceId, plainDate('2025-12-01'))
  await loadYear(on, provinceId, tree)
  const accounts = await loadPeople(world, { actor, people: provincePeople(tree, provinceId), day: workingDay })
  await loadDesk(on, provinceId)
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

async function loadFirstHalf(world: World, on: Recorder, unitId: string): Promise<void> {
  const sentOn = plainDate('2025-06-02')
  const tree = await treeBelow(world, unitId, sentOn)
  await ask(on, sentOn, {
    id: requestIds.firstHalf,
    unitId,
    title: 'Báo cáo 6 tháng đầu năm 2025',
    covers: { from: '2024-12-15', until: '2025-06-15' },
    asked: [
      { level: 'area', dueOn: '2025-06-17' },
      { level: 'commune', dueOn: '2025-06-19' },
      { level: 'agency', dueOn: '2025-06-19' },
    ],
  })
  const communes = unitsOf(tree, communeKinds)
  const [first = ''] = communes
  const villages = villagesOf(tree, first).map((id, at): Told => ({ unitId: id, content: villageTold(at), on: plainDate('2025-06-17') }))
  const others = communes
    .slice(1, 1 + firstHalfCommunes)
    .map((id, at): Told => ({ unitId: id, content: communeTold(at, villagesOf(tree, id).length), on: plainDate('2025-06-19') }))
  for (const told of [...villages, ...others]) await handIn(on, requestIds.firstHalf, told)
}

async function loadYear(on: Recorder, unitId: string, tree: OrgTree): Promise<void> {
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
  const due = plainDate('2025-12-17')
  const told = unitsOf(tree, communeKinds)
    .slice(0, sentAtAll)
    .map((id, at): Told => {
      const fault = faults[at - inTime] ?? plain
      return {
        unitId: id,
        content: communeTold(at, villagesOf(tree, id).length, fault),
        on: at < inTime ? due : addDays(due, 1 + (at % 5)),
      }
    })
  const agencies = unitsOf(tree, ['agency'])
    .slice(0, agenciesSent)
    .map((id, at): Told => ({ unitId: id, content: agencyTold(at), on: due }))
  for (const one of [...agencies, ...told].toSorted((a, b) => (a.on < b.on ? -1 : 1))) await handIn(on, requestIds.year, one)
  await answer(on, told)
}

/** The first in time are accepted, one is corrected after that, and one is sent back. */
async function answer(on: Recorder, told: readonly Told[]): Promise<void> {
  const requestId = requestIds.year
  const accepted = told.slice(0, 3).map(({ unitId }) => ({ unitId, version: 1 }))
  await on(plainDate('2025-12-18'), 'return.accept', { requestId, returns: accepted })
  const corrected = told[0]
  const counts = corrected?.content.values['family.recognised']
  if (corrected && counts) {
    const values = { ...corrected.content.values, 'family.recognised': { ...counts, count: counts.count - 4 } }
    const reason = 'Rà soát lại, bốn hộ chưa đủ tiêu chuẩn'
    await handIn(
      on,
      requestId,
      { ...corrected, content: { ...corrected.content, values }, on: plainDate('2025-12-19') },
      { revision: 1, reason },
    )
    await on(plainDate('2025-12-22'), 'return.accept', { requestId, returns: [{ unitId: corrected.unitId, version: 2 }] })
  }
  const remarks = [{ at: { kind: 'cell', key: 'family.registered' } as const, text: 'Số hộ đăng ký lớn hơn tổng số hộ' }]
  const wrong = { requestId, unitId: told[inTime]?.unitId ?? '', version: 1, reason: 'Đối chiếu lại với sổ hộ', remarks }
  await on(workingDay, 'return.sendBack', wrong)
}

async function ask(
  on: Recorder,
  day: PlainDate,
  told: Pick<BodyInput<'request.open'>, 'id' | 'unitId' | 'title' | 'covers' | 'asked'>,
): Promise<void> {
  await on(day, 'request.open', { regimeId: null, kind: 'regular', formKey: 'movement', basis: '', ...told })
  await on(day, 'request.send', { id: told.id, revision: 0 })
}

async function handIn(
  on: Recorder,
  requestId: string,
  { unitId, content, on: day }: Told,
  { revision, reason } = { revision: 0, reason: '' },
): Promise<void> {
  await on(day, 'return.save', { requestId, unitId, content, revision })
  await on(day, 'return.handIn', { requestId, unitId, revision: revision + 1, reason })
}

async function treeBelow({ database: { kysely } }: World, unitId: string, day: PlainDate): Promise<OrgTree> {
  return treeOn(await listVersionsOn(kysely, await listUnitsBelow(kysely, unitId, day), day), day)
}

/** In the order of their codes, so that the same units tell the same on every machine. */
function unitsOf({ versionOf }: OrgTree, kinds: readonly string[]): string[] {
  const units = [...versionOf.values()].filter(({ kind }) => kinds.includes(kind))
  return units.toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1)).map(({ unitId }) => unitId)
}

function villagesOf({ versionOf }: OrgTree, communeId: string): string[] {
  const units = [...versionOf.values()].filter(
    ({ kind, parentUnitId }) => residentialAreaKinds.includes(kind) && parentUnitId === communeId,
  )
  return units.toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1)).map(({ unitId }) => unitId)
}
