import type { AreaStep } from '../season/area.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { type Confirmations, mayBlock } from '../title/sourced.ts'

/** The papers of one area in a season, in the order they lie in its dossier. */
export const areaPaperCodes = [
  'proposal',
  'summary',
  'minutes',
  'postedList',
  'opinions',
  'eligibleList',
  'registration',
  'achievements',
  'selfAssessment',
  'scoreSheet',
  'ballot',
  'history',
] as const
export type AreaPaperCode = (typeof areaPaperCodes)[number]

/** Those of one decision, which names households of several areas. */
export const decisionPaperCodes = ['decision', 'appraisal', 'handoverList'] as const
export type DecisionPaperCode = (typeof decisionPaperCodes)[number]
export type PaperCode = AreaPaperCode | DecisionPaperCode | 'revocation' | 'recheckList'

export const paperWords: Record<PaperCode, string> = {
  registration: 'Bản đăng ký',
  achievements: 'Báo cáo thành tích',
  selfAssessment: 'Bảng tự đánh giá',
  scoreSheet: 'Bảng chấm điểm',
  eligibleList: 'Danh sách đủ điều kiện bình xét',
  ballot: 'Phiếu bình xét',
  minutes: 'Biên bản họp bình xét',
  postedList: 'Danh sách niêm yết',
  opinions: 'Sổ ý kiến người dân',
  summary: 'Bảng tổng hợp kết quả bình xét',
  proposal: 'Văn bản đề nghị',
  history: 'Diễn biến bình xét',
  decision: 'Quyết định tặng danh hiệu',
  appraisal: 'Kết quả thẩm định hồ sơ',
  handoverList: 'Danh sách nhận giấy công nhận',
  revocation: 'Quyết định hủy bỏ, thu hồi',
  recheckList: 'Danh sách kiểm lại',
}

/** A paper that tells of a step is printed once the step stands; the others are there to be filled in. */
export const stepToldBy: Record<AreaPaperCode, AreaStep | null> = {
  registration: null,
  achievements: null,
  selfAssessment: null,
  scoreSheet: null,
  eligibleList: null,
  ballot: null,
  minutes: 'meet',
  postedList: 'post',
  opinions: 'post',
  summary: 'submit',
  proposal: 'submit',
  history: 'submit',
}

/** Registers, told as they stand on the day they are looked at: printed anew each time. */
export const registers: readonly AreaPaperCode[] = ['opinions', 'history']

/** What goes to the printer for the pen alone needs no file for the word processor. */
export const editablePapers: readonly PaperCode[] = [
  'achievements',
  'eligibleList',
  'minutes',
  'postedList',
  'summary',
  'proposal',
  'decision',
  'appraisal',
  'handoverList',
  'revocation',
  'recheckList',
]

/** Under which name the rule books list the form of a paper. */
const lawPapers: Partial<Record<PaperCode, readonly string[]>> = {
  registration: ['registration'],
  achievements: ['achievements'],
  selfAssessment: ['selfAssessment'],
  scoreSheet: ['scoreSheet'],
  minutes: ['minutes'],
  summary: ['postedList'],
  proposal: ['proposal'],
  decision: ['decision'],
}

/** The number of a form: printed only where it was read, or where somebody answers for it (open point M12). */
export type FormNumber = {
  readonly number: string
  readonly clause: string
  readonly factKey: string
  readonly mayBePrinted: boolean
}

export function formNumberOf(code: PaperCode, book: Pick<RuleBook, 'papers' | 'steps'>, confirmations: Confirmations): FormNumber | null {
  const paper = book.papers.find(each => lawPapers[code]?.includes(each.code))?.form
  if (!paper || paper.value === null) return null
  // The same number stands with its step, too; an officer may have answered for it there.
  const told = book.steps.flatMap(({ form }) => (form && form.value === paper.value ? [form] : []))
  const mayBePrinted = [paper, ...told].some(fact => mayBlock(fact, confirmations))
  return { number: paper.value, clause: paper.clause, factKey: paper.key, mayBePrinted }
}

export function printedNumber(form: FormNumber | null): string | null {
  return form?.mayBePrinted ? form.number : null
}
