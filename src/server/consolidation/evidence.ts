import type { FigureEvidence } from '#contract/consolidation.ts'
import { type Activity, participantsText, totalMoney } from '#domain/activity/activity.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { Context } from '../context.ts'
import { countOne } from '../request/counted.ts'
import type { StoredRequest } from '../request/request.store.ts'

/** What is on record at a unit for the very thing it told. Null: nothing is, and the number was entered. */
export async function findEvidence(
  ctx: Context,
  request: StoredRequest,
  { unitId, indicator, told }: { readonly unitId: string; readonly indicator: Indicator; readonly told: Value | null },
): Promise<FigureEvidence | null> {
  const found = await countOne(ctx, request, { unitId, indicator })
  if (!found) return null
  const { value, activities } = found
  return {
    from: indicator.source.from,
    recorded: value,
    words: `${printValue(value)} ${indicator.unit}`,
    agrees: told !== null && told.count === value.count,
    activities: activities.map(activity => ({
      id: activity.id,
      name: activity.name,
      on: activity.startsOn,
      words: wordsOf(activity, indicator),
    })),
  }
}

/** What of an activity went into the figure; null where it counts as one. */
function wordsOf({ participants, money }: Activity, { source, unit }: Indicator): string | null {
  if (source.from === 'activity') return source.what === 'participants' && participants ? `${participantsText(participants)} ${unit}` : null
  const paid = source.from === 'money' ? totalMoney(money.filter(entry => source.sources.includes(entry.source))) : null
  return paid === null ? null : `${formatNumber(paid)} ${unit}`
}
