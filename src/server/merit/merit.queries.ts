import type { Params, RefusalCode } from '#contract/index.ts'
import type { MeritFiguresView, MeritRow, MeritRowsView, MeritUnitSums } from '#contract/merit.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { isPeriodMeasure, type Measure } from '#domain/merit/counts.ts'
import { type FiguredHonour, holdersOf, praiseOf } from '#domain/merit/holders.ts'
import { type MeritSum, nothing, sumsBelow } from '#domain/merit/sum.ts'
import { type OrgUnitVersion, pathOf as pathInTree, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { sameDayLastYear } from '#domain/overview/compared-periods.ts'
import type { ReasonCode } from '#domain/season/decision.ts'
import { codesTold, mayKnowGrounds, reasonsFor, toldCounts } from '#domain/season/told-reasons.ts'
import { isOwnHonour, type OwnHonour, partsOfOwn } from '#domain/title/own-honour.ts'
import { ownTitleIn } from '#domain/title/own-title.ts'
import { ruleBookOn, ruleBooks } from '#domain/title/rule-books.ts'
import { authorise, pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { authoriseAtArea, listAreasInReach } from '../household/keeper.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listRules } from '../title/rules.store.ts'
import { candidatesInYear } from './period-years.ts'
import { listBehind, type RowKey, type StoredRow } from './rows.store.ts'
import { openScope, type Scope } from './scope.ts'
import { sumsAtPlaces } from './sums.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** What a panel shows at once; the next page begins behind the last row. */
const pageRows = 50

/** Every number of an honour and year of merit, for a unit and those one step below, beside the year before. */
export async function findFigures(ctx: Context, { unitId, honour, year, ...days }: Params<'merit.figures'>): Reply<MeritFiguresView> {
  const denied = await authorise(ctx, 'merit.figures', unitId)
  if (denied) return denied
  const on = days.on ?? ctx.today
  const treeDay = days.tree ?? on
  const found = await openScope(ctx, unitId, treeDay)
  if (!found.ok) return found
  const scope = found.value
  const beforeOn = sameDayLastYear(on)
  const now = sumsBelow(scope.tree, unitId, await sumsAtPlaces(ctx, scope, { honour, year, on }))
  const before = sumsBelow(scope.tree, unitId, await sumsAtPlaces(ctx, scope, { honour, year: year - 1, on: beforeOn }))
  const beforeOf = new Map(before.parts.map(({ unit, sum }) => [unit.unitId, sum]))
  const told = mayKnowGrounds(ctx.actor, await pathOf(ctx, unitId)) ? (sum: MeritSum) => sum : withoutGrounds
  return ok({
    honour,
    honourName: await nameOn(ctx, honour, on),
    year,
    on,
    beforeOn,
    tree: treeDay,
    total: ofUnit(scope.unit, told(now.total), told(before.total)),
    parts: now.parts.map(({ unit, sum }) => ofUnit(unit, told(sum), told(beforeOf.get(unit.unitId) ?? nothing))),
    undivided: told(now.undivided),
  })
}

/** The rows a number counts, page by page: names to those who may list the register there, codes to everybody else. */
export async function listRowsBehind(ctx: Context, params: Params<'merit.rows'>): Reply<MeritRowsView> {
  const { unitId, honour, year, measure, reason, after } = params
  const denied = await authorise(ctx, 'merit.rows', unitId)
  if (denied) return denied
  const on = params.on ?? ctx.today
  const scope = await openScope(ctx, unitId, params.tree ?? on)
  if (!scope.ok) return scope
  const behind = heldIn(honour, measure)
  if (!behind) return ok({ rows: [], next: null })
  const { kind, unitKinds } = holdersOf(honour)
  const named = await areasWithNames(ctx, unitId)
  if (reason !== undefined && kind === 'household' && named.size === 0) return refuse('account.not-allowed')
  const unitPath = await pathOf(ctx, unitId)
  const codes = reason !== undefined && measure === 'notReached' ? codesBehind(ctx, unitPath, reason) : null
  const asked = { ...behind, year, on, kind, unitIds: scope.value.within(unitKinds), codes }
  const candidateIds = isPeriodMeasure(measure) ? await candidatesInYear(ctx, scope.value, { ...asked, measure }) : null
  const found = await listBehind(ctx.tx, { ...asked, candidateIds, after: readKey(after), limit: pageRows + 1 })
  const page = found.slice(0, pageRows)
  const last = page.at(-1)
  const names = await listUnitNames(
    ctx.tx,
    page.map(row => row.areaUnitId),
    on,
  )
  return ok({
    rows: page.map(row =>
      toRow(row, {
        measure,
        areaName: placeName(scope.value, { areaUnitId: row.areaUnitId, own: names.get(row.areaUnitId), below: unitId }),
        isNamed: row.unitId !== null || named.has(row.areaUnitId),
        reasons: reasonsFor(ctx.actor, unitPath, row.reasons ?? []).map(({ code }) => code),
      }),
    ),
    next: last && found.length > page.length ? writeKey(last) : null,
  })
}

/** `Bản Trên, xã Minh Họa`: with what lies between the area and the unit looked at, for villages are called alike. */
function placeName(
  { tree, placeOf }: Scope,
  { areaUnitId, own, below }: { readonly areaUnitId: string; readonly own: string | undefined; readonly below: string },
): string {
  const path = pathInTree(tree, placeOf(areaUnitId) ?? areaUnitId)
  const between = path.slice(0, Math.max(0, path.indexOf(below))).flatMap(id => tree.versionOf.get(id) ?? [])
  const above = between.filter(({ kind }) => !residentialAreaKinds.includes(kind)).map(({ calledInText }) => calledInText)
  return [own, ...above.filter(name => name !== own)].filter(Boolean).join(', ')
}

/** Whom a reason brings up: by what the actor is told, never by more. */
function codesBehind({ actor }: Context, unitPath: readonly string[], reason: string): string[] {
  return mayKnowGrounds(actor, unitPath) ? [reason] : codesTold(reason)
}

function heldIn(honour: FiguredHonour, measure: Measure) {
  if (isPeriodMeasure(measure)) return { honour, measure: 'reached' as const }
  if (measure !== 'praised') return { honour, measure }
  const praise = praiseOf(honour)
  return praise && { honour: praise, measure: 'recognised' as const }
}

/** Areas whose register the actor may list: only there a row has a name. */
async function areasWithNames(ctx: Context, unitId: string): Promise<ReadonlySet<string>> {
  const denied = await authoriseAtArea(ctx, 'household.list', unitId)
  return new Set(denied ? [] : await listAreasInReach(ctx, 'household.list', unitId))
}

function withoutGrounds({ counts, ...sum }: MeritSum): MeritSum {
  return { ...sum, counts: { ...counts, reasons: toldCounts(counts.reasons, counts.notReached) } }
}

function ofUnit({ unitId, calledInText }: OrgUnitVersion, sum: MeritSum, before: MeritSum): MeritUnitSums {
  return { unitId, unitName: calledInText, sum, before }
}

async function nameOn(ctx: Context, honour: FiguredHonour, on: PlainDate): Promise<string> {
  if (isOwnHonour(honour)) return nameOfOwn(ctx, honour)
  return (ruleBookOn(honour, on) ?? ruleBooks.findLast(book => book.honour === honour))?.name ?? ''
}

/** As the newest rules of its province that have it call it. */
async function nameOfOwn(ctx: Context, honour: OwnHonour): Promise<string> {
  const { provinceId, code } = partsOfOwn(honour)
  const named = (await listRules(ctx.tx, [provinceId])).flatMap(({ rules }) => ownTitleIn(honour, { provinceId, rules }) ?? [])
  return named[0]?.name ?? code
}

type Shown = {
  readonly measure: Measure
  readonly areaName: string
  readonly isNamed: boolean
  /** As told to whoever asks. */
  readonly reasons: readonly ReasonCode[]
}

function toRow(row: StoredRow, { measure, areaName, isNamed, reasons }: Shown): MeritRow {
  const { candidateId, seasonId, areaUnitId, householdId, unitId, headName, code, decision } = row
  return {
    candidateId,
    seasonId,
    areaUnitId,
    areaName,
    unitId,
    code,
    decision,
    onDay: dayOf(measure, row),
    householdId: isNamed ? householdId : null,
    headName: isNamed ? headName : null,
    reasons: isNamed && measure === 'notReached' ? reasons : null,
  }
}

/** The day of what is counted. */
function dayOf(measure: Measure, row: StoredRow): PlainDate | null {
  switch (measure) {
    case 'registered':
    case 'reviewed':
    case 'reached':
    case 'firstYear':
    case 'secondYear':
    case 'thirdYear':
    case 'fourthYear':
    case 'fifthYear':
    case 'undecided':
      return row.registeredOn
    case 'withdrawn':
      return row.withdrawnOn
    case 'revoked':
      return row.revokedOn
    case 'handedOver':
      return row.handedOn
    case 'notCollected':
      return row.missedOn
    case 'recognised':
    case 'notReached':
    case 'threeYears':
    case 'fiveYears':
    case 'praised':
      return row.decidedOn
  }
}

function writeKey({ place, candidateId, sortKey }: StoredRow): string {
  return `${place}.${candidateId}.${sortKey}`
}

/** A place, an id, then the key of a name. What reads as none of these begins at the beginning. */
function readKey(text: string | undefined): RowKey | null {
  const [, place, id, sortKey] = /^(\d{1,7})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.*)$/su.exec(text ?? '') ?? []
  return place && id && sortKey !== undefined ? { place: Number(place), id, sortKey } : null
}
