import { command, query } from '../http/definitions.ts'
import { addPlan, addTarget, addTask, amendTask, recordOutcome, reportProgress } from './plan.actions.ts'
import { findPlanDetail, listPlanViews } from './plan.queries.ts'

export const planCommands = [
  command('plan.add', addPlan),
  command('plan.addTarget', addTarget),
  command('plan.recordOutcome', recordOutcome),
  command('plan.addTask', addTask),
  command('plan.amendTask', amendTask),
  command('plan.reportProgress', reportProgress),
]

export const planQueries = [query('plan.list', listPlanViews), query('plan.one', findPlanDetail)]
