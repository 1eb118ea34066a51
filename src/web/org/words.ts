import type { OrgChangeRow } from '#contract/org.ts'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { ChangeDay, UnitChangeKind } from '#domain/org/changes.ts'
import type { Succession } from '#domain/org/org-unit.ts'

/** `từ 1/7/2025`, `trước 1/7/2025`, `từ … đến trước …`. */
export function sayRange({ from, until }: DateRange): string {
  if (from && until) return `từ ${formatDay(from)} đến trước ${formatDay(until)}`
  if (from) return `từ ${formatDay(from)}`
  return until ? `trước ${formatDay(until)}` : 'không giới hạn thời gian'
}

const countWords: Record<UnitChangeKind, string> = {
  began: 'đơn vị mới',
  ended: 'đơn vị kết thúc',
  moved: 'đổi cấp trên',
  renamed: 'đổi tên',
  rekinded: 'đổi loại',
  other: 'đổi thông tin khác',
}

/** `75 đơn vị mới, 208 đơn vị kết thúc`. */
export function sayCounts(counts: ChangeDay['counts']): string {
  return (Object.keys(countWords) as UnitChangeKind[])
    .flatMap(kind => (counts[kind] ? [`${counts[kind]} ${countWords[kind]}`] : []))
    .join(', ')
}

/** What a day brought to one unit that is there on it: `mới`, `đổi tên, trước là Quyết Thắng`. */
export function sayChange({ kinds, was }: OrgChangeRow, nameOfUnit: (unitId: string) => string | undefined): string {
  const from = was?.parentUnitId ? nameOfUnit(was.parentUnitId) : undefined
  const words: Record<UnitChangeKind, string> = {
    began: 'mới',
    ended: 'kết thúc',
    moved: from ? `chuyển từ ${from}` : 'đổi cấp trên',
    renamed: `đổi tên, trước là ${was?.name ?? ''}`,
    rekinded: 'đổi loại',
    other: 'đổi thông tin khác',
  }
  return kinds.map(kind => words[kind]).join('; ')
}

/** `Xã Chiềng Xuân nhập vào xã Vân Hồ`, with how much of it. */
export function sayGiving({ extent }: Pick<Succession, 'extent'>, from: string, to: string): string {
  return extent === 'whole' ? `${from} nhập vào ${to}` : `${from} tách một phần sang ${to}`
}
