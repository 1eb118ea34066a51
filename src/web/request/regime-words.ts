import { regimeItemWords } from '#contract/regime.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { type MonthDay, months, type PeriodPart, type PeriodRule } from '#domain/calendar/reporting-period.ts'
import type { RegimeRemark, ReportingRegime } from '#domain/request/regime.ts'

/** Each with the article it rests on: it is told, and stops nobody. */
export function sayRemark(remark: RegimeRemark): string {
  switch (remark.code) {
    case 'item-missing':
      return `Chưa ghi “${regimeItemWords[remark.item]}” (Nghị định 09/2019/NĐ-CP, Điều 7).`
    case 'not-by-normative-text':
      return 'Chế độ báo cáo định kỳ phải do văn bản của Chính phủ, Thủ tướng Chính phủ, bộ trưởng hoặc ủy ban nhân dân tỉnh đặt ra (Nghị định 09/2019/NĐ-CP, Điều 11); chưa ghi văn bản như vậy.'
    case 'due-too-soon':
      return 'Hạn gửi phải cách ngày chốt số liệu ít nhất một ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5).'
  }
}

/** `từ 1/1/2025 đến hết 31/12/2025`, `từ 1/1/2025`. */
export function sayValid({ valid: { from, until } }: Pick<ReportingRegime, 'valid'>): string {
  return [from ? `từ ${formatDay(from)}` : 'từ trước', until && `đến trước ${formatDay(until)}`].filter(Boolean).join(' ')
}

/** What a regime form offers to tick: the months all at once. */
export const periodWords = {
  M: 'hằng tháng',
  Q1: 'quý I',
  Q2: 'quý II',
  Q3: 'quý III',
  Q4: 'quý IV',
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  Y: 'cả năm',
} as const

/** `M` stands for the twelve months. */
export function tickedOf(parts: readonly PeriodPart[]): string[] {
  const isMonthly = months.every(month => parts.includes(month))
  return isMonthly ? ['M', ...parts.filter(part => !isMonth(part))] : [...parts]
}

export function partsOf(ticked: readonly string[]): string[] {
  return ticked.flatMap(tick => (tick === 'M' ? [...months] : [tick]))
}

const isMonth = (part: PeriodPart): boolean => months.some(month => month === part)

/** All periods a regime sets: those of the decree it names, and its own with their days. */
export function sayPeriods({ parts, ownPeriods }: Pick<ReportingRegime, 'parts' | 'ownPeriods'>): string {
  const named = tickedOf(parts).map(tick =>
    tick in periodWords ? periodWords[tick as keyof typeof periodWords] : `tháng ${Number(tick.slice(1))}`,
  )
  return [...named, ...ownPeriods.map(rule => `${rule.words} (${sayRule(rule)})`)].join(', ')
}

/** `15/12 năm trước – 14/9`. */
function sayRule({ fromYear, from, last }: PeriodRule): string {
  return `${sayMonthDay(from)}${fromYear === -1 ? ' năm trước' : ''} – ${sayMonthDay(last)}`
}

/** `12-15` as people write it: `15/12`. */
export function sayMonthDay(monthDay: MonthDay): string {
  return monthDay.split('-').toReversed().map(Number).join('/')
}

/** What was typed as `15/12`; anything else as it stands, for the contract to refuse. */
export function readMonthDay(typed: string): string {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/u.exec(typed) ?? []
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
}
