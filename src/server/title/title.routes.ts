import { command, query } from '../http/definitions.ts'
import { listRegistrationsView, registerTitle, withdrawRegistration } from './title.actions.ts'

export const titleCommands = [command('title.register', registerTitle), command('title.withdraw', withdrawRegistration)]

export const titleQueries = [query('title.registrations', listRegistrationsView)]
