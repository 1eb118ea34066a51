import { sql } from 'kysely'
import type { LevelCoverage } from '#contract/consolidation.ts'
import { handedInWords } from '#domain/consolidation/words.ts'
import { compareText } from '#domain/kit/text.ts'
import { type Level, levels } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { nouns } from './consolidated.ts'
import { type Look, namesThen } from './look.ts'

/** Of all that hand in below a unit, level by level, how many have; those right below it that have not are named. */
export async function coverageBelow(ctx: Context, { request, unitId }: Look): Promise<LevelCoverage[]> {
  const rows = await listStandingBelow(ctx.tx, request.id, unitId)
  const nameOf = await namesThen(
    ctx,
    request,
    rows.flatMap(({ missing }) => missing),
  )
  return levels.flatMap(level => {
    const row = rows.find(each => each.level === level)
    if (!row) return []
    const missing = row.missing.map(id => ({ unitId: id, unitName: nameOf(id) })).toSorted((a, b) => compareText(a.unitName, b.unitName))
    const { of, handedIn } = row
    const words = handedInWords(
      { of, handedIn, noun: nouns[level] },
      missing.map(({ unitName }) => unitName),
    )
    return [{ level, of, handedIn, missing, words }]
  })
}

type StandingBelow = { readonly level: Level; readonly of: number; readonly handedIn: number; readonly missing: string[] }

async function listStandingBelow(tx: Db, requestId: string, unitId: string): Promise<StandingBelow[]> {
  const { rows } = await sql<StandingBelow>`
    with recursive below as (
      select unit_id, level, receives, state in ('open', 'sentBack') as is_missing, true as is_right_below
      from report_obligation where partition_id = ${unitId}::uuid and request_id = ${requestId}::uuid
      union all
      select owing.unit_id, owing.level, owing.receives, owing.state in ('open', 'sentBack'), false
      from below join report_obligation owing on owing.partition_id = below.unit_id and owing.request_id = ${requestId}::uuid
      where below.receives
    )
    select level, count(*)::integer as of, (count(*) filter (where not is_missing))::integer as handed_in,
      coalesce(array_agg(unit_id) filter (where is_missing and is_right_below), '{}') as missing
    from below group by level`.execute(tx)
  return rows
}
