import { always, type DateRange } from '../../calendar/date-range.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CountedHonour } from '../../merit/holders.ts'
import type { Honour } from '../../title/rule-book.ts'
import { ruleBooksOf } from '../../title/rule-books.ts'
import type { Indicator, Ratio } from '../indicator.ts'

type Needed = Pick<Indicator, 'code' | 'name' | 'definition' | 'unit'>

/** One entry: counted in one unit alone, entered by hand, always, in no set, unless told otherwise. */
export function count(entry: Needed & Partial<Indicator>): Indicator {
  return { addition: 'sum', source: { from: 'entered' }, within: [], partitions: [], sameAs: null, valid: always, ...entry }
}

/** A share of one or more bases, the usual one first. */
export function share(code: string, name: string, { of, bases, valid = always }: ShareOf): Ratio {
  return { code, name, numerator: of, bases: bases.map(([base, words]) => ({ code: base, name: words })), valid }
}
type ShareOf = { readonly of: string; readonly bases: readonly (readonly [code: string, words: string])[]; readonly valid?: DateRange }

/** From the first rule book of an honour on. Where none is known later, what is counted goes on: nobody has read that it ended. */
export function since(honour: Honour): DateRange {
  return { from: ruleBooksOf(honour)[0]?.valid.from ?? null, until: null }
}

/** Only while some rule book of an honour is in force. */
export function during(honour: Honour): DateRange {
  return { from: since(honour).from, until: ruleBooksOf(honour).at(-1)?.valid.until ?? null }
}

export function startOf(honour: Honour): PlainDate | null {
  return since(honour).from
}

/** An honour under the names the law gave it, one after another. The last one's name goes on as long as it is counted. */
export function named(honour: CountedHonour, counted: DateRange, build: (title: string, valid: DateRange) => Indicator[]): Indicator[] {
  const spans: { readonly title: string; from: PlainDate | null; until: PlainDate | null }[] = []
  for (const { name, valid } of ruleBooksOf(honour)) {
    const last = spans.at(-1)
    if (last?.title === name) last.until = valid.until
    else spans.push({ title: name, ...valid })
  }
  const end = spans.at(-1)
  if (end) end.until = counted.until
  return spans.flatMap(({ title, from, until }) => build(title, { from, until }))
}
