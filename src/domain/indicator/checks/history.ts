import type { PlainDate } from '../../calendar/plain-date.ts'
import { formatNumber } from '../../kit/text.ts'
import { cell, type Flag, flag } from '../flag.ts'
import type { Indicator } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Value } from '../value.ts'
import { type CheckFacts, type PastSheet, toldAs } from './facts.ts'
import { toldIn } from './sets.ts'

/** Copied: so many cells equal the last period's, and this part of all that can be compared. Numbers below ten meet by chance. */
export const copied = { leastCells: 5, leastPart: 0.8, leastCount: 10, loneCount: 1000 } as const

/**
 * A jump. With three periods or more: away from their median by more than `deviations` robust standard deviations (1,4826 × the
 * median distance), and by more than a fifth of it. With fewer: beyond `factor` times the greatest or the least. Never for a few.
 */
export const jumps = { fewestPeriods: 3, deviations: 5, leastPart: 0.2, leastChange: 10, factor: 2, leastChangeOfFew: 20 } as const

type PeriodFacts = Pick<CheckFacts, 'sheet' | 'dictionary' | 'part' | 'history' | 'changes'>

/** Only the same part of other years, and only since the unit last changed: half a year is no whole one, a merged commune no part of it. */
function comparable({ part, history, changes }: PeriodFacts): PastSheet[] {
  const lastChange = changes.reduce<PlainDate | null>((last, { on }) => (last === null || on > last ? on : last), null)
  return history
    .filter(past => part !== null && past.part === part && (lastChange === null || past.cutoff >= lastChange))
    .toSorted((a, b) => (a.cutoff < b.cutoff ? 1 : -1))
}

type Pair = { readonly indicator: Indicator; readonly value: Value }

/** Last year's figures under this year's date. What the register counts may well stay the same, and so may a round number. */
export function checkCopied(facts: PeriodFacts): Flag[] {
  const [last] = comparable(facts)
  if (!last) return []
  const pairs = toldIn(facts.sheet, facts.dictionary).filter(
    ({ indicator, value }) =>
      indicator.source.from !== 'register' && value.count >= copied.leastCount && last.sheet.values.has(indicator.code),
  )
  const equal = pairs.filter(({ indicator, value }) => printValue(last.sheet.values.get(indicator.code) ?? null) === printValue(value))
  if (equal.length >= copied.leastCells && equal.length >= pairs.length * copied.leastPart) return [copiedSheet(equal, pairs.length, last)]
  return equal.filter(({ value }) => isUnlikelyTwice(value)).map(pair => copiedCell(pair, last))
}

function isUnlikelyTwice(value: Value): boolean {
  return value.quality === 'counted' && value.count >= copied.loneCount && value.count % 100 !== 0
}

function copiedSheet(equal: readonly Pair[], compared: number, last: PastSheet): Flag {
  return flag('same-as-last', {
    places: equal.map(({ indicator }) => cell(indicator.code)),
    numbers: equal.map(({ value }) => printValue(value)),
    sentence: `${equal.length} trên ${compared} số từ ${copied.leastCount} trở lên giống ${last.title} đến chữ số cuối.`,
    cause: 'Thường do chép bảng kỳ trước rồi chưa sửa hết.',
  })
}

function copiedCell({ indicator, value }: Pair, last: PastSheet): Flag {
  return flag('same-as-last', {
    places: [cell(indicator.code)],
    numbers: [printValue(value)],
    sentence: `${toldAs(indicator, value)} giống ${last.title} đến chữ số cuối.`,
    cause: 'Số lớn ít khi lặp lại đúng: xem có phải số kỳ trước chưa sửa không.',
  })
}

export function checkJumps(facts: PeriodFacts): Flag[] {
  const past = comparable(facts)
  return toldIn(facts.sheet, facts.dictionary).flatMap(({ indicator, value }) => {
    const before = past.flatMap(({ sheet }) => sheet.values.get(indicator.code)?.count ?? [])
    if (!isJump(value.count, before)) return []
    const usual = median(before)
    return flag('jump', {
      places: [cell(indicator.code)],
      numbers: [printValue(value), ...before.map(count => formatNumber(count))],
      sentence: `${toldAs(indicator, value)} ${value.count > usual ? 'cao' : 'thấp'} khác thường: các kỳ trước là ${before.map(count => formatNumber(count)).join('; ')}.`,
      cause: 'Thường do thừa hoặc thiếu một chữ số, hay đổi cách đếm. Nếu đúng thì nói vì sao.',
    })
  })
}

export function isJump(count: number, before: readonly number[]): boolean {
  if (before.length === 0) return false
  const usual = median(before)
  const apart = Math.abs(count - usual)
  if (before.length < jumps.fewestPeriods) {
    const isBeyond = count > Math.max(...before) * jumps.factor || count < Math.min(...before) / jumps.factor
    return isBeyond && apart >= jumps.leastChangeOfFew
  }
  const spread = 1.4826 * median(before.map(each => Math.abs(each - usual)))
  return apart > Math.max(jumps.deviations * spread, usual * jumps.leastPart) && apart >= jumps.leastChange
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
