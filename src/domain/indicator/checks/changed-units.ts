import { formatDay } from '../../calendar/plain-date.ts'
import { formatNumber } from '../../kit/text.ts'
import { cell, type Flag, flag } from '../flag.ts'
import { type CheckFacts, toldAs, type UnitChange } from './facts.ts'
import { toldIn } from './sets.ts'

/** Below this, two wholes may be equal by chance. */
const leastCount = 10

/** A whole that is still the one of before a merger or a split: every share of it would be wrong. */
export function checkChangedUnits({ sheet, dictionary, changes }: CheckFacts): Flag[] {
  const bases = new Set(dictionary.ratios.flatMap(ratio => ratio.bases.map(({ code }) => code)))
  const wholes = toldIn(sheet, dictionary).filter(
    ({ indicator, value }) => indicator.within.length === 0 && bases.has(indicator.code) && value.count >= leastCount,
  )
  return wholes.flatMap(({ indicator, value }) =>
    changes.flatMap(change => {
      const old = change.before.find(({ values }) => values.get(indicator.code)?.count === value.count)
      const told = change.before.flatMap(({ values }) => values.get(indicator.code)?.count ?? [])
      const all = told.reduce((sum, count) => sum + count, 0)
      const isRight =
        change.kind === 'merger' && (change.before.length < 2 || (all === value.count && told.length === change.before.length))
      if (!old || isRight) return []
      return flag('base-before-change', {
        places: [cell(indicator.code)],
        numbers: [String(value.count), ...told.map(String)],
        sentence: `${toldAs(indicator, value)} đúng bằng số của ${old.name} trước khi ${change.kind === 'merger' ? 'sáp nhập' : 'chia tách'} ngày ${formatDay(change.on)}.`,
        cause: causeOf(change, told, all),
      })
    }),
  )
}

function causeOf({ kind, before }: UnitChange, told: readonly number[], all: number): string {
  if (kind === 'split') return 'Thường do mẫu số còn của đơn vị trước khi tách.'
  return told.length === before.length
    ? `Thường do mẫu số còn của một đơn vị cũ; cộng các đơn vị nhập lại là ${formatNumber(all)}.`
    : 'Thường do mẫu số còn của một đơn vị cũ, chưa cộng các đơn vị nhập vào.'
}
