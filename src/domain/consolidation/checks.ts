import type { PlainDate } from '../calendar/plain-date.ts'
import type { PeriodPart } from '../calendar/reporting-period.ts'
import type { CheckFacts } from '../indicator/checks/facts.ts'
import { checkCopied, checkJumps } from '../indicator/checks/history.ts'
import { checkParts, checkSets, checkTwins } from '../indicator/checks/sets.ts'
import { checkShares } from '../indicator/checks/shares.ts'
import { cell, type Flag, type FlagRule, flag } from '../indicator/flag.ts'
import { indicatorOf } from '../indicator/indicator.ts'
import { printValue } from '../indicator/read-value.ts'
import type { PrintedRatio, Sheet } from '../indicator/value.ts'
import { formatNumber } from '../kit/text.ts'
import type { AddedFigure, Coverage } from './add-up.ts'
import { shareCode } from './things.ts'
import { besideWords } from './words.ts'

type Figures = ReadonlyMap<string, AddedFigure>

/** What the sums of a unit are looked at beside; whatever is not known is left empty, and then nothing is said of it. */
export type SumFacts = Pick<CheckFacts, 'dictionary' | 'part' | 'changes'> & {
  readonly unitId: string
  /** Of the unit, counts and shares by their codes. */
  readonly figures: Figures
  /** Percentages the unit printed itself in the return that stands. */
  readonly printed: readonly PrintedRatio[]
  /** Those right below it, to say where an error comes from. */
  readonly parts: readonly { readonly unitName: string; readonly figures: Figures }[]
  readonly history: readonly PastSums[]
}

/** What the same unit came to in an earlier request on the same form. */
export type PastSums = { readonly title: string; readonly part: PeriodPart | null; readonly cutoff: PlainDate; readonly figures: Figures }

/** Sums of fewer units than this part of those that owe them are not held against another period's. */
const leastCovered = 0.9

/**
 * The checks of a sheet asked again of what was added up: two sums may not fit although each return did, for more units told
 * one than the other. No number is altered; each is answered by mending a return below, or by saying why it stays.
 */
export function checkSums(facts: SumFacts): Flag<FlagRule>[] {
  const { dictionary, figures } = facts
  const sheet = sheetOf(facts.unitId, figures)
  const within = [...checkSets({ sheet, dictionary }), ...checkParts({ sheet, dictionary }), ...checkTwins({ sheet, dictionary })]
  const past = {
    ...facts,
    sheet: sheetOf(facts.unitId, comparable(figures)),
    history: facts.history.map(each => ({ ...each, sheet: sheetOf(facts.unitId, comparable(each.figures)) })),
  }
  const found = [
    ...within.map(each => ({ ...each, cause: causeOf(each, facts) })),
    ...checkPrinted(facts),
    ...[...checkCopied(past), ...checkJumps(past)].map(each => ({ ...each, cause: `${each.cause} ${coveredWords(each, facts)}`.trim() })),
    ...checkBeside(facts),
  ]
  return [...new Map(found.map(each => [each.key, each])).values()]
}

/** What was counted or summed, as a sheet would tell it; a total that may not be added is none. */
function sheetOf(unitId: string, figures: Figures): Sheet {
  const values = [...figures].flatMap(([code, { values: told }]) => (told?.length === 1 && told[0] ? [[code, told[0]] as const] : []))
  return { unitId, values: new Map(values), printed: [] }
}

function comparable(figures: Figures): Figures {
  return new Map([...figures].filter(([, { source, coverage }]) => source !== 'partly' || coverage.whole >= coverage.of * leastCovered))
}

/** Each printed share beside the two sums it is of, which are of the units that told both. */
function checkPrinted({ unitId, printed, figures, dictionary }: SumFacts): Flag[] {
  return printed.flatMap(one => {
    const ratio = dictionary.ratios.find(({ code }) => code === one.ratioCode)
    const pair = one.baseCode === null ? undefined : figures.get(shareCode(one.ratioCode, one.baseCode))
    const [numerator, base] = pair?.values ?? []
    if (!ratio || !numerator || !base || one.baseCode === null || pair?.source === 'own') return []
    const values = new Map([
      [ratio.numerator, numerator],
      [one.baseCode, base],
    ])
    return checkShares({ sheet: { unitId, values, printed: [one] }, dictionary })
  })
}

/** The unit's own word and the sum of those below it, where they say two numbers: one of them counts, both are kept. */
function checkBeside({ figures, dictionary }: SumFacts): Flag<'differs-from-below'>[] {
  return [...figures].flatMap(([code, figure]) => {
    const indicator = indicatorOf(dictionary, code)
    const words = besideWords(figure)
    const [taken, other] = [figure.values?.[0], figure.beside?.values[0]]
    if (!indicator || words === null || !taken || !other) return []
    return flag('differs-from-below', {
      places: [cell(code)],
      numbers: [printValue(taken), printValue(other)],
      sentence: `“${indicator.name}”: đơn vị và cấp dưới báo hai số, ${printValue(taken)} và ${printValue(other)} ${indicator.unit}.`,
      cause: words,
    })
  })
}

/** Whether the two sums are of the same units, and who below tells the same error. */
function causeOf(found: Flag, facts: SumFacts): string {
  const { dictionary, parts } = facts
  const same = parts.filter(({ figures }) => {
    const sheet = sheetOf('', figures)
    return [...checkSets({ sheet, dictionary }), ...checkParts({ sheet, dictionary }), ...checkTwins({ sheet, dictionary })].some(
      ({ rule, places }) => rule === found.rule && places.every(({ key }, i) => key === found.places[i]?.key),
    )
  })
  const where = same.length > 0 ? `Lỗi đã có ở: ${same.map(({ unitName }) => unitName).join(', ')}.` : ''
  return [coveredWords(found, facts), where || (isOneCover(found, facts) ? found.cause : '')].filter(Boolean).join(' ')
}

function isOneCover(found: Flag, { figures }: SumFacts): boolean {
  return new Set(found.places.map(({ key }) => figures.get(key)?.coverage.whole)).size === 1
}

/** `“Hộ đạt” cộng từ 74/75 đơn vị, “Tổng số hộ” cộng từ 68/75 đơn vị: hai số không cùng những đơn vị ấy.` */
function coveredWords(found: Flag, { figures, dictionary }: SumFacts): string {
  const told = found.places.flatMap(({ kind, key }) => {
    const figure = figures.get(key)
    const name = indicatorOf(dictionary, key)?.name
    if (kind !== 'cell' || !figure || name === undefined || figure.coverage.of === 0) return []
    return { name, words: figure.source === 'own' ? 'do đơn vị tự báo' : addedWords(figure.coverage) }
  })
  const ways = new Set(told.map(({ words }) => words))
  if (told.length === 0) return ''
  if (ways.size === 1) return told.length === 1 ? `Số này ${told[0]?.words}.` : `Các số này đều ${told[0]?.words}.`
  return `${told.map(({ name, words }) => `“${name}” ${words}`).join(', ')}: các số này cộng từ những đơn vị khác nhau.`
}

function addedWords({ of, whole, begun }: Coverage): string {
  const rest = begun > 0 ? ` và một phần của ${formatNumber(begun)} đơn vị` : ''
  return `cộng từ ${formatNumber(whole)}/${formatNumber(of)} đơn vị${rest}`
}
