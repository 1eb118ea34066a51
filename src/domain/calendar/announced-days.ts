import { addDays, daysBetween, plainDate } from './plain-date.ts'
import type { SpecialDay } from './working-days.ts'

/**
 * Days off as they were announced for officials, as the press told it; docs/law says how well each is known. A year that is
 * not here is not known, and counts that run through it say so.
 */
export const announcedDays: readonly SpecialDay[] = [
  ...off('Tết Nguyên đán', '2022-01-31', '2022-02-04'),
  ...off('Giỗ Tổ Hùng Vương (nghỉ bù)', '2022-04-11'),
  ...off('Quốc khánh', '2022-09-01'),

  ...off('Tết Nguyên đán', '2024-02-08', '2024-02-14'),
  ...off('Giỗ Tổ Hùng Vương', '2024-04-18'),
  ...off('nghỉ hoán đổi với 4/5', '2024-04-29'),
  worked('làm bù cho 29/4', '2024-05-04'),
  ...off('Quốc khánh', '2024-09-03'),

  ...off('Tết Nguyên đán', '2025-01-27', '2025-01-31'),
  ...off('Giỗ Tổ Hùng Vương', '2025-04-07'),
  worked('làm bù cho 2/5', '2025-04-26'),
  ...off('nghỉ hoán đổi với 26/4', '2025-05-02'),
  ...off('Quốc khánh', '2025-09-01'),
]

function off(name: string, first: string, last: string = first): SpecialDay[] {
  const from = plainDate(first)
  const count = daysBetween(from, plainDate(last)) + 1
  return Array.from({ length: count }, (_, at) => ({ on: addDays(from, at), kind: 'off', name, basis: basisOf(first) }))
}

function worked(name: string, on: string): SpecialDay {
  return { on: plainDate(on), kind: 'worked', name, basis: basisOf(on) }
}

function basisOf(day: string): string {
  return `Thông báo lịch nghỉ lễ, Tết năm ${day.slice(0, 4)}`
}
