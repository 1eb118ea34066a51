import { formatDay } from '#domain/calendar/plain-date.ts'
import type { CellFault, TaskColumn } from '#domain/plan/task-table.ts'

export const columnWords: Record<TaskColumn, string> = {
  number: 'TT',
  name: 'Nhiệm vụ',
  instruction: 'Nội dung',
  theme: 'Mảng việc',
  lead: 'Chủ trì',
  supporting: 'Phối hợp',
  startsOn: 'Từ ngày',
  dueOn: 'Hạn',
  expectedProduct: 'Sản phẩm',
}

/** What is wrong in a cell, as a colleague would say it. */
export function sayFault(column: TaskColumn, fault: CellFault): string {
  switch (fault.kind) {
    case 'missing':
      return column === 'name' ? 'chưa ghi việc gì' : `chưa ghi ${columnWords[column].toLocaleLowerCase('vi')}`
    case 'tooLong':
      return `dài quá ${fault.max} ký tự`
    case 'notADay':
      return `“${fault.text}” không phải ngày; ghi như 30/6/2022${fault.meant ? ', hay là:' : ''}`
    case 'unknownTheme':
      return `không có mảng việc “${fault.text}”${fault.nearest.length > 0 ? ', gần nhất:' : ''}`
    case 'unknownUnit':
      return `không có đơn vị “${fault.text}”${fault.nearest.length > 0 ? ', gần nhất:' : ''}`
    case 'ambiguousUnit':
      return `“${fault.text}” là đơn vị nào:`
    case 'noWhole':
      return `không có dòng ${fault.text.slice(0, fault.text.lastIndexOf('.'))} ở trên để ${fault.text} thuộc vào`
    case 'notANumber':
      return `“${fault.text}” không phải số thứ tự; ghi như 1, 1.1`
  }
}

/** What the cell would say with one of the things that may have been meant. */
export function proposals(cell: string, fault: CellFault): { readonly label: string; readonly cell: string }[] {
  switch (fault.kind) {
    case 'notADay':
      return fault.meant ? [{ label: formatDay(fault.meant), cell: formatDay(fault.meant) }] : []
    case 'unknownTheme':
      return fault.nearest.map(word => ({ label: word, cell: word }))
    case 'unknownUnit':
      return fault.nearest.map(({ name }) => ({ label: name, cell: cell.replace(fault.text, name) }))
    case 'ambiguousUnit':
      return fault.candidates.map(({ name }) => ({ label: name, cell: cell.replace(fault.text, name) }))
    case 'missing':
    case 'tooLong':
    case 'noWhole':
    case 'notANumber':
      return []
  }
}
