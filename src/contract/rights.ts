import { accountRights, type Right } from '#domain/account/access.ts'
import { calendarRights } from '#domain/account/calendar-rights.ts'
import { orgRights } from '#domain/account/org-rights.ts'
import { activityRights } from '#domain/activity/access.ts'
import { certificateRights } from '#domain/certificate/access.ts'
import { consolidationRights } from '#domain/consolidation/access.ts'
import { documentRights } from '#domain/document/access.ts'
import { dossierRights } from '#domain/dossier/access.ts'
import { evidenceRights } from '#domain/evidence/access.ts'
import { householdRights } from '#domain/household/access.ts'
import { indicatorRights } from '#domain/indicator/access.ts'
import { meritRights } from '#domain/merit/access.ts'
import { noticeRights } from '#domain/notice/access.ts'
import { overviewRights } from '#domain/overview/access.ts'
import { planRights } from '#domain/plan/access.ts'
import { postedRights } from '#domain/posted/access.ts'
import { reportRights } from '#domain/report/access.ts'
import { requestRights } from '#domain/request/access.ts'
import { searchRights } from '#domain/search/access.ts'
import { seasonRights } from '#domain/season/access.ts'
import { signalRights } from '#domain/signal/access.ts'
import { titleRights } from '#domain/title/access.ts'
import { todayRights } from '#domain/today/access.ts'

// Apart from the rest: screens ask for rights before any form is loaded.

/** Every right there is, by the name of its command or query. What is not here cannot be done. */
export const rights = {
  ...accountRights,
  ...calendarRights,
  ...orgRights,
  ...documentRights,
  ...planRights,
  ...activityRights,
  ...evidenceRights,
  ...householdRights,
  ...titleRights,
  ...seasonRights,
  ...signalRights,
  ...meritRights,
  ...postedRights,
  ...certificateRights,
  ...dossierRights,
  ...indicatorRights,
  ...requestRights,
  ...consolidationRights,
  ...reportRights,
  ...searchRights,
  ...noticeRights,
  ...todayRights,
  ...overviewRights,
} as const satisfies Record<string, Right>
export type RightName = keyof typeof rights
