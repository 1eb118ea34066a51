import { z } from 'zod'
import { id } from '#contract/fields.ts'
import { command, fileQuery, query } from '../http/definitions.ts'
import {
  amendActivity,
  detachEvidence,
  findActivityView,
  listActivityViews,
  readEvidence,
  recordActivity,
  removeActivity,
} from './activity.actions.ts'

export const activityCommands = [
  command('activity.record', recordActivity),
  command('activity.amend', amendActivity),
  command('activity.remove', removeActivity),
  command('activity.detach', detachEvidence),
]

export const activityQueries = [query('activity.list', listActivityViews), query('activity.one', findActivityView)]

export const activityFiles = [fileQuery('evidence/:id', z.strictObject({ id: id('Minh chứng') }), readEvidence)]
