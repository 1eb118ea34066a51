import type { FigureSeriesView, ReconciliationView, RestatedUnit, SeriesPeriod } from '#contract/consolidation.ts'

/** What stands behind a number of a period: the number itself as it was told, or how the units of then make those of the day. */
export type BehindPeriod =
  | { readonly what: 'told'; readonly requestId: string; readonly unitId: string }
  | { readonly what: 'reconciled'; readonly requestId: string; readonly unitName: string }

/** A unit of the day through all periods. */
export type UnitThroughPeriods = {
  readonly unitId: string
  readonly unitName: string
  readonly told: readonly (RestatedUnit | null)[]
}

/** The units one step below, each with what it has in every period on the units of the day; in the order of the newest. */
export function unitsThrough(periods: readonly SeriesPeriod[]): UnitThroughPeriods[] {
  const names = new Map(periods.flatMap(({ restated }) => restated?.parts.map(part => [part.unitId, part.unitName] as const) ?? []))
  return [...names].map(([unitId, unitName]) => ({
    unitId,
    unitName,
    told: periods.map(({ restated }) => restated?.parts.find(part => part.unitId === unitId) ?? null),
  }))
}

/** The rows of a reconciliation, those that went to one unit next to each other; with a name, only what went there. */
export function reconciledRows({ rows }: ReconciliationView, toName?: string): ReconciliationView['rows'] {
  const kept = toName === undefined ? rows : rows.filter(row => row.toName === toName)
  return [...Map.groupBy(kept, row => row.toName ?? '').values()].flat()
}

/** Whether both trees come to one total, and the rows between them too. Null where a total is missing. */
export function totalsAgree({ rows, fromTotal, toTotal }: ReconciliationView): boolean | null {
  if (!fromTotal || !toTotal) return null
  const added = rows.reduce((sum, { count }) => sum + count, 0)
  return fromTotal.count === toTotal.count && added === fromTotal.count
}

/** Periods that can be told on the units of the day. */
export function restatedPeriods({ periods }: FigureSeriesView): SeriesPeriod[] {
  return periods.filter(({ restated }) => restated !== null)
}
