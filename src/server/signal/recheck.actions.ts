import type { Answer, Body } from '#contract/index.ts'
import type { DrawView } from '#contract/signal.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { Season } from '#domain/season/season.ts'
import type { SignalRefusal } from '#domain/signal/review.ts'
import { type Drawn, draw, drawAreas, sampleSize } from '#domain/signal/sample.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import type { Reply } from '../season/season.actions.ts'
import { findSeason, lockSeason } from '../season/season.store.ts'
import { answerAgain } from '../sent-before.ts'
import { rankWith, strataOf } from './lot.ts'
import { openDraw } from './recheck.queries.ts'
import {
  findDraw,
  insertDraw,
  insertFindings,
  listFindings,
  listRecognisedIn,
  lockItems,
  type Recognised,
  type StoredDraw,
} from './recheck.store.ts'
import { isOfHouseholds } from './season-look.ts'

/** As many as the answer needs, from every village by its share. */
export async function drawHouseholds(ctx: Context, { margin, ...body }: Body<'signal.drawHouseholds'>): Reply<DrawView> {
  return drawLot(ctx, 'signal.drawHouseholds', { ...body, what: 'households', margin }, recognised => {
    const strata = strataOf(recognised)
    return draw(strata, sampleSize(recognised.length, margin), rankWith(body.seed))
  })
}

/** Whole areas, each with the same chance. */
export async function drawWholeAreas(ctx: Context, { count, ...body }: Body<'signal.drawAreas'>): Reply<DrawView> {
  return drawLot(ctx, 'signal.drawAreas', { ...body, what: 'areas', margin: null }, recognised =>
    drawAreas(
      strataOf(recognised).map(({ areaUnitId }) => areaUnitId),
      count,
      rankWith(body.seed),
    ),
  )
}

type Asked = Pick<StoredDraw, 'id' | 'seasonId' | 'seed' | 'what' | 'margin'>

async function drawLot(
  ctx: Context,
  name: 'signal.drawHouseholds' | 'signal.drawAreas',
  asked: Asked,
  fall: (recognised: readonly Recognised[]) => Result<Drawn[], SignalRefusal>,
): Reply<DrawView> {
  const season = await lockSeason(ctx.tx, asked.seasonId) // no decision falls between counting and drawing
  if (!season) return unknown(ctx, name, 'season.unknown')
  const denied = await authoriseAtHolder(ctx, name, season)
  if (denied) return denied
  const sentBefore = await findDraw(ctx.tx, asked.id)
  if (sentBefore) return answerAgain(await openDraw(ctx, sentBefore), sentBefore.seasonId === season.id)
  if (!isOfHouseholds(season)) return refuse('signal.not-of-households')
  const recognised = await listRecognisedIn(ctx.tx, { seasonId: season.id, decisionIds: null })
  const drawn = fall(recognised)
  if (!drawn.ok) return drawn
  const decisionIds = [...new Set(recognised.map(({ decisionId }) => decisionId))].toSorted()
  const stored: StoredDraw = { ...asked, decisionIds, on: ctx.today, byName: ctx.actor.fullName }
  const partitions = new Map(recognised.map(({ candidateId, partitionId }) => [candidateId, partitionId]))
  await insertDraw(ctx.tx, stored, {
    strata: strataOf(recognised).map(({ areaUnitId, ids }) => ({ areaUnitId, population: asked.what === 'areas' ? 1 : ids.length })),
    items: drawn.value.map(item => ({ ...item, partitionId: partitions.get(item.itemId) ?? null })),
    recordedAt: ctx.now,
  })
  await insertAuditEntry(ctx, name, subjectOf(season, [stored.id]), { after: { ...stored, drawn: drawn.value.length } })
  return ok(await openDraw(ctx, stored))
}

/** What was found where the lot fell, all rows or none; a second finding stands beside the first. */
export async function recordFinding(ctx: Context, body: Body<'signal.recheck'>): Reply<Answer<'signal.recheck'>> {
  const drawn = await findDraw(ctx.tx, body.drawId)
  const season = drawn && (await findSeason(ctx.tx, drawn.seasonId))
  if (!drawn || !season) return unknown(ctx, 'signal.recheck', 'signal.unknown-draw')
  const denied = await authoriseAtHolder(ctx, 'signal.recheck', season)
  if (denied) return denied
  const { rows, on } = body
  const items = await lockItems(
    ctx.tx,
    drawn.id,
    rows.map(({ itemId }) => itemId),
  )
  if (rows.some(({ itemId }) => !items.has(itemId))) return refuse('signal.not-drawn')
  const answer = { rows: rows.length }
  const sentBefore = await listFindings(
    ctx.tx,
    rows.map(({ id }) => id),
  )
  const before = new Map(sentBefore.map(sent => [sent.id, sent]))
  const isSame = rows.every(({ id, itemId }) => {
    const sent = before.get(id)
    return !sent || (sent.drawId === drawn.id && sent.itemId === itemId)
  })
  if (!isSame || before.size === rows.length) return answerAgain(answer, isSame)
  if (on > ctx.today) return refuse('signal.in-future', { on })
  if (on < drawn.on) return refuse('signal.before-draw', { on: drawn.on })
  const fresh = rows.filter(({ id }) => !before.has(id))
  const findings = fresh.map(row => ({ ...row, drawId: drawn.id, on, says: row.says ?? '', byName: ctx.actor.fullName }))
  await insertFindings(ctx.tx, findings, ctx.now)
  const subject = subjectOf(
    season,
    fresh.map(({ id }) => id),
  )
  await insertAuditEntry(ctx, 'signal.recheck', subject, { after: { drawId: drawn.id, on, rows: fresh } })
  return ok(answer)
}

function subjectOf({ id, unitId }: Season, recordIds: readonly string[]) {
  return { kind: 'season', id, unitId, recordIds }
}
