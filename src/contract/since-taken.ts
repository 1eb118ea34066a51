import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ReturnChange } from '#domain/consolidation/changes.ts'
import type { TakenWay } from '#domain/consolidation/differences.ts'
import type { NamedUnit } from './figure-evidence.ts'

/** What came out another way below a unit after it had taken it. */
export type SinceTakenView = {
  /** The number of what is shown: looked at is what stood in it. */
  readonly version: number
  readonly rows: readonly PartSinceTaken[]
  /** What was looked at before, the last first. */
  readonly acknowledged: readonly (NamedUnit & { readonly byName: string; readonly on: PlainDate; readonly version: number })[]
}

/** One that hands in to the unit, whose figures say something else than when they were taken. */
export type PartSinceTaken = NamedUnit & {
  readonly taken: { readonly way: TakenWay; readonly on: PlainDate; readonly byName: string; readonly version: number }
  readonly figures: readonly NumberChange[]
  /** Because of whose returns. */
  readonly returns: readonly ReturnSinceTaken[]
}

type NumberChange = {
  readonly code: string
  readonly name: string
  readonly countUnit: string
  /** Null: missing. */
  readonly before: string | null
  readonly after: string | null
}

export type ReturnSinceTaken = NamedUnit & {
  readonly kind: ReturnChange['kind']
  /** Who handed it in, or sent it back, on which day, and why. */
  readonly byName: string
  readonly on: PlainDate | null
  readonly reason: string
  readonly cells: readonly NumberChange[]
}

/** On the desk of whoever accepts. */
export type SinceTakenLine = {
  readonly requestId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly count: number
}
