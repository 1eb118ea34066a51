import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Evidence } from '#domain/evidence/evidence.ts'
import type { Goal } from '#domain/plan/goal.ts'
import {
  type Assignment,
  type GoalShare,
  type Plan,
  type PlanRefusal,
  type Progress,
  type Target,
  type Task,
  type TaskStanding,
  type TaskTheme,
  taskThemes,
} from '#domain/plan/plan.ts'
import type { PlanForYear } from '#domain/plan/plan-for-year.ts'
import type { NamedUnit } from '#domain/plan/unit-names.ts'
import { day, id, line, many, oneOf, optionalLine, prose, requiredProse, revision, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const task = {
  id: id('Nhiệm vụ'),
  planId: id('Kế hoạch'),
  parentTaskId: id('Nhiệm vụ cha').nullable(),
  position: wholeNumber('Thứ tự', { max: 10_000 }),
  name: line('Tên nhiệm vụ'),
  instruction: requiredProse('Nội dung nhiệm vụ', 5000),
  theme: oneOf('Mảng việc', taskThemes),
  leadUnitId: id('Đơn vị chủ trì'),
  supportingUnitIds: many('Đơn vị phối hợp', id('Đơn vị phối hợp'), 100),
  startsOn: day('Ngày bắt đầu'),
  dueOn: day('Hạn hoàn thành'),
  expectedProduct: optionalLine('Sản phẩm'),
  targetId: id('Chỉ tiêu').nullable(),
}

const share = z.strictObject({ code: line('Tỷ lệ', 60), baseCode: line('Mẫu số', 60) }).nullable()

const target = {
  id: id('Chỉ tiêu'),
  planId: id('Kế hoạch'),
  statement: line('Nội dung chỉ tiêu', 500),
  operator: oneOf('So sánh', ['>=', '<=', '=']),
  goalPercent: z
    .number({ error: 'Mức đặt ra: chưa nhập số' })
    .min(0, 'Mức đặt ra: không được nhỏ hơn 0')
    .max(100, 'Mức đặt ra: không được quá 100 %'),
  baseName: line('Mẫu số là gì', 200),
  /** None where it is left out. */
  share: share.default(null),
}

const heading = {
  year: wholeNumber('Năm', { min: 1990, max: 2100 }),
  title: line('Tên kế hoạch', 500),
  documentId: id('Văn bản ban hành').nullable(),
}

const { planId: _planOfTask, ...taskOfPlan } = task
const { planId: _planOfTarget, ...targetOfPlan } = target

/** As many tasks as one plan has: a table pasted whole. */
const manyTasks = 500

export const planBodies = {
  'plan.add': z.strictObject({ id: id('Kế hoạch'), ownerUnitId: id('Đơn vị'), ...heading }),
  'plan.copy': z.strictObject({
    id: id('Kế hoạch'),
    fromPlanId: id('Kế hoạch gốc'),
    ...heading,
    targets: many('Chỉ tiêu', z.strictObject(targetOfPlan), 100),
    tasks: many('Nhiệm vụ', z.strictObject(taskOfPlan), manyTasks),
  }),
  'plan.addTarget': z.strictObject(target),
  /** A target is held against a share from now on, or no longer. */
  'plan.holdAgainst': z.strictObject({ targetId: id('Chỉ tiêu'), revision: revision(), share }),
  'plan.recordOutcome': z.strictObject({
    targetId: id('Chỉ tiêu'),
    revision: revision(),
    outcome: z.strictObject({
      numerator: wholeNumber('Số đạt'),
      denominator: wholeNumber('Mẫu số', { min: 1 }),
      on: day('Ngày của số liệu'),
      basis: line('Căn cứ', 300),
    }),
  }),
  'plan.addTask': z.strictObject(task),
  'plan.addTasks': z.strictObject({
    planId: id('Kế hoạch'),
    tasks: many('Nhiệm vụ', z.strictObject(taskOfPlan), manyTasks).min(1, 'Nhiệm vụ: chưa nhập dòng nào'),
  }),
  'plan.amendTask': z.strictObject({ ...task, revision: revision() }),
  'plan.reportProgress': z.strictObject({
    id: id('Báo cáo tiến độ'),
    assignmentId: id('Việc được giao'),
    reportedOn: day('Ngày'),
    state: oneOf('Tình trạng', ['underway', 'done', 'blocked']),
    percent: wholeNumber('Phần trăm', { max: 100 }).nullable(),
    narrative: requiredProse('Kết quả', 10_000),
    difficulty: prose('Khó khăn, vướng mắc', 5000),
    proposal: prose('Kiến nghị, đề xuất', 5000),
    documentIds: many('Văn bản', id('Văn bản'), 50),
  }),
}

export const planParams = {
  'plan.list': z.strictObject({ unitId: id('Đơn vị'), year: z.coerce.number().int().min(1990).max(2100).optional() }),
  'plan.one': z.strictObject({ id: id('Kế hoạch') }),
  /** The units work can be given to, as they are on a day: without one, on the day the plan is looked at. */
  'plan.units': z.strictObject({ id: id('Kế hoạch'), on: day('Ngày').optional() }),
  'plan.forYear': z.strictObject({ id: id('Kế hoạch'), year: z.coerce.number().int().min(1990).max(2100) }),
}

export type ProgressView = Progress & { readonly evidence: readonly Evidence[] }
export type AssignmentView = Assignment & { readonly unitName: string; readonly progress: readonly ProgressView[] }
export type TaskView = Task & {
  readonly leadUnitName: string
  readonly standing: TaskStanding
  readonly assignments: readonly AssignmentView[]
}
export type PlanView = Plan & {
  readonly ownerUnitName: string
  readonly documentCode: string | null
  readonly closed: number
  readonly of: number
  readonly overdue: number
}
export type PlanDetail = {
  readonly plan: PlanView
  readonly targets: readonly Target[]
  readonly tasks: readonly TaskView[]
  /** The shares a target of it can be held against. */
  readonly shares: readonly NamedShare[]
}
export type NamedShare = GoalShare & { readonly name: string; readonly baseName: string }

/** A goal in force, and whose it is. */
export type GoalView = Omit<Goal, 'id' | 'ownerUnitId'> & { readonly ownerName: string }

/** A unit work can be given to; direct ones are "phòng, ban, đơn vị trực thuộc" of the plan's own unit. */
export type AssignableUnit = NamedUnit & { readonly isDirect: boolean }

/** The plan as it would read in another year, and the units that are not there then. */
export type PlanForYearView = PlanForYear & {
  readonly from: PlanView
  readonly goneUnits: readonly { readonly unitId: string; readonly name: string; readonly on: PlainDate }[]
}

export type PlanAnswers = {
  'plan.list': readonly PlanView[]
  'plan.one': PlanDetail
  'plan.units': readonly AssignableUnit[]
  'plan.forYear': PlanForYearView
  'plan.add': Plan
  'plan.copy': Plan
  'plan.addTarget': Target
  'plan.holdAgainst': Target
  'plan.recordOutcome': Target
  'plan.addTask': Task
  'plan.addTasks': readonly Task[]
  'plan.amendTask': Task
  'plan.reportProgress': Progress
}

export const themeWords: Record<TaskTheme, string> = {
  direction: 'Chỉ đạo, triển khai',
  advice: 'Phối hợp tham mưu',
  dissemination: 'Tuyên truyền, lãnh đạo thực hiện',
  supervision: 'Giám sát bình xét, công nhận',
  registration: 'Đăng ký danh hiệu',
  sport: 'Rèn luyện thân thể, thể thao',
  festival: 'Liên hoan, hội diễn',
  communeAid: 'Giúp đỡ xã được phân công',
  reporting: 'Tổng hợp, báo cáo',
  leadership: 'Lãnh đạo, khen thưởng',
  support: 'Hỗ trợ, nhân rộng điển hình',
}

export const planRefusals: Record<PlanRefusal, RefusalText> = {
  'plan.unknown': { status: 404, say: 'Không có kế hoạch này.' },
  'plan.unknown-task': { status: 404, say: 'Không có nhiệm vụ này trong kế hoạch.' },
  'plan.unknown-assignment': { status: 404, say: 'Không có việc được giao này.' },
  'plan.unknown-target': { status: 404, say: 'Không có chỉ tiêu này.' },
  'plan.unknown-share': { status: 422, say: 'Bộ chỉ tiêu của đơn vị không có tỷ lệ này.' },
  'plan.share-has-goal': { status: 409, say: d => `Năm ấy đơn vị đã đặt chỉ tiêu cho tỷ lệ này: “${d.statement}”.` },
  'plan.already-planned': { status: 409, say: d => `Đơn vị đã có kế hoạch “${d.title}” năm ${d.year} theo văn bản này.` },
  'plan.due-before-start': { status: 422, say: d => `Hạn hoàn thành (${dayWords(d.dueOn)}) trước ngày bắt đầu (${dayWords(d.startsOn)}).` },
  'plan.outside-year': { status: 422, say: d => `Hạn hoàn thành nằm ngoài năm ${d.year} của kế hoạch.` },
  'plan.task-twice': { status: 422, say: 'Nhiệm vụ này đã có ở một dòng trên.' },
  'plan.same-year': { status: 422, say: d => `Kế hoạch gốc cũng là của năm ${d.year}: chọn năm khác.` },
  'plan.part-of-itself': { status: 422, say: 'Nhiệm vụ không thể là phần của chính nó.' },
  'plan.task-has-parts': { status: 422, say: 'Nhiệm vụ này có việc con: báo cáo ở từng việc con.' },
  'plan.parent-has-answers': {
    status: 422,
    say: 'Nhiệm vụ này đã có đơn vị trả lời nên không chia nhỏ được nữa: câu trả lời sẽ không còn chỗ. Lập nhiệm vụ mới bên cạnh.',
  },
  'plan.lead-supports-itself': { status: 422, say: 'Đơn vị chủ trì không đồng thời là đơn vị phối hợp.' },
  'plan.unit-has-answered': {
    status: 409,
    say: d => `${d.name ?? 'Đơn vị'} đã báo cáo nhiệm vụ này nên không bỏ ra được; có thể chuyển thành phối hợp.`,
  },
  'plan.reported-in-future': { status: 422, say: 'Ngày báo cáo chưa tới.' },
  'plan.reported-before-assigned': { status: 422, say: d => `Ngày báo cáo trước ngày giao việc (${dayWords(d.assignedOn)}).` },
  'plan.done-is-not-all': { status: 422, say: d => `Ghi “hoàn thành” nhưng mới ${d.percent} %: sửa một trong hai.` },
  'plan.numerator-above-denominator': { status: 422, say: d => `Số đạt (${d.numerator}) lớn hơn mẫu số (${d.denominator}).` },
  'plan.stale': {
    status: 409,
    say: 'Đồng nghiệp vừa lưu mục này trước. Nội dung bạn nhập còn nguyên: mở bản mới để đối chiếu rồi lưu lại.',
  },
}
