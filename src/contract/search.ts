import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { id, line } from './fields.ts'

/** What can be found, in the order it is shown. */
export const searchKinds = ['document', 'activity', 'task', 'plan', 'report', 'unit', 'person'] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchParams = {
  /** The unit looked at comes first; everything the person may read is searched. */
  'search.everywhere': z.strictObject({ unitId: id('Đơn vị'), text: line('Tìm', 200) }),
}

/** One thing found: what it is, where and when. */
export type SearchHit = {
  readonly kind: SearchKind
  readonly id: string
  /** Where it opens when it has no page of its own: the plan of a task, the unit of a person. */
  readonly insideId: string | null
  /** A document is known by its code, everything else by its name. */
  readonly title: string
  readonly about: string
  readonly unitName: string
  readonly on: PlainDate | null
}

export type SearchAnswers = { 'search.everywhere': readonly SearchHit[] }

export const searchKindWords: Record<SearchKind, string> = {
  document: 'Văn bản',
  activity: 'Hoạt động',
  task: 'Nhiệm vụ',
  plan: 'Kế hoạch',
  report: 'Báo cáo',
  unit: 'Đơn vị',
  person: 'Người',
}
