import { z } from 'zod'
import { handlings, matters } from '#domain/household/conduct.ts'
import type { CandidateFacts } from '#domain/title/candidate-facts.ts'
import { traits } from '#domain/title/rule-book.ts'
import { day, many, oneOf, wholeNumber } from './fields.ts'

// Facts of candidates as other programs hold them, for `nep evaluate`. What is left out is not known: never 0, never no.

const count = (label: string) => wholeNumber(label, { max: 1_000_000 })

export const candidateFile = z.strictObject({
  id: z.string({ error: 'Mã: chưa ghi' }).min(1, 'Mã: chưa ghi').max(200, 'Mã: quá dài'),
  year: wholeNumber('Năm xét', { min: 2000, max: 2199 }),
  registeredOn: day('Ngày đăng ký').nullable().default(null),
  traits: many('Đặc điểm', oneOf('Đặc điểm', traits), 10).nullable().default(null),
  points: z.record(z.string().max(40), z.number({ error: 'Điểm: không phải số' }).min(0).max(1000)).default({}),
  met: z.record(z.string().max(40), z.boolean()).default({}),
  grounds: many(
    'Trường hợp không xét',
    z.strictObject({ matter: oneOf('Việc', matters), handling: oneOf('Xử lý', handlings), on: day('Ngày xử lý') }),
    50,
  )
    .nullable()
    .default(null),
  meeting: z
    .strictObject({ convened: count('Triệu tập'), present: count('Có mặt'), households: count('Số hộ').nullable().default(null) })
    .nullable()
    .default(null),
  votesFor: count('Đồng ý').nullable().default(null),
  postedDays: count('Số ngày niêm yết').nullable().default(null),
  content: z
    .strictObject({ agree: count('Hài lòng'), asked: count('Được hỏi') })
    .nullable()
    .default(null),
})

/** A candidate of such a file: what the sender calls it, and its facts. */
export type NamedFacts = { readonly id: string; readonly facts: CandidateFacts }

/** The facts, or the first thing wrong with them in a sentence. */
export function readFacts(value: unknown): NamedFacts | string {
  const parsed = candidateFile.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${issue.path.join('.')}: ${issue.message}` : 'không đọc được'
  }
  const { id, ...facts } = parsed.data
  return { id, facts }
}
