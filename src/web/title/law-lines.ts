import { addDays, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import { authorityWords } from '#domain/title/authority.ts'
import { isOwnHonour, partsOfOwn } from '#domain/title/own-honour.ts'
import { type Honour, type LawHonour, type RuleBook, type Step, type StepCode, type Subject, traitWords } from '#domain/title/rule-book.ts'
import type { Sourced } from '#domain/title/sourced.ts'
import { termWords } from '#domain/title/term.ts'
import { shareWords, stepWords } from '#domain/title/title-words.ts'

// A rule book as a person reads it: sections of lines, each saying one thing with the fact of the law behind it.

/** What one fact says in words; null where nobody knows. No fact stands behind what follows from the title itself. */
export type Saying = { readonly words: string | null; readonly fact: Sourced<unknown> | null }
export type LawLine = { readonly label: string; readonly sayings: readonly Saying[]; readonly depth: number }
export type LawSection = { readonly title: string; readonly lines: readonly LawLine[]; readonly remark?: string }

/** What people call an honour whatever text is in force. */
export const honourWords: Record<LawHonour, string> = {
  culturalFamily: 'Gia đình văn hóa',
  familyPraise: 'Giấy khen Gia đình văn hóa',
  culturalArea: 'Khu dân cư, thôn, tổ dân phố văn hóa',
  areaPraise: 'Giấy khen Khu dân cư văn hóa',
  exemplaryCommune: 'Xã, phường, đặc khu tiêu biểu',
  culturalOffice: 'Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa',
  newRuralCommune: 'Xã đạt chuẩn văn hóa nông thôn mới',
  civilisedWard: 'Phường, thị trấn văn minh đô thị',
  civilisedDistrict: 'Quận, thị xã, thành phố văn minh đô thị',
  comprehensiveCulture: 'Phát triển văn hóa toàn diện',
}

/** The same of any honour; of one of a province's own, where nobody has told its name, its code. */
export function honourWord(honour: Honour): string {
  return isOwnHonour(honour) ? partsOfOwn(honour).code : honourWords[honour]
}

const subjectWords: Record<Subject, string> = {
  household: 'hộ gia đình',
  residentialArea: 'khu dân cư (thôn, bản, tiểu khu, tổ dân phố)',
  commune: 'xã, phường, đặc khu',
  office: 'cơ quan, đơn vị',
  enterprise: 'doanh nghiệp',
  ward: 'phường, thị trấn',
  district: 'quận, thị xã, thành phố thuộc tỉnh',
  clan: 'dòng họ',
  province: 'tỉnh',
}

const paperWords: Readonly<Record<string, string>> = {
  registration: 'Bản đăng ký',
  selfAssessment: 'Bảng tự đánh giá',
  scoreSheet: 'Thang điểm',
  minutes: 'Biên bản họp',
  postedList: 'Danh sách niêm yết',
  proposal: 'Văn bản đề nghị, tờ trình',
  achievements: 'Báo cáo thành tích',
  decision: 'Quyết định',
  certificate: 'Giấy công nhận, bằng chứng nhận',
}

/** The province's words for a line of points, or those of the rule book. */
export function wordsOfLine(book: RuleBook, { code, says }: { readonly code: string; readonly says: string | null }): string {
  const lines = book.standards.flatMap(standard => [standard, ...standard.criteria])
  return says ?? lines.find(judged => judged.code === code)?.says.value ?? ''
}

/** All that a rule book says, section by section; a section it says nothing in is left out. */
export function sectionsOf(book: RuleBook): LawSection[] {
  return [
    { title: 'Hiệu lực', lines: validLines(book) },
    { title: 'Ai được xét', lines: subjectLines(book) },
    { title: 'Điểm', lines: scoringLines(book) },
    standardsOf(book),
    { title: 'Không xét tặng', lines: book.exclusions.map(({ code, says }) => line(code, [says.value, says])) },
    { title: 'Các bước', lines: book.steps.flatMap(stepLines) },
    { title: 'Ai quyết định', lines: decidingLines(book) },
    { title: 'Giấy tờ', lines: paperLines(book) },
    { title: 'Tính năm', lines: yearLines(book) },
    { title: 'Cần biết', lines: book.remarks.map(remark => line('', [remark.value, remark])) },
  ].filter(section => section.lines.length > 0)
}

function standardsOf(book: RuleBook): LawSection {
  const lines = book.standards.flatMap(({ code, says, criteria }) => [
    line(code, [says.value, says]),
    ...criteria.map(criterion => ({ ...line(criterion.code, [criterion.says.value, criterion.says]), depth: 1 })),
  ])
  const isWhole = book.standards.every(standard => standard.isWhole)
  return {
    title: 'Tiêu chuẩn',
    lines,
    ...(isWhole ? {} : { remark: 'Có tiêu chí chưa đọc được; diễn đạt lại ngắn gọn, không phải nguyên văn.' }),
  }
}

function validLines({ bounds }: RuleBook): LawLine[] {
  return [
    line('Từ ngày', [formatDay(bounds.from.value), bounds.from]),
    line('Đến hết ngày', [bounds.until.value === null ? 'còn hiệu lực' : formatDay(lastDay(bounds.until.value)), bounds.until]),
  ]
}

/** The day before the first day out. */
function lastDay(until: PlainDate): PlainDate {
  return addDays(until, -1)
}

function subjectLines({ subjects, mustRegister, prerequisites, exclusionsRead, exclusions, contentment }: RuleBook): LawLine[] {
  const must = mustRegister.value === null ? null : mustRegister.value ? 'bắt buộc, có đăng ký mới xét' : 'không bắt buộc'
  return [
    line('Đối tượng', [subjects.map(subject => subjectWords[subject]).join('; '), null]),
    line('Đăng ký', [must, mustRegister]),
    ...prerequisites.map(({ code, says }) => line(code, [says.value, says])),
    ...(contentment ? [line('Người dân hài lòng', [shareWords(contentment.value), contentment])] : []),
    ...(exclusions.length === 0 ? [line('Trường hợp không xét tặng', [exclusionsRead.value ? 'không có' : null, exclusionsRead])] : []),
  ]
}

function scoringLines({ scoring }: RuleBook): LawLine[] {
  if (!scoring) return []
  if (scoring.kind === 'allMet') return [line('Cách tính', ['phải đạt mọi tiêu chuẩn', scoring.least])]
  const { most, leastShare, thresholds, whenSeveral } = scoring
  const several = { lowest: 'theo ngưỡng thấp hơn', highest: 'theo ngưỡng cao hơn' }
  return [
    line('Tổng điểm tối đa', [most.value === null ? null : `${most.value} điểm`, most]),
    line('Mỗi tiêu chuẩn', [leastShare.value === null ? null : `từ ${leastShare.value}% điểm tối đa của tiêu chuẩn`, leastShare]),
    ...thresholds.map(({ code, traits, least }) =>
      line(`Ngưỡng ${code}`, [
        `từ ${least.value} điểm: ${traits.length === 0 ? 'những hộ, nơi còn lại' : traits.map(trait => traitWords[trait]).join('; ')}`,
        least,
      ]),
    ),
    line('Thuộc nhiều diện', [whenSeveral.value === null ? null : several[whenSeveral.value], whenSeveral]),
  ]
}

function stepLines({ code, actor, does, form, quorum, consent, lasts, within, specially, after }: Step): LawLine[] {
  const said: (Saying | null)[] = [
    { words: `${actor.value}: ${lowerFirst(does.value)}`, fact: does },
    quorum && { words: quorum.value && `dự họp ${shareWords(quorum.value)}`, fact: quorum },
    consent && { words: consent.value && `đồng ý ${shareWords(consent.value)}`, fact: consent },
    lasts && { words: lasts.value && `ít nhất ${termWords(lasts.value)}`, fact: lasts },
    within && { words: within.value && sayWithin(termWords(within.value), after), fact: within },
    specially && { words: specially.value && `trường hợp đặc biệt ${termWords(specially.value)}`, fact: specially },
    form && { words: form.value, fact: form },
  ]
  return [{ label: stepWords[code], sayings: said.filter(saying => saying !== null), depth: 0 }]
}

function sayWithin(term: string, after: StepCode | null): string {
  if (term.startsWith('trước')) return term
  return after === null ? `trong ${term}` : `trong ${term} từ bước “${stepWords[after].toLowerCase()}”`
}

function decidingLines({ deciding, certificate }: RuleBook): LawLine[] {
  const rounds = { every: 'Người quyết định', first: 'Công nhận lần đầu', again: 'Công nhận lại' }
  return [
    ...deciding.map(({ round, authority }) => line(rounds[round], [authority.value && authorityWords[authority.value], authority])),
    line('Trao', [certificate.value, certificate]),
  ]
}

function paperLines({ papers }: RuleBook): LawLine[] {
  return papers.map(({ code, form }) => line(paperWords[code] ?? code, [form.value, form]))
}

function yearLines({ recognition, praise }: RuleBook): LawLine[] {
  return [
    ...(recognition ? [line('Công nhận lần đầu', inARow(recognition.first)), line('Công nhận lại', inARow(recognition.again))] : []),
    ...(praise
      ? [
          line('Tặng giấy khen', inARow(praise.years)),
          line('Kỳ tính', [praise.yearsCountOnce.value ? 'mỗi năm chỉ tính vào một lần khen' : null, praise.yearsCountOnce]),
          line('Nhiều nhất', [`${praise.capPercent.value}% số đủ năm, lấy theo số phiếu từ cao xuống`, praise.capPercent]),
          line('Bằng phiếu ở mức cuối', [praise.whenVotesAreEqual.value, praise.whenVotesAreEqual]),
        ]
      : []),
  ]
}

function inARow(years: Sourced<number | null>): [string | null, Sourced<unknown>] {
  return [years.value === null ? null : `đạt ${years.value} năm liên tục`, years]
}

function line(label: string, ...said: readonly [string | null, Sourced<unknown> | null][]): LawLine {
  return { label, sayings: said.map(([words, fact]) => ({ words, fact })), depth: 0 }
}
