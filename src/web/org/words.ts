import type { DateRange } from '#domain/calendar/date-range.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'

/** `từ 1/7/2025`, `trước 1/7/2025`, `từ … đến trước …`. */
export function sayRange({ from, until }: DateRange): string {
  if (from && until) return `từ ${formatDay(from)} đến trước ${formatDay(until)}`
  if (from) return `từ ${formatDay(from)}`
  return until ? `trước ${formatDay(until)}` : 'không giới hạn thời gian'
}
