import { z } from 'zod'
import { qualifiers } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ToldElsewhere } from '#domain/indicator/checks/elsewhere.ts'
import type { FigureFormPart } from '#domain/indicator/figure-form.ts'
import type { Flag, FlagRule } from '#domain/indicator/flag.ts'
import type { Indicator, Ratio } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { ChangedCell, ReturnContent } from '#domain/request/content.ts'
import type { Level, ReportRequest } from '#domain/request/request.ts'
import type { ReturnEvent, ReturnRefusal, ReturnState } from '#domain/request/return.ts'
import { id, line, many, oneOf, optionalLine, prose, requiredProse, revision, wholeNumber } from './fields.ts'
import type { GoalView } from './plan.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

const code = line('Chỉ tiêu', 60)
const count = wholeNumber('Số liệu', { max: 1_000_000_000_000 })
const value = z.discriminatedUnion('quality', [
  z.strictObject({ quality: z.literal('counted'), count }),
  z.strictObject({ quality: z.literal('estimated'), count, qualifier: oneOf('Cách ước lượng', qualifiers) }),
])

const content = z.strictObject({
  values: z.record(code, value),
  printed: many(
    'Tỷ lệ đã in',
    z.strictObject({
      ratioCode: code,
      percent: line('Tỷ lệ', 12).refine(text => /^\d{1,4}(?:,\d{1,4})?$/u.test(text), 'Tỷ lệ: ghi như 79,9'),
      baseCode: code.nullable(),
    }),
    200,
  ),
  parts: z.record(line('Phần', 60), prose('Nội dung', 20_000)),
})

const owed = { requestId: id('Đợt báo cáo'), unitId: id('Đơn vị') }

/** Beside the file itself, which travels as a form: whose return it is for and whose program made it. */
export const readSheetQuery = z.strictObject({ ...owed, sender: optionalLine('Nơi gửi', 100) })

const place = line('Chỗ', 200)

export const returnBodies = {
  'return.save': z.strictObject({ ...owed, content, revision: revision() }),
  /** Cells as people type or paste them; an empty one is left open. All are taken, or none. */
  'return.typeIn': z.strictObject({ ...owed, cells: z.record(code, optionalLine('Ô số liệu', 60)), revision: revision() }),
  /** What was read from a spreadsheet, by place; all is taken, or none. `choices` are remembered of the sender. */
  'return.takeSheet': z.strictObject({
    ...owed,
    words: z.record(place, prose('Nội dung', 20_000)),
    sender: optionalLine('Nơi gửi', 100),
    choices: many('Dòng của tệp', z.strictObject({ label: line('Tên dòng', 300), key: place.nullable() }), 1000),
    fileName: optionalLine('Tên tệp', 200),
    revision: revision(),
  }),
  'return.keepFlag': z.strictObject({ ...owed, flagKey: line('Nhắc', 200), reason: requiredProse('Giữ nguyên vì', 1000) }),
  'return.handIn': z.strictObject({ ...owed, revision: revision(), reason: optionalLine('Lý do đính chính', 1000) }),
  'return.sendBack': z.strictObject({
    ...owed,
    version: wholeNumber('Bản', { min: 1 }),
    reason: prose('Lý do trả lại', 2000),
    remarks: many(
      'Chỗ cần sửa',
      z.strictObject({
        at: z.strictObject({ kind: oneOf('Chỗ', ['cell', 'part']), key: line('Chỗ', 60) }),
        text: requiredProse('Cần sửa gì', 1000),
      }),
      200,
    ),
  }),
  /** Several at once, each at the version that was looked at: all or none. */
  'return.accept': z.strictObject({
    requestId: id('Đợt báo cáo'),
    returns: many('Báo cáo', z.strictObject({ unitId: id('Đơn vị'), version: wholeNumber('Bản', { min: 1 }) }), 5000).min(
      1,
      'Báo cáo: chưa chọn',
    ),
  }),
}

export const returnParams = {
  'return.one': z.strictObject(owed),
  'return.version': z.strictObject({ ...owed, version: z.coerce.number().int().min(1).max(100_000) }),
}

/** As files other programs read: the figures one to a line, all of it with the dictionary, or the dictionary alone. */
export const exportParams = z.strictObject({ ...owed, as: oneOf('Dạng tệp', ['csv', 'json', 'dictionary']) })
export type ExportParams = z.output<typeof exportParams>

/** One unit's return in the JSON of a request; `version` null: nothing it handed in stands, and every figure is missing. */
export type ToldInFile = ReturnContent & {
  readonly unitId: string
  readonly unitName: string
  readonly toUnitId: string
  readonly level: Level
  readonly version: number | null
}

export type FlagView = Flag<FlagRule> & {
  /** "Giữ nguyên vì …", said of these very numbers. */
  readonly kept: { readonly reason: string; readonly byName: string; readonly at: string } | null
}

/** What the form asks of this level, with each indicator and share as the dictionary of the cut-off defines it. */
export type AskedForm = {
  readonly name: string
  /** Told wherever the form is shown. */
  readonly note: string
  readonly parts: readonly FigureFormPart[]
  readonly indicators: readonly Indicator[]
  readonly ratios: readonly Ratio[]
}

/** What was told below so far: by so many units of those that owe it. */
export type BelowSum = { readonly value: Value; readonly of: number; readonly whole: number }

export type ReturnView = {
  readonly request: Pick<ReportRequest, 'id' | 'title' | 'formKey' | 'formVersion' | 'covers' | 'cutoff'>
  readonly form: AskedForm
  readonly unitId: string
  readonly unitName: string
  readonly toUnitId: string
  readonly toUnitName: string
  readonly level: Level
  readonly dueOn: PlainDate
  readonly state: ReturnState
  /** The version whose figures count. */
  readonly standing: number | null
  readonly revision: number
  readonly content: ReturnContent
  /** What recorded work counts to by the cut-off: offered, never filled in by itself. */
  readonly counted: ReturnContent['values']
  /** What the unit told of the same days in another request: offered too. */
  readonly elsewhere: Readonly<Record<string, ToldElsewhere>>
  /** What those that hand in to the unit told, added up by figure: it stands for the unit once all have told it. */
  readonly below: Readonly<Record<string, BelowSum>>
  /** What plans in force set for the shares asked. */
  readonly goals: readonly GoalView[]
  /** Words for parts of the narrative from documents issued and tasks answered, by the key of the part: offered too. */
  readonly offered: Readonly<Record<string, string>>
  /** The unit's figures of earlier requests on the same form, the newest first. */
  readonly before: readonly { readonly title: string; readonly cutoff: PlainDate; readonly values: ReturnContent['values'] }[]
  readonly flags: readonly FlagView[]
  readonly events: readonly ReturnEvent[]
  /** What a correction changes in what was accepted. */
  readonly changes: readonly ChangedCell[]
  /** Parts whose words it changes. */
  readonly changedParts: readonly string[]
}

/** A spreadsheet as it stands, and what its sender's names were taken for before. */
export type SheetLook = {
  readonly fileName: string
  /** Those that are not hidden and not empty. */
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
  readonly remembered: readonly { readonly label: string; readonly key: string | null }[]
}

/** What was handed in, as it was sealed. */
export type SealedReturnView = { readonly version: number; readonly content: ReturnContent; readonly sealedAt: string }

/** On the desk of whoever writes: owed soon, late, or sent back. */
export type DueReturnView = {
  readonly requestId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly dueOn: PlainDate
  /** Below zero: so many days late. */
  readonly daysLeft: number
  readonly isReturned: boolean
}
/** On the desk of whoever accepts. */
export type WaitingReturnsView = {
  readonly requestId: string
  /** To whom they were handed in. */
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly count: number
}

export type ReturnAnswers = {
  'return.one': ReturnView
  /** Null: no such version was handed in. */
  'return.version': SealedReturnView | null
  'return.save': { readonly revision: number; readonly flags: readonly FlagView[] }
  'return.typeIn': { readonly revision: number; readonly flags: readonly FlagView[] }
  'return.takeSheet': { readonly revision: number; readonly flags: readonly FlagView[] }
  'return.keepFlag': undefined
  'return.handIn': { readonly version: number; readonly state: ReturnState }
  'return.sendBack': { readonly state: ReturnState }
  'return.accept': { readonly accepted: number }
}

export type ReturnCode =
  | ReturnRefusal
  | 'return.unknown'
  | 'return.bad-sheet'
  | 'return.sheet-too-large'
  | 'return.stale'
  | 'return.locked'
  | 'return.unknown-cell'
  | 'return.unknown-flag'

export const returnRefusals: Record<ReturnCode, RefusalText> = {
  'return.unknown': { status: 404, say: 'Đơn vị này không có trong đợt báo cáo.' },
  'return.bad-sheet': { status: 422, say: d => `Không đọc được tệp: ${d.reason}.` },
  'return.sheet-too-large': { status: 413, say: d => `Tệp lớn quá ${d.megabytes} MB: một báo cáo số liệu không lớn đến thế.` },
  'return.stale': {
    status: 409,
    say: 'Đồng nghiệp vừa lưu báo cáo này trước. Số bạn nhập còn nguyên: mở bản mới để đối chiếu rồi lưu lại.',
  },
  'return.locked': { status: 409, say: 'Báo cáo đã gửi và đang được xem: chỉ sửa được khi bị trả lại hoặc đã được nhận.' },
  'return.unknown-cell': { status: 422, say: d => `Biểu mẫu của đợt này không có ô “${d.code}”.` },
  'return.unknown-flag': { status: 409, say: 'Chỗ được nhắc không còn: số đã đổi. Mở lại trang để xem.' },
  'return.before-cutoff': { status: 422, say: d => `Số liệu chốt hết ngày ${dayWords(d.cutoff)}: chưa gửi trước được.` },
  'return.waits-for-answer': { status: 409, say: 'Báo cáo đã gửi, đang chờ cấp trên xem.' },
  'return.unchanged': { status: 422, say: 'Không có gì khác bản đã được nhận nên không có gì để đính chính.' },
  'return.needs-reason': { status: 422, say: 'Ghi rõ lý do.' },
  'return.nothing-to-answer': { status: 409, say: 'Không có bản nào đang chờ xem.' },
  'return.other-version': { status: 409, say: d => `Đơn vị vừa gửi bản ${d.version}: mở lại để xem bản ấy.` },
}
