import type { OverviewView, PeriodComparison } from '#contract/overview.ts'
import { type MoneySource, moneySources } from '#domain/activity/activity.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import { differenceText, shareDifferenceText } from '#domain/overview/difference.ts'
import type { PeriodSums } from '#domain/overview/period-sums.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { moneySourceWords } from '../activity/words.ts'
import type { Behind } from './behind.ts'

/** One measure in both periods: the number behind the bar, how it is said, what it opens, and how the two differ. */
export type Measure = { readonly name: string; readonly now: Side; readonly before: Side; readonly difference: string | null }
type Side = { readonly value: number | null; readonly text: string; readonly behind: Behind | undefined }

export const missing = 'chưa có số liệu'

type How = { readonly say: (value: number) => string; readonly difference: typeof differenceText }
const plain: How = { say: value => formatNumber(value), difference: differenceText }
const inDong: How = { say: value => `${formatNumber(value)} đồng`, difference: dressed(words => `${words} đồng`) }
/** Between estimates a difference is one too. */
const estimated: How = { say: value => `${formatNumber(value)} (ước)`, difference: dressed(words => words.replace(' ', ' khoảng ')) }

/** What a period is known by. Estimates and sources of money that nobody recorded in either year are left out. */
export function measuresOf({ titles }: OverviewView, comparison: PeriodComparison): Measure[] {
  const measure = (name: string, how: How, read: (sums: PeriodSums) => number | null, open: (days: Days) => Behind): Measure => {
    const [now, before] = [comparison.now, comparison.before].map(({ sums }) => read(sums)) as [number | null, number | null]
    return {
      name,
      now: sideOf(now, how, open(comparison.now.days)),
      before: sideOf(before, how, open(comparison.before.days)),
      difference: how.difference(now, before),
    }
  }
  const money = (source: MoneySource): Measure =>
    measure(`Chi từ ${moneySourceWords[source].toLocaleLowerCase('vi')}`, inDong, ofSource(source), ofActivities({ source }))
  return [
    measure('Hoạt động đã ghi', plain, sums => sums.activities, ofActivities({})),
    measure('Lượt người tham gia, đếm được', plain, sums => sums.countedPeople, ofActivities({ participants: 'counted' })),
    ...[measure('Lượt người tham gia, ước', estimated, sums => sums.estimatedPeople, ofActivities({ participants: 'estimated' }))].filter(
      isKnown,
    ),
    ...moneySources.map(money).filter(isKnown),
    measure(
      'Văn bản đã ban hành',
      plain,
      sums => sums.documents,
      days => ({ what: 'documents', ...days }),
    ),
    titleMeasure(titles),
  ]
}

function isKnown({ now, before }: Measure): boolean {
  return now.value !== null || before.value !== null
}

function ofSource(source: MoneySource): (sums: PeriodSums) => number | null {
  return sums => sums.money[source] ?? null
}

function ofActivities(which: Omit<Extract<Behind, { what: 'activities' }>, 'what' | keyof Days>): (days: Days) => Behind {
  return days => ({ what: 'activities', ...days, ...which })
}

function dressed(dress: (words: string) => string): typeof differenceText {
  return (now, before) => {
    const words = differenceText(now, before)
    return words === null || words === 'bằng' ? words : dress(words)
  }
}

function sideOf(value: number | null, { say }: How, behind: Behind): Side {
  return value === null
    ? { value, text: missing, behind: undefined }
    : { value, text: say(value), behind: value === 0 ? undefined : behind }
}

/** A share of its base; it differs by points. */
function titleMeasure({ now, before }: OverviewView['titles']): Measure {
  const baseName = now?.baseName ?? before?.baseName
  const name = baseName ? `Đăng ký danh hiệu, trên ${baseName}` : 'Đăng ký danh hiệu'
  return {
    name,
    now: titleSide(now, baseName),
    before: titleSide(before, baseName),
    difference: shareDifferenceText(shareOf(now), shareOf(before)),
  }
}

type Tally = OverviewView['titles']['now']

function shareOf(tally: Tally) {
  return tally && tally.registered > 0 ? { numerator: tally.registered, denominator: tally.of } : null
}

/** The base is named once, with the measure; where it was another one last year, that one is named beside its share. */
function titleSide(tally: Tally, baseName: string | undefined): Side {
  const share = shareOf(tally)
  if (!tally || !share) return { value: null, text: missing, behind: undefined }
  const text = ratioText({ ...share, baseName: tally.baseName === baseName ? '' : tally.baseName }).replace('  ', ' ')
  return { value: share.numerator / share.denominator, text, behind: { what: 'titles', year: tally.year } }
}
