import { searchKey } from '../kit/text.ts'
import { isRowNumber } from './task-numbers.ts'
import { type TaskCells, type TaskColumn, taskColumns } from './task-table.ts'

/** How offices head the columns of a plan's table, without diacritics. */
const heads: Readonly<Record<TaskColumn, readonly string[]>> = {
  number: ['tt', 'stt', 'so tt', 'so thu tu'],
  name: ['ten nhiem vu', 'nhiem vu', 'ten cong viec', 'cong viec', 'ten viec', 'viec', 'ten'],
  instruction: ['noi dung', 'noi dung nhiem vu', 'noi dung cong viec', 'noi dung thuc hien', 'noi dung cong viec/nhiem vu'],
  theme: ['mang viec', 'linh vuc', 'mang'],
  lead: ['chu tri', 'don vi chu tri', 'co quan chu tri', 'co quan, don vi chu tri', 'don vi thuc hien', 'phong, ban chu tri'],
  supporting: ['phoi hop', 'don vi phoi hop', 'co quan phoi hop', 'co quan, don vi phoi hop', 'phong, ban phoi hop'],
  startsOn: ['bat dau', 'ngay bat dau', 'tu ngay', 'thoi gian bat dau'],
  dueOn: ['han', 'han hoan thanh', 'thoi han', 'thoi han hoan thanh', 'ngay hoan thanh', 'den ngay', 'thoi gian hoan thanh', 'hoan thanh'],
  expectedProduct: ['san pham', 'san pham du kien', 'san pham, ket qua', 'ket qua, san pham', 'ket qua du kien'],
}

/** The columns of a pasted table, left to right; null for one that says nothing of a task. */
export type ColumnMap = { readonly columns: readonly (TaskColumn | null)[]; readonly hasHeads: boolean }

/** By its heads where it has them, else by order: from the column it was put at, numbers of rows before it known as such. */
export function mapColumns(table: readonly (readonly string[])[], startAt: TaskColumn): ColumnMap {
  const columns = (table[0] ?? []).map(columnOfHead)
  const known = columns.filter(column => column !== null)
  if (known.length >= 2 && new Set(known).size === known.length) return { columns, hasHeads: true }
  const width = Math.max(0, ...table.map(row => row.length))
  const isNumbered = width > 1 && table.every(row => (row[0] ?? '').trim() === '' || isRowNumber(row[0] ?? ''))
  const first = isNumbered && startAt === 'name' ? taskColumns.indexOf('number') : taskColumns.indexOf(startAt)
  return { columns: Array.from({ length: width }, (_, i) => taskColumns[first + i] ?? null), hasHeads: false }
}

export const emptyCells = Object.fromEntries(taskColumns.map(column => [column, ''])) as TaskCells

/** The rows of a pasted table by column; what has no column, heads and empty rows are left out. */
export function cellsOf(table: readonly (readonly string[])[], { columns, hasHeads }: ColumnMap): Partial<TaskCells>[] {
  return table
    .slice(hasHeads ? 1 : 0)
    .filter(row => row.some(cell => cell.trim() !== ''))
    .map(row => Object.fromEntries(columns.flatMap((column, i) => (column ? [[column, (row[i] ?? '').trim()]] : []))))
}

function columnOfHead(head: string): TaskColumn | null {
  const key = searchKey(head).replace(/\s*:$/u, '')
  return taskColumns.find(column => heads[column].includes(key)) ?? null
}
