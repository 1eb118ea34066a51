import { regimeItemWords } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { PeriodPart } from '#domain/calendar/reporting-period.ts'
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

export const periodWords: Record<PeriodPart, string> = {
  Q1: 'quý I',
  Q2: 'quý II',
  Q3: 'quý III',
  Q4: 'quý IV',
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  Y: 'cả năm',
}
