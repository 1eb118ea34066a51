import { accountCommands, accountQueries } from './account/account.routes.ts'
import { activityCommands, activityQueries } from './activity/activity.routes.ts'
import { auditQueries } from './audit/audit.routes.ts'
import type { Command, FileQuery, Query } from './http/definitions.ts'

// All that can be asked of the server, word by word.

export const allCommands: readonly Command[] = [...accountCommands, ...activityCommands]

export const allQueries: readonly Query[] = [...accountQueries, ...auditQueries, ...activityQueries]

export const allFileQueries: readonly FileQuery[] = []
