import type { FlagView } from '#contract/return.ts'
import { checkRecorded } from '#domain/indicator/checks/recorded.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { countRecorded } from './counted.ts'
import { listKeptFlags } from './flags.store.ts'
import type { StoredRequest } from './request.store.ts'
import { flagsOf } from './return.flags.ts'
import type { StoredReturn } from './return.store.ts'

/** All that is asked of whoever writes or opens one return: also where a number is another one than the house has on record. */
export async function flagsForWriter(
  ctx: Context,
  request: StoredRequest,
  held: StoredReturn,
  counted?: Awaited<ReturnType<typeof countRecorded>>,
): Promise<FlagView[]> {
  const recorded = counted ?? (await countRecorded(ctx, request, held))
  const { dictionary } = await askedOf(ctx.tx, request.id)
  const kept = new Map(
    (await listKeptFlags(ctx.tx, held, [held.unitId])).map(({ flagKey, reason, byName, at }) => [flagKey, { reason, byName, at }]),
  )
  const differing = checkRecorded(held.content.values, recorded, dictionary)
  return [...(await flagsOf(ctx, request, held)), ...differing.map(flag => ({ ...flag, kept: kept.get(flag.key) ?? null }))]
}
