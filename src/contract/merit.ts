import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { measures } from '#domain/merit/counts.ts'
import { countedHonours, type FiguredHonour } from '#domain/merit/holders.ts'
import type { MeritSum } from '#domain/merit/sum.ts'
import type { ReasonCode } from '#domain/season/decision.ts'
import { day, id, oneOf } from './fields.ts'
import { ownHonourField } from './honour.ts'

const looked = {
  unitId: id('Đơn vị'),
  honour: z.union([z.enum(countedHonours), ownHonourField], { error: 'Danh hiệu: chưa chọn' }),
  /** The year of merit, not that of the decision. */
  year: z.coerce.number({ error: 'Năm: chưa chọn' }).int().min(2000, 'Năm: quá xa').max(2199, 'Năm: quá xa'),
  /** What was on record by this day; today where none is told. */
  on: day('Tính đến ngày').optional(),
  /** In the tree of which day; that of `on` where none is told. */
  tree: day('Theo cây đơn vị ngày').optional(),
}

export const meritParams = {
  'merit.figures': z.strictObject(looked),
  /** The rows behind a number. */
  'merit.rows': z.strictObject({
    ...looked,
    measure: oneOf('Số liệu', measures),
    /** Of those who failed, those with this reason. */
    reason: z
      .string()
      .regex(/^[a-z-]{1,40}$/u, 'Lý do: chưa chọn')
      .optional(),
    after: z.string().max(400).optional(),
  }),
}

export type MeritUnitSums = {
  readonly unitId: string
  readonly unitName: string
  readonly sum: MeritSum
  /** The year before, by the same day of the year, in the same tree. */
  readonly before: MeritSum
}

export type MeritFiguresView = {
  readonly honour: FiguredHonour
  /** What the text in force on the day calls it; of a title of a province's own, what the province does. */
  readonly honourName: string
  readonly year: number
  readonly on: PlainDate
  readonly beforeOn: PlainDate
  readonly tree: PlainDate
  readonly total: MeritUnitSums
  /** One step below, in the order of the tree. */
  readonly parts: readonly MeritUnitSums[]
  /** Of places divided among several of the parts: in the total and in none of them. */
  readonly undivided: MeritSum
}

/** One holder behind a number. Who may not list the register there sees a code, never a name. */
export type MeritRow = {
  readonly candidateId: string
  readonly seasonId: string
  readonly areaUnitId: string
  /** With what lies between it and the unit looked at. */
  readonly areaName: string
  readonly householdId: string | null
  /** Of a unit: its names are nobody's secret. */
  readonly unitId: string | null
  readonly headName: string | null
  readonly code: string | null
  /** The day of what is counted. */
  readonly onDay: PlainDate | null
  readonly decision: string | null
  readonly reasons: readonly ReasonCode[] | null
}

export type MeritRowsView = { readonly rows: readonly MeritRow[]; readonly next: string | null }

export type MeritAnswers = { 'merit.figures': MeritFiguresView; 'merit.rows': MeritRowsView }
