import { sql } from 'kysely'
import type { GatheredView, ParagraphView } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import { type ChildParagraph, gather, paragraphsOfReturn } from '#domain/consolidation/gather.ts'
import { ok } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { coverageBelow } from './coverage.ts'
import { namesThen, openLook, type Reply } from './look.ts'

/** What units below wrote under each part of the outline: said alike it stands once, with all who said it. */
export async function gatherParagraphs(ctx: Context, params: Params<'figure.gathered'>): Reply<GatheredView> {
  const found = await openLook(ctx, 'figure.gathered', params)
  if (!found.ok) return found
  const { request, asking, unitId } = found.value
  const written = await listWrittenBelow(ctx.tx, request.id, unitId)
  const nameOf = await namesThen(
    ctx,
    request,
    written.map(told => told.unitId),
  )
  const outline = asking.form.parts.flatMap(part => (part.kind === 'narrative' ? [part] : []))
  const paragraphs = written.flatMap(told => paragraphsOfReturn({ ...told, returnId: `${request.id} ${told.unitId}` }))
  const points = Map.groupBy(gather(paragraphs, outline), ({ partKey }) => partKey)
  const view = ({ unitId: id, version, paragraphId, text }: ChildParagraph): ParagraphView => {
    return { unitId: id, unitName: nameOf(id), version, paragraphId, text }
  }
  return ok({
    title: request.title,
    cutoff: request.cutoff,
    coverage: await coverageBelow(ctx, found.value),
    parts: outline.map(({ key, heading, role }) => ({
      key,
      heading,
      role,
      points: (points.get(key) ?? []).map(({ paragraph, alike, unitIds, mark, markedBy }) => ({
        paragraph: view(paragraph),
        alike: alike.map(view),
        units: unitIds.length,
        mark,
        markedBy,
      })),
    })),
  })
}

type Written = {
  readonly unitId: string
  readonly version: number
  readonly depth: number
  readonly parts: Readonly<Record<string, string>>
}

/** The versions that stand of those right below; where one has handed in nothing, of those below it. */
async function listWrittenBelow(tx: Db, requestId: string, unitId: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    with recursive below as (
      select partition_id, unit_id, standing_version, receives, 1 as depth
      from report_obligation where partition_id = ${unitId}::uuid and request_id = ${requestId}::uuid
      union all
      select owing.partition_id, owing.unit_id, owing.standing_version, owing.receives, below.depth + 1
      from below join report_obligation owing on owing.partition_id = below.unit_id and owing.request_id = ${requestId}::uuid
      where below.receives and below.standing_version is null
    )
    select below.unit_id, sealed.version, below.depth, sealed.content -> 'parts' as parts
    from below join return_version sealed on sealed.partition_id = below.partition_id and sealed.request_id = ${requestId}::uuid
      and sealed.unit_id = below.unit_id and sealed.version = below.standing_version
    order by below.depth, below.unit_id`.execute(tx)
  return rows
}
