import { command, query } from '../http/definitions.ts'
import { endAppointment, endMandate } from './ending.actions.ts'
import { findChanges, findHistory } from './history.queries.ts'
import { addPosition, addUnitVersion, appoint, findTree, findUnitView, mandate, setHeadcount } from './org.actions.ts'
import { addPlaceTrait, endPlaceTrait } from './place.actions.ts'
import { recordSuccession } from './succession.actions.ts'

export const orgCommands = [
  command('org.addVersion', addUnitVersion),
  command('org.setHeadcount', setHeadcount),
  command('org.addPosition', addPosition),
  command('org.appoint', appoint),
  command('org.mandate', mandate),
  command('org.recordSuccession', recordSuccession),
  command('org.addTrait', addPlaceTrait),
  command('org.endTrait', endPlaceTrait),
  command('org.endAppointment', endAppointment),
  command('org.endMandate', endMandate),
]

export const orgQueries = [
  query('org.tree', findTree),
  query('org.unit', findUnitView),
  query('org.changes', findChanges),
  query('org.history', findHistory),
]
