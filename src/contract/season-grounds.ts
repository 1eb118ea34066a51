import { z } from 'zod'
import type { Candidate } from '#domain/season/candidate.ts'
import type { GroundsLook } from '#domain/season/grounds.ts'
import type { Ground } from '#domain/title/candidate-facts.ts'
import { day, id, many } from './fields.ts'

const files = {
  seasonId: id('Đợt bình xét'),
  areaUnitIds: many('Bản, thôn, tổ dân phố', id('Bản, thôn, tổ dân phố'), 2000).min(1, 'Bản, thôn, tổ dân phố: chưa chọn'),
}

export const seasonGroundsBodies = {
  /** A look at grounds is written down, so it is no query. */
  'season.lookForGrounds': z.strictObject(files),
  'season.reviewGrounds': z.strictObject({ id: id('Lần rà soát'), ...files, upTo: day('Rà soát đến ngày') }),
}

/** A ground on record of somebody in the season. */
export type FoundGround = Ground &
  Pick<Candidate, 'headName' | 'address' | 'areaUnitId'> & {
    readonly candidateId: string
    readonly householdId: string
    /** The clause of the season's text by which it bars; null where it bars nobody in this year of merit. */
    readonly barredBy: string | null
  }

export type SeasonGroundsAnswers = {
  'season.lookForGrounds': { readonly candidates: number; readonly found: readonly FoundGround[] }
  'season.reviewGrounds': { readonly candidates: number; readonly files: number }
}

/** How far the grounds of one file have been looked for: null where the text names no cases. No names, and not whether there are any. */
export type GroundsLookView = GroundsLook | null
