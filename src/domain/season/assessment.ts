import { ok, type Result, refuse } from '../kit/result.ts'
import { type CandidateFacts, standardsAsFound } from '../title/candidate-facts.ts'
import type { AreaLaw } from './area.ts'
import type { SeasonRefusal } from './season.ts'

export const assessmentStages = ['self', 'meeting'] as const
/** Hộ tự đánh giá · họp chấm điểm. */
export type AssessmentStage = (typeof assessmentStages)[number]

/** The points of one household at one stage. None: the paper came in, its points were not written down. */
export type Assessment = {
  readonly candidateId: string
  readonly stage: AssessmentStage
  /** By the code of a line of the score sheet, or of the rule book where the province has no sheet. */
  readonly points: Readonly<Record<string, number>>
  /** What was found of requirements without points. */
  readonly met: CandidateFacts['met']
  readonly content: CandidateFacts['content']
}

/** Points and findings are for lines somebody wrote into a sheet or a text. More than a line can bring is the evaluation's to say. */
export function checkAssessment(
  { points, met, content }: Omit<Assessment, 'candidateId' | 'stage'>,
  law: AreaLaw,
): Result<undefined, SeasonRefusal> {
  const lines = new Set(linesOf(law))
  const findings = new Set(findingsOf(law).map(({ code }) => code))
  const stray = Object.keys(points).find(code => !lines.has(code)) ?? Object.keys(met).find(code => !findings.has(code))
  if (stray !== undefined) return refuse('season.unknown-criterion', { code: stray })
  return content && content.agree > content.asked ? refuse('season.more-content-than-asked', content) : ok()
}

/** What somebody must say yes or no to, where no points measure it. */
export type FindingAsked = { readonly code: string; readonly says: string }

/** Each requirement of the text, or all standards at once where it gives no measure. */
export function findingsOf({ book, prepared }: AreaLaw): FindingAsked[] {
  const lines = [...book.prerequisites, ...book.standards]
  const asked = prepared.mustBeMet.map(({ value }) => ({
    code: value,
    says: lines.find(({ code }) => code === value)?.says.value ?? value,
  }))
  return prepared.ownFinding ? [...asked, { code: standardsAsFound, says: 'Đạt các tiêu chuẩn của văn bản' }] : asked
}

/** The lines points are given for, in their order. */
export function linesOf({ book, prepared }: AreaLaw): string[] {
  if (book.scoring?.kind !== 'points') return []
  if (prepared.sheet) return prepared.standards.flatMap(standard => standard.lines.map(({ code }) => code))
  return book.standards.flatMap(({ code, criteria }) => (criteria.length > 0 ? criteria.map(line => line.code) : [code]))
}
