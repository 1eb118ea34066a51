import { command, query } from '../http/definitions.ts'
import { confirmLaw, viewLaw, withdrawLawConfirmation } from './law.actions.ts'
import { listRegistrationsView, registerTitle, withdrawRegistration } from './title.actions.ts'

export const titleCommands = [
  command('title.register', registerTitle),
  command('title.withdraw', withdrawRegistration),
  command('title.confirmLaw', confirmLaw),
  command('title.withdrawConfirmation', withdrawLawConfirmation),
]

export const titleQueries = [query('title.registrations', listRegistrationsView), query('title.law', viewLaw)]
