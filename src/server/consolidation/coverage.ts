import type { LevelCoverage } from '#contract/consolidation.ts'
import { handedInWords } from '#domain/consolidation/words.ts'
import { compareText } from '#domain/kit/text.ts'
import { levels } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import { listStandingBelow } from './below.store.ts'
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
