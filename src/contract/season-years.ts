import { z } from 'zod'
import type { CountedYear, Descent } from '#domain/season/years.ts'
import type { Honour } from '#domain/title/rule-book.ts'
import type { Chain, YearsStanding } from '#domain/title/years.ts'
import { id } from './fields.ts'

export const seasonYearsParams = {
  'season.yearsOfHousehold': z.strictObject({ householdId: id('Hộ') }),
  'season.yearsOfUnit': z.strictObject({ unitId: id('Đơn vị') }),
}

/** One year of merit of one honour: what came of it, by which text, and whether it counts for who is asked about. */
export type YearView = Omit<CountedYear, 'through' | 'name' | 'way'> & {
  /** As it stood in that season; null where it is that of a household the reader does not answer for. */
  readonly name: string | null
  /** Whose file it was in, as it was called when that was decided, else at the end of that year. */
  readonly areaName: string
  readonly bookName: string
  readonly cites: readonly string[]
  /** Set where the year was somebody's before a split or a merger, with the rule it counts by. */
  readonly takenFrom: (Descent & { readonly name: string | null }) | null
}

/** How an honour stands after the last year with a result. */
export type HonourYears = {
  readonly honour: Honour
  readonly upTo: number
  /** Years in a row for certain, and if those nobody has settled were kept. */
  readonly certain: Chain
  readonly possible: Chain
  /** Null where the text does not recognise by periods. */
  readonly recognition: (YearsStanding & { readonly round: 'first' | 'again' }) | null
  /** Null where no praise follows from the honour under the law of that year. */
  readonly praise: (YearsStanding & { readonly honour: Honour }) | null
}

export type YearsView = {
  readonly kind: 'household' | 'unit'
  readonly subjectId: string
  readonly name: string
  /** The latest first. */
  readonly years: readonly YearView[]
  readonly honours: readonly HonourYears[]
}

export type SeasonYearsAnswers = {
  'season.yearsOfHousehold': YearsView
  'season.yearsOfUnit': YearsView
}
