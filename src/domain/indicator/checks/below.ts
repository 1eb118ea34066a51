import { cell, type Flag, flag } from '../flag.ts'
import type { Dictionary } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Value } from '../value.ts'
import { meet, spanOf } from './facts.ts'

type Values = Readonly<Record<string, Value>>

/** Numbers a unit wrote that are not what all those below it come to: the level above adds up what was told below. */
export function checkBelow(told: Values, below: Values, { indicators }: Pick<Dictionary, 'indicators'>): Flag<'differs-from-below'>[] {
  return indicators.flatMap(({ code, name, unit }) => {
    const [typed, summed] = [told[code], below[code]]
    if (!typed || !summed || meet(spanOf(typed), spanOf(summed))) return []
    const numbers = [printValue(summed), printValue(typed)]
    return flag('differs-from-below', {
      places: [cell(code)],
      numbers,
      sentence: `“${name}”: cấp dưới cộng lại ${numbers[0]} ${unit}, báo cáo ghi ${numbers[1]} ${unit}.`,
      cause: 'Cấp dưới đã báo đủ nên cấp trên cộng số của cấp dưới. Thường do cộng nhầm, hoặc cấp dưới đính chính sau.',
    })
  })
}
