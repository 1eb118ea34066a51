import { z } from 'zod'
import type { AnnouncedYear, AnnounceRefusal } from '#domain/calendar/announced-year.ts'
import { day, id, line, many, oneOf, wholeNumber } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

export const calendarBodies = {
  'calendar.announce': z.strictObject({
    id: id('Lịch nghỉ'),
    unitId: id('Đơn vị'),
    year: wholeNumber('Năm', { min: 2000, max: 2199 }),
    basis: line('Văn bản thông báo', 500),
    days: many(
      'Ngày',
      z.strictObject({ on: day('Ngày'), kind: oneOf('Nghỉ hay làm bù', ['off', 'worked']), name: line('Tên ngày nghỉ', 200) }),
      60,
    ),
  }),
}

export const calendarParams = { 'calendar.one': z.strictObject({ unitId: id('Đơn vị') }) }

/** A year as it was entered, by whom, at which unit. */
export type AnnouncedView = AnnouncedYear & {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly byName: string
  readonly recordedAt: string
}

export type CalendarView = {
  /** What counts at the unit: the years the house knows, and over them what was entered here or above; the newest year first. */
  readonly years: readonly (AnnouncedYear & { readonly entered: AnnouncedView | null })[]
  /** Everything that was entered, the newest first: what was replaced too. */
  readonly history: readonly AnnouncedView[]
}

export type CalendarAnswers = { 'calendar.announce': CalendarView; 'calendar.one': CalendarView }

export const calendarRefusals: Record<AnnounceRefusal, RefusalText> = {
  'calendar.no-days': { status: 422, say: d => `Năm ${d.year}: chưa ghi ngày nghỉ nào.` },
  'calendar.other-year': { status: 422, say: d => `${dayWords(d.on)} không thuộc năm ${d.year}.` },
  'calendar.day-twice': { status: 422, say: d => `${dayWords(d.on)} ghi hai lần.` },
  'calendar.off-at-weekend': { status: 422, say: d => `${dayWords(d.on)} là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ: ghi ngày nghỉ bù.` },
  'calendar.worked-on-workday': { status: 422, say: d => `${dayWords(d.on)} vốn là ngày làm việc: ngày làm bù là thứ Bảy, Chủ nhật.` },
}
