import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Prepared } from '../title/prepared.ts'
import { type RuleBook, type StepCode, stepOf } from '../title/rule-book.ts'
import { mayBlock } from '../title/sourced.ts'
import type { AssessmentStage } from './assessment.ts'
import { type Candidate, isStanding } from './candidate.ts'
import type { GroundsReview } from './grounds.ts'
import { count, type Gathering, isStopped, type MeetingCount } from './meeting.ts'
import type { Opinion, Posting } from './posting.ts'
import type { SeasonRefusal } from './season.ts'

/** What is done with a file as a whole. Which of them there are, and in which order, is the rule book's to say. */
export const areaSteps = ['list', 'meet', 'post', 'submit', 'appraise'] as const satisfies readonly StepCode[]
export type AreaStep = (typeof areaSteps)[number]

/** Whom the list, the meeting or the appraisal left out, and why: known to those who answer for the area, posted nowhere. */
export type LeftOut = { readonly candidateId: string; readonly reason: string }

export type AskedOfMeeting = Pick<Prepared, 'quorum' | 'consent'>

type Recorded = {
  readonly sequence: number
  readonly on: PlainDate
  readonly byName: string
  /** Two people may have one name. */
  readonly byAccountId: string
  readonly at: string
}

/** What happened to the review of an area, in order; never overwritten. */
export type AreaEvent = Recorded &
  (
    | { readonly type: 'list'; readonly leftOut: readonly LeftOut[] }
    /**
     * With how many households the area had when the meeting ended, what was asked of it by law as it was confirmed then,
     * and who is proposed though few voted for them, and why.
     */
    | {
        readonly type: 'meet'
        readonly leftOut: readonly LeftOut[]
        readonly households: number
        readonly asked?: AskedOfMeeting
        readonly kept?: readonly LeftOut[]
      }
    | { readonly type: 'post'; readonly posting: Posting }
    | { readonly type: 'submit' }
    /** By whom, as the text of the day has it, and what they found. */
    | { readonly type: 'appraise'; readonly leftOut: readonly LeftOut[]; readonly appraiser: string; readonly remarks: string }
    | { readonly type: 'sentBack'; readonly backTo: AreaStep; readonly reason: string }
  )

/** The last step that stands; `registering` before the first. */
export type AreaState = 'registering' | AreaStep

/** Everything known of one file in a season: that of an area, of a unit that reviews others, or of one that asks for itself. */
export type AreaRecord = {
  readonly areaUnitId: string
  readonly events: readonly AreaEvent[]
  /** Withdrawn ones too. */
  readonly candidates: readonly Candidate[]
  /** Of every sitting. */
  readonly gatherings: readonly Gathering[]
  readonly opinions: readonly Opinion[]
  /** Candidates whose own assessment has come in. */
  readonly selfAssessed: ReadonlySet<string>
  /** Candidates the meeting has given points. */
  readonly scored: ReadonlySet<string>
  /** The last look for grounds of exclusion. */
  readonly groundsReview: GroundsReview | null
  /** Households living there today, for what the law asks of all of them. */
  readonly households: number
}

/** The law an area is reviewed under, made ready with the rules of the province and what officers answer for. */
export type AreaLaw = { readonly book: RuleBook; readonly prepared: Prepared }

export function stepsOf({ steps }: Pick<RuleBook, 'steps'>): AreaStep[] {
  return steps.flatMap(({ code }) => areaSteps.find(step => step === code) ?? [])
}

/** Sent back to a step, that step and those after it are undone. */
export function standingEvents(events: readonly AreaEvent[]): AreaEvent[] {
  const inOrder = events.toSorted((a, b) => a.sequence - b.sequence)
  return inOrder.reduce<AreaEvent[]>(
    (standing, event) => (event.type === 'sentBack' ? undone(standing, event.backTo) : [...standing, event]),
    [],
  )
}

function undone(standing: readonly AreaEvent[], backTo: AreaStep): AreaEvent[] {
  const at = standing.findIndex(({ type }) => type === backTo)
  return at === -1 ? [...standing] : standing.slice(0, at)
}

export function stateOf(events: readonly AreaEvent[]): AreaState {
  const last = standingEvents(events).at(-1)
  return last && last.type !== 'sentBack' ? last.type : 'registering'
}

/** The step the area is at; null once all are done and somebody may decide. */
export function nextStep(book: RuleBook, events: readonly AreaEvent[]): AreaStep | null {
  const taken = new Set(standingEvents(events).map(({ type }) => type))
  return stepsOf(book).find(step => !taken.has(step)) ?? null
}

/** Each time a file goes back so far that its meeting does not stand, the meeting is held anew. */
export function sittingOf(events: readonly AreaEvent[]): number {
  const isHeldAnew = (event: AreaEvent, at: number): boolean =>
    event.type === 'sentBack' && !standingEvents(events.slice(0, at + 1)).some(({ type }) => type === 'meet')
  return 1 + events.filter(isHeldAnew).length
}

export function countedGatherings({ gatherings, events }: Pick<AreaRecord, 'gatherings' | 'events'>): Gathering[] {
  const sitting = sittingOf(events)
  return gatherings.filter(gathering => gathering.sitting === sitting)
}

export function leftOutOf(events: readonly AreaEvent[]): LeftOut[] {
  return standingEvents(events).flatMap(event => ('leftOut' in event ? event.leftOut : []))
}

/** Who is reviewed: registered, not withdrawn, not left out. */
export function listedCandidates({ candidates, events }: Pick<AreaRecord, 'candidates' | 'events'>): Candidate[] {
  const leftOut = new Set(leftOutOf(events).map(({ candidateId }) => candidateId))
  return candidates.filter(candidate => isStanding(candidate) && !leftOut.has(candidate.id))
}

/** Households are added until the first step is taken. */
export function isListClosed(events: readonly AreaEvent[]): boolean {
  return standingEvents(events).length > 0
}

export function postingOf(events: readonly AreaEvent[]): Posting | null {
  return standingEvents(events).find(event => event.type === 'post')?.posting ?? null
}

/** A step is taken in its turn, on a day not before the step before it, and only where the rule book has it. */
export function mayTake(
  step: AreaStep,
  { events, book, on }: { readonly events: readonly AreaEvent[]; readonly book: RuleBook; readonly on: PlainDate },
  today: PlainDate,
): Result<undefined, SeasonRefusal> {
  if (!stepOf(book, step)) return refuse('season.not-in-law', { cites: book.cites.join(', ') })
  if (nextStep(book, events) !== step) return refuse('season.wrong-step')
  if (on > today) return refuse('season.in-future', { on })
  const before = standingEvents(events).at(-1)
  return before && on < before.on ? refuse('season.day-before-step', { on: before.on }) : ok()
}

/** The count of the sitting as it stands, for the screen on the wall and for the minutes. */
export function countOf(area: AreaRecord, { prepared }: AreaLaw): MeetingCount {
  const ids = listedCandidates(area).map(({ id }) => id)
  const met = meetingOf(area.events)
  return count(countedGatherings(area), ids, { ...askedBy(prepared), ...met?.asked, households: met?.households ?? area.households })
}

/** The meeting that stands, with what was asked of it: a confirmation of another day does not judge it anew. */
export function meetingOf(events: readonly AreaEvent[]) {
  return standingEvents(events).find(event => event.type === 'meet')
}

export function askedBy({ quorum, consent }: AskedOfMeeting): AskedOfMeeting {
  return { quorum, consent }
}

/**
 * The meeting is over: everybody on the list was voted on, and enough people came. Who lacks the votes verified law asks
 * for is not proposed; who lacks the majority nobody has verified is left out, or kept for a reason.
 */
export function concludeMeeting(
  area: AreaRecord,
  law: AreaLaw,
  { leftOut, kept = [] }: { readonly leftOut: readonly LeftOut[]; readonly kept?: readonly LeftOut[] },
): Result<MeetingCount, SeasonRefusal> {
  const gatherings = countedGatherings(area)
  if (gatherings.length === 0) return refuse('season.nobody-gathered')
  const checked = checkLeftOut(area, leftOut)
  if (!checked.ok) return checked
  const remaining = new Set(checked.value)
  const counted = countOf(area, law)
  if (counted.present > counted.convened)
    return refuse('season.more-present-than-convened', { present: counted.present, convened: counted.convened })
  const missing = counted.candidates.filter(({ candidateId, votes }) => votes === null && remaining.has(candidateId))
  if (missing.length > 0) return refuse('season.votes-missing', { count: missing.length })
  if (isStopped(counted.quorum)) {
    const { part, whole, share, clause } = counted.quorum
    return refuse('season.no-quorum', { present: part, convened: whole, percent: share.percent, clause })
  }
  const answered = new Set(kept.map(({ candidateId }) => candidateId))
  const few = fewVotes(counted).filter(id => remaining.has(id) && !answered.has(id))
  if (few.length === 0) return ok(counted)
  const names = area.candidates.flatMap(({ id, headName }) => (few.includes(id) ? [headName] : []))
  return refuse('season.few-votes', { count: few.length, names: names.slice(0, 5).join(', ') })
}

/** Who lacks the majority of a rule that only warns, since nobody has verified it for this text. */
export function fewVotes({ candidates }: MeetingCount): string[] {
  return candidates.flatMap(({ candidateId, consent }) => (consent && !consent.isReached && !consent.blocks ? [candidateId] : []))
}

/** Those who remain when some are left out of the list; nobody is left out who is not on it. */
export function checkLeftOut(
  area: Pick<AreaRecord, 'candidates' | 'events'>,
  leftOut: readonly LeftOut[],
): Result<string[], SeasonRefusal> {
  const listed = listedCandidates(area).map(({ id }) => id)
  if (leftOut.some(({ candidateId }) => !listed.includes(candidateId))) return refuse('season.unknown-candidate')
  const out = new Set(leftOut.map(({ candidateId }) => candidateId))
  const remaining = listed.filter(id => !out.has(id))
  return remaining.length > 0 ? ok(remaining) : refuse('season.nobody-listed')
}

/** On the list, and where there was a meeting with the votes verified law asks for: these are posted and submitted. */
export function proposedCandidates(area: AreaRecord, law: AreaLaw): Candidate[] {
  if (!standingEvents(area.events).some(({ type }) => type === 'meet')) return listedCandidates(area)
  const counted = new Map(countOf(area, law).candidates.map(each => [each.candidateId, each]))
  return listedCandidates(area).filter(({ id }) => {
    const each = counted.get(id)
    return each?.votes && !isStopped(each.consent)
  })
}

export const missingPapers = ['selfAssessment', 'score'] as const
export type MissingPaper = {
  readonly what: (typeof missingPapers)[number]
  readonly candidateIds: readonly string[]
  readonly blocks: boolean
  readonly clause: string
}

/** What the dossier of an area still lacks. The text asks for the paper of each household; points are the province's. */
export function missingFrom(area: AreaRecord, { book }: AreaLaw): MissingPaper[] {
  const listed = listedCandidates(area).map(({ id }) => id)
  const assess = stepOf(book, 'assessSelf')
  const papers: MissingPaper[] = []
  if (assess) {
    const candidateIds = listed.filter(id => !area.selfAssessed.has(id))
    papers.push({ what: 'selfAssessment', candidateIds, blocks: mayBlock(assess.does), clause: assess.does.clause })
  }
  if (book.scoring?.kind === 'points') {
    const candidateIds = listed.filter(id => !area.scored.has(id))
    papers.push({ what: 'score', candidateIds, blocks: false, clause: book.scoring.most.clause })
  }
  return papers.filter(({ candidateIds }) => candidateIds.length > 0)
}

/** 86/2023/NĐ-CP, Art. 7(1): the dossier is made when the posting is over. Objections hold back their households alone. */
export function checkDossier(area: AreaRecord, law: AreaLaw, on: PlainDate): Result<undefined, SeasonRefusal> {
  const posting = postingOf(area.events)
  if (posting && on <= posting.lastOn) return refuse('season.posting-goes-on', { on: posting.lastOn })
  const lacking = missingFrom(area, law).find(({ blocks }) => blocks)
  if (lacking) return refuse('season.dossier-incomplete', { count: lacking.candidateIds.length, clause: lacking.clause })
  return proposedCandidates(area, law).length > 0 ? ok() : refuse('season.nobody-proposed')
}

/** A dossier that is in goes back with a reason, to the step that must be done again. */
export function sendBack({
  events,
  book,
  backTo,
}: {
  readonly events: readonly AreaEvent[]
  readonly book: RuleBook
  readonly backTo: AreaStep
}): Result<undefined, SeasonRefusal> {
  if (!stepOf(book, backTo)) return refuse('season.not-in-law', { cites: book.cites.join(', ') })
  return standingEvents(events).some(({ type }) => type === 'submit') ? ok() : refuse('season.nothing-to-send-back')
}

/** Every step the text gives the file is done: now it waits for the decision. */
export function isReady(book: RuleBook, events: readonly AreaEvent[]): boolean {
  return events.length > 0 && nextStep(book, events) === null
}

/** Who closed the list or the meeting saw what was written then: whoever would change it has the file sent back first. */
const settledBy: Record<AssessmentStage, readonly AreaEvent['type'][]> = { self: ['list', 'meet'], meeting: ['meet'] }

/**
 * Points and findings of a stage stand once the step that looked at them is taken. A household's own paper that was
 * missing may come in until the dossier does: the text wants it there.
 */
export function checkAssessable(
  assessed: { readonly stage: AssessmentStage; readonly candidateIds: readonly string[]; readonly selfAssessed: ReadonlySet<string> },
  { book, events }: { readonly book: RuleBook; readonly events: readonly AreaEvent[] },
): Result<undefined, SeasonRefusal> {
  const { stage, candidateIds, selfAssessed } = assessed
  const standing = standingEvents(events)
  if (isReady(book, events) || standing.some(({ type }) => type === 'submit')) return refuse('season.handed-in')
  const settling = standing.find(({ type }) => settledBy[stage].includes(type))
  const isFirst = stage === 'self' && candidateIds.every(id => !selfAssessed.has(id))
  return settling && !isFirst ? refuse('season.settled', { on: settling.on }) : ok()
}
