import type { ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { shareOf } from '#domain/consolidation/ratio.ts'
import type { FigureFormPart, FormLevel, FormVersion } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { compareText } from '#domain/kit/text.ts'
import { type OrgTree, treeOn } from '#domain/org/org-unit.ts'
import type { ConsolidatedFacts } from '#domain/report/from-figures.ts'
import type { OwnReturn } from '#domain/report/from-return.ts'
import { keptAt, type Level, levels, type Obligation, placeOf, type ReportRequest } from '#domain/request/request.ts'
import { type ReturnState, standingVersion } from '#domain/request/return.ts'
import type { Db } from '../db/connect.ts'
import { listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import { findRequest, findRequestOfDays, findRequestOwed } from '../request/request.store.ts'
import { findSealed, listEvents, listObligations } from '../request/return.store.ts'
import { type CodedFigure, findOwing, type Owing } from './figure.store.ts'
import { figuresAt, sharesAsked } from './look.ts'
import { askingOf, partsBelow } from './settle.ts'
import { flagsOfSums } from './sums.ts'
import { findFigureVersion } from './version.store.ts'

/**
 * What a unit asked for the days of a period, added up as it stands; else its part of what was asked of it and of those below
 * it. Null where it neither asked nor owes.
 */
export async function findConsolidated(
  tx: Db,
  reportingId: string,
  { period, requestId }: { readonly period: ReportingPeriod; readonly requestId: string | null },
): Promise<ConsolidatedFacts | null> {
  const { covers } = period
  const request =
    requestId === null
      ? ((await findRequestOfDays(tx, reportingId, covers)) ?? (await findRequestOwed(tx, reportingId, covers)))
      : await findRequest(tx, requestId)
  if (!request) return null
  const unitId = keptAt(request, reportingId)
  const asking = await askingOf(tx, request)
  const { dictionary } = asking
  const owing = request.unitId === unitId ? null : ((await findOwing(tx, request.id, unitId)) ?? null)
  const day = request.sentOn !== null && request.sentOn < request.cutoff ? request.sentOn : request.cutoff
  const tree = treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, placeOf(request, unitId), day), day), day)
  const owed = within(await listObligations(tx, request.id), unitId).toSorted((a, b) => orderIn(tree, a, b))
  const partOf = await partsBelow(tx, asking, unitId)
  const below = owed.filter(({ toUnitId }) => toUnitId === unitId)
  const figuresOf = Map.groupBy(
    dictionary.indicators.flatMap(({ code }) => partOf(code).map((figure): CodedFigure => ({ ...figure, code }))),
    figure => figure.unitId,
  )
  const figures = await figuresAt({ tx }, { asking, unitId, owing })
  const parts = below.map(({ unitId: id }) => ({ unitId: id, unitName: nameIn(tree, id), figures: byCode(figuresOf.get(id) ?? []) }))
  const flags = await flagsOfSums({ tx }, { request, asking, unitId, owing, figures, parts })
  return {
    requestId: request.id,
    unitId,
    own: owing && (await findOwn(tx, { requestId: request.id, owing, unitName: nameIn(tree, unitId) })),
    version: (await findFigureVersion(tx, request.id)) ?? null,
    form: asking.form,
    outline: outlineAsked(request, asking.form, [...owed.map(({ level }) => level), owing?.level ?? 'province']),
    dictionary,
    figures,
    shares: sharesAsked(asking).flatMap(({ ratio, base, thing }) => {
      const share = shareOf(figures.get(thing.code)?.values ?? null)
      return share ? [{ code: ratio.code, baseCode: base.code, of: { ...share, baseName: base.name } }] : []
    }),
    parts,
    flags: flags.filter(({ kept }) => kept === null),
    coverage: coverageOf(owed, { tree, unitId }),
  }
}

/** Parts of a form of a unit's own that some of these levels owe. */
function outlineAsked(
  { formKey }: Pick<ReportRequest, 'formKey'>,
  form: FormVersion,
  owing: readonly FormLevel[],
): FigureFormPart[] | null {
  return formKey === movementForm.key ? null : form.parts.filter(({ owedBy }) => owedBy.some(level => owing.includes(level)))
}

type Owed = Obligation & { readonly state: ReturnState }

/** Those that hand in to a unit, straight or through others. */
function within(owed: readonly Owed[], unitId: string): Owed[] {
  const below = Map.groupBy(owed, ({ toUnitId }) => toUnitId)
  const found = [...(below.get(unitId) ?? [])]
  for (const one of found) found.push(...(below.get(one.unitId) ?? []))
  return found
}

/** What the unit handed in itself, in the version that counts. */
async function findOwn(
  tx: Db,
  { requestId, owing, unitName }: { readonly requestId: string; readonly owing: Owing; readonly unitName: string },
): Promise<OwnReturn | null> {
  const key = { ...owing, requestId }
  const events = await listEvents(tx, key)
  const version = standingVersion(events)
  const sealed = version === null ? undefined : await findSealed(tx, key, version)
  const sent = events.find(event => event.version === version && (event.type === 'sent' || event.type === 'corrected'))
  return version === null || !sealed || !sent ? null : { unitName, version, on: sent.on, parts: sealed.content.parts }
}

function byCode(figures: readonly CodedFigure[]): ReadonlyMap<string, CodedFigure> {
  return new Map(figures.map(figure => [figure.code, figure]))
}

/** Level by level, in each as the tree lists whom they hand in to, and then themselves. */
function orderIn(tree: OrgTree, a: Obligation, b: Obligation): number {
  const byLevel = levels.indexOf(a.level) - levels.indexOf(b.level)
  return byLevel || placeIn(tree, a.toUnitId, b.toUnitId) || placeIn(tree, a.unitId, b.unitId)
}

function placeIn({ versionOf: versions }: OrgTree, a: string, b: string): number {
  const [one, other] = [versions.get(a), versions.get(b)]
  return (one?.position ?? 0) - (other?.position ?? 0) || compareText(one?.name ?? '', other?.name ?? '')
}

function nameIn({ versionOf: versions }: OrgTree, unitId: string): string {
  return versions.get(unitId)?.calledInText ?? ''
}

/** What the units of a level are called where they are counted. */
export const nouns: Record<Level, string> = {
  area: 'thôn, bản, tổ dân phố',
  commune: 'xã, phường',
  district: 'huyện, thị xã, thành phố',
  agency: 'cơ quan, đơn vị',
}

function coverageOf(
  owed: readonly Owed[],
  { tree, unitId }: { readonly tree: OrgTree; readonly unitId: string },
): ConsolidatedFacts['coverage'] {
  return levels.flatMap(level => {
    const ofLevel = owed.filter(one => one.level === level)
    if (ofLevel.length === 0) return []
    const missing = ofLevel.filter(({ state }) => state === 'open' || state === 'sentBack')
    return [
      {
        level,
        noun: nouns[level],
        of: ofLevel.length,
        handedIn: ofLevel.length - missing.length,
        // One that hands in to another is named with whom it hands in to.
        missing: missing.map(one => nameIn(tree, one.unitId) + (one.toUnitId === unitId ? '' : ` (${nameIn(tree, one.toUnitId)})`)),
      },
    ]
  })
}
