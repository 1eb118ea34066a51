import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { communeKinds, type OrgUnitKind } from '../org/org-unit.ts'
import type { CandidateFacts } from '../title/candidate-facts.ts'
import { evaluateBy } from '../title/evaluate.ts'
import type { Authority, RuleBook } from '../title/rule-book.ts'
import type { Finding, FindingCode, Missing } from '../title/verdict.ts'
import type { YearsFinding, YearsStanding } from '../title/years.ts'
import { type AreaLaw, type AreaRecord, countOf, isReady, meetingOf, postingOf } from './area.ts'
import { type Candidate, isStanding } from './candidate.ts'
import { holdingOf } from './holding.ts'
import { isHeldBack, isObjectedAway, postedDays } from './posting.ts'
import type { SeasonRefusal } from './season.ts'

export type ReasonCode = FindingCode | YearsFinding['code'] | 'left-out' | 'not-voted-on' | 'objection' | 'over-cap' | 'tied'

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
  /** The year is reached, and it takes more of them before anybody is recognised. */
  readonly reachedOnly: readonly Candidate[]
}
export type OpenCandidate = { readonly candidate: Candidate; readonly missing: readonly Missing[]; readonly doubts: readonly Reason[] }
export type Failed = { readonly candidate: Candidate; readonly reasons: readonly Reason[] }

export type ProposalFacts = {
  readonly areas: readonly AreaRecord[]
  readonly law: AreaLaw
  /** Decided by an earlier act. */
  readonly decided: ReadonlySet<string>
  readonly factsOf: (candidate: Candidate, meeting: MeetingFacts) => CandidateFacts
  /** Whether the years suffice, where the honour follows from years in a row. */
  readonly yearsOf?: (candidate: Candidate) => YearsStanding | null
}
type MeetingFacts = Pick<CandidateFacts, 'meeting' | 'votesFor' | 'postedDays' | 'content'>

/** Recognised ⊆ reviewed ⊆ registered: nobody is recognised whom a meeting did not vote on, nor whom it left out. */
export function propose(facts: ProposalFacts): Proposal {
  const recognised: Candidate[] = []
  const failed: Failed[] = []
  const heldBack: Candidate[] = []
  const open: OpenCandidate[] = []
  const reachedOnly: Candidate[] = []
  for (const area of facts.areas.filter(({ events }) => isReady(facts.law.book, events))) {
    const review = reviewer(area, facts)
    for (const candidate of area.candidates.filter(each => isStanding(each) && !facts.decided.has(each.id))) {
      const { reasons, missing, doubts, waitsForYears } = review(candidate)
      if (reasons.length > 0) failed.push({ candidate, reasons })
      else if (isHeldBack(candidate.id, area.opinions)) heldBack.push(candidate)
      else if (waitsForYears) reachedOnly.push(candidate)
      else if (missing.length + doubts.length > 0) open.push({ candidate, missing, doubts })
      else recognised.push(candidate)
    }
  }
  return { recognised, failed, heldBack, open, reachedOnly }
}

function reviewer(area: AreaRecord, { law, factsOf, yearsOf }: ProposalFacts) {
  const { convened, present, candidates } = countOf(area, law)
  const met = meetingOf(area.events)
  const prepared = { ...law.prepared, ...met?.asked }
  const meeting = prepared.meeting && { convened, present, households: met?.households ?? area.households }
  const posting = postingOf(area.events)
  const counted = new Map(candidates.map(({ candidateId, votes }) => [candidateId, votes]))
  return (candidate: Candidate): Reviewed => {
    const votes = counted.get(candidate.id)
    if (votes === undefined) return failing('left-out')
    if (votes === null && meeting) return failing('not-voted-on')
    if (isObjectedAway(candidate.id, area.opinions)) return failing('objection')
    const held = { meeting, votesFor: votes?.for ?? null, postedDays: posting && postedDays(posting), content: null }
    const years = yearsFindings(yearsOf?.(candidate) ?? null, law)
    const { reasons, missing, warnings } = evaluateBy(prepared, factsOf(candidate, held))
    return {
      reasons: [...reasons.map(toReason), ...years.reasons],
      missing,
      doubts: [...warnings.map(toReason), ...years.doubts],
      waitsForYears: years.waits,
    }
  }
}

type Reviewed = {
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
  readonly doubts: readonly Reason[]
  readonly waitsForYears: boolean
}

/** Too few years bar from praise; of an office they only mean that recognition is not due yet (08/2014/TT-BVHTTDL, Art. 3(2)). */
function yearsFindings(standing: YearsStanding | null, { book }: AreaLaw) {
  const { reasons = [], warnings = [], verdict } = standing ?? {}
  const waits = verdict === 'notDue' && book.recognition !== null
  return { waits, reasons: waits ? [] : reasons.map(toYearsReason), doubts: waits ? [] : warnings.map(toYearsReason) }
}

function toYearsReason(finding: YearsFinding): Reason {
  return { code: finding.code, clause: finding.clause, figures: 'years' in finding ? { years: finding.years.join(', ') } : {} }
}

function failing(code: ReasonCode): Reviewed {
  return { reasons: [{ code, clause: '', figures: {} }], missing: [], doubts: [], waitsForYears: false }
}

function toReason({ code, clause, figures }: Finding): Reason {
  return { code, clause, figures: code === 'excluded' || code === 'ground-after-the-year' ? {} : figures }
}

/**
 * The leader answers for those of whom something is not known, but for the ones named: these go on waiting, as does whoever
 * nobody has looked for grounds against. That is nothing to answer for: somebody has to look.
 */
export function acceptOpen({ recognised, open, ...proposal }: Proposal, exceptIds: readonly string[] = []): Proposal {
  const except = new Set(exceptIds)
  const accepted = open.filter(each => !except.has(each.candidate.id) && !waitsForLook(each))
  const acceptedIds = new Set(accepted.map(({ candidate }) => candidate.id))
  return {
    ...proposal,
    recognised: [...recognised, ...accepted.map(({ candidate }) => candidate)],
    open: open.filter(({ candidate }) => !acceptedIds.has(candidate.id)),
  }
}

/** Nobody has looked whether a case of exclusion that verified law names holds. */
export function waitsForLook({ missing }: Pick<OpenCandidate, 'missing'>): boolean {
  return missing.some(({ code }) => code === 'grounds')
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
  /** Why it is decided under the book of the season though the law has changed since; empty where it has not. */
  readonly lawChosen: string
  readonly published: { readonly on: PlainDate; readonly place: string } | null
}

/** The number in the article is that of the list, every file decided about was complete, and nobody is left out unsaid. */
export function decide(
  proposal: Proposal,
  act: {
    readonly on: PlainDate
    readonly total: number
    readonly submittedOn: readonly PlainDate[]
    readonly openExcept: readonly string[]
  },
  today: PlainDate,
): Result<Proposal, SeasonRefusal> {
  if (act.on > today) return refuse('season.in-future', { on: act.on })
  const last = act.submittedOn.toSorted().at(-1)
  if (last === undefined) return refuse('season.not-submitted')
  if (act.on < last) return refuse('season.day-before-step', { on: last })
  const { recognised, failed, open } = proposal
  const except = new Set(act.openExcept)
  const left = open.filter(({ candidate }) => !except.has(candidate.id))
  const unlooked = (recognised.length > 0 ? left : open).filter(waitsForLook)
  if (unlooked.length > 0) return refuse('season.grounds-unlooked', { count: unlooked.length, names: firstNames(unlooked) })
  if (left.length > 0) return refuse('season.open-left', { count: left.length, names: firstNames(left) })
  if (recognised.length + failed.length === 0) return refuse('season.nobody-to-decide')
  if (recognised.length === 0) return refuse('season.nobody-recognised', { failed: failed.length })
  return act.total === recognised.length ? ok(proposal) : refuse('season.total-differs', { told: act.total, total: recognised.length })
}

/** What the register of documents says of it: `Tặng danh hiệu Gia đình văn hóa năm 2022 cho 14 hộ`. */
export function subjectOfDecision(
  { name, honour, praise, recognition }: Pick<RuleBook, 'name' | 'honour' | 'praise' | 'recognition'>,
  { year, recognised }: { readonly year: number; readonly recognised: number },
): string {
  const verb = praise ? 'Tặng' : recognition ? 'Công nhận' : 'Tặng danh hiệu'
  return `${verb} ${name} năm ${year} cho ${recognised} ${holdingOf(honour).noun}`
}

function firstNames(left: readonly OpenCandidate[], most = 5): string {
  const names = left.slice(0, most).map(({ candidate }) => candidate.headName)
  return left.length > most ? `${names.join(', ')} và ${left.length - most} trường hợp nữa` : names.join(', ')
}

/**
 * Whose chair decides where: a level of government decides through the chair of its people's committee; of the federations
 * of labour only that of a province does, by 58/HD-TLĐ as it is practised.
 */
export function authorityOf(kind: OrgUnitKind, parentKind: OrgUnitKind | null = null): Authority | null {
  if (kind === 'tradeUnion') return parentKind === 'province' ? 'provinceLabourFederation' : null
  if (kind === 'peoplesCommittee') return parentKind && authorityOf(parentKind)
  if (communeKinds.includes(kind)) return 'communeChair'
  if (kind === 'district' || kind === 'city' || kind === 'districtTown') return 'districtChair'
  return kind === 'province' ? 'provinceChair' : null
}

/** The symbol a decision of theirs has by default. */
export function symbolOf(authority: Authority): string {
  return authority === 'provinceLabourFederation' ? 'QĐ-LĐLĐ' : 'QĐ-UBND'
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
