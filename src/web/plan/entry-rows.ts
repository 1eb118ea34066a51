import { refusalAnswer } from '#contract/index.ts'
import { addTask, type Plan, type Task } from '#domain/plan/plan.ts'
import { type ColumnMap, cellsOf, emptyCells } from '#domain/plan/table-heads.ts'
import { type ReadRow, type TaskCells, type TaskColumn, type TaskRow, taskColumns } from '#domain/plan/task-table.ts'

/** A row of the grid; a fresh one has only what it took over from the row above. */
export type EntryRow = TaskRow & { readonly isFresh: boolean }

/** What a next row takes over: who and when seldom change from one task to the next. */
const takenOver: readonly TaskColumn[] = ['theme', 'lead', 'startsOn', 'dueOn']

export function freshRow(above?: EntryRow): EntryRow {
  const taken = takenOver.map(column => [column, above?.cells[column] ?? ''] as const)
  return { id: crypto.randomUUID(), cells: { ...emptyCells, ...Object.fromEntries(taken) }, isFresh: true }
}

export function withCell(rows: readonly EntryRow[], { row, column }: Place, text: string): EntryRow[] {
  return rows.map((entry, i) => (i === row ? { ...entry, cells: { ...entry.cells, [column]: text }, isFresh: false } : entry))
}

/** A cell of the grid. */
export type Place = { readonly row: number; readonly column: TaskColumn }

/** A pasted table laid over the rows from a place on; what it has no column for stays. */
export function withTable(
  rows: readonly EntryRow[],
  at: number,
  table: { readonly cells: readonly (readonly string[])[]; readonly map: ColumnMap },
): EntryRow[] {
  const pasted = cellsOf(table.cells, table.map)
  const laid = pasted.map((cells, i): EntryRow => {
    const under = rows[at + i]
    const base = under && !under.isFresh ? under : { id: under?.id ?? crypto.randomUUID(), cells: emptyCells }
    return { id: base.id, cells: { ...base.cells, ...cells }, isFresh: false }
  })
  return [...rows.slice(0, at), ...laid, ...rows.slice(at + pasted.length)]
}

/** The rows that say something. */
export function writtenRows(rows: readonly EntryRow[]): EntryRow[] {
  return rows.filter(({ cells, isFresh }) => !isFresh && taskColumns.some(column => cells[column].trim() !== ''))
}

/** What the rule says of each row that could be read, in a sentence; the same rule as the server's. */
export function rowRefusals(read: readonly ReadRow[], plan: Plan, existing: readonly Task[]): Map<string, string> {
  const said = new Map<string, string>()
  const before: Task[] = [...existing]
  const unread = new Set(read.filter(row => !row.task).map(row => row.id))
  for (const { id, task } of read) {
    if (!task) continue
    const decision = task.parentTaskId !== null && unread.has(task.parentTaskId) ? null : addTask(task, plan, before)
    if (decision && !decision.ok) said.set(id, refusalAnswer(decision.code, decision.details).message)
    before.push(task)
  }
  return said
}

/** The cell above, for "as above". */
export function cellAbove(rows: readonly EntryRow[], { row, column }: Place): string {
  return (rows[row - 1]?.cells ?? ({} as Partial<TaskCells>))[column] ?? ''
}
