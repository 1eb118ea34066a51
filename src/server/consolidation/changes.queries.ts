import type { FigureChangesView } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import { type Handing, withAllBelow } from '#domain/consolidation/along.ts'
import type { ReturnChange } from '#domain/consolidation/changes.ts'
import { differencesAt, type FigureDifference } from '#domain/consolidation/differences.ts'
import { figureWords, returnChangeWords } from '#domain/consolidation/words.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { type Obligation, owedIn } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { listObligations } from '../request/return.store.ts'
import { type Look, namesThen, openLook, type Reply } from './look.ts'
import type { Asking } from './settle.ts'
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
  const addedLater = new Set(owed.filter(({ sinceVersion }) => sinceVersion > since).map(one => one.unitId))
  const returns = [...within].flatMap(id => changeOf(id, then.get(id) ?? null, now.get(id) ?? null, addedLater.has(id)))
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

/** A unit that was asked too in between and has told nothing yet is a change of its own. */
export function changeOf(unitId: string, before: number | null, after: number | null, isNew = false): ReturnChange[] {
  if (before === after) return isNew ? [{ unitId, kind: 'asked', before, after }] : []
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
  const indicators = indicatorsAsked(asking)
  const codes = indicators.map(({ code }) => code)
  const [was, is] = [
    toldByCode(await listToldIn(tx, { requestId: request.id, number: since, codes })),
    toldByCode(await listToldIn(tx, { requestId: request.id, number: version, codes })),
  ]
  const changed = returns.map(change => change.unitId)
  return differencesAt(unitId, {
    indicators,
    was: { told: was, handingOf: handingIn(owedIn(owed, since), asking) },
    is: { told: is, handingOf: handingIn(owedIn(owed, version), asking) },
    changed,
  }).map(toDifferenceView)
}

export function indicatorsAsked({ dictionary, things }: Asking): readonly Indicator[] {
  const codes = new Set(things.map(({ code }) => code))
  return dictionary.indicators.filter(({ code }) => codes.has(code))
}

/** Made once for each indicator, however many units are looked at. */
export function handingIn(owed: readonly Obligation[], { isAsked }: Asking): (code: string) => readonly Handing[] {
  const known = new Map<string, readonly Handing[]>()
  return code => {
    const handing = known.get(code) ?? owed.map(one => ({ ...one, owes: isAsked(code, one.level) }))
    known.set(code, handing)
    return handing
  }
}

export function toDifferenceView({ indicator: { code, name, unit }, before, after, becauseOf }: FigureDifference) {
  return { code, name, countUnit: unit, before: figureWords(before), after: figureWords(after), becauseOf }
}

export function toldByCode(told: Awaited<ReturnType<typeof listToldIn>>): Map<string, Map<string, readonly Value[]>> {
  const codes = new Map<string, Map<string, readonly Value[]>>()
  for (const { unitId, code, value } of told) codes.set(code, (codes.get(code) ?? new Map<string, readonly Value[]>()).set(unitId, [value]))
  return codes
}
