declare const plainDateBrand: unique symbol

/** A day as text `2026-03-31`, compared with `<`. It never passes through `Date` outside this folder. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

const form = /^(\d{4})-(\d{2})-(\d{2})$/u
const dayMs = 86_400_000

/** Whether a text is a day that exists: `2022-02-29` is not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!form.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) && fromMs(ms) === text
}

/** For literals in code and data. Throws on a day that does not exist. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`not a day: ${text}`)
  return text
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: PlainDate): number {
  return Number(day.slice(5, 7))
}

export function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10))
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return plainDate(fromMs(Date.parse(`${day}T00:00:00Z`) + days * dayMs))
}

/** Days from `a` to `b`; negative when `b` lies before `a`. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayMs)
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The day in Vietnam (UTC+7, no summer time) at an instant given in ISO 8601, UTC. */
export function dayInVietnam(instant: string): PlainDate {
  return plainDate(fromMs(Date.parse(instant) + 7 * 3_600_000))
}

/** `5/1/2026`, as lists show it. */
export function formatDay(day: PlainDate): string {
  return `${dayOfMonth(day)}/${monthOf(day)}/${yearOf(day)}`
}

/** `05/01/2026`, as citations write it. */
export function formatCitedDay(day: PlainDate): string {
  return `${day.slice(8, 10)}/${citedMonth(day)}/${yearOf(day)}`
}

/** Decree 30/2020/NĐ-CP, Annex I, II.4: a day below 10 and the months 1 and 2 take a leading zero, month 3 does not. */
export function formatIssueDay(day: PlainDate): string {
  return `ngày ${day.slice(8, 10)} tháng ${citedMonth(day)} năm ${yearOf(day)}`
}

function citedMonth(day: PlainDate): string {
  const month = monthOf(day)
  return month <= 2 ? `0${month}` : String(month)
}

function fromMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
