import { command, query } from '../http/definitions.ts'
import { amendActivity, findActivityView, listActivityViews, recordActivity, removeActivity } from './activity.actions.ts'

export const activityCommands = [
  command('activity.record', recordActivity),
  command('activity.amend', amendActivity),
  command('activity.remove', removeActivity),
]

export const activityQueries = [query('activity.list', listActivityViews), query('activity.one', findActivityView)]
