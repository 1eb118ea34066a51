import type { Params } from '#contract/index.ts'
import type { HonourYears, YearsView } from '#contract/season-years.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { lastStanding } from '#domain/household/household.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { reasonsFor } from '#domain/season/told-reasons.ts'
import {
  type CountedYear,
  chainOf,
  type Descent,
  type KeptBy,
  praiseStanding,
  recognitionStanding,
  resultsOf,
  yearsOf,
} from '#domain/season/years.ts'
import { byFact } from '#domain/title/confirmation.ts'
import { isOwnHonour } from '#domain/title/own-honour.ts'
import { type Honour, honours } from '#domain/title/rule-book.ts'
import { ruleBooks } from '#domain/title/rule-books.ts'
import type { Confirmations } from '#domain/title/sourced.ts'
import { pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { nameFor } from '../household/household.queries.ts'
import { findHousehold, listVersionsOfHousehold } from '../household/household.store.ts'
import { authoriseAtArea } from '../household/keeper.ts'
import { listVersions } from '../org/org.store.ts'
import { listConfirmations } from '../title/law.store.ts'
import { listRules } from '../title/rules.store.ts'
import { authoriseAtHolder, holdersOf } from './holder.ts'
import type { Reply } from './season.actions.ts'
import { bookOf } from './season.case.ts'
import { listDescents, listYearsOfMerit, type SubjectKind } from './years.store.ts'

export type Subjects = {
  readonly kind: SubjectKind
  readonly ids: readonly string[]
  /** Where they are: what the province there says of splits and mergers is what counts. */
  readonly placeUnitId: string
}

/** The years of each of these, with those taken over from whom they come from. */
export async function openYears(ctx: Context, { kind, ids, placeUnitId }: Subjects): Promise<Map<string, CountedYear[]>> {
  const descents = await listDescents(ctx.tx, kind, ids)
  const everybody = [...new Set([...ids, ...descents.map(({ fromId }) => fromId)])]
  const years = await listYearsOfMerit(ctx.tx, kind, everybody)
  const ruleOn = await keptRulesOf(ctx, { kind, placeUnitId })
  const settled: Descent[] = descents.map(descent => ({ ...descent, rule: ruleOn(descent) }))
  const [yearsBy, descentsBy] = [Map.groupBy(years, year => year.subjectId), Map.groupBy(settled, descent => descent.subjectId)]
  return new Map(
    ids.map(id => {
      const line = lineOf(id, descentsBy)
      const facts = { years: line.flatMap(one => yearsBy.get(one) ?? []), descents: line.flatMap(one => descentsBy.get(one) ?? []) }
      return [id, yearsOf(id, facts)]
    }),
  )
}

/** Somebody and everybody they come from. */
function lineOf(id: string, descents: ReadonlyMap<string, readonly Descent[]>, seen: Set<string> = new Set()): string[] {
  if (seen.has(id)) return []
  seen.add(id)
  return [id, ...(descents.get(id) ?? []).flatMap(({ fromId }) => lineOf(fromId, descents, seen))]
}

/** What the province said on the day of a split or a merger. */
async function keptRulesOf(
  ctx: Context,
  { kind, placeUnitId }: Omit<Subjects, 'ids'>,
): Promise<(descent: Pick<Descent, 'on' | 'kind'>) => KeptBy> {
  const path = await pathOf(ctx, placeUnitId)
  const adopted = (await listRules(ctx.tx, path)).filter(({ withdrawnOn }) => withdrawnOn === null)
  const nearestFirst = adopted.toSorted((a, b) => path.indexOf(a.unitId) - path.indexOf(b.unitId)).map(({ rules }) => rules)
  return ({ on, kind: happening }) => {
    const rules = inForce(nearestFirst, on)
    const keeps = rules?.yearsKept[kind][happening]
    return rules && keeps ? { keeps, basis: rules.basis, confirmation: rules.confirmation } : null
  }
}

/** Names, so for those whose duty the household is. */
export async function findYearsOfHousehold(ctx: Context, { householdId }: Params<'season.yearsOfHousehold'>): Reply<YearsView> {
  const household = await findHousehold(ctx.tx, householdId)
  const last = household && lastStanding(await listVersionsOfHousehold(ctx.tx, household))
  if (!last) return unknown(ctx, 'season.yearsOfHousehold', 'household.unknown')
  const denied = await authoriseAtArea(ctx, 'season.yearsOfHousehold', last.areaUnitId)
  if (denied) return denied
  const subjects = { kind: 'household', ids: [householdId], placeUnitId: last.areaUnitId } as const
  return ok(await toYearsView(ctx, subjects, last.headName))
}

/** One that has ended is read by those of the units it went into, and by what holds for these. */
export async function findYearsOfUnit(ctx: Context, { unitId }: Params<'season.yearsOfUnit'>): Reply<YearsView> {
  const denied = await authoriseAtHolder(ctx, 'season.yearsOfUnit', { unitId })
  if (denied) return denied
  const last = (await listVersions(ctx.tx, [unitId])).at(-1)
  if (!last) return refuse('org.unit-not-in-force', { on: ctx.today })
  const [placeUnitId = unitId] = await holdersOf(ctx, { unitId })
  return ok(await toYearsView(ctx, { kind: 'unit', ids: [unitId], placeUnitId }, last.calledInText))
}

async function toYearsView(ctx: Context, subjects: Subjects & { readonly ids: readonly [string] }, name: string): Promise<YearsView> {
  const [subjectId] = subjects.ids
  const years = (await openYears(ctx, subjects)).get(subjectId) ?? []
  const path = await pathOf(ctx, subjects.placeUnitId)
  const confirmations = byFact((await listConfirmations(ctx.tx, path)).filter(({ withdrawal }) => withdrawal === null))
  const areaNameOf = await areaNames(ctx, years)
  const nameOf = await namesTold(ctx, subjects, years)
  return {
    kind: subjects.kind,
    subjectId,
    name,
    years: years.map(year => {
      const { way: _, ...told } = year
      const { name: bookName, cites } = bookOf(year)
      return {
        ...told,
        name: nameOf(year),
        reasons: reasonsFor(ctx.actor, path, year.reasons),
        areaName: areaNameOf(year),
        bookName,
        cites,
        takenFrom: year.through && { ...year.through, name: nameOf(year) },
      }
    }),
    honours: honoursIn(years).flatMap(honour => toHonourYears(years, honour, confirmations)),
  }
}

/** What the file of a year was called on the day of its decision, else when the year was over. */
async function areaNames({ tx, today }: Context, years: readonly CountedYear[]): Promise<(year: CountedYear) => string> {
  const versionsOf = Map.groupBy(await listVersions(tx, [...new Set(years.map(({ areaUnitId }) => areaUnitId))]), ({ unitId }) => unitId)
  return ({ areaUnitId, year, decision }) => {
    const day = decision?.on ?? [today, plainDate(`${year}-12-31`)].toSorted()[0] ?? today
    const begun = versionsOf.get(areaUnitId)?.filter(({ valid }) => valid.from === null || valid.from <= day)
    return (begun?.at(-1) ?? versionsOf.get(areaUnitId)?.at(0))?.calledInText ?? ''
  }
}

/** Units have names for everybody; households one's own and those one answers for, wherever they live or lived last. */
async function namesTold(
  ctx: Context,
  { kind, ids }: Subjects,
  years: readonly CountedYear[],
): Promise<(year: CountedYear) => string | null> {
  if (kind === 'unit') return ({ name }) => name
  const told = new Set(ids)
  for (const subjectId of new Set(years.map(year => year.subjectId)))
    if (!told.has(subjectId) && (await nameFor(ctx, subjectId)) !== null) told.add(subjectId)
  return ({ subjectId, name }) => (told.has(subjectId) ? name : null)
}

/** Those of the law in their order, then those of the province's own. */
function honoursIn(years: readonly CountedYear[]): Honour[] {
  return [...honours, ...new Set(years.map(({ honour }) => honour).filter(isOwnHonour))]
}

/** How an honour stands after the last year of which anything is known. */
function toHonourYears(years: readonly CountedYear[], honour: Honour, confirmations: Confirmations): HonourYears[] {
  const results = resultsOf(years, honour, 'possible')
  if (results.length === 0) return []
  const upTo = Math.max(...results.map(({ year }) => year))
  const book = years.find(year => year.honour === honour && year.year === upTo)
  const recognition = book && bookOf(book).recognition
  const praiseBook = ruleBooks.find(
    ({ praise, valid }) => praise?.of === honour && `${upTo}-12-31` >= valid.from && isBefore(upTo, valid.until),
  )
  return [
    {
      honour,
      upTo,
      ...chainOf(years, { honour, year: upTo }),
      recognition: recognition ? recognitionStanding(upTo, years, { honour, recognition, confirmations }) : null,
      praise: praiseBook?.praise
        ? {
            ...praiseStanding(upTo, years, { praise: praiseBook.honour, rule: praiseBook.praise, confirmations }),
            honour: praiseBook.honour,
          }
        : null,
    },
  ]
}

function isBefore(year: number, until: string | null): boolean {
  return until === null || `${year}-12-31` < until
}
