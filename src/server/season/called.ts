import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { bookCalled, isCalledByProvince } from '#domain/certificate/wording.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { levelNamesBy, type ProvincialRules } from '#domain/title/score-sheet.ts'
import type { Context } from '../context.ts'
import { listVersions } from '../org/org.store.ts'

type Law = { readonly book: RuleBook; readonly province: ProvincialRules | null }

/** What each of these units was on a day; one that had ended by then, what it was last. */
export async function listKindsOn(ctx: Context, unitIds: readonly string[], on: PlainDate): Promise<Map<string, OrgUnitKind>> {
  const begun = (await listVersions(ctx.tx, unitIds)).filter(({ valid }) => valid.from === null || valid.from <= on)
  return new Map(begun.map(({ unitId, kind }) => [unitId, kind]))
}

/** The book of a season with its title as the province called it by a day, for these units. */
export async function bookCalledOn(
  ctx: Context,
  { book, province }: Law,
  { unitIds, on }: { readonly unitIds: readonly string[]; readonly on: PlainDate },
): Promise<RuleBook> {
  const levelNames = levelNamesBy(province, on)
  if (levelNames.length === 0 || !isCalledByProvince(book)) return book
  return bookCalled(book, [...new Set((await listKindsOn(ctx, unitIds, on)).values())], levelNames)
}
