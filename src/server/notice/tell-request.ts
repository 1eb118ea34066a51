import type { NoticeKind } from '#domain/notice/notice.ts'
import type { Level, Obligation, ReportRequest } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import { tell } from './tell.ts'

type Request = Pick<ReportRequest, 'id' | 'unitId' | 'title'>

/** Every unit that owes, each level with its own due day. */
export async function tellAsked(ctx: Context, request: Request, owed: readonly Obligation[]): Promise<void> {
  for (const [, ofLevel] of Map.groupBy<Level, Obligation>(owed, ({ level }) => level)) {
    const [{ dueOn } = { dueOn: undefined }] = ofLevel
    await tellUnits(ctx, request, { kind: 'figuresAsked', unitIds: ofLevel.map(({ unitId }) => unitId), details: dueOn ? { dueOn } : {} })
  }
}

export async function tellReminded(ctx: Context, request: Request, unitIds: readonly string[], words: string): Promise<void> {
  await tellUnits(ctx, request, { kind: 'figuresReminded', unitIds, details: words ? { words } : {} })
}

/** To whoever writes it, with why. */
export async function tellReturned(
  ctx: Context,
  request: Request,
  { unitId, unitName, words }: { readonly unitId: string; readonly unitName: string; readonly words: string },
): Promise<void> {
  const details = { unitName, ...(words && { words }) }
  await tellUnits(ctx, request, { kind: 'figuresReturned', unitIds: [unitId], insideId: unitId, details })
}

type Told = {
  readonly kind: NoticeKind
  readonly unitIds: readonly string[]
  readonly insideId?: string
  readonly details: Omit<Parameters<typeof tell>[1]['details'], 'name'>
}

async function tellUnits(ctx: Context, { id, unitId, title }: Request, { kind, unitIds, insideId, details }: Told): Promise<void> {
  const subject = { kind: 'request', id, insideId: insideId ?? null, unitId } as const
  await tell(ctx, { kind, subject, workUnitIds: unitIds, details: { name: title, ...details } })
}
