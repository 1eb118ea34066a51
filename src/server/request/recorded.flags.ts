import type { FlagView } from '#contract/return.ts'
import { checkElsewhere } from '#domain/indicator/checks/elsewhere.ts'
import { checkRecorded } from '#domain/indicator/checks/recorded.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { countRecorded } from './counted.ts'
import { findElsewhere } from './elsewhere.ts'
import { listKeptFlags } from './flags.store.ts'
import type { StoredRequest } from './request.store.ts'
import { flagsOf } from './return.flags.ts'
import type { StoredReturn } from './return.store.ts'

/** What the house has on record beside a return, and what the unit told elsewhere. */
export type Beside = {
  readonly counted: Awaited<ReturnType<typeof countRecorded>>
  readonly elsewhere: Awaited<ReturnType<typeof findElsewhere>>
}

export async function findBeside(ctx: Context, request: StoredRequest, held: StoredReturn): Promise<Beside> {
  return { counted: await countRecorded(ctx, request, held), elsewhere: await findElsewhere(ctx, request, held.unitId) }
}

/** All that is asked of whoever writes or opens one return: also where a number is another one than on record or told elsewhere. */
export async function flagsForWriter(ctx: Context, request: StoredRequest, held: StoredReturn, known?: Beside): Promise<FlagView[]> {
  const { counted, elsewhere } = known ?? (await findBeside(ctx, request, held))
  const { dictionary } = await askedOf(ctx.tx, request.id)
  const kept = new Map(
    (await listKeptFlags(ctx.tx, held, [held.unitId])).map(({ flagKey, reason, byName, at }) => [flagKey, { reason, byName, at }]),
  )
  const { values } = held.content
  const differing = [...checkRecorded(values, counted, dictionary), ...checkElsewhere(values, elsewhere, dictionary)]
  return [...(await flagsOf(ctx, request, held)), ...differing.map(flag => ({ ...flag, kept: kept.get(flag.key) ?? null }))]
}
