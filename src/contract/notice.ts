import { z } from 'zod'
import { type PlainDate } from '#domain/calendar/plain-date.ts'
import { followKinds, type NoticeKind, type NoticeRefusal, type SubjectKind } from '#domain/notice/notice.ts'
import type { ReportEventType } from '#domain/report/life.ts'
import { id, many, oneOf, requiredProse } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

const followed = { kind: oneOf('Loại', followKinds), id: id('Mục theo dõi') }

export const noticeBodies = {
  'notice.follow': z.strictObject(followed),
  'notice.unfollow': z.strictObject(followed),
  /** Those named, or all there are when none is. */
  'notice.read': z.strictObject({ unitId: id('Đơn vị'), ids: many('Thông báo', id('Thông báo'), 500).nullable() }),
  'plan.remind': z.strictObject({
    taskId: id('Nhiệm vụ'),
    units: many('Đơn vị', z.strictObject({ id: id('Lần đôn đốc'), unitId: id('Đơn vị') }), 300).min(1, 'Đơn vị: chưa chọn'),
    words: requiredProse('Lời đôn đốc', 1000),
  }),
}

export const noticeParams = {
  'notice.list': z.strictObject({ unitId: id('Đơn vị') }),
  'notice.count': z.strictObject({ unitId: id('Đơn vị') }),
  'notice.follows': z.strictObject(followed),
}

/** What somebody was told, with all its sentence needs. */
export type NoticeView = {
  readonly id: string
  readonly kind: NoticeKind
  readonly isLoud: boolean
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  /** The plan of a task. */
  readonly insideId: string | null
  readonly unitName: string
  readonly actorName: string
  readonly details: NoticeDetails
  readonly at: string
  readonly on: PlainDate
  readonly readAt: string | null
}
export type NoticeDetails = {
  /** The task, the report or the document as a list names it. */
  readonly name: string
  /** Why it was returned, or with which words one was reminded. */
  readonly words?: string
  readonly dueOn?: PlainDate
  readonly step?: ReportEventType
  readonly unitName?: string
}

export type NoticeAnswers = {
  'notice.list': readonly NoticeView[]
  'notice.count': { readonly unread: number }
  'notice.follows': { readonly isFollowing: boolean }
  'notice.follow': undefined
  'notice.unfollow': undefined
  'notice.read': undefined
  'plan.remind': undefined
}

export const noticeRefusals: Record<NoticeRefusal, RefusalText> = {
  'notice.reminded-today': { status: 409, say: d => `${d.unitName || 'Đơn vị'} đã được đôn đốc việc này hôm nay: mỗi ngày một lần là đủ.` },
  'notice.nothing-owed': { status: 422, say: d => `${d.unitName || 'Đơn vị'} không còn nợ câu trả lời cho việc này.` },
  'notice.no-such-thing': { status: 404, say: 'Không có mục này để theo dõi.' },
}
