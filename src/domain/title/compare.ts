import { addDays, formatDay } from '../calendar/plain-date.ts'
import { authorityWords } from './authority.ts'
import {
  type Exclusion,
  type Handling,
  handlings,
  type Matter,
  matters,
  type RuleBook,
  type Step,
  type Threshold,
  traitWords,
} from './rule-book.ts'
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

/** Two rule books side by side, question by question, in the order of topics. */
export function compareRuleBooks(before: RuleBook, after: RuleBook): ComparedRow[] {
  const answers = [answersOf(before), answersOf(after)] as const
  const keys = [...new Set(answers.flatMap(all => [...all.keys()]))]
  return keys
    .map(key => {
      const [topic, label] = key.split('|') as [Topic, string]
      const [was, is] = answers.map(all => all.get(key) ?? null) as [Side | null, Side | null]
      return { topic, label, before: was, after: is, change: changeOf(was, is) }
    })
    .toSorted((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic) || placeOfStep(a) - placeOfStep(b))
}

/** Steps stand in the order they are taken, whichever text has them. */
function placeOfStep({ label }: ComparedRow): number {
  return Object.values(stepWords).indexOf(label)
}

function changeOf(before: Side | null, after: Side | null): Change {
  if (before?.words === unknown || after?.words === unknown) return 'unclear'
  if (!before) return 'added'
  if (!after) return 'removed'
  const isSame = before.words === after.words && before.lines.join('\n') === after.lines.join('\n')
  return isSame ? 'same' : 'changed'
}

type Answers = Map<string, Side>

function answersOf(book: RuleBook): Answers {
  const answers: Answers = new Map()
  const put = (topic: Topic, label: string, answer: Side | null): void => {
    if (answer) answers.set(`${topic}|${label}`, answer)
  }
  put('text', 'Tên danh hiệu', plain(book, book.name))
  put('text', 'Căn cứ', plain(book, book.cites.join(', ')))
  put('text', 'Có hiệu lực từ', side(book.bounds.from, formatDay))
  put(
    'text',
    'Đến hết',
    side(book.bounds.until, day => formatDay(addDays(day, -1))),
  )
  for (const { round, authority } of book.deciding)
    put(
      'authority',
      roundLabels[round],
      side(authority, value => authorityWords[value]),
    )
  put(
    'registration',
    'Phải đăng ký',
    side(book.mustRegister, value => (value ? 'có' : 'không')),
  )
  for (const [label, answer] of scoringAnswers(book)) put('scoring', label, answer)
  for (const [at, standard] of book.standards.entries())
    put('standards', `Tiêu chuẩn ${at + 1}`, {
      ...sideOf(standard.says, standard.says.value),
      lines: standard.criteria.map(({ says }) => says.value),
    })
  put(
    'exclusions',
    'Các trường hợp không xét tặng',
    side(book.exclusionsRead, read => (read ? 'đã đọc được' : unknown)),
  )
  for (const [label, answer] of exclusionAnswers(book.exclusions)) put('exclusions', label, answer)
  for (const step of book.steps) put('steps', stepWords[step.code], stepAnswer(step))
  for (const { code, form } of book.papers)
    put(
      'papers',
      paperLabels[code] ?? code,
      side(form, value => value),
    )
  put(
    'papers',
    'Giấy trao',
    side(book.certificate, value => value),
  )
  if (book.recognition) {
    put(
      'years',
      'Công nhận lần đầu',
      side(book.recognition.first, count => `${count} năm liên tục`),
    )
    put(
      'years',
      'Công nhận lại',
      side(book.recognition.again, count => `${count} năm liên tục`),
    )
  }
  if (book.praise)
    put(
      'years',
      'Giấy khen',
      side(book.praise.years, count => `${count} năm liên tục`),
    )
  return answers
}

const roundLabels = { every: 'Người quyết định', first: 'Người quyết định lần đầu', again: 'Người quyết định công nhận lại' }

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

function* scoringAnswers({ scoring, contentment }: RuleBook): Generator<readonly [string, Side | null]> {
  if (contentment) yield ['Người dân hài lòng', side(contentment, shareWords)]
  if (!scoring) return
  if (scoring.kind === 'allMet') return yield ['Phải đạt', side(scoring.least, count => `cả ${count} tiêu chí`)]
  yield ['Tổng điểm tối đa', side(scoring.most, String)]
  yield ['Điểm tối thiểu mỗi tiêu chuẩn', side(scoring.leastShare, percent => `${percent}% điểm tối đa`)]
  const [first] = scoring.thresholds
  if (first) yield ['Ngưỡng tổng điểm', { ...sideOf(first.least, 'theo diện'), lines: scoring.thresholds.map(thresholdWords) }]
  else yield ['Ngưỡng tổng điểm', sideOf(scoring.leastShare, 'do tỉnh quy định')]
}

function thresholdWords({ traits, least }: Threshold): string {
  return `${least.value} điểm: ${traits.length === 0 ? 'các trường hợp còn lại' : traits.map(trait => traitWords[trait]).join(', ')}`
}

/** Matter by matter, since the cases of two texts are cut differently: what must have become of it to bar a household. */
function* exclusionAnswers(exclusions: readonly Exclusion[]): Generator<readonly [string, Side]> {
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

function plain(book: RuleBook, words: string): Side {
  return sideOf(book.bounds.from, words)
}
