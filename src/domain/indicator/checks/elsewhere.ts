import { cell, type Flag, flag } from '../flag.ts'
import type { Dictionary, Indicator } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Value } from '../value.ts'
import { meet, spanOf } from './facts.ts'

/** A number a unit told of the same days in another request, on whatever form. */
export type ToldElsewhere = { readonly value: Value; readonly requestId: string; readonly title: string }

/** What was told elsewhere of the indicators asked here: of the same name and unit, since a unit's own codes are its own. */
export function elsewhereOf(
  here: readonly Pick<Indicator, 'code' | 'name' | 'unit'>[],
  there: readonly { readonly title: string; readonly requestId: string; readonly values: Values; readonly indicators: readonly Named[] }[],
): Record<string, ToldElsewhere> {
  const found = here.flatMap(({ code, name, unit }) => {
    const other = there.find(
      ({ values, indicators }) => values[code] && indicators.some(one => one.code === code && one.name === name && one.unit === unit),
    )
    const value = other?.values[code]
    return other && value ? [[code, { value, requestId: other.requestId, title: other.title }] as const] : []
  })
  return Object.fromEntries(found)
}

type Named = Pick<Indicator, 'code' | 'name' | 'unit'>
type Values = Readonly<Record<string, Value>>

/** One thing asked on two forms has one number. */
export function checkElsewhere(
  told: Values,
  elsewhere: Readonly<Record<string, ToldElsewhere>>,
  { indicators }: Pick<Dictionary, 'indicators'>,
): Flag<'differs-elsewhere'>[] {
  return indicators.flatMap(({ code, name, unit }) => {
    const [typed, other] = [told[code], elsewhere[code]]
    if (!typed || !other || meet(spanOf(typed), spanOf(other.value))) return []
    const numbers = [printValue(other.value), printValue(typed)]
    return flag('differs-elsewhere', {
      places: [cell(code)],
      numbers: [...numbers, other.title],
      sentence: `“${name}”: ở đợt “${other.title}” đơn vị đã báo ${numbers[0]} ${unit}, ở đây ${numbers[1]} ${unit}.`,
      cause: 'Cùng một chỉ tiêu, cùng những ngày ấy: thường do hai người nhập từ hai nguồn, hoặc một nơi đã sửa mà nơi kia chưa.',
    })
  })
}
