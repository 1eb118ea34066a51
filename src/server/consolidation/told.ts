import type { ToldFigure } from '#contract/figure-evidence.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { findLastChange } from '../audit/value-change.store.ts'
import type { Context } from '../context.ts'
import { listKeptFlags } from '../request/flags.store.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { subjectOf } from '../request/return.actions.ts'
import { flagsOf } from '../request/return.flags.ts'
import { findReturn, findSealed, listEvents, type ReturnKey } from '../request/return.store.ts'

type Asked = { readonly key: ReturnKey; readonly version: number; readonly indicator: Indicator }

/** A number as one version of a return told it: who handed it in, who had written it, and what was said to it. */
export async function findToldFigure(ctx: Context, request: StoredRequest, { key, version, indicator }: Asked): Promise<ToldFigure | null> {
  const { code } = indicator
  const sealed = await findSealed(ctx.tx, key, version)
  const value = sealed?.content.values[code]
  const events = await listEvents(ctx.tx, key)
  const sent = events.find(event => event.version === version && (event.type === 'sent' || event.type === 'corrected'))
  if (!sealed || !value || !sent) return null
  const change = await findLastChange(ctx.tx, { ...subjectOf(key), code, until: sent.at })
  return {
    version,
    byName: sent.byName,
    on: sent.on,
    value,
    words: printValue(value),
    entered: change ?? null,
    remarks: [
      ...(await saidTo(ctx, request, { key, version, indicator })),
      ...(sent.reason === '' ? [] : [`Đính chính vì: ${sent.reason}`]),
    ],
  }
}

/** "Giữ nguyên vì …", said of these very numbers at this very cell. */
async function saidTo(ctx: Context, request: StoredRequest, { key, version, indicator }: Asked): Promise<string[]> {
  const held = await findReturn(ctx.tx, key.requestId, key.unitId)
  const sealed = await findSealed(ctx.tx, key, version)
  if (!held || !sealed || (await listKeptFlags(ctx.tx, key, [key.unitId])).length === 0) return []
  const flags = await flagsOf(ctx, request, { ...held, content: sealed.content })
  return flags
    .filter(({ places }) => places.some(place => place.kind === 'cell' && place.key === indicator.code))
    .flatMap(({ sentence, kept }) => (kept ? [`${sentence} Giữ nguyên vì: ${kept.reason} (${kept.byName})`] : []))
}
