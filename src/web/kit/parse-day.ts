import { isPlainDate } from '#domain/calendar/plain-date.ts'

/** `14/6/2022` → `2022-06-14`; null when it is no day that exists. */
export function parseDay(typed: string): string | null {
  const parts = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/u.exec(typed) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/u.exec(typed)
  if (!parts) return isPlainDate(typed.trim()) ? typed.trim() : null
  const [, date = '', month = '', year = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(day) ? day : null
}
