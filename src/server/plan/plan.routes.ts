import { command, query } from '../http/definitions.ts'
import { addTasks, copyPlan } from './batch.actions.ts'
import { findPlanForYear, listAssignableUnits } from './batch.queries.ts'
import { holdTargetAgainst } from './goal.actions.ts'
import { addPlan, addTarget, addTask, amendTask, recordOutcome, reportProgress } from './plan.actions.ts'
import { findPlanDetail, listPlanViews } from './plan.queries.ts'

export const planCommands = [
  command('plan.add', addPlan),
  command('plan.addTarget', addTarget),
  command('plan.holdAgainst', holdTargetAgainst),
  command('plan.recordOutcome', recordOutcome),
  command('plan.addTask', addTask),
  command('plan.addTasks', addTasks),
  command('plan.copy', copyPlan),
  command('plan.amendTask', amendTask),
  command('plan.reportProgress', reportProgress),
]

export const planQueries = [
  query('plan.list', listPlanViews),
  query('plan.one', findPlanDetail),
  query('plan.units', listAssignableUnits),
  query('plan.forYear', findPlanForYear),
]
