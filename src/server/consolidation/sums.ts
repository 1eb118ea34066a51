import type { FigureChecksView } from '#contract/consolidation.ts'
import type { Body, Params } from '#contract/index.ts'
import type { FlagView } from '#contract/return.ts'
import type { AddedFigure } from '#domain/consolidation/add-up.ts'
import { checkSums } from '#domain/consolidation/checks.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { placeOf } from '#domain/request/request.ts'
import { standingVersion } from '#domain/request/return.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listChanges } from '../request/check-facts.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { firstDay, flagsOfAll, partOf } from '../request/return.flags.ts'
import { findVersion, listEvents, listReturns } from '../request/return.store.ts'
import { listFiguresOf, listOwingBelow, type Owing } from './figure.store.ts'
import { figuresAt, type Look, namesThen, openLook, type Reply } from './look.ts'
import { type Asking, partsBelow } from './settle.ts'
import { insertKeptSum, listKeptSums, listPastRequests } from './sums.store.ts'

type Figures = ReadonlyMap<string, AddedFigure>

/** The sums of a unit that others hand in to, as they stand. */
export type Sums = {
  readonly request: StoredRequest
  readonly asking: Asking
  readonly unitId: string
  readonly owing: Owing | null
  readonly figures: Figures
  readonly parts: readonly { readonly unitName: string; readonly figures: Figures }[]
}

/** What is to be asked about the sums of a unit, each with what was said to it already; of one alone its return is asked. */
export async function flagsOfSums(ctx: Pick<Context, 'tx'>, { request, asking, unitId, owing, figures, parts }: Sums): Promise<FlagView[]> {
  if (owing && !owing.receives) return []
  const since = firstDay(request)
  const past = await listPastRequests(ctx.tx, placeOf(request, unitId), { formKey: request.formKey, since, before: request.cutoff })
  const history = []
  for (const { id, title, cutoff, covers, keptWith } of past) {
    const told = new Map((await listFiguresOf(ctx.tx, id, keptWith)).map(figure => [figure.code, figure]))
    history.push({ title, cutoff, part: partOf({ covers }), figures: told })
  }
  const found = checkSums({
    unitId,
    dictionary: asking.dictionary,
    figures,
    parts,
    printed: await printedBy(ctx, request, owing),
    part: partOf(request),
    history,
    changes: (await listChanges(ctx, request, { unitIds: [unitId], since }))(unitId),
  })
  const kept = await listKeptSums(ctx.tx, { requestId: request.id, unitId })
  const said = new Map(kept.map(({ flagKey, reason, byName, at }) => [flagKey, { reason, byName, at }]))
  return found.map(flag => ({ ...flag, kept: said.get(flag.key) ?? null }))
}

async function printedBy({ tx }: Pick<Context, 'tx'>, { id }: StoredRequest, owing: Owing | null) {
  if (!owing) return []
  const key = { ...owing, requestId: id }
  const version = standingVersion(await listEvents(tx, key))
  return (version === null ? undefined : await findVersion(tx, key, version))?.printed ?? []
}

/** What does not fit in the sums of a unit, and how much those right below it left unexplained in what they handed in. */
export async function checkFigures(ctx: Context, params: Params<'figure.checks'>): Reply<FigureChecksView> {
  const found = await openLook(ctx, 'figure.checks', params)
  if (!found.ok) return found
  return ok({ flags: await flagsAt(ctx, found.value), below: await listOpenBelow(ctx, found.value) })
}

/** A remark about sums somebody answers for; the numbers stay as they are. */
export async function keepSumFlag(ctx: Context, body: Body<'figure.keepFlag'>): Reply<undefined> {
  const found = await openLook(ctx, 'figure.keepFlag', body)
  if (!found.ok) return found
  const { requestId, unitId, flagKey } = body
  const flag = (await flagsAt(ctx, found.value)).find(({ key }) => key === flagKey)
  if (!flag) return refuse('figure.unknown-flag')
  if (flag.kept?.reason === body.reason) return ok()
  const kept = { flagKey, reason: body.reason, byName: ctx.actor.fullName, at: ctx.now }
  await insertKeptSum(ctx.tx, { requestId, unitId }, kept)
  await insertAuditEntry(
    ctx,
    'figure.keepFlag',
    { kind: 'request', id: requestId, unitId },
    { after: { ...kept, sentence: flag.sentence } },
  )
  return ok()
}

async function flagsAt(ctx: Context, look: Look): Promise<FlagView[]> {
  const { request, asking, unitId } = look
  const partOfCode = await partsBelow(ctx.tx, asking, unitId)
  const told = asking.things.flatMap(({ code }) => partOfCode(code).map(figure => ({ code, figure })))
  const byUnit = Map.groupBy(told, ({ figure }) => figure.unitId)
  const nameOf = await namesThen(ctx, request, [...byUnit.keys()])
  const parts = [...byUnit].map(([id, figures]) => ({
    unitName: nameOf(id),
    figures: new Map(figures.map(({ code, figure }) => [code, figure])),
  }))
  const inOrder = parts.toSorted((a, b) => compareText(a.unitName, b.unitName))
  return flagsOfSums(ctx, { ...look, figures: await figuresAt(ctx, look), parts: inOrder })
}

async function listOpenBelow(ctx: Context, { request, unitId }: Look): Promise<FigureChecksView['below']> {
  const ids = (await listOwingBelow(ctx.tx, request.id, unitId)).map(part => part.unitId)
  const returns = await listReturns(ctx.tx, { requestId: request.id, toUnitId: unitId }, ids)
  const handedIn = returns.filter(({ state }) => state !== 'open' && state !== 'sentBack')
  const flags = await flagsOfAll(ctx, request, handedIn)
  const nameOf = await namesThen(ctx, request, ids)
  return handedIn
    .map(part => {
      const open = flags.get(part.unitId)?.filter(({ rule, kept }) => rule !== 'missing' && kept === null) ?? []
      return { unitId: part.unitId, unitName: nameOf(part.unitId), open: open.length }
    })
    .filter(({ open }) => open > 0)
    .toSorted((a, b) => b.open - a.open || compareText(a.unitName, b.unitName))
}
