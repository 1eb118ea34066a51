import { query } from '../http/definitions.ts'
import { findFigures, listRowsBehind } from './merit.queries.ts'

export const meritQueries = [query('merit.figures', findFigures), query('merit.rows', listRowsBehind)]
