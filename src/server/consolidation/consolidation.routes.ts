import { command, query } from '../http/definitions.ts'
import { findFigureChanges } from './changes.queries.ts'
import { compareFigures } from './compare.queries.ts'
import { explainFigure, findFigureTable } from './figure.queries.ts'
import { gatherParagraphs } from './gathered.queries.ts'
import { findFigureSeries } from './series.queries.ts'
import { findSinceTaken } from './since-taken.queries.ts'
import { checkFigures, keepSumFlag } from './sums.ts'
import { acknowledgeChanges } from './taken.actions.ts'

export const consolidationCommands = [command('figure.keepFlag', keepSumFlag), command('figure.acknowledge', acknowledgeChanges)]

export const consolidationQueries = [
  query('figure.table', findFigureTable),
  query('figure.explain', explainFigure),
  query('figure.series', findFigureSeries),
  query('figure.compare', compareFigures),
  query('figure.gathered', gatherParagraphs),
  query('figure.changes', findFigureChanges),
  query('figure.checks', checkFigures),
  query('figure.sinceTaken', findSinceTaken),
]
