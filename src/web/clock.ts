import { addDays, dayInVietnam, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'

// The only place of the browser's room that reads the clock. The working day itself comes with the session.

/** The day in Vietnam by this machine's clock: for "hôm qua 16:40" beside an instant, never for a rule. */
export function machineToday(): PlainDate {
  return dayInVietnam(instantNow())
}

/** An instant as people say it: `hôm nay 16:40`, `hôm qua 16:40`, `14/6/2022 16:40`. */
export function sayInstant(instant: string, today: PlainDate = machineToday()): string {
  const day = dayInVietnam(instant)
  const time = timeInVietnam(instant)
  if (day === today) return `hôm nay ${time}`
  if (day === addDays(today, -1)) return `hôm qua ${time}`
  return `${formatDay(day)} ${time}`
}

/** `16:40` in Vietnam (UTC+7, no summer time). */
export function timeInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
}

/** This instant, to be kept beside something. */
export function instantNow(): string {
  return new Date().toISOString()
}

/** `16:40` now, for "Đã lưu 16:40". */
export function timeNow(): string {
  return timeInVietnam(instantNow())
}

/** An instant as libraries count it, in milliseconds since 1970. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
