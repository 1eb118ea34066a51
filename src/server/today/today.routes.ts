import { command, query } from '../http/definitions.ts'
import { listSigningPages, signOffSeveral } from './signing.actions.ts'
import { findToday } from './today.queries.ts'

export const todayCommands = [command('report.signOffSeveral', signOffSeveral)]

export const todayQueries = [query('today.one', findToday), query('today.signing', listSigningPages)]
