import type { PrintDrawParams } from '#contract/dossier.ts'
import type { RefusalCode } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { paperWords } from '#domain/dossier/paper-kinds.ts'
import { recheckList } from '#domain/dossier/recheck-list.ts'
import type { Result } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import type { Season } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { listVersionsOn } from '../org/org.store.ts'
import { unlessUnprintable } from '../report/writers.ts'
import { listDecisions } from '../season/decision.store.ts'
import { authoriseAtHolder, holdersOf } from '../season/holder.ts'
import { findSeason } from '../season/season.store.ts'
import { namesOfAreas } from '../signal/recheck.queries.ts'
import { findDraw, listItems, listStrata, type StoredDraw } from '../signal/recheck.store.ts'
import { openSeasonPapers } from './dossier.facts.ts'
import type { PaperKey } from './dossier.store.ts'
import { type PaperContent, paperFile, send } from './paper.files.ts'

/** Whom a lot fell on, for those who go and look: kept as it was first printed, as the lot itself is. */
export async function printDraw(ctx: Context, { drawId, format }: PrintDrawParams): Promise<Result<SentFile, RefusalCode>> {
  const drawn = await findDraw(ctx.tx, drawId)
  const season = drawn && (await findSeason(ctx.tx, drawn.seasonId))
  if (!drawn || !season) return unknown(ctx, 'dossier.printDraw', 'signal.unknown-draw')
  const denied = await authoriseAtHolder(ctx, 'dossier.printDraw', season)
  if (denied) return denied
  const key: PaperKey = { seasonId: season.id, areaUnitId: null, code: 'recheckList', about: drawn.id }
  return unlessUnprintable('dossier.unprintable', async () =>
    send(await paperFile(ctx, 'recheckList', key, () => listOf(ctx, season, drawn)), {
      format,
      name: `${paperWords.recheckList} ${season.year}, rút ngày ${drawn.on}`,
    }),
  )
}

async function listOf(ctx: Context, season: Season, { decisionIds, ...draw }: StoredDraw): Promise<PaperContent> {
  const { law } = await openSeasonPapers(ctx, season)
  const issuer = await holderOn(ctx, season, draw.on)
  const strata = await listStrata(ctx.tx, draw.id)
  const names = await namesOfAreas(
    ctx,
    strata.map(({ areaUnitId }) => areaUnitId),
    draw.on,
  )
  const paper = recheckList({
    season,
    book: law.book,
    issuer,
    draw,
    decisions: (await listDecisions(ctx.tx, season.id)).filter(({ id }) => decisionIds.includes(id)),
    areas: strata
      .map(({ areaUnitId, population }) => ({ unitId: areaUnitId, name: names.get(areaUnitId) ?? '', population }))
      .toSorted((a, b) => compareText(a.name, b.name)),
    items: await listItems(ctx.tx, draw.id),
  })
  const title = `${paperWords.recheckList}, ${law.book.name} năm ${season.year}`
  return { kind: 'form', book: { title, author: issuer.calledInText, day: draw.on, papers: [paper] } }
}

async function holderOn(ctx: Context, season: Season, on: PlainDate): Promise<OrgUnitVersion> {
  const [holder] = await listVersionsOn(ctx.tx, await holdersOf(ctx, season, on), on)
  if (!holder) throw new Error(`nobody held season ${season.id} on the day of its lot`)
  return holder
}
