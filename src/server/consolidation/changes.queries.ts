import type { FigureChangesView } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import { addAlong, withAllBelow } from '#domain/consolidation/along.ts'
import type { ReturnChange } from '#domain/consolidation/changes.ts'
import { figureWords, returnChangeWords } from '#domain/consolidation/words.ts'
import type { Value } from '#domain/indicator/value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import type { Obligation } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { listObligations } from '../request/return.store.ts'
import { type Look, namesThen, openLook, type Reply } from './look.ts'
import { findFigureVersion, listStandingIn, listToldIn } from './version.store.ts'

/** What says something else at a unit than in an earlier state of the figures, and whose returns came, changed or went since. */
export async function findFigureChanges(ctx: Context, params: Params<'figure.changes'>): Reply<FigureChangesView> {
  const found = await openLook(ctx, 'figure.changes', params)
  if (!found.ok) return found
  const look = found.value
  const { request, unitId } = look
  const version = (await findFigureVersion(ctx.tx, request.id))?.number ?? 0
  const day = params.sinceDay
  const since = day === undefined ? (params.since ?? 0) : ((await findFigureVersion(ctx.tx, request.id, { endOf: day }))?.number ?? 0)
  if (since > version) return refuse('figure.unknown-version')
  const owed = await listObligations(ctx.tx, request.id)
  const within = withAllBelow(owed, unitId)
  const [then, now] = [
    await listStandingIn(ctx.tx, { requestId: request.id, number: since }),
    await listStandingIn(ctx.tx, { requestId: request.id, number: version }),
  ]
  const returns = [...within].flatMap(id => changeOf(id, then.get(id) ?? null, now.get(id) ?? null))
  const nameOf = await namesThen(
    ctx,
    request,
    returns.map(change => change.unitId),
  )
  const figures = returns.length === 0 ? [] : await figuresSince(ctx.tx, look, { owed, returns, since, version })
  return ok({
    since,
    sinceOn: (await findFigureVersion(ctx.tx, request.id, { number: since }))?.on ?? null,
    version,
    returns: returns
      .map(change => ({
        unitId: change.unitId,
        unitName: nameOf(change.unitId),
        kind: change.kind,
        words: returnChangeWords(change, nameOf),
      }))
      .toSorted((a, b) => compareText(a.unitName, b.unitName)),
    figures: figures.map(({ becauseOf, ...figure }) => ({ ...figure, becauseOf: becauseOf.map(nameOf).toSorted(compareText) })),
  })
}

function changeOf(unitId: string, before: number | null, after: number | null): ReturnChange[] {
  if (before === after) return []
  return [{ unitId, kind: before === null ? 'came' : after === null ? 'gone' : 'corrected', before, after }]
}

type Span = {
  readonly owed: readonly Obligation[]
  readonly returns: readonly ReturnChange[]
  readonly since: number
  readonly version: number
}

/** Counts that come to something else now: both states are added from the versions that stood, which never change. */
async function figuresSince(tx: Db, { request, asking, unitId }: Look, { owed, returns, since, version }: Span) {
  const codes = asking.dictionary.indicators.filter(({ code }) => asking.things.some(thing => thing.code === code)).map(({ code }) => code)
  const then = byCode(await listToldIn(tx, { requestId: request.id, number: since, codes }))
  const now = byCode(await listToldIn(tx, { requestId: request.id, number: version, codes }))
  return asking.dictionary.indicators.flatMap(({ code, name, unit, addition }) => {
    const [was, is] = [then.get(code), now.get(code)]
    const becauseOf = returns.map(change => change.unitId).filter(id => canonicalJson(was?.get(id)) !== canonicalJson(is?.get(id)))
    if (becauseOf.length === 0) return []
    const handing = owed.map(one => ({ ...one, owes: asking.isAsked(code, one.level) }))
    const [before, after] = [was, is].map(told => addAlong(handing, told ?? new Map(), addition).figureOf(unitId))
    if (!before || !after || canonicalJson(before.values) === canonicalJson(after.values)) return []
    return [{ code, name, countUnit: unit, before: figureWords(before), after: figureWords(after), becauseOf }]
  })
}

type Told = Awaited<ReturnType<typeof listToldIn>>

function byCode(told: Told): Map<string, Map<string, readonly Value[]>> {
  const codes = new Map<string, Map<string, readonly Value[]>>()
  for (const { unitId, code, value } of told) codes.set(code, (codes.get(code) ?? new Map<string, readonly Value[]>()).set(unitId, [value]))
  return codes
}
