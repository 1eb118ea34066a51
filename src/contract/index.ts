import type { z } from 'zod'
import type { RefusalDetails } from '#domain/kit/result.ts'
import { type AccountAnswers, accountBodies, accountParams, accountRefusals } from './account.ts'
import { type ActivityAnswers, activityBodies, activityParams, activityRefusals } from './activity.ts'
import { type CalendarAnswers, calendarBodies, calendarParams, calendarRefusals } from './calendar.ts'
import { certificateRefusals } from './certificate.ts'
import { type ConsolidationAnswers, consolidationBodies, consolidationParams, consolidationRefusals } from './consolidation.ts'
import { type DocumentAnswers, documentBodies, documentParams, documentRefusals } from './document.ts'
import { type DossierAnswers, dossierBodies, dossierParams, dossierRefusals } from './dossier.ts'
import { type EvidenceAnswers, evidenceBodies, evidenceRefusals } from './evidence.ts'
import { type HouseholdAnswers, householdBodies, householdParams, householdRefusals } from './household.ts'
import { type IndicatorAnswers, indicatorBodies, indicatorParams, indicatorRefusals } from './indicator.ts'
import { type MeritAnswers, meritParams } from './merit.ts'
import { type NoticeAnswers, noticeBodies, noticeParams, noticeRefusals } from './notice.ts'
import { type OrgAnswers, orgBodies, orgParams, orgRefusals } from './org.ts'
import { type OverviewAnswers, overviewParams } from './overview.ts'
import { type PlanAnswers, planBodies, planParams, planRefusals } from './plan.ts'
import { type PostedAnswers, postedParams, postedRefusals } from './posted.ts'
import { type RefusalText, sayRefusal } from './refusal-text.ts'
import { type ReportAnswers, reportBodies, reportParams, reportRefusals } from './report.ts'
import { type RequestAnswers, requestBodies, requestParams, requestRefusals } from './request.ts'
import { type ReturnAnswers, returnBodies, returnParams, returnRefusals } from './return.ts'
import { type SearchAnswers, searchParams } from './search.ts'
import { type SeasonAnswers, seasonBodies, seasonParams } from './season.ts'
import { seasonRefusals } from './season-words.ts'
import { type SignalAnswers, signalBodies, signalParams, signalRefusals } from './signal.ts'
import { type TitleAnswers, titleBodies, titleParams, titleRefusals } from './title.ts'
import { type TitleLawAnswers, titleLawBodies, titleLawParams, titleLawRefusals } from './title-law.ts'
import { type TodayAnswers, todayBodies, todayParams, todayRefusals } from './today.ts'

export { type RightName, rights } from './rights.ts'

/** What each command takes, parsed once at the edge. */
export const bodies = {
  ...accountBodies,
  ...calendarBodies,
  ...orgBodies,
  ...documentBodies,
  ...planBodies,
  ...activityBodies,
  ...evidenceBodies,
  ...householdBodies,
  ...titleBodies,
  ...seasonBodies,
  ...signalBodies,
  ...dossierBodies,
  ...titleLawBodies,
  ...indicatorBodies,
  ...requestBodies,
  ...returnBodies,
  ...consolidationBodies,
  ...reportBodies,
  ...noticeBodies,
  ...todayBodies,
}
export type CommandName = keyof typeof bodies
export type Body<Name extends CommandName> = z.output<(typeof bodies)[Name]>
export type BodyInput<Name extends CommandName> = z.input<(typeof bodies)[Name]>

/** What each query takes. */
export const params = {
  ...accountParams,
  ...calendarParams,
  ...orgParams,
  ...documentParams,
  ...planParams,
  ...activityParams,
  ...householdParams,
  ...titleParams,
  ...seasonParams,
  ...signalParams,
  ...dossierParams,
  ...meritParams,
  ...postedParams,
  ...titleLawParams,
  ...indicatorParams,
  ...requestParams,
  ...returnParams,
  ...consolidationParams,
  ...reportParams,
  ...searchParams,
  ...noticeParams,
  ...todayParams,
  ...overviewParams,
}
export type QueryName = keyof typeof params
export type Params<Name extends QueryName> = z.output<(typeof params)[Name]>
export type ParamsInput<Name extends QueryName> = z.input<(typeof params)[Name]>

type Answers = AccountAnswers &
  CalendarAnswers &
  OrgAnswers &
  DocumentAnswers &
  PlanAnswers &
  ActivityAnswers &
  EvidenceAnswers &
  HouseholdAnswers &
  TitleAnswers &
  SeasonAnswers &
  SignalAnswers &
  DossierAnswers &
  MeritAnswers &
  PostedAnswers &
  TitleLawAnswers &
  IndicatorAnswers &
  RequestAnswers &
  ReturnAnswers &
  ConsolidationAnswers &
  ReportAnswers &
  SearchAnswers &
  NoticeAnswers &
  TodayAnswers &
  OverviewAnswers
export type Answer<Name extends keyof Answers> = Answers[Name]

const edgeRefusals = {
  'input.invalid': { status: 400, say: 'Có chỗ nhập chưa đúng.' },
  'input.id-taken': { status: 409, say: 'Mã của mục này đã dùng ở nơi khác: mở biểu mới rồi nhập lại.' },
  'input.not-found': { status: 404, say: 'Không có địa chỉ này.' },
  'input.too-large': { status: 413, say: 'Nội dung gửi lên lớn quá mức nhận.' },
  'input.foreign-origin': { status: 403, say: 'Yêu cầu đến từ một trang khác nên không được nhận.' },
  'server.fault': { status: 500, say: 'Máy chủ gặp lỗi. Những gì đã lưu vẫn còn; thử lại sau ít phút.' },
  'server.disk-full': { status: 507, say: 'Ổ đĩa máy chủ đã đầy nên chưa lưu được. Báo quản trị; nội dung bạn nhập còn nguyên.' },
} as const satisfies Record<string, RefusalText>

/** Every way of saying no, each with its sentence. A code forgotten in its word's list does not compile. */
export const refusals = {
  ...edgeRefusals,
  ...accountRefusals,
  ...calendarRefusals,
  ...orgRefusals,
  ...documentRefusals,
  ...planRefusals,
  ...activityRefusals,
  ...evidenceRefusals,
  ...householdRefusals,
  ...titleRefusals,
  ...seasonRefusals,
  ...signalRefusals,
  ...dossierRefusals,
  ...postedRefusals,
  ...certificateRefusals,
  ...titleLawRefusals,
  ...requestRefusals,
  ...returnRefusals,
  ...indicatorRefusals,
  ...consolidationRefusals,
  ...reportRefusals,
  ...noticeRefusals,
  ...todayRefusals,
} as const
export type RefusalCode = keyof typeof refusals

/** How a refusal travels. `fields` holds a sentence per wrong field, by its path. */
export type RefusalAnswer = { readonly code: RefusalCode; readonly message: string; readonly fields?: Readonly<Record<string, string>> }

export function refusalAnswer(code: RefusalCode, details: RefusalDetails = {}): RefusalAnswer {
  return { code, message: sayRefusal(refusals[code], details) }
}
