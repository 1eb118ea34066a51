import { command, query } from '../http/definitions.ts'
import { beginForm, defineIndicator, defineShare, publish, saveDraft } from './indicator.actions.ts'
import { findAskedForm, findDictionary, findFormView, listFormLines } from './indicator.queries.ts'

export const indicatorCommands = [
  command('indicator.define', defineIndicator),
  command('indicator.defineShare', defineShare),
  command('form.begin', beginForm),
  command('form.saveDraft', saveDraft),
  command('form.publish', publish),
]

export const indicatorQueries = [
  query('indicator.list', findDictionary),
  query('form.list', listFormLines),
  query('form.one', findFormView),
  query('request.form', findAskedForm),
]
