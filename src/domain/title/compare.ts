import { addDays, formatDay } from '../calendar/plain-date.ts'
import { type Handling, handlings, type Matter, matters } from '../household/conduct.ts'
import { authorityWords } from './authority.ts'
import { type Exclusion, type RuleBook, type Standard, type Step, type Threshold, traitWords } from './rule-book.ts'
import type { Confidence, Sourced } from './sourced.ts'
import { termWords } from './term.ts'
import { handlingWords, matterWords, shareWords, stepWords } from './title-words.ts'

export const topics = ['text', 'authority', 'registration', 'scoring', 'standards', 'exclusions', 'steps', 'papers', 'years'] as const
export type Topic = (typeof topics)[number]

/** What one rule book says to a question, with its clause and how well that is known; lines under it where it goes into detail. */
export type Side = { readonly words: string; readonly lines: readonly string[]; readonly clause: string; readonly confidence: Confidence }

/** `unclear`: nobody knows what one of the two says. */
export type Change = 'same' | 'changed' | 'added' | 'removed' | 'unclear'

/** One question put to two rule books. Null: the text does not have it. */
export type ComparedRow = {
  readonly topic: Topic
  readonly label: string
  readonly before: Side | null
  readonly after: Side | null
  readonly change: Change
}

const unknown = 'chưa rõ'
const provincial = 'do tỉnh quy định'

/** Two rule books side by side, question by question, in the order of topics. */
export function compareRuleBooks(before: RuleBook, after: RuleBook): ComparedRow[] {
  const rounds = [before, after].some(book => book.deciding.some(({ round }) => round !== 'every')) ? bothRounds : oneRound
  const [was, is] = [answersOf(before, rounds), answersOf(after, rounds)]
  return topics.flatMap(topic => {
    const labels = [...new Set([...was[topic].keys(), ...is[topic].keys()])]
    const rows = labels.map(label => compared({ topic, label, before: was[topic].get(label) ?? null, after: is[topic].get(label) ?? null }))
    return topic === 'steps' ? rows.toSorted((a, b) => placeOfStep(a) - placeOfStep(b)) : rows
  })

  function compared(row: Omit<ComparedRow, 'change'>): ComparedRow {
    const isKnown = (row.before !== null || isRead(before, row)) && (row.after !== null || isRead(after, row))
    return { ...row, change: isKnown ? changeOf(row) : 'unclear' }
  }
}

/** Whether it means something that a text is silent: of one nobody has read, it does not. */
function isRead(book: RuleBook, { topic, label }: Pick<ComparedRow, 'topic' | 'label'>): boolean {
  if (topic === 'standards') return book.standards.length > 0
  if (topic === 'exclusions') return book.exclusionsRead.value === true
  if (topic === 'papers') return book.papers.length > 0
  if (topic === 'steps') return book.steps.length > 0 && !book.unsureSteps.some(code => stepWords[code] === label)
  return topic !== 'scoring' || book.scoring !== null
}

/** Steps stand in the order they are taken, whichever text has them. */
function placeOfStep({ label }: ComparedRow): number {
  return Object.values(stepWords).indexOf(label)
}

function changeOf({ before, after }: Pick<ComparedRow, 'before' | 'after'>): Change {
  if (before?.words === unknown || after?.words === unknown) return 'unclear'
  if (!before) return 'added'
  if (!after) return 'removed'
  return before.words === after.words && before.lines.join('\n') === after.lines.join('\n') ? 'same' : 'changed'
}

type Answers = Iterable<readonly [label: string, side: Side]>

function answersOf(book: RuleBook, rounds: Rounds): Record<Topic, ReadonlyMap<string, Side>> {
  return {
    text: new Map(textAnswers(book)),
    authority: new Map(authorityAnswers(book, rounds)),
    registration: new Map([['Phải đăng ký', side(book.mustRegister, must => (must ? 'có' : 'không'))]]),
    scoring: new Map(scoringAnswers(book)),
    standards: new Map(book.standards.map((standard, at) => [`Tiêu chuẩn ${at + 1}`, standardAnswer(standard)])),
    exclusions: new Map(exclusionAnswers(book)),
    steps: new Map(book.steps.map(step => [stepWords[step.code], stepAnswer(step)])),
    papers: new Map(paperAnswers(book)),
    years: new Map(yearsAnswers(book)),
  }
}

function* textAnswers({ name, cites, bounds }: RuleBook): Answers {
  yield ['Tên danh hiệu', sideOf(bounds.from, name)]
  yield ['Căn cứ', sideOf(bounds.from, cites.join(', '))]
  yield ['Có hiệu lực từ', side(bounds.from, formatDay)]
  yield ['Đến hết', side(bounds.until, until => formatDay(addDays(until, -1)))]
}

type Rounds = readonly (readonly ['every' | 'first' | 'again', string])[]
const oneRound: Rounds = [['every', 'Người quyết định']]
const bothRounds: Rounds = [
  ['first', 'Người quyết định lần đầu'],
  ['again', 'Người quyết định công nhận lại'],
]

function* authorityAnswers({ deciding }: RuleBook, rounds: Rounds): Answers {
  for (const [round, label] of rounds) {
    const last = deciding.findLast(one => one.round === round || one.round === 'every')
    if (last) yield [label, side(last.authority, authority => authorityWords[authority])]
  }
}

const mostLabel = 'Tổng điểm tối đa'
const shareLabel = 'Điểm tối thiểu mỗi tiêu chuẩn'
const thresholdLabel = 'Ngưỡng tổng điểm'

function* scoringAnswers({ scoring, contentment }: RuleBook): Answers {
  if (contentment) yield ['Người dân hài lòng', side(contentment, shareWords)]
  if (!scoring) return
  if (scoring.kind === 'allMet') {
    yield ['Phải đạt', side(scoring.least, count => `cả ${count} tiêu chí`)]
    return
  }
  const { most, leastShare, thresholds } = scoring
  const [first] = thresholds
  yield [mostLabel, first ? side(most, String) : sideOf(most, provincial)]
  yield [shareLabel, first ? side(leastShare, percent => `${percent}% điểm tối đa`) : sideOf(leastShare, provincial)]
  yield [thresholdLabel, first ? { ...sideOf(first.least, 'theo diện'), lines: thresholds.map(thresholdWords) } : sideOf(most, provincial)]
}

function thresholdWords({ traits, least }: Threshold): string {
  return `${least.value} điểm: ${traits.length === 0 ? 'các trường hợp còn lại' : traits.map(trait => traitWords[trait]).join(', ')}`
}

function standardAnswer({ says, criteria }: Standard): Side {
  return { ...sideOf(says, says.value), lines: criteria.map(criterion => criterion.says.value) }
}

/** Matter by matter, since the cases of two texts are cut differently: what must have become of it to bar a household. */
function* exclusionAnswers({ exclusions, exclusionsRead }: RuleBook): Answers {
  yield ['Các trường hợp không xét tặng', side(exclusionsRead, read => (read ? 'đã đọc được' : unknown))]
  for (const handling of handlings) {
    const found = exclusions.find(({ bars }) =>
      bars.some(bar => bar.matters === 'any' && bar.handlings !== 'any' && bar.handlings.includes(handling)),
    )
    if (found) yield [`Về bất cứ việc gì: ${handlingWords[handling]}`, sideOf(found.says, 'không xét tặng')]
  }
  for (const matter of matters) {
    const found = exclusions.find(({ bars }) => bars.some(bar => bar.matters !== 'any' && bar.matters.includes(matter)))
    if (found) yield [matterWords[matter], sideOf(found.says, leastHandling(found, matter))]
  }
}

function leastHandling({ bars }: Exclusion, matter: Matter): string {
  const bar = bars.find(one => one.matters !== 'any' && one.matters.includes(matter))
  const least: Handling = bar && bar.handlings !== 'any' ? (bar.handlings[0] ?? 'found') : 'found'
  return `khi ${handlingWords[least]}`
}

const paperLabels: Readonly<Record<string, string>> = {
  registration: 'Bản đăng ký',
  selfAssessment: 'Bảng tự đánh giá',
  scoreSheet: 'Thang điểm',
  minutes: 'Biên bản họp',
  decision: 'Quyết định',
  certificate: 'Giấy công nhận',
  proposal: 'Tờ trình',
  postedList: 'Danh sách niêm yết',
  achievements: 'Báo cáo thành tích',
}

function* paperAnswers({ papers, certificate }: RuleBook): Answers {
  for (const { code, form } of papers) yield [paperLabels[code] ?? code, side(form, String)]
  yield ['Giấy trao', side(certificate, String)]
}

function* yearsAnswers({ recognition, praise }: RuleBook): Answers {
  if (recognition) {
    yield ['Công nhận lần đầu', side(recognition.first, inARow)]
    yield ['Công nhận lại', side(recognition.again, inARow)]
  }
  if (praise) yield ['Giấy khen', side(praise.years, inARow)]
}

function inARow(years: number): string {
  return `${years} năm liên tục`
}

function stepAnswer(step: Step): Side {
  const lines = [
    ...detail('Người làm', step.actor, String),
    ...detail('Mẫu', step.form, String),
    ...detail('Dự họp', step.quorum, shareWords),
    ...detail('Đồng ý', step.consent, shareWords),
    ...detail('Kéo dài', step.lasts, termWords),
    ...detail('Hạn', step.within, termWords),
    ...detail('Trường hợp đặc biệt', step.specially, termWords),
  ]
  return { ...sideOf(step.does, step.does.value), lines }
}

function detail<Value>(label: string, fact: Sourced<Value | null> | null, words: (value: Value) => string): string[] {
  return fact === null ? [] : [`${label}: ${fact.value === null ? unknown : words(fact.value)}`]
}

function side<Value>(fact: Sourced<Value | null>, words: (value: Value) => string): Side {
  return sideOf(fact, fact.value === null ? unknown : words(fact.value))
}

function sideOf({ clause, confidence }: Sourced<unknown>, words: string): Side {
  return { words, lines: [], clause, confidence }
}
