import { type PlainDate, yearOf } from '../calendar/plain-date.ts'
import type { ProvincialWay } from '../title/provincial-way.ts'
import type { Honour, PraiseRule, RecognitionYears, RuleBook } from '../title/rule-book.ts'
import type { KeepRule, ProvincialRules } from '../title/score-sheet.ts'
import type { Confirmations } from '../title/sourced.ts'
import { type Chain, chainEnding, praiseFor, recognitionFor, type YearResult, type YearsStanding } from '../title/years.ts'
import { type AreaState, stepsOf } from './area.ts'
import type { Reason } from './decision.ts'
import type { Handover, Revocation } from './recognition.ts'

export const yearStatuses = ['registered', 'withdrawn', 'reviewed', 'reached', 'recognised', 'notReached', 'revoked'] as const
/** Đã đăng ký · đã rút · đã bình xét · đạt trong năm · được công nhận · không đạt · bị thu hồi. */
export type YearStatus = (typeof yearStatuses)[number]

/** What one season made of a household or a unit in one year of merit, and by which text and act. */
export type YearOfMerit = {
  readonly subjectId: string
  readonly honour: Honour
  readonly year: number
  readonly status: YearStatus
  readonly seasonId: string
  readonly areaUnitId: string
  readonly candidateId: string
  /** Its name as it stood in that season. */
  readonly name: string
  readonly ruleBookId: string
  /** What the season goes along where the province says so. */
  readonly way?: ProvincialWay | null
  readonly reasons: readonly Reason[]
  readonly decision: { readonly id: string; readonly code: string; readonly on: PlainDate } | null
  readonly certificateNumber: number | null
  readonly handover: Handover | null
  readonly revocation: Revocation | null
}

/** What became of a candidate, as far as it is recorded. */
export type YearFacts = {
  readonly isWithdrawn: boolean
  readonly state: AreaState
  /** The appraisal found it wanting. */
  readonly isLeftOut: boolean
  readonly outcome: 'recognised' | 'failed' | null
  readonly isRevoked: boolean
}

/** Where recognition follows from several years, a year is reached once its file has gone through every step. */
export function yearStatusOf(book: Pick<RuleBook, 'steps' | 'recognition'>, facts: YearFacts): YearStatus {
  const { isWithdrawn, isLeftOut, isRevoked, outcome, state } = facts
  if (isRevoked) return 'revoked'
  if (outcome) return outcome === 'recognised' ? 'recognised' : 'notReached'
  if (isWithdrawn) return 'withdrawn'
  const steps: readonly AreaState[] = stepsOf(book)
  const at = steps.indexOf(state)
  if (book.recognition && at === steps.length - 1) return isLeftOut ? 'notReached' : 'reached'
  const review = steps.includes('meet') ? 'meet' : 'appraise'
  return at >= 0 && steps.includes(review) && at >= steps.indexOf(review) ? 'reviewed' : 'registered'
}

/** What a province says of years before a split or a merger, and who compared that with its text; null where it says nothing either. */
export type KeptBy = (Pick<ProvincialRules, 'basis' | 'confirmation'> & { readonly keeps: KeepRule }) | null

/** One step of where somebody comes from. */
export type Descent = {
  readonly subjectId: string
  readonly fromId: string
  readonly on: PlainDate
  readonly kind: 'split' | 'merger'
  /** It was there before: its own years go before those it took over. */
  readonly intoExisting: boolean
  readonly rule: KeptBy
}

export const yearCounts = ['own', 'kept', 'notKept', 'unsettled'] as const
/** Của chính mình · giữ lại · không giữ · chưa rõ có giữ hay không. */
export type YearCount = (typeof yearCounts)[number]

/** A year as it counts for somebody: their own, or of whom they come from. */
export type CountedYear = YearOfMerit & { readonly counts: YearCount; readonly through: Descent | null }

type Facts = { readonly years: readonly YearOfMerit[]; readonly descents: readonly Descent[] }

/**
 * Years of a household or a unit with those of whom it came from, the latest first. A move changes no identity and so
 * no year. No text read says what becomes of years at a split or a merger: the province does, or nobody knows.
 */
export function yearsOf(subjectId: string, facts: Facts, seen: ReadonlySet<string> = new Set()): CountedYear[] {
  const own = ownYears(subjectId, facts.years).map(year => ({ ...year, counts: 'own' as const, through: null }))
  if (seen.has(subjectId)) return own
  const above = new Set([...seen, subjectId])
  const happenings = Map.groupBy(
    facts.descents.filter(descent => descent.subjectId === subjectId),
    ({ on, kind }) => `${on} ${kind}`,
  )
  const taken = [...happenings.values()].flatMap(descents => takenOver(descents, { own, facts, seen: above }))
  return [...own, ...taken].toSorted((a, b) => b.year - a.year || compare(a.honour, b.honour) || compare(a.candidateId, b.candidateId))
}

/** Who withdrew and registered again in the same season is counted once. */
function ownYears(subjectId: string, years: readonly YearOfMerit[]): YearOfMerit[] {
  const own = years.filter(year => year.subjectId === subjectId)
  return own.filter(
    ({ status, seasonId, candidateId }, at) =>
      status !== 'withdrawn' ||
      !own.some(
        (other, place) => other.seasonId === seasonId && other.candidateId !== candidateId && (other.status !== 'withdrawn' || place > at),
      ),
  )
}

function takenOver(
  descents: readonly Descent[],
  { own, facts, seen }: { readonly own: readonly CountedYear[]; readonly facts: Facts; readonly seen: ReadonlySet<string> },
): CountedYear[] {
  const [first] = descents
  if (!first) return []
  const isOwn = ({ honour, year }: YearOfMerit): boolean => own.some(mine => mine.honour === honour && mine.year === year)
  const from = descents.map(through => ({
    through,
    years: yearsOf(through.fromId, facts, seen).filter(year => year.year <= yearOf(through.on) && !isOwn(year)),
  }))
  const sources = descents.length + (first.intoExisting ? 1 : 0)
  const all = from.flatMap(({ through, years }) => years.map(year => ({ ...year, through })))
  return [...Map.groupBy(all, ({ honour, year }) => `${honour} ${year}`).values()].flatMap(ofYear =>
    keptUnder(first.rule, ofYear, new Set(ofYear.map(({ subjectId }) => subjectId)).size === sources),
  )
}

/** Of all who went into it, or of one of them; `isWhole`: something is known of each in that year. */
function keptUnder(rule: KeptBy, ofYear: readonly CountedYear[], isWhole: boolean): CountedYear[] {
  const count = (year: CountedYear, counts: YearCount): CountedYear => ({ ...year, counts: lesser(year.counts, counts) })
  if (!rule?.confirmation) return ofYear.map(year => count(year, 'unsettled'))
  if (rule.keeps === 'none') return ofYear.map(year => count(year, 'notKept'))
  if (rule.keeps === 'everyPredecessor') return ofYear.map(year => count(year, isWhole ? 'kept' : 'notKept'))
  const isReached = ({ status }: CountedYear): boolean => outcomeOf[status] === 'reached'
  return ofYear.map(year => count(year, isReached(year) || !ofYear.some(isReached) ? 'kept' : 'notKept'))
}

/** What somebody did not have for certain is not handed on for certain. */
function lesser(had: YearCount, given: YearCount): YearCount {
  if (had === 'notKept' || given === 'notKept') return 'notKept'
  return had === 'unsettled' || given === 'unsettled' ? 'unsettled' : 'kept'
}

const outcomeOf: Record<YearStatus, YearResult['outcome'] | null> = {
  registered: null,
  withdrawn: null,
  reviewed: null,
  reached: 'reached',
  recognised: 'reached',
  notReached: 'notReached',
  revoked: 'revoked',
}

/** The years of an honour with a result; `unsettled` ones only where somebody asks what might be. */
export function resultsOf(years: readonly CountedYear[], honour: Honour, withUnsettled: 'certain' | 'possible'): YearResult[] {
  return years.flatMap(({ honour: of, year, status, ruleBookId, counts }) => {
    const outcome = outcomeOf[status]
    const isCounted = counts === 'own' || counts === 'kept' || (counts === 'unsettled' && withUnsettled === 'possible')
    return outcome && isCounted && of === honour ? [{ honour, year, outcome, ruleBook: ruleBookId }] : []
  })
}

/** A row of years as it is for certain, and as it would be if unsettled years were kept. */
export type ChainOf = { readonly certain: Chain; readonly possible: Chain }

export function chainOf(years: readonly CountedYear[], { honour, year }: { readonly honour: Honour; readonly year: number }): ChainOf {
  const ending = (what: 'certain' | 'possible'): Chain => {
    const chain = chainEnding(resultsOf(years, honour, what), year)
    const { year: last, why } = chain.brokenBy
    return { ...chain, brokenBy: { year: last, why: why === 'unknown' ? whyNotCounted(years, { honour, year: last }) : why } }
  }
  return { certain: ending('certain'), possible: ending('possible') }
}

/** A year that was had before a split or a merger is known, even where it does not count. */
function whyNotCounted(
  years: readonly CountedYear[],
  { honour, year }: { readonly honour: Honour; readonly year: number },
): Chain['brokenBy']['why'] {
  const had = years.filter(each => each.honour === honour && each.year === year && outcomeOf[each.status] !== null)
  if (had.some(({ counts }) => counts === 'unsettled')) return 'unsettled'
  return had.some(({ counts }) => counts === 'notKept') ? 'notKept' : 'unknown'
}

/** Whether years suffice: not for certain but perhaps, where only unsettled years are wanting. */
export function praiseStanding(
  year: number,
  years: readonly CountedYear[],
  {
    praise,
    rule,
    confirmations,
  }: { readonly praise: Honour; readonly rule: PraiseRule; readonly confirmations?: Confirmations | undefined },
): YearsStanding {
  const praised = recognitionsOf(years, praise).map(last => windowEnding(last, rule.years.value))
  const standing = (what: 'certain' | 'possible'): YearsStanding =>
    praiseFor(year, { results: resultsOf(years, rule.of, what), praised }, confirmations ? { rule, confirmations } : { rule })
  return unlessUnsettled(standing('certain'), standing('possible'))
}

export function recognitionStanding(
  year: number,
  years: readonly CountedYear[],
  {
    honour,
    recognition,
    confirmations,
  }: { readonly honour: Honour; readonly recognition: RecognitionYears; readonly confirmations?: Confirmations | undefined },
): YearsStanding & { readonly round: 'first' | 'again' } {
  const registeredFor = Math.min(year, ...years.filter(each => each.honour === honour && each.counts !== 'notKept').map(each => each.year))
  const recognisedFor = recognitionsOf(years, honour)
  const standing = (what: 'certain' | 'possible') =>
    recognitionFor(
      year,
      { results: resultsOf(years, honour, what), registeredFor, recognisedFor },
      confirmations ? { recognition, confirmations } : { recognition },
    )
  const certain = standing('certain')
  return { ...unlessUnsettled(certain, standing('possible')), round: certain.round }
}

/** Years whose recognition stands, one's own or taken over. */
function recognitionsOf(years: readonly CountedYear[], honour: Honour): number[] {
  return years.filter(year => year.honour === honour && year.status === 'recognised' && year.counts !== 'notKept').map(({ year }) => year)
}

function windowEnding(last: number, length: number): number[] {
  return Array.from({ length }, (_, at) => last - length + 1 + at)
}

function unlessUnsettled(certain: YearsStanding, possible: YearsStanding): YearsStanding {
  if (certain.verdict === 'due' || possible.verdict !== 'due') return certain
  const unsettled = { code: 'years-unsettled', clause: '', years: possible.years.filter(year => !certain.years.includes(year)) } as const
  return { ...certain, verdict: 'unsure', reasons: [], warnings: [...certain.warnings, ...certain.reasons, unsettled] }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
