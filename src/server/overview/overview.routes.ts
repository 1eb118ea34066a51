import { query } from '../http/definitions.ts'
import { findOverview, listActivitiesBehind, listDocumentsBehind, listTasksBehind } from './overview.queries.ts'

export const overviewQueries = [
  query('overview.one', findOverview),
  query('overview.tasks', listTasksBehind),
  query('overview.activities', listActivitiesBehind),
  query('overview.documents', listDocumentsBehind),
]
