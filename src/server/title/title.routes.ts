import { command, query } from '../http/definitions.ts'
import { confirmLaw, viewLaw, withdrawLawConfirmation } from './law.actions.ts'
import { adoptProvincialRules, confirmProvincialRules, withdrawProvincialRules } from './rules.actions.ts'
import { listRegistrationsView, registerTitle, withdrawRegistration } from './title.actions.ts'

export const titleCommands = [
  command('title.register', registerTitle),
  command('title.withdraw', withdrawRegistration),
  command('title.confirmLaw', confirmLaw),
  command('title.withdrawConfirmation', withdrawLawConfirmation),
  command('title.adoptRules', adoptProvincialRules),
  command('title.confirmRules', confirmProvincialRules),
  command('title.withdrawRules', withdrawProvincialRules),
]

export const titleQueries = [query('title.registrations', listRegistrationsView), query('title.law', viewLaw)]
