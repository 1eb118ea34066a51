import { roleWords } from '#contract/account.ts'
import type { CommandName } from '#contract/index.ts'
import { dayInVietnam, formatDay } from '#domain/calendar/plain-date.ts'
import type { Remark } from '#domain/document/remark.ts'
import { formatCount, formatNumber } from '#domain/kit/text.ts'
import { reportRights } from '#domain/report/access.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { type ReportEvent, type ReportState, stateOf } from '#domain/report/life.ts'
import type { FigureValue, OriginKind } from '#domain/report/report.ts'
import { sayInstant } from '../clock.ts'
import type { Tone } from '../kit/Chip.tsx'

type StepCommand = Extract<
  CommandName,
  'report.checkContent' | 'report.checkForm' | 'report.submit' | 'report.signOff' | 'report.number' | 'report.issue'
>
/** The next place of a report: the command that leads there, its verb, and what the person should know before. */
export type NextStep = {
  readonly command: StepCommand
  readonly verb: string
  readonly asks: 'nothing' | 'confirmation' | 'day'
  readonly follows: string
}

export const nextSteps: Record<ReportState, NextStep | null> = {
  draft: { command: 'report.checkContent', verb: 'Kiểm nội dung', asks: 'nothing', follows: '' },
  contentChecked: { command: 'report.checkForm', verb: 'Kiểm thể thức', asks: 'nothing', follows: '' },
  formChecked: {
    command: 'report.submit',
    verb: 'Trình ký',
    asks: 'confirmation',
    follows: 'Sau khi trình, nội dung được niêm: muốn sửa phải trả lại, và bản sửa là một phiên bản mới.',
  },
  submitted: {
    command: 'report.signOff',
    verb: 'Ký duyệt',
    asks: 'confirmation',
    follows: 'Bạn ký đúng nội dung đang thấy ở thẻ “Bản in”. Sau đó văn thư cấp số.',
  },
  signedOff: {
    command: 'report.number',
    verb: 'Cấp số',
    asks: 'day',
    follows: 'Số kế tiếp trong sổ của năm được cấp ngay và không dùng lại.',
  },
  numbered: {
    command: 'report.issue',
    verb: 'Ban hành',
    asks: 'confirmation',
    follows: 'Văn bản đã ban hành không sửa được nữa; tệp được lưu cùng dấu vân của nó.',
  },
  issued: null,
}

/** `Văn thư` or `Chuyên viên, Trưởng đơn vị`: whose turn a step is. */
export function whoseTurn(step: NextStep): string {
  return reportRights[step.command].roles.map(role => roleWords[role]).join(', ')
}

export const stateTones: Record<ReportState, Tone> = {
  draft: 'plain',
  contentChecked: 'cham',
  formChecked: 'cham',
  submitted: 'cham',
  signedOff: 'cham',
  numbered: 'cham',
  issued: 'done',
}

export const levelWords: Record<Remark['level'], string> = { L: 'Trái quy định', C: 'Cần xem', G: 'Gợi ý' }

export const originWords: Record<OriginKind, string> = {
  form: 'Mẫu báo cáo',
  duty: 'Chế độ báo cáo',
  document: 'Văn bản',
  unitVersion: 'Đơn vị',
  headcount: 'Số người',
  task: 'Nhiệm vụ',
  progress: 'Tiến độ',
  target: 'Chỉ tiêu',
  activity: 'Hoạt động',
  registration: 'Đăng ký',
  sum: 'Số cộng từ báo cáo các đơn vị',
  return: 'Đoạn trong báo cáo đơn vị',
}

/** A figure with its base: `566/624 hộ (90,7%)`. Null when it is missing. */
export function sayFigure(value: FigureValue): string | null {
  switch (value.type) {
    case 'counted':
      return `${formatCount(value.count)} ${value.unit}`
    case 'estimated':
      return `${value.qualifier} ${formatNumber(value.count)} ${value.unit} (ước)`
    case 'quoted':
      return value.written
    case 'goal':
      return `mục tiêu ${formatNumber(value.percent, 1)}% ${value.baseName}`
    case 'ratio':
      return ratioText(value)
    case 'missing':
      return null
  }
}

/** When something happened: by the clock when the working day is today's, else the working day alone. */
export function sayWhen(event: Pick<ReportEvent, 'at' | 'on'>): string {
  return dayInVietnam(event.at) === event.on ? sayInstant(event.at) : formatDay(event.on)
}

/** The event by which the present text reached each state; states it has not reached are absent. */
export function reachedBy(events: readonly ReportEvent[]): Partial<Record<ReportState, ReportEvent>> {
  let reached: Partial<Record<ReportState, ReportEvent>> = {}
  for (const event of events) {
    const state = stateOf([event])
    reached = state === 'draft' ? { draft: event } : { ...reached, [state]: event }
  }
  return reached
}
