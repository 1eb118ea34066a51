import { inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { OrgUnitKind } from '../org/org-unit.ts'
import type { OwnSubject } from './own-honour.ts'
import type { ProvincialStep } from './provincial-way.ts'
import type { Authority, Share, ThresholdChoice, Trait } from './rule-book.ts'

/** What a province decides where the law leaves it to the province: in force by its own text, as data in one file. */
export type ProvincialRules = Versioned & {
  /** As people say it; which unit it is, is said where the file is loaded. */
  readonly province: string
  /** The text of the province these rules stand in. */
  readonly basis: string
  /** Who compared them with that text; until then they only warn. */
  readonly confirmation: { readonly by: string; readonly on: PlainDate } | null
  /** What the province calls its residential areas and their title, by kind of unit: `khóm`, `Khóm văn hóa`. */
  readonly levelNames: readonly LevelName[]
  readonly extraTitles: readonly ExtraTitle[]
  readonly sheets: readonly ScoreSheet[]
  /** Whether years count on for who comes out of a split or a merger: no text read says. */
  readonly yearsKept: { readonly household: YearsKept; readonly unit: YearsKept }
}

/** Keeps no year; those each of those before had reached; those one of them had. */
export const keepRules = ['none', 'everyPredecessor', 'anyPredecessor'] as const
export type KeepRule = (typeof keepRules)[number]
export const keepWords: Record<KeepRule, string> = {
  none: 'không giữ năm nào',
  everyPredecessor: 'giữ năm mà tất cả cùng đạt',
  anyPredecessor: 'giữ năm mà ít nhất một bên đạt',
}
/** Null: the province is silent too. */
export type YearsKept = { readonly merger: KeepRule | null; readonly split: KeepRule | null }
export const nothingSaidOfYears: ProvincialRules['yearsKept'] = {
  household: { merger: null, split: null },
  unit: { merger: null, split: null },
}

export type LevelName = { readonly kind: OrgUnitKind; readonly level: string; readonly titleName: string }

/** How many points each line can bring, and what the law of a title leaves open. Null: the province is silent too. */
export type ScoreSheet = Scores & {
  /** The rule books it fills: one sheet may serve several that name the same standards. */
  readonly ruleBooks: readonly string[]
  readonly whenSeveral: ThresholdChoice | null
  readonly mustRegister: boolean | null
  readonly quorum: Share | null
  readonly consent: Share | null
  readonly authority: Authority | null
  readonly whenVotesAreEqual: TieRule | null
  /** How the title comes about, only where no steps were read in the text of the centre. */
  readonly steps: readonly ProvincialStep[]
}

/** Standards with their points, and the totals to reach. */
export type Scores = {
  readonly standards: readonly ScoredStandard[]
  readonly thresholds: readonly { readonly code: string; readonly traits: readonly Trait[]; readonly least: number }[]
  /** Per cent of the most points of each standard. */
  readonly leastShare: number | null
}

/** Without criteria the standard is scored as a whole. */
export type ScoredStandard = ScoredLine & { readonly criteria: readonly ScoredLine[] }
/** `says` in the province's own words; null where the rule book has words for the code. */
export type ScoredLine = { readonly code: string; readonly most: number; readonly says: string | null }

/** A title of the province's own, such as dòng họ văn hóa: beside the titles of the law, counted under its own name alone. */
export type ExtraTitle = Scores & {
  readonly code: string
  readonly name: string
  readonly subject: OwnSubject
  readonly authority: Authority
  readonly mustRegister: boolean | null
  /** How it comes about; empty: it is told of, and no season is opened for it. */
  readonly steps: readonly ProvincialStep[]
  readonly paper: OwnPaper | null
  /** For how many years it is given; null: until it is taken back. */
  readonly standsYears: number | null
}

/** What is handed over, in the words of the province: `Giấy công nhận`, `Dòng họ`, `đạt danh hiệu`. */
export type OwnPaper = { readonly heading: string; readonly recipient: string; readonly says: string }

/** Who is praised where the last places have equal votes: none of the tied, or those with more points. */
export const tieRules = ['noneOfThem', 'morePoints'] as const
export type TieRule = (typeof tieRules)[number]

/** Rules on record, of a province of the tree. */
export type RecordedRules = ProvincialRules & { readonly id: string; readonly provinceId: string }

/** A sheet with the words it rests on, ready to judge by. */
export type AdoptedSheet = ScoreSheet & { readonly basis: string; readonly isConfirmed: boolean }

/** Each province by its own rules of the day: two side by side never meet. */
export function rulesOfProvince(
  rules: readonly RecordedRules[],
  { provinceId, on }: { readonly provinceId: string; readonly on: PlainDate },
): RecordedRules | undefined {
  return inForce(
    rules.filter(other => other.provinceId === provinceId),
    on,
  )
}

export function adoptedSheet(rules: ProvincialRules, ruleBook: string): AdoptedSheet | undefined {
  const sheet = rules.sheets.find(({ ruleBooks }) => ruleBooks.includes(ruleBook))
  return sheet && { ...sheet, basis: rules.basis, isConfirmed: rules.confirmation !== null }
}

/** What the province calls its areas and their title, where somebody had compared that with its text by a day: labels, no other honour. */
export function levelNamesBy(rules: ProvincialRules | null, day: PlainDate): readonly LevelName[] {
  return rules?.confirmation && rules.confirmation.on <= day ? rules.levelNames : []
}

/** Every line that takes points: criteria, and standards without any. */
export function scoredLines(scores: Scores): ScoredLine[] {
  return scores.standards.flatMap(standard => (standard.criteria.length > 0 ? standard.criteria : [standard]))
}

/** Points are given in hundredths at the finest, and added without the dust of binary fractions. */
export function addPoints(points: readonly number[]): number {
  return Math.round(points.reduce((sum, one) => sum + one, 0) * 100) / 100
}
