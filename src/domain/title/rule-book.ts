import type { Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { type Handling, type Matter, matters } from '../household/conduct.ts'
import type { OwnHonour } from './own-honour.ts'
import type { OwnPaper } from './score-sheet.ts'
import type { Sourced } from './sourced.ts'
import type { Term } from './term.ts'

/** A title of the law, or the letter of praise that follows from holding one for years, under whatever text is in force. */
export const honours = [
  'culturalFamily',
  'familyPraise',
  'culturalArea',
  'areaPraise',
  'exemplaryCommune',
  'culturalOffice',
  'newRuralCommune',
  'civilisedWard',
  'civilisedDistrict',
  'comprehensiveCulture',
] as const
export type LawHonour = (typeof honours)[number]

/** Of the law, or of a province's own. */
export type Honour = LawHonour | OwnHonour

/** Whom an honour is for. */
export const subjects = ['household', 'residentialArea', 'commune', 'office', 'enterprise', 'ward', 'district', 'province', 'clan'] as const
export type Subject = (typeof subjects)[number]

/** What a place or household is, as far as the law asks. */
export const traits = ['centralCity', 'mountain', 'island', 'especiallyDisadvantaged', 'poor', 'nearPoor'] as const
export type Trait = (typeof traits)[number]
export const traitWords: Record<Trait, string> = {
  centralCity: 'quận, huyện của thành phố trực thuộc trung ương',
  mountain: 'miền núi',
  island: 'hải đảo',
  especiallyDisadvantaged: 'xã đặc biệt khó khăn',
  poor: 'hộ nghèo',
  nearPoor: 'hộ cận nghèo',
}

/** One line that is judged. */
export type Criterion = { readonly code: string; readonly says: Sourced<string> }

/** A heading of requirements; `isWhole` is false where criteria under it have not been read. */
export type Standard = Criterion & { readonly criteria: readonly Criterion[]; readonly isWhole: boolean }

/** The least total for those who have any of the traits; without traits, for all others. */
export type Threshold = { readonly code: string; readonly traits: readonly Trait[]; readonly least: Sourced<number> }

/** Which threshold counts for somebody who falls under several. */
export const thresholdChoices = ['lowest', 'highest'] as const
export type ThresholdChoice = (typeof thresholdChoices)[number]

/** How standards become a verdict: by points, or each must be met. */
export type Scoring =
  | {
      readonly kind: 'points'
      readonly most: Sourced<number | null>
      /** Per cent of the most points of each standard. */
      readonly leastShare: Sourced<number | null>
      /** Empty where the law leaves them to the province. */
      readonly thresholds: readonly Threshold[]
      readonly whenSeveral: Sourced<ThresholdChoice | null>
    }
  | { readonly kind: 'allMet'; readonly least: Sourced<number | null> }

export const shareBases = ['convened', 'present', 'households', 'asked'] as const
/** A part of a whole that must be reached; `strictly`: exceeded. */
export type Share = { readonly percent: number; readonly strictly: boolean; readonly of: (typeof shareBases)[number] }

/** A case in which nobody of the household may have fallen: which conduct, and what must have become of it. */
export type Exclusion = {
  readonly code: string
  readonly says: Sourced<string>
  readonly bars: readonly { readonly matters: readonly Matter[] | 'any'; readonly handlings: readonly Handling[] | 'any' }[]
}

export const stepCodes = ['register', 'assessSelf', 'list', 'meet', 'post', 'submit', 'appraise', 'decide', 'publish'] as const
export type StepCode = (typeof stepCodes)[number]

/** One step of the way: who does what, on which form, by which quorum and vote, and within which term of which step. */
export type Step = {
  readonly code: StepCode
  readonly actor: Sourced<string>
  readonly does: Sourced<string>
  readonly form: Sourced<string | null> | null
  readonly quorum: Sourced<Share | null> | null
  readonly consent: Sourced<Share | null> | null
  /** The least time the step itself must last, such as days of posting. */
  readonly lasts: Sourced<Term | null> | null
  /** Within which time it is done, and of which step; a day of the year counts from no step. */
  readonly within: Sourced<Term | null> | null
  /** The later day the text allows in special cases. */
  readonly specially: Sourced<Term | null> | null
  readonly after: StepCode | null
}

export const authorities = [
  'communeChair',
  'districtChair',
  'provinceChair',
  'provinceLabourFederation',
  'labourFederationOrPeoplesCommittee',
] as const
export type Authority = (typeof authorities)[number]

export const rounds = ['every', 'first', 'again'] as const

/** Who decides, from a day on, and in which round of recognition. */
export type Deciding = Versioned & {
  readonly round: (typeof rounds)[number]
  readonly authority: Sourced<Authority | null>
}

/** Consecutive years for a first recognition, and for another. */
export type RecognitionYears = { readonly first: Sourced<number | null>; readonly again: Sourced<number | null> }

/** A letter of praise: years in a row of a title, no year used twice, and no more than a share of those who have them. */
export type PraiseRule = {
  readonly of: Honour
  readonly years: Sourced<number>
  readonly yearsCountOnce: Sourced<boolean>
  readonly capPercent: Sourced<number>
  readonly whenVotesAreEqual: Sourced<null>
}

/** The paper of a purpose and the number of its form. */
export type Paper = { readonly code: string; readonly form: Sourced<string | null> }

/** The law of one honour while one text is in force. An entry once in force is never edited. */
export type RuleBook = {
  readonly id: string
  readonly honour: Honour
  /** What the text calls it. */
  readonly name: string
  readonly cites: readonly string[]
  readonly valid: { readonly from: PlainDate; readonly until: PlainDate | null }
  readonly bounds: { readonly from: Sourced<PlainDate>; readonly until: Sourced<PlainDate | null> }
  readonly subjects: readonly Subject[]
  readonly mustRegister: Sourced<boolean | null>
  /** What must be true before the standards are looked at. */
  readonly prerequisites: readonly Criterion[]
  readonly standards: readonly Standard[]
  readonly scoring: Scoring | null
  /** Per cent of the people asked who must be content, where the text asks them. */
  readonly contentment: Sourced<Share> | null
  readonly exclusions: readonly Exclusion[]
  /** False: the text has cases of exclusion nobody has read; null: unknown whether it has any. */
  readonly exclusionsRead: Sourced<boolean | null>
  readonly steps: readonly Step[]
  /** Steps nobody could tell whether the text has (M4). */
  readonly unsureSteps: readonly StepCode[]
  readonly deciding: readonly Deciding[]
  readonly papers: readonly Paper[]
  readonly certificate: Sourced<string | null>
  readonly recognition: RecognitionYears | null
  readonly praise: PraiseRule | null
  /** Of a title of a province's own: where it is said, the words of the paper, and how many years it stands; null: until taken back. */
  readonly ofProvince?: { readonly clause: string; readonly paper: OwnPaper | null; readonly standsYears: number | null }
  /** What else a reader of this rule book must know. */
  readonly remarks: readonly Sourced<string>[]
}

/** Whole numbers only, so that 60 % of 45 is 27 and not 27 and a bit. */
export function reaches(share: Pick<Share, 'percent' | 'strictly'>, part: number, whole: number): boolean {
  return share.strictly ? part * 100 > share.percent * whole : part * 100 >= share.percent * whole
}

export function stepOf(book: Pick<RuleBook, 'steps'>, code: StepCode): Step | undefined {
  return book.steps.find(step => step.code === code)
}

/** The conduct an officer can name under this rule book. */
export function mattersOf(book: RuleBook): Matter[] {
  const named = new Set(book.exclusions.flatMap(({ bars }) => bars.flatMap(bar => (bar.matters === 'any' ? matters : bar.matters))))
  return matters.filter(matter => named.has(matter))
}
