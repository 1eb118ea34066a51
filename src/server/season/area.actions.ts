import type { Body } from '#contract/index.ts'
import type { SeasonAreaView } from '#contract/season.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import {
  type AreaEvent,
  type AreaStep,
  askedBy,
  checkDossier,
  checkLeftOut,
  concludeMeeting,
  countedGatherings,
  listedCandidates,
  mayTake,
  nextStep,
  postingOf,
  proposedCandidates,
  sendBack,
  sittingOf,
  standingEvents,
  stateOf,
} from '#domain/season/area.ts'
import { isOwnFile } from '#domain/season/hands.ts'
import { checkGathering } from '#domain/season/meeting.ts'
import { answerOpinion, checkPosting, type Opinion, receiveOpinion } from '#domain/season/posting.ts'
import type { Season, SeasonRefusal } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { answerAgain } from '../sent-before.ts'
import { listOutcomes } from './decision.store.ts'
import { lockArea, type Reply, subjectOf } from './season.actions.ts'
import { lawOf, type OpenedArea, openArea, type SeasonLaw } from './season.case.ts'
import {
  findGathering,
  findOpinion,
  findSeasonEvent,
  insertGathering,
  insertOpinion,
  insertSeasonEvent,
  type SeasonArea,
  updateGatheringStruck,
  updateOpinionAnswered,
} from './season.store.ts'
import { toAreaView } from './season.view.ts'

export async function makeList(ctx: Context, body: Body<'season.makeList'>): Reply<SeasonAreaView> {
  return takeStep(ctx, 'season.makeList', body, ({ area }) => {
    const checked = checkLeftOut(area, body.leftOut)
    return checked.ok ? ok({ type: 'list', leftOut: body.leftOut }) : checked
  })
}

export async function concludeAreaMeeting(ctx: Context, body: Body<'season.concludeMeeting'>): Reply<SeasonAreaView> {
  return takeStep(ctx, 'season.concludeMeeting', body, ({ area, law }) => {
    const last = countedGatherings(area).at(-1)
    if (last && body.on < last.heldOn) return refuse('season.day-before-step', { on: last.heldOn })
    const counted = concludeMeeting(area, law, body)
    return counted.ok
      ? ok({ type: 'meet', leftOut: body.leftOut, households: area.households, asked: askedBy(law.prepared), kept: body.kept })
      : counted
  })
}

export async function postList(ctx: Context, body: Body<'season.post'>): Reply<SeasonAreaView> {
  return takeStep(ctx, 'season.post', body, ({ area, law }) => {
    if (proposedCandidates(area, law).length === 0) return refuse('season.nobody-proposed')
    const posting = { from: body.on, lastOn: body.lastOn, place: body.place }
    const metOn = standingEvents(area.events).at(-1)?.on ?? body.on
    const checked = checkPosting(posting, { least: law.prepared.posting, metOn }, ctx.today)
    return checked.ok ? ok({ type: 'post', posting }) : checked
  })
}

export async function submitDossier(ctx: Context, body: Body<'season.submit'>): Reply<SeasonAreaView> {
  return takeStep(ctx, 'season.submit', body, ({ area, law }) => {
    const checked = checkDossier(area, law, body.on)
    return checked.ok ? ok({ type: 'submit' }) : checked
  })
}

/** Whoever the text names has looked at the file: who falls out of it, and why. Sending it back is another act. */
export async function appraiseDossier(ctx: Context, body: Body<'season.appraise'>): Reply<SeasonAreaView> {
  return takeStep(ctx, 'season.appraise', body, ({ area }) => {
    const { leftOut, appraiser, remarks } = body
    const known = new Set(listedCandidates(area).map(({ id }) => id))
    if (leftOut.some(({ candidateId }) => !known.has(candidateId))) return refuse('season.unknown-candidate')
    return ok({ type: 'appraise', leftOut, appraiser, remarks })
  })
}

export async function sendDossierBack(ctx: Context, body: Body<'season.sendBack'>): Reply<SeasonAreaView> {
  const found = await openForStep(ctx, 'season.sendBack', body)
  if (!found.ok || found.value.isSentBefore) return found.ok ? ok(await toAreaView(ctx, found.value.season, body.areaUnitId)) : found
  const { area, law, season } = found.value
  if (body.on > ctx.today) return refuse('season.in-future', { on: body.on })
  const [decided] = await listOutcomes(ctx.tx, season.id, [body.areaUnitId])
  if (decided) return refuse('season.decided-already', { headName: nameIn(area, decided.candidateId) })
  const decision = sendBack({ events: area.events, book: law.book, backTo: body.backTo })
  if (!decision.ok) return decision
  return record(ctx, 'season.sendBack', { season, area, body, event: { type: 'sentBack', backTo: body.backTo, reason: body.reason } })
}

/** One part of the meeting, with what cannot be refused as it is written down. */
export async function gather(ctx: Context, body: Body<'season.gather'>): Reply<SeasonAreaView> {
  const found = await lockArea(ctx, 'season.gather', body)
  if (!found.ok) return found
  const season = found.value
  const known = await findGathering(ctx.tx, body.id)
  if (known) return answerAgain(await toAreaView(ctx, season, body.areaUnitId), isSameArea(known, body))
  const area = await openArea(ctx, season.id, body.areaUnitId)
  const law = await lawOf(ctx, season)
  if (nextStep(law.book, area.events) !== 'meet') return refuse('season.wrong-step')
  if (body.heldOn > ctx.today) return refuse('season.in-future', { on: body.heldOn })
  const before = standingEvents(area.events).at(-1)
  if (body.heldOn < (before?.on ?? season.openedOn)) return refuse('season.day-before-step', { on: before?.on ?? season.openedOn })
  const gathering = { ...body, sitting: sittingOf(area.events) }
  const checked = checkGathering(
    gathering,
    listedCandidates(area).map(({ id }) => id),
  )
  if (!checked.ok) return checked
  await insertGathering(ctx.tx, gathering, ctx.actor.fullName)
  const { absent: _, exceptions: __, proceedings: ___, ...said } = gathering
  await insertAuditEntry(ctx, 'season.gather', subjectOf(body, [body.id]), { after: said })
  return ok(await toAreaView(ctx, season, body.areaUnitId))
}

/** Entered by mistake: it stays to be seen in the trail, and counts no more. */
export async function strikeGathering(ctx: Context, { id, reason }: Body<'season.strikeGathering'>): Reply<SeasonAreaView> {
  const known = await findGathering(ctx.tx, id)
  if (!known) return unknown(ctx, 'season.strikeGathering', 'season.unknown-gathering')
  const found = await lockArea(ctx, 'season.strikeGathering', known)
  if (!found.ok) return found
  const area = await openArea(ctx, known.seasonId, known.areaUnitId)
  if (!countedGatherings(area).some(gathering => gathering.id === id)) return refuse('season.unknown-gathering')
  if (nextStep((await lawOf(ctx, found.value)).book, area.events) !== 'meet') return refuse('season.wrong-step')
  await updateGatheringStruck(ctx.tx, { id, reason })
  await insertAuditEntry(ctx, 'season.strikeGathering', subjectOf(known, [id]), { after: { reason } })
  return ok(await toAreaView(ctx, found.value, known.areaUnitId))
}

/** The trail tells that somebody spoke and of whom, not what was said. */
export async function receiveAreaOpinion(ctx: Context, body: Body<'season.receiveOpinion'>): Reply<Opinion> {
  const found = await lockArea(ctx, 'season.receiveOpinion', body)
  if (!found.ok) return found
  const known = await findOpinion(ctx.tx, body.id)
  if (known) return answerAgain(known, isSameArea(known, body))
  const area = await openArea(ctx, body.seasonId, body.areaUnitId)
  const candidateIds = listedCandidates(area).map(({ id }) => id)
  const decision = receiveOpinion({ ...body, answer: null }, { posting: postingOf(area.events), candidateIds }, ctx.today)
  if (!decision.ok) return decision
  await insertOpinion(ctx.tx, decision.value)
  const { kind, candidateId, receivedOn } = body
  await insertAuditEntry(ctx, 'season.receiveOpinion', subjectOf(body, [body.id]), { after: { kind, candidateId, receivedOn } })
  return decision
}

export async function answerAreaOpinion(ctx: Context, { id, ...answer }: Body<'season.answerOpinion'>): Reply<Opinion> {
  const known = await findOpinion(ctx.tx, id)
  if (!known) return unknown(ctx, 'season.answerOpinion', 'season.unknown-opinion')
  const found = await lockArea(ctx, 'season.answerOpinion', known)
  if (!found.ok) return found
  const opinion = (await findOpinion(ctx.tx, id)) ?? known // as it stands under the lock
  const given = { ...answer, by: ctx.actor.fullName }
  const decision = answerOpinion(opinion, given, ctx.today)
  if (!decision.ok) return decision
  await updateOpinionAnswered(ctx.tx, id, given)
  await insertAuditEntry(ctx, 'season.answerOpinion', subjectOf(known, [id]), { after: { on: answer.on, outcome: answer.outcome } })
  return decision
}

type StepBody = SeasonArea & { readonly id: string; readonly on: AreaEvent['on'] }
type StepCommand = 'season.makeList' | 'season.concludeMeeting' | 'season.post' | 'season.submit' | 'season.appraise'
const stepOfCommand: Record<StepCommand, AreaStep> = {
  'season.makeList': 'list',
  'season.concludeMeeting': 'meet',
  'season.post': 'post',
  'season.submit': 'submit',
  'season.appraise': 'appraise',
}
/** What happened, before it has its place in the row of events. */
type Happening = AreaEvent extends infer Each
  ? Each extends AreaEvent
    ? Omit<Each, 'sequence' | 'on' | 'byName' | 'byAccountId' | 'at'>
    : never
  : never
type Opened = { readonly season: Season; readonly area: OpenedArea; readonly law: SeasonLaw; readonly isSentBefore: boolean }

/** Lock, look, let the rule decide, write down what happened. */
async function takeStep(
  ctx: Context,
  name: StepCommand,
  body: StepBody,
  decide: (opened: Opened) => Result<Happening, SeasonRefusal>,
): Reply<SeasonAreaView> {
  const found = await openForStep(ctx, name, body)
  if (!found.ok) return found
  const { season, area, law, isSentBefore } = found.value
  if (isSentBefore) return ok(await toAreaView(ctx, season, body.areaUnitId))
  const turn = mayTake(stepOfCommand[name], { events: area.events, book: law.book, on: body.on }, ctx.today)
  if (!turn.ok) return turn
  if (body.on < season.openedOn) return refuse('season.before-opening', { on: season.openedOn })
  const event = decide(found.value)
  return event.ok ? record(ctx, name, { season, area, body, event: event.value }) : event
}

async function openForStep(ctx: Context, name: StepCommand | 'season.sendBack', body: StepBody): Reply<Opened> {
  const found = await lockArea(ctx, name, body)
  if (!found.ok) return found
  const season = found.value
  const known = await findSeasonEvent(ctx.tx, body.id)
  if (known && !isSameArea(known, body)) return refuse('input.id-taken')
  const area = await openArea(ctx, season.id, body.areaUnitId)
  return ok({ season, area, law: await lawOf(ctx, season), isSentBefore: known !== undefined })
}

async function record(
  ctx: Context,
  name: StepCommand | 'season.sendBack',
  step: { readonly season: Season; readonly area: OpenedArea; readonly body: StepBody; readonly event: Happening },
): Reply<SeasonAreaView> {
  const { season, area, body, event: happening } = step
  const sequence = 1 + Math.max(0, ...area.events.map(({ sequence: each }) => each))
  const by = { byName: ctx.actor.fullName, byAccountId: ctx.actor.accountId }
  const event: AreaEvent = { ...happening, sequence, on: body.on, ...by, at: ctx.now }
  await insertSeasonEvent(ctx.tx, body, { id: body.id, event, state: stateOf([...area.events, event]) })
  const byWhoSubmitted = event.type === 'appraise' && isOwnFile(area.events, ctx.actor.accountId)
  const after = { on: body.on, step: event.type, ...(byWhoSubmitted && { byWhoSubmitted }) }
  await insertAuditEntry(ctx, name, subjectOf(body, [body.id]), { after })
  return ok(await toAreaView(ctx, season, body.areaUnitId))
}

function nameIn({ candidates }: OpenedArea, id: string): string {
  return candidates.find(candidate => candidate.id === id)?.headName ?? ''
}

function isSameArea(a: SeasonArea, b: SeasonArea): boolean {
  return a.seasonId === b.seasonId && a.areaUnitId === b.areaUnitId
}
