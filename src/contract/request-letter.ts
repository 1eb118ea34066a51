import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type LetterKind, type LetterWords, letterKinds } from '#domain/request/letter.ts'
import { day, id, line, many, oneOf, requiredProse, revision } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

export const letterBodies = {
  /** The words of a letter while nobody has signed it; the first time with revision 0. */
  'request.writeLetter': z.strictObject({
    id: id('Công văn'),
    requestId: id('Đợt báo cáo'),
    unitId: id('Đơn vị'),
    kind: oneOf('Công văn', letterKinds),
    words: z.strictObject({
      subject: line('Trích yếu', 300),
      addressees: many('Kính gửi', line('Kính gửi', 200), 30).min(1, 'Kính gửi: chưa ghi'),
      paragraphs: requiredProse('Nội dung', 10_000).transform(text => (text ?? '').split('\n').filter(each => each !== '')),
      symbol: line('Ký hiệu', 40),
      recipients: many('Nơi nhận', line('Nơi nhận', 200), 30),
      archive: line('Lưu', 60),
    }),
    revision: revision(),
  }),
  'request.signLetter': z.strictObject({ id: id('Công văn'), on: day('Ngày văn bản'), revision: revision() }),
}

export const letterParams = {
  'request.letters': z.strictObject({ id: id('Đợt báo cáo'), unitId: id('Đơn vị') }),
}

export const printLetterParams = z.strictObject({ id: id('Công văn'), format: oneOf('Định dạng', ['pdf', 'docx']).default('pdf') })
export type PrintLetterParams = z.output<typeof printLetterParams>

export type LetterView = {
  readonly id: string
  readonly requestId: string
  readonly unitId: string
  readonly kind: LetterKind
  readonly words: LetterWords
  readonly writtenBy: string
  readonly revision: number
  /** Null until somebody with a mandate has signed it; then it changes no more. */
  readonly issued: { readonly code: string; readonly on: PlainDate; readonly signerName: string; readonly documentId: string } | null
}

/** On the desk of whoever signs: an official letter that waits for a name and a number. */
export type LetterToSignView = Pick<LetterView, 'id' | 'requestId' | 'unitId' | 'kind' | 'writtenBy'> & {
  readonly unitName: string
  /** What it is about, and the request it belongs to. */
  readonly subject: string
  readonly title: string
}

export type LetterAnswers = {
  'request.writeLetter': LetterView
  'request.signLetter': LetterView
  'request.letters': readonly LetterView[]
}

export type LetterCode = 'request.unknown-letter' | 'request.letter-issued' | 'request.letter-stale' | 'request.not-asker'

export const letterRefusals: Record<LetterCode, RefusalText> = {
  'request.unknown-letter': { status: 404, say: 'Không có công văn này.' },
  'request.letter-issued': { status: 409, say: 'Công văn đã ký và cấp số: không sửa nữa, có sai sót thì soạn công văn khác.' },
  'request.letter-stale': { status: 409, say: 'Đồng nghiệp vừa sửa công văn này trước. Mở lại để xem bản mới.' },
  'request.not-asker': { status: 422, say: 'Chỉ đơn vị yêu cầu báo cáo mới có công văn yêu cầu; đơn vị nhận báo cáo có công văn nhắc.' },
}
