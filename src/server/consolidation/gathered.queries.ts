import type { GatheredView, ParagraphView } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import { type ChildParagraph, gather, paragraphsOfReturn } from '#domain/consolidation/gather.ts'
import { ok } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import { listWrittenBelow } from './below.store.ts'
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
