import { z } from 'zod'
import { periodParts } from '#domain/calendar/reporting-period.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { type RegimeRemark, type ReportingRegime, type regimeItems, requestKinds } from '#domain/request/regime.ts'
import { id, line, many, oneOf, prose, range, wholeNumber } from './fields.ts'

const documentKindNames = Object.keys(documentKinds) as [keyof typeof documentKinds, ...(keyof typeof documentKinds)[]]

/** Decree 09/2019/NĐ-CP, Art. 7. */
export const regimeItemWords = {
  name: 'Tên báo cáo',
  content: 'Nội dung yêu cầu báo cáo',
  reporters: 'Đối tượng thực hiện',
  receiver: 'Cơ quan nhận',
  channel: 'Phương thức gửi, nhận',
  dueTime: 'Thời hạn gửi',
  frequency: 'Tần suất',
  cutoff: 'Thời gian chốt số liệu',
  outline: 'Mẫu đề cương',
  tables: 'Biểu mẫu số liệu',
  procedure: 'Hướng dẫn quy trình',
} as const satisfies Record<(typeof regimeItems)[number], string>

const monthDay = (label: string) =>
  z
    .string()
    .regex(
      /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/u,
      `${label}: ghi ngày/tháng, như 15/12`,
    )

const ownPeriod = z
  .strictObject({
    words: line('Tên kỳ', 60).refine(words => !words.includes('_'), 'Tên kỳ: không dùng dấu gạch dưới'),
    fromYear: z.literal([-1, 0]),
    from: monthDay('Từ ngày'),
    last: monthDay('Đến hết ngày'),
  })
  .refine(({ fromYear, from, last }) => fromYear === -1 || from <= last, { path: ['last'], error: 'Đến hết ngày: trước ngày bắt đầu' })

const items = z.strictObject({
  name: line(regimeItemWords.name),
  content: prose(regimeItemWords.content, 4000),
  reporters: prose(regimeItemWords.reporters, 1000),
  receiver: prose(regimeItemWords.receiver, 1000),
  channel: prose(regimeItemWords.channel, 1000),
  dueTime: prose(regimeItemWords.dueTime, 1000),
  frequency: prose(regimeItemWords.frequency, 1000),
  cutoff: prose(regimeItemWords.cutoff, 1000),
  outline: prose(regimeItemWords.outline, 4000),
  tables: prose(regimeItemWords.tables, 4000),
  procedure: prose(regimeItemWords.procedure, 4000),
})

export const regimeBodies = {
  'request.setRegime': z.strictObject({
    id: id('Chế độ báo cáo'),
    unitId: id('Đơn vị'),
    kind: oneOf('Loại báo cáo', requestKinds),
    items,
    formKey: line('Biểu mẫu', 60),
    parts: many('Kỳ', oneOf('Kỳ', periodParts), periodParts.length),
    /** Periods its own text sets beside the decree's. */
    ownPeriods: many('Kỳ riêng', ownPeriod, 20).default([]),
    dueWorkingDays: wholeNumber('Số ngày làm việc sau ngày chốt', { max: 60 }),
    basis: z.strictObject({ kind: oneOf('Loại văn bản', documentKindNames), citation: line('Văn bản quy định', 500) }).nullable(),
    valid: range,
    /** The regime this one follows: it ends on the first day of this one. */
    replaces: id('Chế độ trước').nullable().default(null),
  }),
}

export const regimeParams = {
  'request.regimes': z.strictObject({ unitId: id('Đơn vị') }),
}

export type RegimeView = ReportingRegime & { readonly remarks: readonly RegimeRemark[]; readonly byName: string; readonly unitName: string }

export type RegimeAnswers = {
  'request.setRegime': RegimeView
  'request.regimes': readonly RegimeView[]
}
