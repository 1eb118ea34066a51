import { daysBetween, formatDay, type PlainDate } from '../calendar/plain-date.ts'
import type { Level, Obligation } from './request.ts'
import { firstSentOn, type ReturnEvent, type ReturnState, returnOn, stateOfReturn } from './return.ts'

type Told = Pick<ReturnEvent, 'type' | 'version' | 'on'>

/** Where an obligation stands on a day. */
export type BoardRow = Obligation & {
  readonly state: ReturnState
  readonly sentOn: PlainDate | null
  /** It came after the due day, or has not come and the day is over. */
  readonly isLate: boolean
}

/** The board of any day: what came later has not come yet. */
export function boardOn(obligations: readonly Obligation[], eventsOf: (unitId: string) => readonly Told[], day: PlainDate): BoardRow[] {
  return obligations.map(obligation => {
    const events = returnOn(eventsOf(obligation.unitId), day)
    const sentOn = firstSentOn(events)
    return { ...obligation, state: stateOfReturn(events), sentOn, isLate: (sentOn ?? day) > obligation.dueOn }
  })
}

/** Each obligation is in exactly one of: not yet, late and not come, sent, sent back, accepted, corrected. */
export const standings = ['notYet', 'overdue', 'sent', 'sentBack', 'accepted', 'corrected'] as const
export type Standing = (typeof standings)[number]

export function standingOf({ state, isLate }: Pick<BoardRow, 'state' | 'isLate'>): Standing {
  if (state === 'open') return isLate ? 'overdue' : 'notYet'
  return state
}

export type BoardCounts = Readonly<Record<Standing, number>> & {
  readonly of: number
  /** Handed in, whatever became of it since; how many of these on or before the due day. */
  readonly handedIn: number
  readonly onTime: number
}

export function countBoard(rows: readonly BoardRow[]): BoardCounts {
  const of = (isIn: (row: BoardRow) => boolean): number => rows.filter(isIn).length
  const counts = Object.fromEntries(standings.map(standing => [standing, of(row => standingOf(row) === standing)]))
  return {
    ...(counts as Record<Standing, number>),
    of: rows.length,
    handedIn: of(({ sentOn }) => sentOn !== null),
    onTime: of(({ sentOn, isLate }) => sentOn !== null && !isLate),
  }
}

/** Counts of each level asked. */
export function countByLevel(rows: readonly BoardRow[]): ReadonlyMap<Level, BoardCounts> {
  return new Map([...Map.groupBy(rows, ({ level }) => level)].map(([level, ofLevel]) => [level, countBoard(ofLevel)]))
}

/** Those who hand in to a unit, straight or through others. */
export function handingInTo<Row extends Pick<Obligation, 'unitId' | 'toUnitId'>>(rows: readonly Row[], unitId: string): Row[] {
  const to = new Map(rows.map(row => [row.unitId, row.toUnitId]))
  const reaches = (row: Row): boolean => {
    for (let above: string | undefined = row.toUnitId; above !== undefined; above = to.get(above)) if (above === unitId) return true
    return false
  }
  return rows.filter(reaches)
}

/** Who is reminded: whoever has to mend something, is late, or is due within so many days. */
export function toRemind(rows: readonly BoardRow[], day: PlainDate, daysAhead: number): BoardRow[] {
  return rows.filter(row => {
    const standing = standingOf(row)
    if (standing === 'sentBack' || standing === 'overdue') return true
    return standing === 'notYet' && daysBetween(day, row.dueOn) <= daysAhead
  })
}

/** The sentence of a reminder. */
export function reminderWords(row: BoardRow, title: string, day: PlainDate): string {
  const due = `hạn gửi ngày ${formatDay(row.dueOn)}`
  const standing = standingOf(row)
  if (standing === 'sentBack') return `“${title}” đã được trả lại để sửa, ${due}.`
  if (standing === 'overdue') return `“${title}” chưa gửi, ${due}, đã quá ${daysBetween(row.dueOn, day)} ngày.`
  if (row.dueOn === day) return `“${title}” đến hạn gửi hôm nay.`
  return `“${title}” chưa gửi, ${due}, còn ${daysBetween(day, row.dueOn)} ngày.`
}
