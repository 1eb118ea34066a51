import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { revocationGroundsOn } from '../title/rule-books/law-06-2022.ts'
import type { SeasonRefusal } from './season.ts'

/** An honour conferred on a household by a decision; what comes after is appended. */
export type Recognition = {
  readonly decisionId: string
  readonly candidateId: string
  readonly decidedOn: PlainDate
  readonly handover: Handover | null
  readonly revocation: Revocation | null
}

export const handoverOutcomes = ['handedOver', 'notCollected'] as const
/** Đã trao · chưa đến nhận. */
export type HandoverOutcome = (typeof handoverOutcomes)[number]
/** The last that happened to the certificate; one not collected may still be handed over. */
export type Handover = { readonly on: PlainDate; readonly outcome: HandoverOutcome }

/** Law 06/2022/QH15, Chapter VII, on annulled decisions, clause 2: (a) false statements, (b) wrong or forged papers, (c) a wrong way, (d) a breach found in the period. */
const groundsOfLaw = ['falseStatement', 'forgedPapers', 'wrongWay', 'breachInPeriod'] as const
/** Before that law nobody has read which grounds there were: what it rests on is said in words. */
const groundsBefore = ['textOfTheDay'] as const
export const revocationGrounds = [...groundsOfLaw, ...groundsBefore] as const
export type RevocationGround = (typeof revocationGrounds)[number]
export const revocationWords: Record<RevocationGround, string> = {
  falseStatement: 'kê khai gian dối thành tích',
  forgedPapers: 'thông tin sai hoặc hồ sơ giả',
  wrongWay: 'thẩm định, xét, duyệt, đề nghị trái quy định',
  breachInPeriod: 'có kết luận, quyết định hoặc bản án về vi phạm trong kỳ tính thành tích',
  textOfTheDay: 'theo văn bản có hiệu lực khi ấy, chưa xác minh',
}

/** The grounds of the law in force on a day. */
export function groundsOn(on: PlainDate): readonly RevocationGround[] {
  return revocationGroundsOn(on).length > 0 ? groundsOfLaw : groundsBefore
}

/** The honour is taken back: it was held until then, and the year no longer counts in any row of years. */
export type Revocation = {
  readonly on: PlainDate
  readonly ground: RevocationGround
  /** The conclusion, judgment or paper it rests on. */
  readonly basis: string
}

/** The act that took it back: of whoever decides on its day, under a number of its own. */
export type RevokingAct = { readonly code: string; readonly issuerUnitId: string; readonly signerName: string }

export function handOver(recognition: Recognition, handover: Handover, today: PlainDate): Result<Recognition, SeasonRefusal> {
  if (recognition.revocation) return refuse('season.revoked-already', { on: recognition.revocation.on })
  if (recognition.handover?.outcome === 'handedOver') return refuse('season.handed-over-already', { on: recognition.handover.on })
  const day = checkDay(handover.on, recognition, today)
  return day.ok ? ok({ ...recognition, handover }) : day
}

export function revoke(recognition: Recognition, revocation: Revocation, today: PlainDate): Result<Recognition, SeasonRefusal> {
  if (recognition.revocation) return refuse('season.revoked-already', { on: recognition.revocation.on })
  const day = checkDay(revocation.on, recognition, today)
  if (!day.ok) return day
  if (!groundsOn(revocation.on).includes(revocation.ground)) return refuse('season.no-such-ground', { on: revocation.on })
  return ok({ ...recognition, revocation })
}

function checkDay(on: PlainDate, { decidedOn }: Recognition, today: PlainDate): Result<undefined, SeasonRefusal> {
  if (on > today) return refuse('season.in-future', { on })
  return on < decidedOn ? refuse('season.day-before-step', { on: decidedOn }) : ok()
}
