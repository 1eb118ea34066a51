import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { communeKinds, type OrgUnitKind } from '../org/org-unit.ts'
import type { CandidateFacts } from '../title/candidate-facts.ts'
import { evaluateBy } from '../title/evaluate.ts'
import type { Authority } from '../title/rule-book.ts'
import type { Finding, FindingCode, Missing } from '../title/verdict.ts'
import { type AreaLaw, type AreaRecord, countOf, postingOf, stateOf } from './area.ts'
import { type Candidate, isStanding } from './candidate.ts'
import { isHeldBack, isObjectedAway, postedDays } from './posting.ts'
import type { SeasonRefusal } from './season.ts'

export type ReasonCode = FindingCode | 'left-out' | 'not-voted-on' | 'objection'

/** Why a household is not recognised. Which case of exclusion it was is not told: only the officer looks at that. */
export type Reason = { readonly code: ReasonCode; readonly clause: string; readonly figures: Finding['figures'] }

/** What a decision would say: every household of the areas whose dossiers are in, each in one place. */
export type Proposal = {
  readonly recognised: readonly Candidate[]
  readonly failed: readonly Failed[]
  /** An objection waits for its answer: decided another day. */
  readonly heldBack: readonly Candidate[]
  /** Verified law does not bar them, but something is not known or speaks against them: the leader answers for it. */
  readonly open: readonly OpenCandidate[]
}
export type OpenCandidate = { readonly candidate: Candidate; readonly missing: readonly Missing[]; readonly doubts: readonly Reason[] }
export type Failed = { readonly candidate: Candidate; readonly reasons: readonly Reason[] }

export type ProposalFacts = {
  readonly areas: readonly AreaRecord[]
  readonly law: AreaLaw
  /** Decided by an earlier act. */
  readonly decided: ReadonlySet<string>
  readonly factsOf: (candidate: Candidate, meeting: MeetingFacts) => CandidateFacts
}
type MeetingFacts = Pick<CandidateFacts, 'meeting' | 'votesFor' | 'postedDays' | 'content'>

/** Recognised ⊆ reviewed ⊆ registered: nobody is recognised whom a meeting did not vote on, nor whom it left out. */
export function propose(facts: ProposalFacts): Proposal {
  const recognised: Candidate[] = []
  const failed: Failed[] = []
  const heldBack: Candidate[] = []
  const open: OpenCandidate[] = []
  for (const area of facts.areas.filter(({ events }) => stateOf(events) === 'submit')) {
    const review = reviewer(area, facts)
    for (const candidate of area.candidates.filter(each => isStanding(each) && !facts.decided.has(each.id))) {
      const { reasons, missing, doubts } = review(candidate)
      if (reasons.length > 0) failed.push({ candidate, reasons })
      else if (isHeldBack(candidate.id, area.opinions)) heldBack.push(candidate)
      else if (missing.length + doubts.length > 0) open.push({ candidate, missing, doubts })
      else recognised.push(candidate)
    }
  }
  return { recognised, failed, heldBack, open }
}

function reviewer(area: AreaRecord, { law, factsOf }: ProposalFacts) {
  const { convened, present, candidates } = countOf(area, law)
  const meeting = { convened, present, households: area.households }
  const posting = postingOf(area.events)
  const counted = new Map(candidates.map(({ candidateId, votes }) => [candidateId, votes]))
  return (candidate: Candidate): Reviewed => {
    const votes = counted.get(candidate.id)
    if (votes === undefined) return failing('left-out')
    if (votes === null) return failing('not-voted-on')
    if (isObjectedAway(candidate.id, area.opinions)) return failing('objection')
    const held = { meeting, votesFor: votes.for, postedDays: posting && postedDays(posting), content: null }
    const { reasons, missing, warnings } = evaluateBy(law.prepared, factsOf(candidate, held))
    return { reasons: reasons.map(toReason), missing, doubts: warnings.map(toReason) }
  }
}

type Reviewed = { readonly reasons: readonly Reason[]; readonly missing: readonly Missing[]; readonly doubts: readonly Reason[] }

function failing(code: ReasonCode): Reviewed {
  return { reasons: [{ code, clause: '', figures: {} }], missing: [], doubts: [] }
}

function toReason({ code, clause, figures }: Finding): Reason {
  return { code, clause, figures: code === 'excluded' ? {} : figures }
}

/** The leader answers for those of whom something is not known, but for the ones named: these go on waiting. */
export function acceptOpen({ recognised, open, ...proposal }: Proposal, exceptIds: readonly string[] = []): Proposal {
  const except = new Set(exceptIds)
  const accepted = open.filter(({ candidate }) => !except.has(candidate.id))
  return {
    ...proposal,
    recognised: [...recognised, ...accepted.map(({ candidate }) => candidate)],
    open: open.filter(({ candidate }) => except.has(candidate.id)),
  }
}

/** One act that names everybody it is about. */
export type SeasonDecision = {
  readonly id: string
  readonly seasonId: string
  readonly issuerUnitId: string
  readonly on: PlainDate
  readonly code: string
  readonly signerName: string
  readonly recognised: number
  readonly failed: number
  /** Why households of whom something is not known were recognised; empty where there were none. */
  readonly openAccepted: string
  readonly published: { readonly on: PlainDate; readonly place: string } | null
}

/** The number in the article is the number of the list, and every area decided about had handed in its dossier. */
export function decide(
  proposal: Proposal,
  act: { readonly on: PlainDate; readonly total: number; readonly submittedOn: readonly PlainDate[] },
  today: PlainDate,
): Result<Proposal, SeasonRefusal> {
  if (act.on > today) return refuse('season.in-future', { on: act.on })
  const last = act.submittedOn.toSorted().at(-1)
  if (last === undefined) return refuse('season.not-submitted')
  if (act.on < last) return refuse('season.day-before-step', { on: last })
  const { recognised, failed } = proposal
  if (recognised.length + failed.length === 0) return refuse('season.nobody-to-decide')
  return act.total === recognised.length ? ok(proposal) : refuse('season.total-differs', { told: act.total, total: recognised.length })
}

/** Whose chair decides where: a level of government decides through the chair of its people's committee. */
export function authorityOf(kind: OrgUnitKind): Authority | null {
  if (communeKinds.includes(kind)) return 'communeChair'
  if (kind === 'district' || kind === 'city' || kind === 'districtTown') return 'districtChair'
  return kind === 'province' ? 'provinceChair' : null
}

export function publish(
  decision: SeasonDecision,
  published: NonNullable<SeasonDecision['published']>,
  today: PlainDate,
): Result<SeasonDecision, SeasonRefusal> {
  if (decision.published) return refuse('season.published-already', { on: decision.published.on })
  if (published.on > today) return refuse('season.in-future', { on: published.on })
  return published.on < decision.on ? refuse('season.day-before-step', { on: decision.on }) : ok({ ...decision, published })
}
