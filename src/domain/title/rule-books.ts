import { type DateRange, inForce, type Versioned } from '../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import type { OpenPointKey } from './open-points.ts'
import type { Honour, RuleBook } from './rule-book.ts'
import { office2023 } from './rule-books/hd-58-2022.ts'
import { areaLaw2026, communeLaw2026, familyLaw2026 } from './rule-books/law-2026.ts'
import { area86 } from './rule-books/nd-86-2023-area.ts'
import { commune86 } from './rule-books/nd-86-2023-commune.ts'
import { family86 } from './rule-books/nd-86-2023-family.ts'
import { area122 } from './rule-books/nd-122-2018-area.ts'
import { family122 } from './rule-books/nd-122-2018-family.ts'
import { areaPraise122, familyPraise122 } from './rule-books/nd-122-2018-praise.ts'
import { civilisedDistrict2022, civilisedWard2022 } from './rule-books/qd-04-2022.ts'
import { comprehensive2025 } from './rule-books/qd-42-2025.ts'
import { office2012 } from './rule-books/tt-01-2012.ts'
import { civilisedWard2013 } from './rule-books/tt-02-2013.ts'
import { office2014 } from './rule-books/tt-08-2014.ts'
import { area2011, family2011 } from './rule-books/tt-12-2011.ts'
import { newRuralCommune } from './rule-books/tt-17-2011.ts'
import { areaTwoLevel, communeTwoLevel, familyTwoLevel } from './rule-books/two-level-2025.ts'
import type { Sourced } from './sourced.ts'

/** Every rule book, honour by honour, oldest first. */
export const ruleBooks: readonly RuleBook[] = [
  family2011,
  family122,
  family86,
  familyTwoLevel,
  familyLaw2026,
  familyPraise122,
  area2011,
  area122,
  area86,
  areaTwoLevel,
  areaLaw2026,
  areaPraise122,
  commune86,
  communeTwoLevel,
  communeLaw2026,
  office2012,
  office2014,
  office2023,
  newRuralCommune,
  civilisedWard2013,
  civilisedWard2022,
  civilisedDistrict2022,
  comprehensive2025,
]

/** Days after an honour's first rule book on which none is known, and why. */
export type RuleBookGap = Versioned & { readonly honour: Honour; readonly openPoint: OpenPointKey | null; readonly why: string }

export const ruleBookGaps: readonly RuleBookGap[] = [
  gap('familyPraise', '2024-01-30', 'M10', 'Chưa rõ giấy khen 3 năm còn được tặng hay không'),
  gap('areaPraise', '2024-01-30', 'M10', 'Chưa rõ giấy khen 5 năm còn được tặng hay không'),
  gap('newRuralCommune', '2023-01-01', 'M5', 'Thông tư hết hiệu lực, chưa rõ văn bản bãi bỏ'),
  gap('civilisedDistrict', '2025-07-01', null, 'Không còn cấp huyện'),
  gap('comprehensiveCulture', '2031-01-01', 'M9', 'Quyết định dành cho giai đoạn đến năm 2030'),
]

export function ruleBooksOf(honour: Honour): RuleBook[] {
  return ruleBooks.filter(book => book.honour === honour)
}

export function ruleBookNamed(id: string): RuleBook | undefined {
  return ruleBooks.find(book => book.id === id)
}

/** The one rule book of an honour on a day. */
export function ruleBookOn(honour: Honour, on: PlainDate): RuleBook | undefined {
  return inForce(ruleBooksOf(honour), on)
}

/** Why no rule book is known on a day; undefined where one is, and before the first. */
export function gapOn(honour: Honour, on: PlainDate): RuleBookGap | undefined {
  return inForce(
    ruleBookGaps.filter(other => other.honour === honour),
    on,
  )
}

/** Which law measures a year of merit, and which the decision on it follows: two days, two questions. */
export type RulesForMerit = {
  /** Standards, points, exclusion: of the last day of the year, or of the decision where that came before. */
  readonly standards: RuleBook
  /** Authority, steps and forms: of the day of the decision. */
  readonly decision: RuleBook
  /** Set where the law changed in between: no transitional clause has been read (M16). */
  readonly doubt: Sourced<string> | null
}

/**
 * 122/2018/NĐ-CP, Art. 4, lets a year be reviewed until 29 January of the next, and 86/2023/NĐ-CP is in force the day
 * after: merit of 2023 decided by then is measured and decided by the older decree.
 */
export function ruleBookForMerit(
  honour: Honour,
  { year, decidedOn }: { readonly year: number; readonly decidedOn: PlainDate },
): RulesForMerit | undefined {
  const decision = ruleBookOn(honour, decidedOn)
  const yearsEnd = plainDate(`${year}-12-31`)
  const standards = ruleBookOn(honour, decidedOn < yearsEnd ? decidedOn : yearsEnd)
  if (!decision || !standards) return undefined
  return { standards, decision, doubt: standards === decision ? null : changedSince(standards, decision) }
}

function changedSince(standards: RuleBook, decision: RuleBook): Sourced<string> {
  return {
    key: `${decision.id}/transition.${standards.id}`,
    value: `Tiêu chuẩn theo ${standards.cites.join(', ')}, quyết định theo ${decision.cites.join(', ')}: chưa đọc được điều khoản chuyển tiếp`,
    confidence: 'S',
    clause: decision.cites.join(', '),
    openPoint: decision.valid.from === '2024-01-30' ? 'M16' : null,
  }
}

function gap(honour: Honour, from: string, openPoint: OpenPointKey | null, why: string): RuleBookGap {
  const valid: DateRange = { from: plainDate(from), until: null }
  return { honour, valid, openPoint, why }
}
