import type { OrgHistoryView } from '#contract/org.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'

// The history of a unit as a drawing: a lane for each unit, a column for each stretch between two days on which something
// happened. Columns are equally wide, whatever the years between: what is drawn is the order, and every day is written out.

export type Segment = {
  readonly key: string
  readonly unitId: string
  readonly name: string
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  /** A day on which the unit was so: where its link leads. */
  readonly on: PlainDate
  readonly column: number
  readonly span: number
}
export type Lane = { readonly unitId: string; readonly segments: readonly Segment[] }
export type Thread = {
  readonly key: string
  readonly succession: OrgHistoryView['successions'][number]
  readonly fromLane: number
  readonly toLane: number
  /** The edge between two columns on which it happened: n lies before column n. */
  readonly edge: number
}
export type HistoryLayout = {
  /** The days between the columns, oldest first: day n stands before column n + 1. */
  readonly days: readonly PlainDate[]
  readonly lanes: readonly Lane[]
  readonly threads: readonly Thread[]
}

/** Who gave stands above the unit, who took below it, each next to what it gave to or took from. */
export function layOutHistory(history: OrgHistoryView, today: PlainDate): HistoryLayout {
  const { successions } = history
  const bounds = history.units.flatMap(unit => unit.versions.flatMap(({ valid }) => [valid.from, valid.until]))
  const days = [...new Set([...bounds, ...successions.map(each => each.on)].filter(day => day !== null))].toSorted()
  const columnOf = (day: PlainDate | null): number => (day === null ? 0 : days.indexOf(day) + 1)
  const order = laneOrder(history)
  const lanes = order.map(
    (unitId): Lane => ({
      unitId,
      segments: (history.units.find(unit => unit.unitId === unitId)?.versions ?? []).map(({ id, calledInText, valid }) => {
        const column = columnOf(valid.from)
        const end = valid.until === null ? days.length + 1 : columnOf(valid.until)
        return {
          key: id,
          unitId,
          name: capitalise(calledInText),
          from: valid.from,
          until: valid.until,
          on: dayWithin(valid, today),
          column,
          span: end - column,
        }
      }),
    }),
  )
  const threads = successions.map(succession => ({
    key: `${succession.fromUnitId} ${succession.toUnitId} ${succession.on}`,
    succession,
    fromLane: order.indexOf(succession.fromUnitId),
    toLane: order.indexOf(succession.toUnitId),
    edge: columnOf(succession.on),
  }))
  return { days, lanes, threads: threads.filter(({ fromLane, toLane }) => fromLane >= 0 && toLane >= 0) }
}

/** Givers before takers: from the unit outwards, so that a line never runs past a lane it has nothing to do with twice. */
function laneOrder({ unitId, successions }: OrgHistoryView): string[] {
  const above = walk(unitId, id => successions.filter(each => each.toUnitId === id).map(each => each.fromUnitId))
  const below = walk(unitId, id => successions.filter(each => each.fromUnitId === id).map(each => each.toUnitId))
  return [...new Set([...above.toReversed(), unitId, ...below])]
}

/** Depth first, each unit once: who belongs to one branch stays together. */
function walk(unitId: string, next: (unitId: string) => readonly string[], seen: Set<string> = new Set([unitId])): string[] {
  return next(unitId).flatMap(id => {
    if (seen.has(id)) return []
    seen.add(id)
    return [id, ...walk(id, next, seen)]
  })
}

/** Today where the unit was so today, else its last day, else its first. */
function dayWithin({ from, until }: { readonly from: PlainDate | null; readonly until: PlainDate | null }, today: PlainDate): PlainDate {
  if (until !== null && until <= today) return addDays(until, -1)
  return from !== null && from > today ? from : today
}
