import { z } from 'zod'
import { type AreaEvent, type AreaState, type AreaStep, areaSteps, type MissingPaper } from '#domain/season/area.ts'
import type { Assessment, FindingAsked } from '#domain/season/assessment.ts'
import type { Candidate, CarriedOver, ToldChange } from '#domain/season/candidate.ts'
import type { Reason, SeasonDecision } from '#domain/season/decision.ts'
import type { Arrangement } from '#domain/season/holding.ts'
import { type Gathering, gatheringForms, type MeetingCount, votingWays } from '#domain/season/meeting.ts'
import type { PeriodYear } from '#domain/season/period-years.ts'
import { type Opinion, opinionKinds, opinionOutcomes, type Posting } from '#domain/season/posting.ts'
import { type Handover, handoverOutcomes, type Revocation, type RevokingAct, revocationGrounds } from '#domain/season/recognition.ts'
import type { Season } from '#domain/season/season.ts'
import type { Deadline } from '#domain/title/deadlines.ts'
import type { StepCode } from '#domain/title/rule-book.ts'
import { day, id, line, many, oneOf, optionalClock, optionalLine, prose, requiredProse, symbolOfDecision, wholeNumber } from './fields.ts'
import { honourField } from './honour.ts'
import { seasonAssessmentBodies } from './season-assessment.ts'
import { type GroundsLookView, type SeasonGroundsAnswers, seasonGroundsBodies } from './season-grounds.ts'
import type { ProposalView } from './season-proposal.ts'
import { type SeasonYearsAnswers, seasonYearsParams } from './season-years.ts'

const area = { seasonId: id('Đợt bình xét'), areaUnitId: id('Bản, thôn, tổ dân phố') }
/** A step of an area, with the id it is told apart by when it is sent twice. */
const step = { id: id('Bước'), ...area, on: day('Ngày') }
const votes = {
  for: wholeNumber('Đồng ý', { max: 100_000 }),
  against: wholeNumber('Không đồng ý', { max: 100_000 }),
  other: wholeNumber('Ý kiến khác', { max: 100_000 }),
}
const leftOut = many('Hộ không đưa vào', z.strictObject({ candidateId: id('Hộ'), reason: line('Lý do') }), 2000)
/** A village has some hundreds of households; the largest wards' neighbourhoods more than a thousand. */
const mostHouseholds = 2000

export const seasonBodies = {
  ...seasonGroundsBodies,
  'season.open': z.strictObject({
    id: id('Đợt bình xét'),
    unitId: id('Xã, phường, thị trấn'),
    honour: honourField,
    year: wholeNumber('Năm', { min: 2000, max: 2199 }),
    openedOn: day('Ngày mở đợt'),
  }),
  'season.register': z.strictObject({
    ...area,
    candidates: many('Hộ', z.strictObject({ id: id('Đăng ký'), subjectId: id('Hộ') }), mostHouseholds).min(1, 'Hộ: chưa chọn'),
    registeredOn: day('Ngày đăng ký'),
  }),
  'season.carryOver': z.strictObject({ ...area, registeredOn: day('Ngày đăng ký') }),
  'season.takeRegistrations': z.strictObject({ seasonId: id('Đợt bình xét') }),
  'season.withdraw': z.strictObject({ id: id('Đăng ký'), on: day('Rút từ ngày'), reason: line('Lý do rút') }),
  ...seasonAssessmentBodies,
  'season.makeList': z.strictObject({ ...step, leftOut }),
  'season.gather': z.strictObject({
    id: id('Cuộc họp'),
    ...area,
    heldOn: day('Ngày họp'),
    place: line('Địa điểm'),
    startClock: optionalClock('Giờ bắt đầu'),
    endClock: optionalClock('Giờ kết thúc'),
    form: oneOf('Cách họp', gatheringForms),
    way: oneOf('Cách biểu quyết', votingWays),
    convened: wholeNumber('Số được triệu tập', { min: 1, max: 100_000 }),
    present: wholeNumber('Số có mặt', { max: 100_000 }),
    absent: many('Người vắng', line('Người vắng', 100), mostHouseholds),
    list: z.strictObject(votes).nullable(),
    exceptions: many('Hộ biểu quyết riêng', z.strictObject({ candidateId: id('Hộ'), ...votes }), mostHouseholds),
    proceedings: prose('Diễn biến'),
  }),
  'season.strikeGathering': z.strictObject({ id: id('Cuộc họp'), reason: line('Lý do') }),
  'season.concludeMeeting': z.strictObject({
    ...step,
    leftOut,
    /** Proposed though few voted for them. */
    kept: many('Hộ vẫn đề nghị', z.strictObject({ candidateId: id('Hộ'), reason: line('Vì sao vẫn đề nghị') }), mostHouseholds).default([]),
  }),
  'season.post': z.strictObject({ ...step, lastOn: day('Ngày cuối niêm yết'), place: line('Nơi niêm yết') }),
  'season.receiveOpinion': z.strictObject({
    id: id('Ý kiến'),
    ...area,
    candidateId: id('Hộ').nullable(),
    kind: oneOf('Loại ý kiến', opinionKinds),
    receivedOn: day('Ngày nhận'),
    says: requiredProse('Nội dung', 2000),
  }),
  'season.answerOpinion': z.strictObject({
    id: id('Ý kiến'),
    on: day('Ngày trả lời'),
    outcome: oneOf('Kết quả', opinionOutcomes),
    reason: requiredProse('Lý do', 2000),
  }),
  'season.submit': z.strictObject(step),
  'season.appraise': z.strictObject({
    ...step,
    leftOut,
    appraiser: line('Cơ quan thẩm định'),
    remarks: prose('Nhận xét', 4000),
  }),
  'season.sendBack': z.strictObject({ ...step, backTo: oneOf('Làm lại từ bước', areaSteps), reason: requiredProse('Lý do', 2000) }),
  'season.decide': z.strictObject({
    id: id('Quyết định'),
    seasonId: id('Đợt bình xét'),
    issuerUnitId: id('Nơi quyết định'),
    areaUnitIds: many('Bản, thôn, tổ dân phố', id('Bản, thôn, tổ dân phố'), mostHouseholds).min(1, 'Bản, thôn, tổ dân phố: chưa chọn'),
    on: day('Ngày quyết định'),
    symbol: symbolOfDecision,
    /** As the article tells it: must be that of the list. */
    total: wholeNumber('Số được công nhận'),
    /** Where the text recognises by periods: the first time, or again. */
    round: oneOf('Lần công nhận', ['first', 'again']).nullable().default(null),
    /** Why those of whom something is not known are recognised; empty: they wait. */
    openAccepted: optionalLine('Lý do công nhận khi còn điều chưa rõ', 1000),
    /** Of those, who goes on waiting all the same. */
    openExcept: many('Hộ còn chờ', id('Hộ'), 20_000),
    /** Why the book of the season is followed though the law has changed since; empty where it has not. */
    lawChosen: optionalLine('Lý do theo văn bản của đợt', 1000).default(''),
  }),
  'season.publish': z.strictObject({ id: id('Quyết định'), on: day('Ngày công bố'), place: line('Nơi công bố') }),
  'season.handOver': z.strictObject({
    ...area,
    candidateIds: many('Hộ', id('Hộ'), mostHouseholds).min(1, 'Hộ: chưa chọn'),
    on: day('Ngày'),
    outcome: oneOf('Kết quả', handoverOutcomes),
  }),
  'season.revoke': z.strictObject({
    id: id('Quyết định thu hồi'),
    candidateId: id('Hộ'),
    issuerUnitId: id('Nơi quyết định'),
    on: day('Ngày thu hồi'),
    symbol: symbolOfDecision,
    ground: oneOf('Căn cứ thu hồi', revocationGrounds),
    basis: line('Văn bản làm căn cứ'),
  }),
}

export const seasonParams = {
  'season.list': z.strictObject({ unitId: id('Đơn vị') }),
  'season.board': z.strictObject({ id: id('Đợt bình xét') }),
  'season.area': z.strictObject(area),
  'season.proposal': z.strictObject({ id: id('Đợt bình xét') }),
  ...seasonYearsParams,
}

export type SeasonView = Season & {
  readonly bookName: string
  readonly cites: readonly string[]
  /** What is done with each file, in the order of the text. */
  readonly steps: readonly AreaStep[]
  readonly arrangement: Arrangement
  /** What one of those considered is called: `hộ`, `khu dân cư`. */
  readonly noun: string
  /** Whether the honour follows from years in a row. */
  readonly followsYears: 'recognition' | 'praise' | null
  /** Who answers for it today: the unit it was opened at, or the first that took its place. */
  readonly holderUnitId: string
}

/** Counts of one file, no names: registered ≥ recognised + failed. */
export type SeasonAreaRow = {
  readonly areaUnitId: string
  readonly areaName: string
  readonly state: AreaState
  /** Every step the text gives it is done, and it waits for the decision. */
  readonly isReady: boolean
  /** What comes next and by when; null where nothing is bound to a day. */
  readonly due: DueView | null
  readonly grounds: GroundsLookView
  /** Whoever asks has submitted or appraised it. */
  readonly isOwn: boolean
  /** Of how many: households living there, or units the honour is for. */
  readonly eligible: number
  readonly registered: number
  readonly withdrawn: number
  readonly recognised: number
  readonly failed: number
  readonly revoked: number
  readonly handedOver: number
}

export type SeasonBoardView = {
  readonly season: SeasonView
  /** Those the reader may see; a village head sees one village. */
  readonly areas: readonly SeasonAreaRow[]
  /** What would be doubtful about the law of a decision today. */
  readonly lawDoubt: string | null
  /** Federations of labour that decide what this place holds, by law or province, today. */
  readonly federationIds: readonly string[]
  /** Who reached the year, each in the class of its year in a row; null where no recognition follows from years. */
  readonly periodYears:
    | readonly { readonly nth: PeriodYear; readonly units: readonly { readonly unitId: string; readonly name: string }[] }[]
    | null
  readonly decisions: readonly (SeasonDecision & { readonly publishBy: DueView | null })[]
}

/** A day something is to be done by, or lasts until, with the rule it was counted by. */
export type DueView = Deadline & { readonly daysLeft: number | null; readonly isDone: boolean }

/** A file that waits for whoever asks, overdue or soon due. */
export type DueFileView = {
  readonly seasonId: string
  readonly areaUnitId: string
  readonly areaName: string
  readonly title: string
  readonly due: DueView
}

export type SeasonCandidateRow = Omit<Candidate, 'partitionId' | 'seasonId' | 'areaUnitId'> & {
  readonly self: Assessment['points'] | null
  readonly scored: Assessment['points'] | null
  readonly met: Assessment['met']
  readonly content: Assessment['content']
  readonly leftOut: string | null
  readonly outcome: {
    readonly outcome: 'recognised' | 'failed'
    readonly decisionId: string
    readonly certificateNumber: number | null
    readonly reasons: readonly Reason[]
    readonly handover: Handover | null
    readonly revocation: Revocation | null
  } | null
}

export type SeasonAreaView = {
  readonly season: SeasonView
  readonly areaUnitId: string
  readonly areaName: string
  readonly state: AreaState
  readonly nextStep: AreaStep | null
  readonly events: readonly AreaEvent[]
  readonly candidates: readonly SeasonCandidateRow[]
  /** Households of the area not in the season: who may still be registered. */
  readonly others: readonly { readonly subjectId: string; readonly headName: string; readonly address: string }[]
  /** How many were registered here for this honour the year before; those can be carried over. */
  readonly yearBefore: number
  readonly gatherings: readonly Gathering[]
  readonly count: MeetingCount
  readonly posting: Posting | null
  /** How many days the list hangs out, as the text says; null where it does not. */
  readonly postingDays: number | null
  readonly opinions: readonly Opinion[]
  readonly missing: readonly MissingPaper[]
  readonly grounds: GroundsLookView
  /** The lines points are given for. */
  readonly lines: readonly string[]
  /** What somebody must say yes or no to, where no points measure it. */
  readonly findings: readonly FindingAsked[]
  /** Whether the text asks how many people are content. */
  readonly asksContent: boolean
  readonly deadlines: readonly DueView[]
  /** Who does what at each step, as the text of the season says, and on which form. */
  readonly texts: readonly StepText[]
}

export type StepText = { readonly step: StepCode; readonly actor: string; readonly does: string; readonly form: string | null }

export type CarriedOverView = {
  readonly registered: number
  readonly changed: readonly { readonly headName: string; readonly changes: readonly ToldChange[] }[]
  readonly gone: readonly { readonly headName: string }[]
  readonly alreadyRegistered: CarriedOver['alreadyRegistered']['length']
}

export type SeasonAnswers = SeasonYearsAnswers &
  SeasonGroundsAnswers & {
    'season.list': readonly SeasonView[]
    'season.board': SeasonBoardView
    'season.area': SeasonAreaView
    'season.proposal': ProposalView
    'season.open': Season
    'season.register': readonly Candidate[]
    'season.carryOver': CarriedOverView
    'season.takeRegistrations': { readonly registered: number; readonly alreadyRegistered: number }
    'season.withdraw': Candidate
    'season.assess': { readonly rows: number }
    'season.makeList': SeasonAreaView
    'season.gather': SeasonAreaView
    'season.strikeGathering': SeasonAreaView
    'season.concludeMeeting': SeasonAreaView
    'season.post': SeasonAreaView
    'season.receiveOpinion': Opinion
    'season.answerOpinion': Opinion
    'season.submit': SeasonAreaView
    'season.appraise': SeasonAreaView
    'season.sendBack': SeasonAreaView
    'season.decide': SeasonDecision
    'season.publish': SeasonDecision
    'season.handOver': { readonly candidates: number }
    'season.revoke': { readonly candidateId: string; readonly revocation: Revocation; readonly act: RevokingAct }
  }
