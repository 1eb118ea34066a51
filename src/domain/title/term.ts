/** A time the law gives: days, working days, or a day of the year before which something is done. */
export type Term =
  | { readonly kind: 'days' | 'workingDays'; readonly days: number }
  | { readonly kind: 'beforeDay'; readonly monthDay: string; readonly yearsLater: 0 | 1 }

export function days(count: number): Term {
  return { kind: 'days', days: count }
}

export function workingDays(count: number): Term {
  return { kind: 'workingDays', days: count }
}

/** `before('12-20')`: done by 19 December of the year of merit. */
export function before(monthDay: string, yearsLater: 0 | 1 = 0): Term {
  return { kind: 'beforeDay', monthDay, yearsLater }
}

/** `10 ngày`, `5 ngày làm việc`, `trước 20/12`, `trước 30/01 năm sau`. */
export function termWords(term: Term): string {
  if (term.kind === 'beforeDay') return `trước ${term.monthDay.slice(3)}/${term.monthDay.slice(0, 2)}${term.yearsLater ? ' năm sau' : ''}`
  return `${term.days} ngày${term.kind === 'workingDays' ? ' làm việc' : ''}`
}
