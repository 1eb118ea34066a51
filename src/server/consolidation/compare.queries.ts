import type { FigureCompareView } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import type { GoalView } from '#contract/plan.ts'
import { type Restated, restatedAt } from '#domain/consolidation/restate.ts'
import { heldWords, notComparableWords } from '#domain/consolidation/words.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { authorise } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listRequests, type StoredRequest } from '../request/request.store.ts'
import { listFiguresWithin } from './figure.store.ts'
import { goalsAt, ownGoalsOf } from './goals.ts'
import { figuresAt, type Look, namesThen, openLook, type Reply } from './look.ts'
import { dayOf, nameIn, restateThing, type ThingAsked, thingIn, toPeriodFigure, treeOfDay } from './period.ts'
import { askingOf, leafOf } from './settle.ts'

/** One thing of every unit of a level, with base and coverage, and what an earlier period tells of the same units beside it. */
export async function compareFigures(ctx: Context, { level, besideId, ...params }: Params<'figure.compare'>): Reply<FigureCompareView> {
  const found = await openLook(ctx, 'figure.compare', params)
  if (!found.ok) return found
  const { request, asking, unitId } = found.value
  const [thing, name] = [thingIn(asking, params), nameIn(asking.dictionary, params)]
  if (!name) return refuse('figure.unknown-thing')
  if (!thing?.levels.includes(level)) return refuse('figure.not-asked')
  const earlier = await listBeside(ctx, request)
  const beside = besideId === undefined ? earlier.find(each => isYearBefore(each, request)) : earlier.find(({ id }) => id === besideId)
  if (besideId !== undefined && !beside) return refuse('request.unknown')
  const before = beside && (await restateBeside(ctx, found.value, { beside, asked: params }))
  const { owing, kept, told } = await listFiguresWithin(ctx.tx, request.id, { unitId, level, thing })
  const nameOf = await namesThen(ctx, request, [unitId, ...owing.map(part => part.unitId)])
  const whole = (await figuresAt(ctx, found.value)).get(thing.code)
  const isOfThis = ({ share }: GoalView): boolean => share.code === params.code && share.baseCode === params.baseCode
  const own = await ownGoalsOf(
    ctx,
    request,
    owing.map(part => part.unitId),
  )
  const nameBefore = (id: string): string => before?.from.levels.tree.versionOf.get(id)?.calledInText ?? ''
  const units = owing.flatMap(part => {
    const figure = part.receives ? kept.get(part.unitId) : leafOf(thing, part, code => told.get(`${part.unitId} ${code}`))
    if (!figure) return []
    const then = before && restatedAt(before, part.unitId)
    return [
      {
        unitId: part.unitId,
        unitName: nameOf(part.unitId),
        ...toPeriodFigure(figure.values, figure),
        coverage: heldWords(figure),
        ownGoal: own.get(part.unitId)?.find(isOfThis) ?? null,
        before: then ? { ...toPeriodFigure(then.values, null), notComparable: notComparableWords(then, nameBefore) } : null,
      },
    ]
  })
  return ok({
    ...name,
    title: request.title,
    cutoff: request.cutoff,
    goal: (await goalsAt(ctx, request, found.value)).find(isOfThis) ?? null,
    whole: whole ? { ...toPeriodFigure(whole.values, whole), unitName: nameOf(unitId) } : null,
    beside: beside && before ? { requestId: beside.id, title: beside.title, cutoff: beside.cutoff } : null,
    units: units.toSorted((a, b) => compareText(a.unitName, b.unitName)),
  })
}

/** What else was asked of the same tree, by whomever, as far as it may be looked at. */
async function listBeside(ctx: Context, { id, placeUnitId }: StoredRequest): Promise<StoredRequest[]> {
  const sent = (await listRequests(ctx.tx, [placeUnitId])).filter(other => other.id !== id && other.sentOn !== null)
  const open: StoredRequest[] = []
  for (const other of sent)
    if (other.placeUnitId === placeUnitId && !(await authorise(ctx, 'figure.compare', other.unitId))) open.push(other)
  return open
}

/** The same days of the year before, asked by the same form. */
function isYearBefore(one: StoredRequest, other: StoredRequest): boolean {
  const [from, until] = [one.covers.from, one.covers.until].map(day => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`)
  return one.formKey === other.formKey && from === other.covers.from && until === other.covers.until
}

/** On the units of the request it stands beside; null where it was not asked for then. */
async function restateBeside(
  ctx: Context,
  { request }: Look,
  { beside, asked }: { readonly beside: StoredRequest; readonly asked: ThingAsked },
): Promise<Restated | null> {
  const thing = thingIn(await askingOf(ctx.tx, beside), asked)
  if (!thing) return null
  return restateThing(ctx.tx, { request: beside, thing, onto: await treeOfDay(ctx.tx, request.placeUnitId, dayOf(request)) })
}
