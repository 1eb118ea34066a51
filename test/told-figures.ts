import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { checkSheet } from '#domain/indicator/checks/check-sheet.ts'
import type { CheckFacts } from '#domain/indicator/checks/facts.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import type { CheckRule } from '#domain/indicator/flag.ts'
import { dictionaryOn } from '#domain/indicator/indicator.ts'
import type { PrintedRatio, Sheet, Value } from '#domain/indicator/value.ts'

/** The end of the year the invented figures are of. */
export const closedOn = plainDate('2022-12-14')

export function counted(count: number): Value {
  return { quality: 'counted', count }
}

export function sheetWith(values: Readonly<Record<string, Value>>, printed: readonly PrintedRatio[] = []): Sheet {
  return { unitId: 'Chiềng Mẫu', values: new Map(Object.entries(values)), printed }
}

/** A form that asks nothing, so that only what is told is looked at. */
export const nothingAsked: CheckFacts = {
  sheet: sheetWith({}),
  dictionary: dictionaryOn(builtInDictionary, closedOn),
  form: { version: 1, valid: always, parts: [] },
  level: 'commune',
  part: 'Y',
  history: [],
  changes: [],
  texts: [],
}

/** Which rules ask something of what was told. */
export function rulesOf(facts: Partial<CheckFacts>): CheckRule[] {
  return checkSheet({ ...nothingAsked, ...facts }).map(({ rule }) => rule)
}
