import { parseDay } from '../calendar/parse-day.ts'
import { formatDay, isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { cleanText, searchKey } from '../kit/text.ts'
import type { Task, TaskTheme } from './plan.ts'
import { wholesOf } from './task-numbers.ts'
import { meansAllUnits, type NamedUnit, readUnit, readUnits } from './unit-names.ts'

/** The columns of a table of tasks, as they are written out and in the order they are taken when a table has no heads. */
export const taskColumns = ['number', 'name', 'instruction', 'theme', 'lead', 'supporting', 'startsOn', 'dueOn', 'expectedProduct'] as const
export type TaskColumn = (typeof taskColumns)[number]

/** One row as it was typed or pasted. */
export type TaskCells = Readonly<Record<TaskColumn, string>>
export type TaskRow = { readonly id: string; readonly cells: TaskCells }

/** What is wrong in a cell, with what may have been meant. */
export type CellFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'notADay'; readonly text: string; readonly meant: PlainDate | null }
  | { readonly kind: 'unknownTheme'; readonly text: string; readonly nearest: readonly string[] }
  | { readonly kind: 'unknownUnit'; readonly text: string; readonly nearest: readonly NamedUnit[] }
  | { readonly kind: 'ambiguousUnit'; readonly text: string; readonly candidates: readonly NamedUnit[] }
  | { readonly kind: 'noWhole'; readonly text: string }
  | { readonly kind: 'notANumber'; readonly text: string }

/** What a row says: a task when every cell could be read, and what is wrong by cell. */
export type ReadRow = {
  readonly id: string
  readonly task: Task | null
  readonly faults: Readonly<Partial<Record<TaskColumn, CellFault>>>
}

/** What the words of a table are read against. */
export type TableFacts = {
  readonly planId: string
  readonly year: number
  readonly units: readonly NamedUnit[]
  /** Who is meant by "tất cả phòng, ban, đơn vị trực thuộc". */
  readonly allUnitIds: readonly string[]
  readonly themeWords: Readonly<Record<TaskTheme, string>>
  /** The task of the plan that all of them are part of. */
  readonly parentTaskId: string | null
  /** The place of the last task there is. */
  readonly lastPosition: number
}

type Cell<Value> = { readonly value: Value } | { readonly fault: CellFault }

/** Reads the rows of a table; a row without a word in it is left out by the caller. */
export function readTaskRows(rows: readonly TaskRow[], facts: TableFacts): ReadRow[] {
  const wholes = wholesOf(rows.map(row => row.cells.number))
  return rows.map(({ id, cells }, i) => {
    const whole = wholes[i] ?? 'top'
    const read = {
      number: readWhole(whole, cells.number),
      name: readText(cells.name || cells.instruction, 300),
      instruction: readText(cells.instruction || cells.name, 5000),
      theme: readTheme(cells.theme, facts.themeWords),
      lead: readLead(cells.lead, facts.units),
      supporting: readSupporting(cells.supporting, facts),
      startsOn: readDay(cells.startsOn, facts.year, 'first'),
      dueOn: readDay(cells.dueOn, facts.year, 'last'),
      expectedProduct: readText(cells.expectedProduct || ' ', 300, true),
    } satisfies { readonly [Column in TaskColumn]: Cell<unknown> }
    const faults = Object.fromEntries(Object.entries(read).flatMap(([column, cell]) => ('fault' in cell ? [[column, cell.fault]] : [])))
    const { name, instruction, theme, lead, supporting, startsOn, dueOn, expectedProduct } = read
    const isWhole =
      'value' in name &&
      'value' in instruction &&
      'value' in theme &&
      'value' in lead &&
      'value' in supporting &&
      'value' in startsOn &&
      'value' in dueOn &&
      'value' in expectedProduct &&
      'value' in read.number
    if (!isWhole) return { id, task: null, faults }
    const parent = typeof whole === 'number' ? rows[whole] : undefined
    const task: Task = {
      id,
      planId: facts.planId,
      parentTaskId: parent?.id ?? facts.parentTaskId,
      position: facts.lastPosition + i + 1,
      name: name.value,
      instruction: instruction.value,
      theme: theme.value,
      leadUnitId: lead.value,
      // "All of them" leaves the lead out; a lead named twice by hand is for the rule to refuse.
      supportingUnitIds: meansAllUnits(cells.supporting) ? supporting.value.filter(unitId => unitId !== lead.value) : supporting.value,
      startsOn: startsOn.value,
      dueOn: dueOn.value,
      expectedProduct: expectedProduct.value,
      targetId: null,
      revision: 0,
    }
    return { id, task, faults }
  })
}

function readWhole(whole: number | 'top' | 'none' | 'notANumber', text: string): Cell<undefined> {
  if (whole === 'none') return { fault: { kind: 'noWhole', text } }
  return whole === 'notANumber' ? { fault: { kind: 'notANumber', text } } : { value: undefined }
}

function readText(text: string, max: number, mayBeEmpty = false): Cell<string> {
  const clean = cleanText(text)
  if (clean === '' && !mayBeEmpty) return { fault: { kind: 'missing' } }
  return clean.length > max ? { fault: { kind: 'tooLong', max } } : { value: clean }
}

function readTheme(text: string, words: Readonly<Record<TaskTheme, string>>): Cell<TaskTheme> {
  const key = searchKey(text)
  if (key === '') return { fault: { kind: 'missing' } }
  const themes = Object.entries(words) as [TaskTheme, string][]
  const found = themes.find(([, word]) => searchKey(word) === key)
  if (found) return { value: found[0] }
  const nearest = themes.filter(([, word]) => key.split(' ').some(part => searchKey(word).split(/[ ,]+/u).includes(part)))
  return { fault: { kind: 'unknownTheme', text: text.trim(), nearest: nearest.slice(0, 3).map(([, word]) => word) } }
}

function readLead(text: string, units: readonly NamedUnit[]): Cell<string> {
  if (text.trim() === '') return { fault: { kind: 'missing' } }
  const reading = readUnit(text, units)
  return reading.kind === 'unit' ? { value: reading.unit.unitId } : { fault: faultOf(reading) }
}

function readSupporting(text: string, { units, allUnitIds }: TableFacts): Cell<readonly string[]> {
  if (meansAllUnits(text)) return { value: allUnitIds }
  const readings = readUnits(text, units)
  for (const reading of readings) if (reading.kind !== 'unit') return { fault: faultOf(reading) }
  return { value: [...new Set(readings.flatMap(reading => (reading.kind === 'unit' ? [reading.unit.unitId] : [])))] }
}

function faultOf(reading: Exclude<ReturnType<typeof readUnit>, { readonly kind: 'unit' }>): CellFault {
  return reading.kind === 'ambiguous'
    ? { kind: 'ambiguousUnit', text: reading.text, candidates: reading.candidates }
    : { kind: 'unknownUnit', text: reading.text, nearest: reading.nearest }
}

function readDay(text: string, year: number, edge: 'first' | 'last'): Cell<PlainDate> {
  if (text.trim() === '') return { fault: { kind: 'missing' } }
  const day = parseDay(text)
  return day ? { value: day } : { fault: { kind: 'notADay', text: text.trim(), meant: meantDay(searchKey(text), year, edge) } }
}

/** A day left open in a table: `30/6`, `tháng 6`, `quý II`, `cả năm` in the plan's year. Offered, never taken by itself. */
function meantDay(key: string, year: number, edge: 'first' | 'last'): PlainDate | null {
  const [, named] = /\/(\d{4})$|nam (\d{4})$/u.exec(key) ?? []
  const inYear = Number(named ?? year)
  const dayAndMonth = /(\d{1,2})[/.-](\d{1,2})(?![/.\-\d])/u.exec(key)
  if (dayAndMonth) return dayOr(inYear, Number(dayAndMonth[2]), Number(dayAndMonth[1]))
  const month = Number(/thang (\d{1,2})/u.exec(key)?.[1] ?? 0)
  const quarter =
    ['i', 'ii', 'iii', 'iv'].indexOf(/quy (iv|i{1,3})(?![a-z])/u.exec(key)?.[1] ?? '') + 1 || Number(/quy (\d)/u.exec(key)?.[1] ?? 0)
  const months = month ? [month, month] : quarter ? [quarter * 3 - 2, quarter * 3] : /nam|thuong xuyen/u.test(key) ? [1, 12] : null
  if (!months) return null
  const [first = 0, last = 0] = months
  return edge === 'first' ? dayOr(inYear, first, 1) : ([31, 30, 29, 28].map(date => dayOr(inYear, last, date)).find(Boolean) ?? null)
}

function dayOr(year: number, month: number, date: number): PlainDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

/** A task as a row of such a table; pasted back it is the same task again. */
export function writeTaskRow(
  task: Task,
  { number, nameOf, themeWords }: { readonly number: string; readonly nameOf: (unitId: string) => string } & Pick<TableFacts, 'themeWords'>,
): TaskCells {
  return {
    number,
    name: task.name,
    instruction: task.instruction,
    theme: themeWords[task.theme],
    lead: nameOf(task.leadUnitId),
    supporting: task.supportingUnitIds.map(nameOf).join('; '),
    startsOn: formatDay(task.startsOn),
    dueOn: formatDay(task.dueOn),
    expectedProduct: task.expectedProduct,
  }
}
