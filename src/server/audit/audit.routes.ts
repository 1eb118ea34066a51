import { query } from '../http/definitions.ts'
import { listAuditViews } from './audit.actions.ts'

export const auditQueries = [query('audit.list', listAuditViews)]
