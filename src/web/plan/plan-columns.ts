import { type PlanView, type TaskView, themeWords } from '#contract/plan.ts'
import { dayColumn, numberColumn, textColumn } from '../kit/list-sheet.ts'
import { taskStateWords } from './words.ts'

export const planColumns = [
  numberColumn<PlanView>('Năm', 8, plan => plan.year),
  textColumn<PlanView>('Tên kế hoạch', 60, plan => plan.title),
  textColumn<PlanView>('Theo văn bản', 20, plan => plan.documentCode),
  textColumn<PlanView>('Đơn vị', 32, plan => plan.ownerUnitName),
  numberColumn<PlanView>('Việc đã xong', 12, plan => plan.closed),
  numberColumn<PlanView>('Việc được giao', 12, plan => plan.of),
  numberColumn<PlanView>('Việc quá hạn', 12, plan => plan.overdue),
]

/** A task of the tree with how deep it stands, and how it stands today. */
type PlacedTask = { readonly task: TaskView; readonly depth: number; readonly number: string }

/** Their heads and words are those a pasted table is read by: what left as a file can come back. */
export const taskColumns = [
  textColumn<PlacedTask>('TT', 8, ({ number }) => number),
  textColumn<PlacedTask>('Nhiệm vụ', 48, ({ task, depth }) => `${'    '.repeat(depth)}${task.name}`),
  textColumn<PlacedTask>('Nội dung', 60, ({ task }) => task.instruction),
  textColumn<PlacedTask>('Mảng việc', 24, ({ task }) => themeWords[task.theme]),
  textColumn<PlacedTask>('Chủ trì', 32, ({ task }) => task.leadUnitName),
  textColumn<PlacedTask>('Phối hợp', 32, ({ task }) =>
    task.assignments
      .filter(assignment => assignment.part === 'support')
      .map(assignment => assignment.unitName)
      .join('; '),
  ),
  dayColumn<PlacedTask>('Từ ngày', ({ task }) => task.startsOn),
  dayColumn<PlacedTask>('Hạn', ({ task }) => task.dueOn),
  textColumn<PlacedTask>('Sản phẩm', 32, ({ task }) => task.expectedProduct),
  textColumn<PlacedTask>('Tình trạng', 18, ({ task }) => taskStateWords[task.standing.state]),
  numberColumn<PlacedTask>('Đơn vị đã xong', 12, ({ task }) => task.standing.closed),
  numberColumn<PlacedTask>('Đơn vị được giao', 12, ({ task }) => task.standing.of),
  numberColumn<PlacedTask>('Số ngày quá hạn', 12, ({ task }) => (task.standing.isOverdue ? task.standing.daysLate : null)),
]
