import { command, query } from '../http/definitions.ts'
import { amendDocument, citeDocument, findDocumentDetail, listDocumentViews, registerDocument } from './document.actions.ts'

export const documentCommands = [
  command('document.register', registerDocument),
  command('document.amend', amendDocument),
  command('document.cite', citeDocument),
]

export const documentQueries = [query('document.list', listDocumentViews), query('document.one', findDocumentDetail)]
