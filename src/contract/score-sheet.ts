import { z } from 'zod'
import { type Result, refuse } from '#domain/kit/result.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import { checkProvincialRules, type ScoreSheetRefusal } from '#domain/title/check-score-sheet.ts'
import { ownSubjects } from '#domain/title/own-honour.ts'
import { authorities, shareBases, stepCodes, thresholdChoices, traits } from '#domain/title/rule-book.ts'
import { keepRules, nothingSaidOfYears, type ProvincialRules, tieRules } from '#domain/title/score-sheet.ts'
import { day, line, many, oneOf, range } from './fields.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

// The file in which a province says what the law leaves to it: JSON that people read, compare and mend in any editor.

const code = line('Mã', 20)
const points = (label: string): z.ZodNumber =>
  z
    .number({ error: `${label}: chưa nhập số` })
    .min(0, `${label}: không được âm`)
    .max(1000)
const percent = z.number({ error: 'Tỷ lệ: chưa nhập số' }).min(0, 'Tỷ lệ: không được âm').max(100, 'Tỷ lệ: không quá 100')
const kindOfArea = z.enum(residentialAreaKinds, { error: 'Loại khu dân cư: không có loại này' })

const share = z.strictObject({ percent, strictly: z.boolean(), of: oneOf('Mẫu số', shareBases) })
const scoredLine = { code, most: points('Điểm tối đa'), says: line('Nội dung', 500).nullable() }

const kept = z.strictObject({
  merger: oneOf('Năm trước khi sáp nhập', keepRules).nullable(),
  split: oneOf('Năm trước khi tách', keepRules).nullable(),
})

const lasting = z.strictObject({ kind: z.enum(['days', 'workingDays']), days: z.int('Số ngày: nhập số nguyên').min(1).max(366) })
const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'Ngày trong năm: ghi theo dạng tháng-ngày, như 12-20')
const term = z.union([lasting, z.strictObject({ kind: z.literal('beforeDay'), monthDay, yearsLater: z.literal([0, 1]) })])
const step = z.strictObject({
  code: oneOf('Bước', stepCodes),
  actor: line('Người làm', 200),
  does: line('Việc làm', 500),
  form: line('Mẫu', 200).nullable(),
  quorum: share.nullable(),
  consent: share.nullable(),
  lasts: lasting.nullable(),
  within: term.nullable(),
  after: oneOf('Tính từ bước', stepCodes).nullable(),
})

const paper = z.strictObject({
  heading: line('Tên giấy trao', 60),
  recipient: line('Trao cho', 60),
  says: line('Lời ghi trên giấy', 200),
})

const scores = {
  standards: many('Tiêu chuẩn', z.strictObject({ ...scoredLine, criteria: many('Tiêu chí', z.strictObject(scoredLine)) }), 30),
  thresholds: many('Ngưỡng điểm', z.strictObject({ code, traits: many('Diện', oneOf('Diện', traits), 10), least: points('Ngưỡng') }), 10),
  leastShare: percent.nullable(),
}

export const provincialRulesFile = z.strictObject({
  province: line('Tỉnh'),
  basis: line('Căn cứ'),
  valid: range,
  confirmation: z.strictObject({ by: line('Người xác nhận'), on: day('Ngày xác nhận') }).nullable(),
  levelNames: many('Tên cấp', z.strictObject({ kind: kindOfArea, level: line('Tên cấp', 50), titleName: line('Tên danh hiệu', 100) }), 10),
  extraTitles: many(
    'Danh hiệu riêng',
    z.strictObject({
      code,
      name: line('Tên danh hiệu', 100),
      subject: oneOf('Đối tượng', ownSubjects),
      authority: oneOf('Người quyết định', authorities),
      mustRegister: z.boolean().nullable().default(null),
      steps: many('Các bước', step, stepCodes.length).default([]),
      paper: paper.nullable().default(null),
      standsYears: z.int('Số năm: nhập số nguyên').min(1, 'Số năm: từ 1').max(50, 'Số năm: không quá 50').nullable().default(null),
      ...scores,
    }),
    30,
  ),
  sheets: many(
    'Thang điểm',
    z.strictObject({
      ruleBooks: many('Bộ quy tắc', line('Bộ quy tắc', 40), 10).min(1, 'Bộ quy tắc: chưa chọn'),
      ...scores,
      whenSeveral: oneOf('Cách chọn ngưỡng', thresholdChoices).nullable(),
      mustRegister: z.boolean().nullable(),
      quorum: share.nullable(),
      consent: share.nullable(),
      authority: oneOf('Người quyết định', authorities).nullable(),
      whenVotesAreEqual: oneOf('Khi số phiếu bằng nhau', tieRules).nullable(),
      steps: many('Các bước', step, stepCodes.length).default([]),
    }),
    30,
  ),
  yearsKept: z.strictObject({ household: kept, unit: kept }).default(nothingSaidOfYears),
}) satisfies z.ZodType<ProvincialRules>

export type ScoreSheetFileRefusal = ScoreSheetRefusal | 'score-sheet.not-readable' | 'score-sheet.bad-shape'

/** A file as somebody sent it, read strictly and held against the law; the first thing wrong is named by its place. */
export function readProvincialRules(text: string): Result<ProvincialRules, ScoreSheetFileRefusal> {
  const parsed = provincialRulesFile.safeParse(parseJson(text))
  if (parsed.success) return checkProvincialRules(parsed.data)
  const [issue] = parsed.error.issues
  if (!issue || (issue.path.length === 0 && issue.code === 'invalid_type')) return refuse('score-sheet.not-readable')
  return refuse('score-sheet.bad-shape', { at: issue.path.join('.'), why: issue.message })
}

/** The same file again: what was read and written is what was sent, one short thing to a line. */
export function writeProvincialRules(rules: ProvincialRules): string {
  return `${readableJson(provincialRulesFile.parse(rules), '')}\n`
}

const lineWidth = 140

/** JSON whose small objects and lists stand on one line, so that a score sheet reads like a table. */
function readableJson(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const inner = `${indent}  `
  const parts = (of: string): string[] =>
    isList
      ? value.map(item => readableJson(item, of))
      : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${readableJson(item, of)}`)
  const [open, close, gap] = isList ? ['[', ']', ''] : ['{', '}', ' ']
  const flat = parts(inner)
  if (flat.length === 0) return `${open}${close}`
  const onOneLine = `${open}${gap}${flat.join(', ')}${gap}${close}`
  const isShort =
    onOneLine.length + inner.length <= lineWidth && !onOneLine.includes('\n') && (!isList || value.length === 1 || value.every(isLeaf))
  return isShort ? onOneLine : `${open}\n${flat.map(part => `${inner}${part}`).join(',\n')}\n${indent}${close}`
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const scoreSheetRefusals: Record<ScoreSheetFileRefusal, RefusalText> = {
  'score-sheet.not-readable': { status: 422, say: 'Tệp không đọc được: phải là tệp JSON như khi xuất ra.' },
  'score-sheet.bad-shape': { status: 422, say: d => `Tệp sai ở “${d.at}”: ${d.why}.` },
  'score-sheet.no-basis': { status: 422, say: 'Ghi rõ văn bản của tỉnh làm căn cứ.' },
  'score-sheet.empty-range': { status: 422, say: d => `Hiệu lực từ ${dayWords(d.from)} đến trước ${dayWords(d.until)} không có ngày nào.` },
  'score-sheet.repeated': { status: 422, say: d => `Mã ${d.code} có hai lần.` },
  'score-sheet.unknown-rule-book': { status: 422, say: d => `Không có bộ quy tắc ${d.code}.` },
  'score-sheet.unknown-standard': { status: 422, say: d => `${d.name} không có tiêu chuẩn ${d.code}.` },
  'score-sheet.standard-missing': { status: 422, say: d => `Thang điểm cho ${d.name} thiếu tiêu chuẩn ${d.code}.` },
  'score-sheet.no-words': { status: 422, say: d => `Dòng ${d.code} không có trong văn bản nên phải ghi nội dung.` },
  'score-sheet.sum': { status: 422, say: d => `Điểm tối đa của ${d.name} cộng lại là ${d.sum}, phải là ${d.most}.` },
  'score-sheet.criteria-sum': { status: 422, say: d => `Các tiêu chí của ${d.code} cộng lại là ${d.sum}, phải là ${d.most}.` },
  'score-sheet.bad-points': { status: 422, say: d => `Điểm của ${d.code} phải là số lớn hơn 0.` },
  'score-sheet.threshold-out-of-reach': { status: 422, say: d => `Ngưỡng ${d.code} là ${d.least}, ngoài khoảng 0 đến ${d.most}.` },
  'score-sheet.threshold-for-nobody-else': {
    status: 422,
    say: d => `Ngưỡng của ${d.name}: phải có đúng một ngưỡng cho những ai không thuộc diện nào.`,
  },
  'score-sheet.set-by-law': { status: 422, say: d => `Văn bản đã định ${d.what} (${d.clause}): tỉnh không định lại.` },
  'score-sheet.no-paper': { status: 422, say: d => `${d.name} có các bước thì phải ghi trao giấy gì, lời trên giấy thế nào.` },
  'score-sheet.no-threshold': { status: 422, say: d => `${d.name} có các bước thì phải ghi ngưỡng điểm.` },
  'score-sheet.steps-known': { status: 422, say: d => `Trình tự của ${d.name} đã đọc được trong văn bản: tỉnh không định lại.` },
  'score-sheet.way-unfinished': {
    status: 422,
    say: d => `Các bước của ${d.name} phải có họp bình xét hoặc thẩm định, trình hồ sơ, quyết định, và người quyết định.`,
  },
  'score-sheet.way-order': {
    status: 422,
    say: d => `Bước “${d.step}” của ${d.name} không đúng chỗ, hoặc tính từ một bước chưa có ở trên.`,
  },
  'score-sheet.authority-gone': { status: 422, say: d => `Người quyết định ghi cho ${d.name} không còn khi quy định có hiệu lực.` },
}
