import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { asideOf, noRows } from '#domain/household/list-import.ts'
import { importHouseholds, lookAtHouseholdList } from '../../household/household.import.ts'
import { type DemoAccount, saveWorkingDay } from '../../setting.store.ts'
import type { World } from '../../world.ts'
import { demoId } from '../ids.ts'
import { demoActor, loadPeople, recordAs } from '../record.ts'
import { registerFile } from './households.ts'
import { chairAppointment, chairMandate, chairPosition, communePeople, mountainCommune, placeIds, placeVersions } from './place.ts'
import { rulesUnder86, rulesUnder122 } from './rules.ts'

/** The day a season of that year of merit is looked at: the review is over, the decision is near. */
const workingDays = { '2022': plainDate('2022-11-29'), '2024': plainDate('2024-12-03'), '2026': plainDate('2026-11-10') } as const
type CommuneYear = keyof typeof workingDays
export const communeYears = { 'xa-2022': '2022', 'xa-2024': '2024', 'xa-2026': '2026' } as const

/**
 * An invented commune of twelve villages and 1,500 households as it stands before a season of one year: the tree, the people,
 * the province's points, the register. Ids are fixed, so a load that was cut off is simply done again.
 */
export async function loadCommune(world: World, year: CommuneYear): Promise<readonly DemoAccount[]> {
  const day = workingDays[year]
  const actor = demoActor(placeIds.province)
  const on = recordAs(world, actor)
  const tree = placeVersions(day)
  for (const version of tree.versions) await on(tree.on, 'org.addVersion', version)
  await on(day, 'org.addTrait', mountainCommune)
  await on(day, 'org.addPosition', chairPosition)
  await on(day, 'org.mandate', chairMandate)
  await loadRules(world, actor, year === '2022' ? ['2019'] : ['2019', '2024'])
  await loadRegister(world, actor)
  const accounts = await loadPeople(world, { actor, people: communePeople, day })
  await on(day, 'org.appoint', chairAppointment)
  await saveWorkingDay(world.database.kysely, day)
  return accounts
}

const rules = {
  '2019': { text: rulesUnder122, on: plainDate('2019-01-02') },
  '2024': { text: rulesUnder86, on: plainDate('2024-02-01') },
} as const

/** Whoever loads the rules does not confirm them. */
async function loadRules(world: World, actor: Actor, keys: readonly (keyof typeof rules)[]): Promise<void> {
  const leader = { ...actor, accountId: demoId('account/lanhdaotinh'), fullName: 'Vì Minh Họa' }
  for (const key of keys) {
    const { on, text } = rules[key]
    const id = demoId(`rules/${key}`)
    await recordAs(world, actor)(on, 'title.adoptRules', { id, unitId: placeIds.province, text })
    await recordAs(world, leader)(on, 'title.confirmRules', { id })
  }
}

/** Loaded as the commune would load its own list. */
async function loadRegister(world: World, actor: Actor): Promise<void> {
  const from = plainDate('2019-01-15')
  const then = { ...world, workingDay: from }
  const folder = await mkdtemp(join(tmpdir(), 'nep-register-'))
  try {
    const list = { file: join(folder, 'so-ho.csv'), unitId: placeIds.commune, sender: '' }
    await writeFile(list.file, registerFile())
    const looked = await lookAtHouseholdList(then, actor, list)
    if (!looked.ok) throw new Error(`demonstration: register: ${looked.code}`)
    const wanted = { ...looked.value, ...list, from, mode: 'addOnly', kept: noRows } as const
    const done = await importHouseholds(then, actor, wanted, { keep: async () => {}, goOn: () => true })
    if (!done.ok || asideOf(done.value) > 0) throw new Error(`demonstration: register: ${JSON.stringify(done)}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}
