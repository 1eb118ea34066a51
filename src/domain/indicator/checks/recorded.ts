import { cell, type Flag, flag } from '../flag.ts'
import type { Dictionary, Indicator } from '../indicator.ts'
import { printValue } from '../read-value.ts'
import type { Value } from '../value.ts'
import { meet, spanOf } from './facts.ts'

export type RecordedFlag = Flag<'differs-from-record'>

type Values = Readonly<Record<string, Value>>

/** Numbers that were typed, and of which the register, the season or the activities count another one. */
export function checkRecorded(told: Values, recorded: Values, { indicators }: Pick<Dictionary, 'indicators'>): RecordedFlag[] {
  return indicators.flatMap(indicator => {
    const [typed, counted] = [told[indicator.code], recorded[indicator.code]]
    return (typed && counted && recordedFlag(indicator, typed, counted)) ?? []
  })
}

/** `Sổ ghi 118 hộ, báo cáo 120 hộ.`; null where both may be the same number. */
export function recordedFlag(
  { code, name, unit }: Pick<Indicator, 'code' | 'name' | 'unit'>,
  told: Value,
  recorded: Value,
): RecordedFlag | null {
  if (meet(spanOf(told), spanOf(recorded))) return null
  const numbers = [printValue(recorded), printValue(told)]
  return flag('differs-from-record', {
    places: [cell(code)],
    numbers,
    sentence: `“${name}”: sổ ghi ${numbers[0]} ${unit}, báo cáo ${numbers[1]} ${unit}.`,
    cause: 'Thường do sổ chưa ghi hết việc, hoặc số được lấy ở nguồn khác, ngày khác.',
  })
}
