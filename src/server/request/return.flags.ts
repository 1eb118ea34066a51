import type { FlagView } from '#contract/return.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodOfDays } from '#domain/calendar/reporting-period.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { checkBelow } from '#domain/indicator/checks/below.ts'
import { checkSheet } from '#domain/indicator/checks/check-sheet.ts'
import type { PastSheet } from '#domain/indicator/checks/facts.ts'
import { codesAsked, partsFor } from '#domain/indicator/figure-form.ts'
import { type ReturnContent, sheetOf } from '#domain/request/content.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listBelowSums, wholeBelow } from './below.ts'
import { listChanges } from './check-facts.ts'
import { listKeptFlags, listPastReturns } from './flags.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { StoredReturn } from './return.store.ts'

/** How far back a unit's own figures are looked at. */
const yearsBack = 4

/** What is to be asked about a return, each with what was said to it already. */
export async function flagsOf(ctx: Context, request: StoredRequest, held: StoredReturn): Promise<FlagView[]> {
  return (await flagsOfAll(ctx, request, [held])).get(held.unitId) ?? []
}

/** The same of several that hand in to one unit, in as many looks as of one. */
export async function flagsOfAll(
  ctx: Context,
  request: StoredRequest,
  returns: readonly StoredReturn[],
): Promise<ReadonlyMap<string, FlagView[]>> {
  const [first] = returns
  if (!first) return new Map()
  const unitIds = returns.map(({ unitId }) => unitId)
  const { dictionary, form } = await askedOf(ctx.tx, request.id)
  const kept = Map.groupBy(await listKeptFlags(ctx.tx, first, unitIds), ({ unitId }) => unitId)
  const historyOf = await listHistories(ctx, request, unitIds)
  const belowOf = await listBelowSums(ctx.tx, request, returns)
  const changesOf = await listChanges(ctx, request, { unitIds, since: firstDay(request) })
  return new Map(
    returns.map(({ unitId, level, content }) => {
      const said = new Map(kept.get(unitId)?.map(({ flagKey, reason, byName, at }) => [flagKey, { reason, byName, at }]))
      const below = wholeBelow(belowOf(unitId))
      const checked = checkSheet({
        // What all below told stands for the unit where it wrote nothing.
        sheet: sheetOf(unitId, { ...content, values: { ...below, ...content.values } }),
        dictionary,
        form,
        level,
        part: partOf(request),
        history: historyOf(unitId),
        changes: changesOf(unitId),
        texts: Object.entries(content.parts).map(([partKey, text]) => ({ partKey, text })),
      })
      const found = [...checked, ...checkBelow(content.values, below, dictionary)]
      return [unitId, found.map(flag => ({ ...flag, kept: said.get(flag.key) ?? null }))]
    }),
  )
}

export function firstDay({ cutoff }: StoredRequest): PlainDate {
  return addDays(cutoff, -366 * yearsBack)
}

/** What the unit told before on the same form, the newest first. */
export async function listHistory(ctx: Context, request: StoredRequest, { unitId }: StoredReturn): Promise<PastSheet[]> {
  return (await listHistories(ctx, request, [unitId]))(unitId)
}

async function listHistories(ctx: Context, request: StoredRequest, unitIds: readonly string[]): Promise<(unitId: string) => PastSheet[]> {
  const past = await listPastReturns(ctx.tx, unitIds, { formKey: request.formKey, since: firstDay(request), before: request.cutoff })
  const byUnit = Map.groupBy(past, ({ unitId }) => unitId)
  return unitId =>
    (byUnit.get(unitId) ?? []).map(({ title, cutoff, covers, content }) => ({
      title,
      cutoff,
      part: partOf({ covers }),
      sheet: sheetOf(unitId, content),
    }))
}

/** The part of the year a request's figures cover; null: other days than any the law names. */
export function partOf({ covers }: Pick<StoredRequest, 'covers'>): PeriodPart | null {
  return periodOfDays(covers).part
}

type AskedCells = Pick<ReturnContent, 'printed' | 'parts'> & { readonly values: Readonly<Record<string, unknown>> }

/** A cell or part the form does not ask this level for, or a share of a base it has not. */
export function findUnknownCell(
  { form, dictionary }: Asked,
  { level }: StoredReturn,
  { values, printed, parts }: AskedCells,
): string | undefined {
  const codes = new Set(codesAsked(form, level))
  const owed = partsFor(form, level)
  const ratios = new Set(owed.flatMap(part => (part.kind === 'table' ? part.ratios.map(({ code }) => code) : [])))
  const told = new Set(owed.flatMap(part => (part.kind === 'narrative' ? [part.key] : [])))
  return (
    Object.keys(values).find(code => !codes.has(code)) ??
    printed.find(({ ratioCode, baseCode }) => !ratios.has(ratioCode) || !isBaseOf(dictionary, ratioCode, baseCode))?.ratioCode ??
    Object.keys(parts).find(key => !told.has(key))
  )
}

/** A share may be told without its base, and is asked about then. */
function isBaseOf({ ratios }: Asked['dictionary'], ratioCode: string, baseCode: string | null): boolean {
  return baseCode === null || ratios.some(({ code, bases }) => code === ratioCode && bases.some(base => base.code === baseCode))
}
