import { command, query } from '../http/definitions.ts'
import { amendDocument, citeDocument, registerDocument } from './document.actions.ts'
import { findDocumentBook, findDocumentDetail, findDocumentGraph, listDocumentViews } from './document.queries.ts'

export const documentCommands = [
  command('document.register', registerDocument),
  command('document.amend', amendDocument),
  command('document.cite', citeDocument),
]

export const documentQueries = [
  query('document.list', listDocumentViews),
  query('document.one', findDocumentDetail),
  query('document.graph', findDocumentGraph),
  query('document.book', findDocumentBook),
]
