import type { FlagView } from '#contract/return.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { type PeriodPart, periodNamed, periodParts } from '#domain/calendar/reporting-period.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { checkSheet } from '#domain/indicator/checks/check-sheet.ts'
import type { PastSheet } from '#domain/indicator/checks/facts.ts'
import { codesAsked, partsFor } from '#domain/indicator/figure-form.ts'
import { type ReturnContent, sheetOf } from '#domain/request/content.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listChanges } from './check-facts.ts'
import type { StoredRequest } from './request.store.ts'
import { listKeptFlags, listPastReturns, type StoredReturn } from './return.store.ts'

/** How far back a unit's own figures are looked at. */
const yearsBack = 4

/** What is to be asked about a return, each with what was said to it already. */
export async function flagsOf(ctx: Context, request: StoredRequest, held: StoredReturn): Promise<FlagView[]> {
  const kept = new Map((await listKeptFlags(ctx.tx, held)).map(({ flagKey, ...said }) => [flagKey, said]))
  const { dictionary, form } = await askedOf(ctx.tx, request.id)
  const found = checkSheet({
    sheet: sheetOf(held.unitId, held.content),
    dictionary,
    form,
    level: held.level,
    part: partOf(request),
    history: await listHistory(ctx, request, held),
    changes: await listChanges(ctx, request, { unitId: held.unitId, since: firstDay(request) }),
    // A form names the base of every share it asks, so none of them is measured by those beside it.
    neighbours: [],
    texts: Object.entries(held.content.parts).map(([partKey, text]) => ({ partKey, text })),
  })
  return found.map(flag => ({ ...flag, kept: kept.get(flag.key) ?? null }))
}

function firstDay({ cutoff }: StoredRequest): PlainDate {
  return addDays(cutoff, -366 * yearsBack)
}

/** What the unit told before on the same form, the newest first. */
export async function listHistory(ctx: Context, request: StoredRequest, { unitId }: StoredReturn): Promise<PastSheet[]> {
  const past = await listPastReturns(ctx.tx, unitId, { formKey: request.formKey, since: firstDay(request), before: request.cutoff })
  return past.map(({ title, cutoff, covers, content }) => ({ title, cutoff, part: partOf({ covers }), sheet: sheetOf(unitId, content) }))
}

/** The part of the year a request's figures cover; null: other days than any the law names. */
function partOf({ covers }: Pick<StoredRequest, 'covers'>): PeriodPart | null {
  const year = addDays(covers.until, -1).slice(0, 4)
  const isSame = (part: PeriodPart): boolean => {
    const named = periodNamed(`${year}-${part}`)?.covers
    return named?.from === covers.from && named.until === covers.until
  }
  return periodParts.find(isSame) ?? null
}

type AskedCells = Pick<ReturnContent, 'printed' | 'parts'> & { readonly values: Readonly<Record<string, unknown>> }

/** A cell or part the form does not ask this level for. */
export function findUnknownCell({ form }: Asked, { level }: StoredReturn, { values, printed, parts }: AskedCells): string | undefined {
  const codes = new Set(codesAsked(form, level))
  const owed = partsFor(form, level)
  const ratios = new Set(owed.flatMap(part => (part.kind === 'table' ? part.ratios.map(({ code }) => code) : [])))
  const told = new Set(owed.flatMap(part => (part.kind === 'narrative' ? [part.key] : [])))
  return (
    Object.keys(values).find(code => !codes.has(code)) ??
    printed.find(({ ratioCode }) => !ratios.has(ratioCode))?.ratioCode ??
    Object.keys(parts).find(key => !told.has(key))
  )
}
