import { ok, type Result, refuse } from '../kit/result.ts'
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
}

/** Points are for lines somebody wrote into a sheet or a text. More than a line can bring is the evaluation's to say. */
export function checkPoints({ points }: Pick<Assessment, 'points'>, law: AreaLaw): Result<undefined, SeasonRefusal> {
  const known = new Set(linesOf(law))
  const stray = Object.keys(points).find(code => !known.has(code))
  return stray === undefined ? ok() : refuse('season.unknown-criterion', { code: stray })
}

/** The lines points are given for, in their order. */
export function linesOf({ book, prepared }: AreaLaw): string[] {
  if (prepared.sheet) return prepared.standards.flatMap(standard => standard.lines.map(({ code }) => code))
  return book.standards.flatMap(({ code, criteria }) => (criteria.length > 0 ? criteria.map(line => line.code) : [code]))
}
