import { formatDay, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { isOwnHonour } from '../title/own-honour.ts'
import { bookOfOwn, isOwnWay } from '../title/own-title.ts'
import { bookAlong } from '../title/provincial-way.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { gapOn, ruleBookForMerit, ruleBookNamed, ruleBookOn } from '../title/rule-books.ts'
import { isVerified } from '../title/sourced.ts'
import type { Season } from './season.ts'

/**
 * The book that measures the year of merit, on whatever day the season is opened: 2024 is measured by 86/2023/NĐ-CP
 * though 122/2018/NĐ-CP was in force in its first January. Where nobody has verified that book or read its steps, the one
 * of the opening day.
 */
export function ruleBookOfSeason({ honour, year, openedOn }: Pick<Season, 'honour' | 'year' | 'openedOn'>): RuleBook | undefined {
  const yearsEnd = plainDate(`${year}-12-31`)
  const ofYear = ruleBookForMerit(honour, { year, decidedOn: openedOn < yearsEnd ? yearsEnd : openedOn })?.standards
  return ofYear && ofYear.steps.length > 0 && isVerified(ofYear.bounds.from) ? ofYear : ruleBookOn(honour, openedOn)
}

/** The rule book a season keeps: with the province's steps where it goes along these, all of it for a title of the province's own. */
export function keptBookOf({ ruleBookId, way }: Pick<Season, 'ruleBookId' | 'way'>): RuleBook | undefined {
  if (isOwnWay(way)) return bookOfOwn(ruleBookId, way)
  const book = ruleBookNamed(ruleBookId)
  return book && way ? bookAlong(book, way) : book
}

/** What is doubtful about deciding on a day under the book of the season; null where the law is the same all through. */
export function lawDoubt(
  { honour, year, ruleBookId }: Pick<Season, 'honour' | 'year' | 'ruleBookId'>,
  decidedOn: PlainDate,
): string | null {
  if (isOwnHonour(honour)) return null
  const rules = ruleBookForMerit(honour, { year, decidedOn })
  if (rules?.standards.id === ruleBookId) return rules.doubt?.value ?? null
  const own = `Đợt theo ${ruleBookNamed(ruleBookId)?.cites.join(', ') ?? 'văn bản không còn trong chương trình'}`
  if (rules) return `${own}, quyết định ngày ${formatDay(decidedOn)} cho năm ${year} theo ${rules.standards.cites.join(', ')}`
  const why = gapOn(honour, decidedOn)?.why ?? 'chưa có văn bản nào'
  return `${own}, quyết định ngày ${formatDay(decidedOn)}: ${why.charAt(0).toLocaleLowerCase('vi')}${why.slice(1)}`
}
