import { query } from '../http/definitions.ts'
import { searchEverywhere } from './search.actions.ts'

export const searchQueries = [query('search.everywhere', searchEverywhere)]
