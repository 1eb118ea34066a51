import type { SumChange, SumExplained } from '#contract/report.ts'
import { withAllBelow } from '#domain/consolidation/along.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import type { SumMeasure } from '#domain/report/sum-figure.ts'
import { findFigureVersion } from '../consolidation/version.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { listAllEvents } from '../request/return.store.ts'
import { findSumAsOf, type SumAsOf } from './sum-as-of.ts'

/** Which number is opened: of what, at which unit, in which version. */
export type Asked = {
  readonly measure: SumMeasure
  readonly unitId: string
  readonly request: StoredRequest
  readonly version: number
  /** What the report calls the units it counts. */
  readonly noun: string
}

/** Units whose word changed after the version: what it comes to now, and why each says another. */
export async function changedSince(
  ctx: Context,
  asked: Asked,
  before: SumAsOf,
  wordsOf: (asked: Asked, asOf: SumAsOf) => string | null,
): Promise<SumExplained['since']> {
  const { measure, unitId, request } = asked
  const last = await findFigureVersion(ctx.tx, request.id)
  if (!last || last.number <= asked.version) return null
  const now = { ...asked, version: last.number }
  const after = await findSumAsOf(ctx.tx, request, now)
  const within = [...withAllBelow(after.owed, unitId)]
  const saysOf = (asOf: SumAsOf, id: string): string | null => {
    if (measure.type === 'coverage' || measure.type === 'version')
      return (asOf.standing.get(id) ?? null) === null ? null : `bản ${asOf.standing.get(id)}`
    const told = asOf.told.get(id)
    return told ? told.map(value => printValue(value)).join('/') : null
  }
  const owedBefore = new Set(before.owed.map(one => one.unitId))
  const isNew = (id: string): boolean => id !== unitId && !owedBefore.has(id)
  const changed = within.filter(id => isNew(id) || canonicalJson(saysOf(before, id)) !== canonicalJson(saysOf(after, id)))
  const events = changed.length > 0 ? await listAllEvents(ctx.tx, request.id, ctx.today) : []
  const nameOf = await namesOf(ctx, asked, changed)
  const byUnit = Map.groupBy(events, event => event.unitId)
  const changes = changed.map((id): SumChange => {
    const stands = after.standing.get(id) ?? null
    const because = byUnit
      .get(id)
      ?.findLast(({ type, version }) => (stands === null ? type === 'sentBack' : version === stands && type !== 'accepted'))
    return {
      unitName: nameOf(id),
      before: saysOf(before, id),
      after: saysOf(after, id),
      on: because?.on ?? null,
      reason: because?.reason || (isNew(id) ? 'được hỏi thêm sau đó' : ''),
    }
  })
  return { words: wordsOf(now, after), changes }
}

/** As the units were called when they were asked. */
export async function namesOf(ctx: Context, { request }: Asked, unitIds: readonly string[]): Promise<(unitId: string) => string> {
  const names = await listUnitNames(ctx.tx, unitIds, request.sentOn ?? ctx.today)
  return id => names.get(id) ?? ''
}
