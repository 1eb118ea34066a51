import type { PlainDate } from '../calendar/plain-date.ts'
import { compareText } from '../kit/text.ts'
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

/** What asks for somebody first: late, sent back, to be looked at, not due yet, done. */
const urgency: readonly Standing[] = ['overdue', 'sentBack', 'corrected', 'sent', 'notYet', 'accepted']

type Named = Pick<BoardRow, 'state' | 'isLate'> & { readonly unitName: string }

export function byUrgency(a: Named, b: Named): number {
  return urgency.indexOf(standingOf(a)) - urgency.indexOf(standingOf(b)) || compareText(a.unitName, b.unitName)
}

/** What a count of the board opens: those that stand somewhere, all who handed in, or those of them in time. */
export const boardSets = [...standings, 'handedIn', 'onTime'] as const
export type BoardSet = (typeof boardSets)[number]

export function isInSet(set: BoardSet, row: Pick<BoardRow, 'state' | 'isLate' | 'sentOn'>): boolean {
  if (set === 'handedIn') return row.sentOn !== null
  return set === 'onTime' ? row.sentOn !== null && !row.isLate : standingOf(row) === set
}

/** Handed in counts whatever became of it since; in time is on or before the due day. */
export type BoardCounts = Readonly<Record<BoardSet, number>> & { readonly of: number }

export function countBoard(rows: readonly BoardRow[]): BoardCounts {
  const counts = Object.fromEntries(boardSets.map(set => [set, rows.filter(row => isInSet(set, row)).length]))
  return { ...(counts as Record<BoardSet, number>), of: rows.length }
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
