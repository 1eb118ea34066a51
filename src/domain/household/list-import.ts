import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { HouseholdRefusal } from './household.ts'
import type { ColumnMapping } from './import-row.ts'
import type { LegacyEncoding } from './legacy-text.ts'

/** Received · being tried · tried · being taken · taken. Tried: read to its end, nothing kept. */
export const listStates = ['received', 'trying', 'tried', 'taking', 'taken'] as const
export type ListState = (typeof listStates)[number]

/** `try`: nothing is kept. `withChanges`: what a list says anew of known households is taken, too. */
export type TakingMode = 'try' | 'addOnly' | 'withChanges'

/** How a person said a list is to be read. */
export type ListReading = {
  readonly headerAt: number
  readonly mapping: ColumnMapping
  readonly encoding: LegacyEncoding | null
  /** The day the list tells of. */
  readonly from: PlainDate
}

/** What became of the rows of a list so far. Every row read is in exactly one of the others. */
export type ListCounts = {
  readonly read: number
  readonly added: number
  /** Known, and taken as the list now says. */
  readonly changed: number
  /** Known, and left as the register says. */
  readonly differs: number
  /** Known as the list says it: nothing is written. */
  readonly known: number
  /** May be one household with another. */
  readonly likely: number
  /** Could not be read or placed. */
  readonly wrong: number
}
export const noRows: ListCounts = { read: 0, added: 0, changed: 0, differs: 0, known: 0, likely: 0, wrong: 0 }

export function addCounts(a: ListCounts, b: ListCounts): ListCounts {
  return {
    read: a.read + b.read,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    differs: a.differs + b.differs,
    known: a.known + b.known,
    likely: a.likely + b.likely,
    wrong: a.wrong + b.wrong,
  }
}

/** Rows a person has to look at. */
export function asideOf({ differs, likely, wrong }: ListCounts): number {
  return differs + likely + wrong
}

type Standing = { readonly state: ListState; readonly isAtWork: boolean }

/** Tried as often as the columns are named anew, until rows are kept. */
export function mayTry({ state, isAtWork }: Standing): Result<undefined, HouseholdRefusal> {
  if (isAtWork) return refuse('household.list-at-work')
  return state === 'taking' || state === 'taken' ? refuse('household.list-taken') : ok()
}

/** Nothing is taken that nobody has seen tried; a load that broke off goes on. */
export function mayTake({ state, isAtWork }: Standing): Result<undefined, HouseholdRefusal> {
  if (isAtWork) return refuse('household.list-at-work')
  if (state === 'taken') return refuse('household.list-taken')
  return state === 'tried' || state === 'taking' ? ok() : refuse('household.list-not-tried')
}
