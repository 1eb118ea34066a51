import { isPlainDate, type PlainDate } from './plain-date.ts'

/** `14/6/2022` → `2022-06-14`; null when it is no day that exists. */
export function parseDay(typed: string): PlainDate | null {
  const parts = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/u.exec(typed) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/u.exec(typed)
  const [, date = '', month = '', year = ''] = parts ?? []
  const day = parts ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : typed.trim()
  return isPlainDate(day) ? day : null
}
