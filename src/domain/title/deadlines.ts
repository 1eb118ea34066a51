import { addDays, daysBetween, formatDay, type PlainDate, plainDate, yearOf } from '../calendar/plain-date.ts'
import { addWorkingDays, restOn, type WorkCalendar, workingDayFrom } from '../calendar/working-days.ts'
import type { RuleBook, Step, StepCode } from './rule-book.ts'
import { type Confirmations, mayBlock, noConfirmations, type Sourced } from './sourced.ts'
import { type Term, termWords } from './term.ts'

/** How terms are counted: the day they begin is not one of them, and one that ends on a day off ends on the next working day. */
const countingLaw = 'Điều 147 và Điều 148 Bộ luật Dân sự 2015'

/** What has been done of a season so far, and the year of merit it is about. */
export type SeasonDays = { readonly year: number; readonly done: Partial<Readonly<Record<StepCode, PlainDate>>> }

/** Until when a step is to be done, or lasts at least, with the rule it was counted by. */
export type Deadline = {
  readonly step: StepCode
  readonly kind: 'within' | 'lasts'
  readonly term: Term
  /** Null while the step it counts from is not done. */
  readonly lastDay: PlainDate | null
  /** The last day in special cases, where the text has one. */
  readonly speciallyUntil: PlainDate | null
  readonly countedBy: string
  readonly clause: string
  /** Only what is verified or confirmed may stop anybody. */
  readonly blocks: boolean
  /** What the count could not take into account. */
  readonly caveat: string | null
}

/** Every term of the way, step by step. */
export function deadlinesOf(
  book: RuleBook,
  season: SeasonDays,
  { calendar, confirmations = noConfirmations }: { readonly calendar: WorkCalendar; readonly confirmations?: Confirmations },
): Deadline[] {
  return book.steps.flatMap(step =>
    (['within', 'lasts'] as const).flatMap(kind => {
      const fact = step[kind]
      return isKnown(fact) ? [deadline({ step, kind, fact }, season, { calendar, confirmations })] : []
    }),
  )
}

/** Days still left on a day; negative once it is overdue. Null while nothing is running. */
export function daysLeft({ lastDay }: Deadline, today: PlainDate): number | null {
  return lastDay === null ? null : daysBetween(today, lastDay)
}

type KnownTerm = Sourced<Term | null> & { readonly value: Term }

function isKnown(fact: Sourced<Term | null> | null): fact is KnownTerm {
  return fact !== null && fact.value !== null
}

function deadline(
  { step, kind, fact }: { readonly step: Step; readonly kind: Deadline['kind']; readonly fact: KnownTerm },
  season: SeasonDays,
  { calendar, confirmations }: { readonly calendar: WorkCalendar; readonly confirmations: Confirmations },
): Deadline {
  const term = fact.value
  const speciallyUntil = kind === 'within' && step.specially?.value ? lastDayBefore(step.specially.value, season.year) : null
  const head = { step: step.code, kind, term, speciallyUntil, clause: fact.clause, blocks: mayBlock(fact, confirmations) }
  if (term.kind === 'beforeDay') {
    const special = step.specially?.value ? `; trường hợp đặc biệt ${termWords(step.specially.value)}` : ''
    const countedBy = `${termWords(term)}, năm xét ${season.year}${special}`
    return { ...head, lastDay: lastDayBefore(term, season.year), countedBy, caveat: null }
  }
  const from = kind === 'lasts' ? season.done[step.code] : step.after ? season.done[step.after] : undefined
  if (!from) return { ...head, lastDay: null, countedBy: `${termWords(term)}, chưa bắt đầu tính`, caveat: null }
  const counted = term.kind === 'workingDays' ? addWorkingDays(from, term.days, calendar) : addDays(from, term.days)
  // What must last is not made longer by a day off at its end; what must be done by then is.
  const lastDay = kind === 'within' ? workingDayFrom(counted, calendar) : counted
  return { ...head, lastDay, countedBy: sayCount({ from, term, counted, lastDay }, calendar), caveat: caveatOf(from, lastDay, calendar) }
}

/** The day before one of the year; null for a term that is no day of the year. */
function lastDayBefore(term: Term, year: number): PlainDate | null {
  return term.kind === 'beforeDay' ? addDays(plainDate(`${year + term.yearsLater}-${term.monthDay}`), -1) : null
}

function sayCount(
  {
    from,
    term,
    counted,
    lastDay,
  }: { readonly from: PlainDate; readonly term: Term; readonly counted: PlainDate; readonly lastDay: PlainDate },
  calendar: WorkCalendar,
): string {
  const plain = `${termWords(term)} kể từ ngày sau ${formatDay(from)}`
  const moved =
    counted === lastDay ? '' : `; ${formatDay(counted)} là ${lowered(restOn(counted, calendar))} nên đến hết ${formatDay(lastDay)}`
  return `${plain}${moved} (${countingLaw})`
}

/** Holidays by the moon are announced each year: where they are not entered the count says so. */
function caveatOf(from: PlainDate, lastDay: PlainDate, { knownYears }: WorkCalendar): string | null {
  const years = [yearOf(from), yearOf(lastDay)].filter((year, at, all) => all.indexOf(year) === at && !knownYears.has(year))
  return years.length === 0 ? null : `Chưa có lịch nghỉ Tết, Giỗ Tổ và Quốc khánh năm ${years.join(', ')}: chưa trừ các ngày ấy`
}

function lowered(name: string | null): string {
  return name?.startsWith('Ngày') ? name.replace('Ngày', 'ngày') : (name ?? 'ngày nghỉ')
}
