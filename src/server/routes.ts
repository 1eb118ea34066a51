import { accountCommands, accountQueries } from './account/account.routes.ts'
import { activityCommands, activityQueries } from './activity/activity.routes.ts'
import { auditQueries } from './audit/audit.routes.ts'
import { calendarCommands, calendarQueries } from './calendar/calendar.routes.ts'
import { certificateFiles } from './certificate/certificate.routes.ts'
import { consolidationCommands, consolidationQueries } from './consolidation/consolidation.routes.ts'
import { documentCommands, documentQueries } from './document/document.routes.ts'
import { dossierCommands, dossierFiles, dossierQueries } from './dossier/dossier.routes.ts'
import { evidenceCommands, evidenceFiles } from './evidence/evidence.routes.ts'
import { householdCommands, householdFiles, householdQueries } from './household/household.routes.ts'
import type { Command, FileQuery, Query } from './http/definitions.ts'
import { indicatorCommands, indicatorQueries } from './indicator/indicator.routes.ts'
import { meritQueries } from './merit/merit.routes.ts'
import { noticeCommands, noticeQueries } from './notice/notice.routes.ts'
import { orgCommands, orgQueries } from './org/org.routes.ts'
import { overviewQueries } from './overview/overview.routes.ts'
import { planCommands, planQueries } from './plan/plan.routes.ts'
import { postedQueries } from './posted/posted.routes.ts'
import { reportCommands, reportFiles, reportQueries } from './report/report.routes.ts'
import { requestCommands, requestFiles, requestQueries } from './request/request.routes.ts'
import { searchQueries } from './search/search.routes.ts'
import { seasonCommands, seasonQueries } from './season/season.routes.ts'
import { signalCommands, signalQueries } from './signal/signal.routes.ts'
import { titleCommands, titleQueries } from './title/title.routes.ts'
import { todayCommands, todayQueries } from './today/today.routes.ts'

// All that can be asked of the server, word by word.

export const allCommands: readonly Command[] = [
  ...calendarCommands,
  ...accountCommands,
  ...orgCommands,
  ...documentCommands,
  ...planCommands,
  ...activityCommands,
  ...evidenceCommands,
  ...householdCommands,
  ...titleCommands,
  ...seasonCommands,
  ...signalCommands,
  ...dossierCommands,
  ...indicatorCommands,
  ...requestCommands,
  ...consolidationCommands,
  ...reportCommands,
  ...noticeCommands,
  ...todayCommands,
]

export const allQueries: readonly Query[] = [
  ...calendarQueries,
  ...accountQueries,
  ...auditQueries,
  ...orgQueries,
  ...documentQueries,
  ...planQueries,
  ...activityQueries,
  ...householdQueries,
  ...titleQueries,
  ...seasonQueries,
  ...signalQueries,
  ...dossierQueries,
  ...postedQueries,
  ...meritQueries,
  ...indicatorQueries,
  ...requestQueries,
  ...consolidationQueries,
  ...reportQueries,
  ...searchQueries,
  ...noticeQueries,
  ...todayQueries,
  ...overviewQueries,
]

export const allFileQueries: readonly FileQuery[] = [
  ...evidenceFiles,
  ...reportFiles,
  ...certificateFiles,
  ...dossierFiles,
  ...householdFiles,
  ...requestFiles,
]
