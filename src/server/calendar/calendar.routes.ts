import { command, query } from '../http/definitions.ts'
import { announce, findCalendar } from './calendar.actions.ts'

export const calendarCommands = [command('calendar.announce', announce)]
export const calendarQueries = [query('calendar.one', findCalendar)]
