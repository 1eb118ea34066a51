import { command, query } from '../http/definitions.ts'
import { lookAtGrounds, recordExclusionGround, withdrawExclusionGround } from './ground.actions.ts'
import { amendHousehold, endHousehold, enterHousehold, moveHousehold } from './household.actions.ts'
import { findHouseholdCounts, findHouseholdView, listHouseholdRows } from './household.queries.ts'
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
]

export const householdQueries = [
  query('household.list', listHouseholdRows),
  query('household.one', findHouseholdView),
  query('household.counts', findHouseholdCounts),
]
