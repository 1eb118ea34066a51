import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
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
export const revocationGrounds = ['falseStatement', 'forgedPapers', 'wrongWay', 'breachInPeriod'] as const
export type RevocationGround = (typeof revocationGrounds)[number]
export const revocationWords: Record<RevocationGround, string> = {
  falseStatement: 'kê khai gian dối thành tích',
  forgedPapers: 'thông tin sai hoặc hồ sơ giả',
  wrongWay: 'thẩm định, xét, duyệt, đề nghị trái quy định',
  breachInPeriod: 'có kết luận, quyết định hoặc bản án về vi phạm trong kỳ tính thành tích',
}

/** The honour is taken back: it was held until then, and the year no longer counts in any row of years. */
export type Revocation = { readonly on: PlainDate; readonly ground: RevocationGround; readonly basis: string }

export function handOver(recognition: Recognition, handover: Handover, today: PlainDate): Result<Recognition, SeasonRefusal> {
  if (recognition.revocation) return refuse('season.revoked-already', { on: recognition.revocation.on })
  if (recognition.handover?.outcome === 'handedOver') return refuse('season.handed-over-already', { on: recognition.handover.on })
  const day = checkDay(handover.on, recognition, today)
  return day.ok ? ok({ ...recognition, handover }) : day
}

export function revoke(recognition: Recognition, revocation: Revocation, today: PlainDate): Result<Recognition, SeasonRefusal> {
  if (recognition.revocation) return refuse('season.revoked-already', { on: recognition.revocation.on })
  const day = checkDay(revocation.on, recognition, today)
  return day.ok ? ok({ ...recognition, revocation }) : day
}

function checkDay(on: PlainDate, { decidedOn }: Recognition, today: PlainDate): Result<undefined, SeasonRefusal> {
  if (on > today) return refuse('season.in-future', { on })
  return on < decidedOn ? refuse('season.day-before-step', { on: decidedOn }) : ok()
}
