import { z } from 'zod'
import { id } from '#contract/fields.ts'
import type { Actor } from '#domain/account/access.ts'
import { command, fileQuery, query, withFollowUp } from '../http/definitions.ts'
import type { World } from '../world.ts'
import { lookAtGrounds, recordExclusionGround, withdrawExclusionGround } from './ground.actions.ts'
import { amendHousehold, endHousehold, enterHousehold, moveHousehold } from './household.actions.ts'
import { findHouseholdCounts, findHouseholdView, listHouseholdRows } from './household.queries.ts'
import { dropList, takeList, tryList } from './list.actions.ts'
import { findHouseholdList, listHouseholdLists, readAsideFile } from './list.queries.ts'
import { workOnList } from './list-work.ts'
import { mergeHouseholds, splitHousehold } from './split.actions.ts'

export const householdCommands = [
  command('household.enter', enterHousehold),
  command('household.amend', amendHousehold),
  command('household.move', moveHousehold),
  command('household.split', splitHousehold),
  command('household.merge', mergeHouseholds),
  command('household.end', endHousehold),
  command('household.recordGround', recordExclusionGround),
  command('household.withdrawGround', withdrawExclusionGround),
  command('household.lookAtGrounds', lookAtGrounds),
  withFollowUp(command('household.tryList', tryList), workOnNamedList),
  withFollowUp(command('household.takeList', takeList), workOnNamedList),
  command('household.dropList', dropList),
]

export const householdQueries = [
  query('household.list', listHouseholdRows),
  query('household.one', findHouseholdView),
  query('household.counts', findHouseholdCounts),
  query('household.lists', listHouseholdLists),
  query('household.oneList', findHouseholdList),
]

export const householdFiles = [fileQuery('household.aside/:id', z.strictObject({ id: id('Danh sách') }), readAsideFile)]

/** The answer does not wait for it: a list of a province takes a minute. */
function workOnNamedList(world: World, actor: Actor, body: unknown): Promise<void> {
  return workOnList(world, actor, (body as { id: string }).id)
}
