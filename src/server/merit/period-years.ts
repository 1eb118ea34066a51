import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type PeriodMeasure, periodMeasureOf } from '#domain/merit/counts.ts'
import { pathOf } from '#domain/org/org-unit.ts'
import { periodYearOf } from '#domain/season/period-years.ts'
import type { CountedYear } from '#domain/season/years.ts'
import { ruleBooksOf } from '#domain/title/rule-books.ts'
import type { Context } from '../context.ts'
import { openYears } from '../season/years.queries.ts'
import { type Asked, listReached } from './merit.store.ts'
import type { Scope } from './scope.ts'

type Reached = { readonly candidateId: string; readonly unitId: string; readonly measure: PeriodMeasure }

/**
 * Everybody who reached the year by the day, each in one class: which year in a row it is of the period its recognition is
 * reckoned by. Empty where no text of the honour asks for years.
 */
export async function listPeriodYears({ ctx, scope }: { ctx: Context; scope: Scope }, asked: Asked): Promise<Reached[]> {
  const recognition = ruleBooksOf(asked.honour).findLast(book => book.recognition !== null)?.recognition
  if (!recognition || asked.kind !== 'unit') return []
  const reached = await listReached(ctx.tx, asked)
  const years = await yearsByProvince(
    ctx,
    scope,
    reached.map(({ unitId }) => unitId),
  )
  return reached.flatMap(({ candidateId, unitId }) => {
    const told = (years.get(unitId) ?? []).map(year => asOn(year, { ...asked, candidateId }))
    const nth = periodYearOf({ subjectId: unitId, years: told }, { ...asked, recognition })
    if (nth === null) throw new Error(`candidate ${candidateId} reached the year and is in no class of years`)
    return [{ candidateId, unitId, measure: periodMeasureOf(nth) }]
  })
}

/** Of these, who is in one class. */
export async function candidatesInYear(ctx: Context, scope: Scope, asked: Asked & { readonly measure: PeriodMeasure }): Promise<string[]> {
  const classes = await listPeriodYears({ ctx, scope }, asked)
  return classes.filter(({ measure }) => measure === asked.measure).map(({ candidateId }) => candidateId)
}

/** What becomes of years at a merger is each province's to say. */
async function yearsByProvince(ctx: Context, { tree, placeOf }: Scope, unitIds: readonly string[]): Promise<Map<string, CountedYear[]>> {
  const provinceOf = (unitId: string): string => {
    const path = pathOf(tree, placeOf(unitId) ?? unitId)
    return path.find(id => tree.versionOf.get(id)?.kind === 'province') ?? path.at(-1) ?? unitId
  }
  const years = new Map<string, CountedYear[]>()
  for (const [placeUnitId, ids] of Map.groupBy(unitIds, provinceOf))
    for (const [id, counted] of await openYears(ctx, { kind: 'unit', ids, placeUnitId })) years.set(id, counted)
  return years
}

/** A year as it was told on a day: the one asked about was reached by then, a later act on an earlier one had not come yet. */
function asOn(year: CountedYear, { on, candidateId }: { readonly on: PlainDate; readonly candidateId: string }): CountedYear {
  const isOpen = year.decision === null || year.decision.on > on
  if (year.candidateId === candidateId) return { ...year, status: isOpen ? 'reached' : 'recognised' }
  if (year.status === 'revoked' && year.revocation && year.revocation.on > on) return { ...year, status: isOpen ? 'reached' : 'recognised' }
  return year.status === 'recognised' && isOpen ? { ...year, status: 'reached' } : year
}
