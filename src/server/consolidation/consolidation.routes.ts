import { query } from '../http/definitions.ts'
import { explainFigure, findFigureTable } from './figure.queries.ts'

export const consolidationQueries = [query('figure.table', findFigureTable), query('figure.explain', explainFigure)]
