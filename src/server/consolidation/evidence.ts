import type { EvidenceActivity, EvidenceList, FigureEvidence } from '#contract/figure-evidence.ts'
import { type Activity, participantsText, totalMoney } from '#domain/activity/activity.ts'
import { recordedFlag } from '#domain/indicator/checks/recorded.ts'
import type { Indicator, IndicatorSource } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { holdersOf } from '#domain/merit/holders.ts'
import { authorise } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listDocumentsByIds } from '../document/document.store.ts'
import { listReadableEvidence } from '../evidence/evidence.actions.ts'
import { authoriseAtArea } from '../household/keeper.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findPlan, listTasksByIds } from '../plan/plan.store.ts'
import { countOne, type Recorded } from '../request/counted.ts'
import { listKeptFlags } from '../request/flags.store.ts'
import type { StoredRequest } from '../request/request.store.ts'
import type { ReturnKey } from '../request/return.store.ts'

type Asked = {
  readonly key: ReturnKey
  readonly unitName: string
  readonly indicator: Indicator
  readonly told: Value | null
}

/** What is on record at a unit for the very thing it told. Null: nothing is, and the number was entered. */
export async function findEvidence(ctx: Context, request: StoredRequest, asked: Asked): Promise<FigureEvidence | null> {
  const { key, indicator, told } = asked
  const recorded = await countOne(ctx, request, { unitId: key.unitId, indicator })
  if (!recorded) return null
  const { value } = recorded
  const agrees = told !== null && told.count === value.count
  return {
    from: indicator.source.from,
    recorded: value,
    words: `${printValue(value)} ${indicator.unit}`,
    agrees,
    differs: agrees || told === null ? null : await differsWords(ctx, asked, { told, recorded: value }),
    list: await listOf(ctx, request, { ...asked, recorded }),
    activities: await readable(ctx, recorded.activities, indicator),
  }
}

/** `Sổ ghi 118 hộ, báo cáo 120 hộ; giữ nguyên vì: …`. */
async function differsWords(
  { tx }: Context,
  { key, indicator }: Asked,
  { told, recorded }: { readonly told: Value; readonly recorded: Value },
): Promise<string> {
  const { unit } = indicator
  const flag = recordedFlag(indicator, told, recorded)
  const kept = flag && (await listKeptFlags(tx, key, [key.unitId])).findLast(({ flagKey }) => flagKey === flag.key)
  const because = kept ? `giữ nguyên vì: ${kept.reason} (${kept.byName})` : 'chưa nói vì sao'
  return `Sổ ghi ${printValue(recorded)} ${unit}, báo cáo ${printValue(told)} ${unit}; ${because}`
}

/** Names of households are for those who may list the register there; those of units are nobody's secret. */
async function listOf(
  ctx: Context,
  { cutoff }: StoredRequest,
  { key: { unitId }, unitName, indicator: { source }, recorded }: Asked & { readonly recorded: Recorded },
): Promise<EvidenceList | null> {
  const of = await behind(ctx, { source, recorded, year: Number(cutoff.slice(0, 4)) })
  if (!of) return null
  const isOfHouseholds = of.kind === 'households' || (of.kind === 'holders' && holdersOf(of.honour).kind === 'household')
  const isShown = !isOfHouseholds || (await authoriseAtArea(ctx, 'household.list', unitId)) === undefined
  return { on: cutoff, keeper: unitName, isShown, of }
}

async function behind(
  ctx: Context,
  { source, recorded, year }: { readonly source: IndicatorSource; readonly recorded: Recorded; readonly year: number },
): Promise<EvidenceList['of'] | null> {
  if (source.from === 'season') return { kind: 'holders', honour: source.honour, measure: source.measure, reason: null, year }
  if (source.from === 'reason') return { kind: 'holders', honour: source.honour, measure: 'notReached', reason: source.reason, year }
  if (source.from !== 'register') return null
  if (source.of === 'household') return { kind: 'households' }
  const names = await listUnitNames(ctx.tx, recorded.unitIds, ctx.today)
  return { kind: 'units', units: recorded.unitIds.map(unitId => ({ unitId, unitName: names.get(unitId) ?? '' })) }
}

/** With the tasks they answer, the documents they rest on and the files that show them, each as far as the reader may open it. */
async function readable(ctx: Context, activities: readonly Activity[], indicator: Indicator): Promise<EvidenceActivity[]> {
  const shown: Activity[] = []
  for (const activity of activities) if (!(await authorise(ctx, 'activity.one', activity.hostUnitId))) shown.push(activity)
  const tasks = await tasksOf(ctx, shown)
  const documents = new Map<string, string>()
  for (const document of await listDocumentsByIds(
    ctx.tx,
    shown.flatMap(({ documentIds }) => documentIds),
  ))
    if (!(await authorise(ctx, 'document.one', document.ownerUnitId))) documents.set(document.id, document.code)
  const owners = shown.map(({ id }) => ({ kind: 'activity' as const, id }))
  const files = Map.groupBy(await listReadableEvidence(ctx, owners), ({ owner }) => owner.id)
  return shown.map(activity => ({
    id: activity.id,
    name: activity.name,
    on: activity.startsOn,
    words: wordsOf(activity, indicator),
    tasks: activity.taskIds.flatMap(id => (tasks.has(id) ? [{ id, name: tasks.get(id) ?? '' }] : [])),
    documents: activity.documentIds.flatMap(id => (documents.has(id) ? [{ id, code: documents.get(id) ?? '' }] : [])),
    files: (files.get(activity.id) ?? []).map(({ id, fileName, mediaType }) => ({ id, fileName, mediaType })),
  }))
}

async function tasksOf(ctx: Context, activities: readonly Activity[]): Promise<ReadonlyMap<string, string>> {
  const tasks = new Map<string, string>()
  const ids = activities.flatMap(({ taskIds }) => taskIds)
  for (const { id, name, planId } of await listTasksByIds(ctx.tx, ids)) {
    const plan = await findPlan(ctx.tx, planId)
    if (plan && !(await authorise(ctx, 'plan.one', plan.ownerUnitId))) tasks.set(id, name)
  }
  return tasks
}

/** What of an activity went into the figure; null where it counts as one. */
function wordsOf({ participants, money }: Activity, { source, unit }: Indicator): string | null {
  if (source.from === 'activity') return source.what === 'participants' && participants ? `${participantsText(participants)} ${unit}` : null
  const paid = source.from === 'money' ? totalMoney(money.filter(entry => source.sources.includes(entry.source))) : null
  return paid === null ? null : `${formatNumber(paid)} ${unit}`
}
