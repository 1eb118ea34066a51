import { command, query } from '../http/definitions.ts'
import { drawHouseholds, drawWholeAreas, recordFinding } from './recheck.actions.ts'
import { findDrawn, listSeasonDraws } from './recheck.queries.ts'
import { reviewSeasonSignal } from './signal.actions.ts'
import { findSeasonSignals } from './signal.queries.ts'

export const signalCommands = [
  command('signal.review', reviewSeasonSignal),
  command('signal.drawHouseholds', drawHouseholds),
  command('signal.drawAreas', drawWholeAreas),
  command('signal.recheck', recordFinding),
]

export const signalQueries = [
  query('signal.ofSeason', findSeasonSignals),
  query('signal.draws', listSeasonDraws),
  query('signal.drawn', findDrawn),
]
