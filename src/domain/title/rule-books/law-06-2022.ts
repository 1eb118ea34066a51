import { inForce, type Versioned } from '../../calendar/date-range.ts'
import { type PlainDate, plainDate } from '../../calendar/plain-date.ts'
import type { Sourced } from '../sourced.ts'
import { writerOf } from './writer.ts'

const { fact } = writerOf('LUAT06', '06/2022/QH15')

/** Why a decision is cancelled and what was given taken back. The codes are the letters of the law. */
export type RevocationGround = { readonly code: 'a' | 'b' | 'c' | 'd'; readonly says: Sourced<string> }

/** Law 06/2022/QH15, chapter VII, clause 2: whatever rule book the title was given under, from 1 January 2024. */
const revocationRules: readonly (Versioned & { readonly grounds: readonly RevocationGround[] })[] = [
  {
    valid: { from: plainDate('2024-01-01'), until: null },
    grounds: [
      ground('a', 'Kê khai gian dối thành tích'),
      ground('b', 'Thông tin sai hoặc hồ sơ giả'),
      ground('c', 'Thẩm định, xét, duyệt, đề nghị trái quy định'),
      ground('d', 'Có kết luận, quyết định hoặc bản án cho thấy vi phạm trong kỳ tính thành tích, không còn đủ tiêu chuẩn'),
    ],
  },
]

/** Empty before the law: what the texts of those days said of revocation was not read. */
export function revocationGroundsOn(day: PlainDate): readonly RevocationGround[] {
  return inForce(revocationRules, day)?.grounds ?? []
}

function ground(code: RevocationGround['code'], says: string): RevocationGround {
  return { code, says: fact(`revocation.${code}`, says, 'B', 'Chương VII') }
}
