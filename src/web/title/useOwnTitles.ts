import { contains } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { OwnHonour } from '#domain/title/own-honour.ts'
import { ownTitlesOf } from '#domain/title/own-title.ts'
import { useAsk } from '../app/queries.ts'

type OwnTitle = { readonly honour: OwnHonour; readonly name: string }

/** Titles of the province's own that hold for a unit: those of a day, or of any day, each once by its newest rules. */
export function useOwnTitles(unitId: string, on?: PlainDate): readonly OwnTitle[] {
  const law = useAsk('title.law', { unitId })
  const standing = (law.data?.rules ?? []).filter(
    ({ withdrawal, rules }) => withdrawal === null && (on === undefined || contains(rules.valid, on)),
  )
  const titles = standing.flatMap(({ unitId: provinceId, rules }) => ownTitlesOf(provinceId, rules))
  return titles.filter(({ honour }, at) => titles.findIndex(other => other.honour === honour) === at)
}
