import type { ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { addRatio, ratioAt } from '#domain/consolidation/ratio.ts'
import { compareText } from '#domain/kit/text.ts'
import { type OrgTree, treeOn } from '#domain/org/org-unit.ts'
import type { ConsolidatedFacts } from '#domain/report/from-figures.ts'
import { type Level, levels, type Obligation } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import { listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import { findRequestOfDays } from '../request/request.store.ts'
import { listObligations } from '../request/return.store.ts'
import { type CodedFigure, listFiguresOf, listToldOf } from './figure.store.ts'
import { type Asking, askingOf, partsBelow } from './settle.ts'
import { findFigureVersion } from './version.store.ts'

/** What a unit asked for the days of a period, added up as it stands; null where it asked nobody. */
export async function findConsolidated(tx: Db, unitId: string, period: ReportingPeriod): Promise<ConsolidatedFacts | null> {
  const request = await findRequestOfDays(tx, unitId, period.covers)
  if (!request) return null
  const asking = await askingOf(tx, request)
  const { dictionary } = asking
  const day = request.sentOn !== null && request.sentOn < request.cutoff ? request.sentOn : request.cutoff
  const tree = treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, unitId, day), day), day)
  const owed = (await listObligations(tx, request.id)).toSorted((a, b) => orderIn(tree, a, b))
  const partOf = await partsBelow(tx, asking, unitId)
  const below = owed.filter(({ toUnitId }) => toUnitId === unitId)
  const figuresOf = Map.groupBy(
    dictionary.indicators.flatMap(({ code }) => partOf(code).map((figure): CodedFigure => ({ ...figure, code }))),
    figure => figure.unitId,
  )
  return {
    requestId: request.id,
    unitId,
    version: (await findFigureVersion(tx, request.id)) ?? null,
    form: asking.form,
    dictionary,
    figures: byCode(await listFiguresOf(tx, request.id, unitId)),
    shares: await sharesOf(tx, { asking, tree, owed }),
    parts: below.map(({ unitId: id }) => ({ unitId: id, unitName: nameIn(tree, id), figures: byCode(figuresOf.get(id) ?? []) })),
    coverage: coverageOf(owed, { tree, unitId }),
  }
}

function byCode(figures: readonly CodedFigure[]): ReadonlyMap<string, CodedFigure> {
  return new Map(figures.map(figure => [figure.code, figure]))
}

/** Level by level, in each as the tree lists its units. */
function orderIn({ versionOf: versions }: OrgTree, a: Obligation, b: Obligation): number {
  const [one, other] = [versions.get(a.unitId), versions.get(b.unitId)]
  const byLevel = levels.indexOf(a.level) - levels.indexOf(b.level)
  return byLevel || (one?.position ?? 0) - (other?.position ?? 0) || compareText(one?.name ?? '', other?.name ?? '')
}

function nameIn({ versionOf: versions }: OrgTree, unitId: string): string {
  return versions.get(unitId)?.calledInText ?? ''
}

/** What the units of a level are called where they are counted. */
export const nouns: Record<Level, string> = { area: 'thôn, bản, tổ dân phố', commune: 'xã, phường', agency: 'cơ quan, đơn vị' }

function coverageOf(
  owed: readonly (Obligation & { readonly state: string })[],
  { tree, unitId }: { readonly tree: OrgTree; readonly unitId: string },
): ConsolidatedFacts['coverage'] {
  return levels.flatMap(level => {
    const ofLevel = owed.filter(one => one.level === level)
    if (ofLevel.length === 0) return []
    const missing = ofLevel.filter(({ state }) => state === 'open' || state === 'sentBack')
    const named = missing.filter(({ toUnitId }) => toUnitId === unitId)
    return [
      {
        level,
        noun: nouns[level],
        of: ofLevel.length,
        handedIn: ofLevel.length - missing.length,
        missing: named.map(one => nameIn(tree, one.unitId)),
      },
    ]
  })
}

/** Every share the dictionary knows, of each of its bases, from the units that told both counts. */
async function sharesOf(
  tx: Db,
  facts: {
    readonly asking: Asking
    readonly tree: OrgTree
    readonly owed: readonly Obligation[]
  },
): Promise<ConsolidatedFacts['shares']> {
  const { asking, tree, owed } = facts
  const { isAsked, dictionary, requestId, rootUnitId } = asking
  const codes = new Set(dictionary.ratios.flatMap(({ numerator, bases }) => [numerator, ...bases.map(({ code }) => code)]))
  const told = new Map<string, Awaited<ReturnType<typeof toldOf>>>()
  for (const code of codes) told.set(code, await toldOf(tx, requestId, code))
  return dictionary.ratios.flatMap(ratio =>
    ratio.bases.flatMap(({ code: baseCode }) => {
      const owing = owed.filter(({ level }) => isAsked(ratio.numerator, level) && isAsked(baseCode, level))
      const laid = levelsOf(tree, new Set(owing.map(({ unitId }) => unitId)))
      const share = ratioAt(
        addRatio(laid, ratio, baseCode, code => told.get(code) ?? new Map()),
        rootUnitId,
      )
      return share ? [{ code: ratio.code, baseCode, of: share }] : []
    }),
  )
}

async function toldOf(tx: Db, requestId: string, code: string) {
  return new Map((await listToldOf(tx, requestId, code)).map(({ unitId, value }) => [unitId, value]))
}
