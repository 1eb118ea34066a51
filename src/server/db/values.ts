import type { ColumnType, InsertType, SelectType, UpdateType } from 'kysely'
import { type CustomTypesConfig, types } from 'pg'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'

/** A `jsonb` column: read as a parsed value the store must recognise, written as text made by `toJson`. */
export type Json = ColumnType<unknown, string, string>

/** A `daterange` column: read as a range of days, written as text made by `toDateRange`. */
export type Days = ColumnType<DateRange, string, string>

/** A `date` column; it never passes through `Date`. */
export type Day = PlainDate

/** An array column. */
export type List<Item> = ColumnType<Item[], readonly Item[], readonly Item[]>

/** A column that may be empty. */
export type Nullable<Column> = ColumnType<SelectType<Column> | null, InsertType<Column> | null | undefined, UpdateType<Column> | null>

/** A column the database fills when an insert leaves it out. */
export type Defaulted<Column> = ColumnType<SelectType<Column>, InsertType<Column> | undefined, UpdateType<Column>>

/** Text for a `jsonb` column. The driver alone would turn a list into a PostgreSQL array. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

/** Text for a `daterange` column: half-open, an open end left empty. */
export function toDateRange(range: DateRange): string {
  return `[${range.from ?? ''},${range.until ?? ''})`
}

const { builtins } = types
const daterange = 3912

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: text => text,
  [builtins.TIMESTAMPTZ]: toInstant,
  [builtins.TIMESTAMP]: text => text,
  [builtins.INT8]: toSafeInteger,
  [builtins.NUMERIC]: Number,
  [daterange]: toRange,
}

/** How values come back, the same for both engines: days and instants as text, numbers as numbers. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers[oid] ?? types.getTypeParser(oid, format),
}

/** Sessions speak UTC, so that an instant reads the same on every machine. Compiling a statement takes longer than what we ask. */
export const sessionSettings = "set time zone 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set jit to off"

/** `2026-11-22 03:00:00.12+00` → `2026-11-22T03:00:00.120Z`, the form `Date.toISOString` writes. */
function toInstant(text: string): string {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/u.exec(text) ?? []
  return day ? `${day}T${time}.${fraction.padEnd(3, '0')}Z` : text
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer beyond what a number can hold: ${text}`)
  return value
}

function toRange(text: string): DateRange {
  const [, from, until] = /^\[(\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?\)$/u.exec(text.replace(/^\(,/u, '[,')) ?? []
  return { from: from ? plainDate(from) : null, until: until ? plainDate(until) : null }
}
