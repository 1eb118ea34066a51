import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Coverage, FigureSource } from '#domain/consolidation/add-up.ts'
import type { Value } from '#domain/indicator/value.ts'
import { id, line } from './fields.ts'

const of = { requestId: id('Đợt báo cáo'), unitId: id('Đơn vị') }

export const consolidationParams = {
  'figure.table': z.strictObject(of),
  'figure.explain': z.strictObject({ ...of, code: line('Chỉ tiêu', 60) }),
}

/** What one figure of a unit comes to, in numbers and in the words a report prints. */
export type FigureView = {
  readonly code: string
  /** Null: nothing was told, or nothing that may be added; never 0. */
  readonly value: Value | null
  readonly words: string | null
  readonly source: FigureSource
  readonly coverage: Coverage
  /** Why there are parts and no total. */
  readonly notAdded: string | null
  /** What was told of the same thing and not taken, where it says another number. */
  readonly beside: string | null
}

export type UnitFigures = { readonly unitId: string; readonly unitName: string; readonly figures: readonly FigureView[] }

export type FigureTableView = {
  readonly requestId: string
  readonly title: string
  readonly cutoff: PlainDate
  /** Printed with every table. */
  readonly note: string
  readonly unit: UnitFigures
  /** Those that hand in to it. */
  readonly parts: readonly UnitFigures[]
}

/** A number laid open one level down: the parts, added again, are the number. */
export type FigureExplainedView = {
  readonly code: string
  readonly name: string
  readonly definition: string
  readonly countUnit: string
  readonly cutoff: PlainDate
  readonly figure: FigureView
  readonly parts: readonly { readonly unitId: string; readonly unitName: string; readonly figure: FigureView }[]
  /** Units that owe it and have not told it. */
  readonly missing: readonly { readonly unitId: string; readonly unitName: string }[]
  /** Where it is the unit's own word: the version of its return that counts, and who handed it in. */
  readonly told: { readonly version: number; readonly byName: string; readonly on: PlainDate } | null
}

export type ConsolidationAnswers = { 'figure.table': FigureTableView; 'figure.explain': FigureExplainedView }

export const consolidationRefusals = {
  'figure.not-asked': { status: 404, say: 'Đợt báo cáo này không hỏi chỉ tiêu ấy ở đơn vị này.' },
} as const
