import { ok, type Result, refuse } from '../kit/result.ts'
import { existsOn } from './authority.ts'
import { checkOwnTitle, type OwnTitleFileRefusal } from './own-title.ts'
import { checkWay, type WayFileRefusal } from './provincial-way.ts'
import { type RuleBook, stepOf } from './rule-book.ts'
import { ruleBookNamed } from './rule-books.ts'
import { addPoints, type ExtraTitle, type ProvincialRules, type ScoreSheet, type Scores } from './score-sheet.ts'
import { isVerified, type Sourced } from './sourced.ts'

export type ScoreSheetRefusal =
  | 'score-sheet.no-basis'
  | 'score-sheet.empty-range'
  | 'score-sheet.repeated'
  | 'score-sheet.unknown-rule-book'
  | 'score-sheet.unknown-standard'
  | 'score-sheet.standard-missing'
  | 'score-sheet.no-words'
  | 'score-sheet.sum'
  | 'score-sheet.criteria-sum'
  | 'score-sheet.bad-points'
  | 'score-sheet.threshold-out-of-reach'
  | 'score-sheet.threshold-for-nobody-else'
  | 'score-sheet.set-by-law'
  | 'score-sheet.authority-gone'
  | WayFileRefusal
  | OwnTitleFileRefusal

type Checked = Result<undefined, ScoreSheetRefusal>
const wholeScale = 100

/** A province fills what the law leaves open and nothing else; its points add up. */
export function checkProvincialRules(rules: ProvincialRules): Result<ProvincialRules, ScoreSheetRefusal> {
  const { from, until } = rules.valid
  if (rules.basis.trim() === '') return refuse('score-sheet.no-basis')
  if (from !== null && until !== null && from >= until) return refuse('score-sheet.empty-range', { from, until })
  const twice = repeated([...rules.sheets.flatMap(({ ruleBooks }) => ruleBooks), ...rules.extraTitles.map(({ code }) => code)])
  if (twice) return refuse('score-sheet.repeated', { code: twice })
  return (
    firstRefusal([
      ...rules.sheets.flatMap(sheet => sheet.ruleBooks.map(id => () => checkSheet(sheet, id, rules))),
      ...rules.extraTitles.flatMap(title => [
        () => checkScores(title, { name: title.name, most: wholeScale, book: null }),
        () => checkWay(title, { id: title.name, steps: [] }),
        () => checkOwnTitle(title),
        () => checkDecider(title, rules),
      ]),
    ]) ?? ok(rules)
  )
}

/** Who did not exist on the first day of the rules decides nothing under them. */
function checkDecider({ name, authority }: ExtraTitle, { valid }: ProvincialRules): Checked {
  return valid.from !== null && !existsOn(authority, valid.from) ? refuse('score-sheet.authority-gone', { name }) : ok()
}

function checkSheet(sheet: ScoreSheet, id: string, { valid }: ProvincialRules): Checked {
  const book = ruleBookNamed(id)
  if (!book) return refuse('score-sheet.unknown-rule-book', { code: id })
  const stray = sheet.standards.find(({ code }) => !book.standards.some(standard => standard.code === code))
  if (stray) return refuse('score-sheet.unknown-standard', { code: stray.code, name: book.id })
  const lacking = book.scoring?.kind === 'points' && book.standards.find(({ code }) => !sheet.standards.some(one => one.code === code))
  if (lacking) return refuse('score-sheet.standard-missing', { code: lacking.code, name: book.id })
  const set = filledThoughSet(sheet, book)
  if (set) return refuse('score-sheet.set-by-law', { what: set.what, clause: set.clause })
  if (sheet.authority && !existsOn(sheet.authority, valid.from ?? book.valid.from))
    return refuse('score-sheet.authority-gone', { name: book.id })
  const way = checkWay(sheet, book)
  if (!way.ok) return way
  if (book.scoring?.kind !== 'points' && sheet.standards.length === 0) return ok()
  const most = book.scoring?.kind === 'points' ? (book.scoring.most.value ?? wholeScale) : wholeScale
  return checkScores(sheet, { name: book.id, most, book })
}

function checkScores(
  scores: Scores,
  { name, most, book }: { readonly name: string; readonly most: number; readonly book: RuleBook | null },
): Checked {
  const lines = scores.standards.flatMap(standard => [standard, ...standard.criteria])
  const twice = repeated(lines.map(({ code }) => code)) ?? repeated(scores.thresholds.map(({ code }) => code))
  if (twice) return refuse('score-sheet.repeated', { code: twice })
  const bad = lines.find(line => !Number.isFinite(line.most) || line.most <= 0)
  if (bad) return refuse('score-sheet.bad-points', { code: bad.code })
  const known = book?.standards.flatMap(standard => [standard, ...standard.criteria]).map(({ code }) => code) ?? []
  const wordless = lines.find(({ code, says }) => says === null && !known.includes(code))
  if (wordless) return refuse('score-sheet.no-words', { code: wordless.code })
  const uneven = scores.standards.find(
    ({ most: whole, criteria }) => criteria.length > 0 && addPoints(criteria.map(one => one.most)) !== whole,
  )
  if (uneven)
    return refuse('score-sheet.criteria-sum', {
      code: uneven.code,
      sum: addPoints(uneven.criteria.map(one => one.most)),
      most: uneven.most,
    })
  const sum = addPoints(scores.standards.map(one => one.most))
  if (sum !== most) return refuse('score-sheet.sum', { name, sum, most })
  const high = scores.thresholds.find(({ least }) => !(least >= 0 && least <= most))
  if (high) return refuse('score-sheet.threshold-out-of-reach', { code: high.code, least: high.least, most })
  const everybodyElse = scores.thresholds.filter(({ traits }) => traits.length === 0).length
  if (scores.thresholds.length > 0 && everybodyElse !== 1) return refuse('score-sheet.threshold-for-nobody-else', { name })
  if (scores.leastShare !== null && !(scores.leastShare >= 0 && scores.leastShare <= 100))
    return refuse('score-sheet.bad-points', { code: name })
  return ok()
}

/** What the sheet says although verified law already says it. */
function filledThoughSet(sheet: ScoreSheet, book: RuleBook): { readonly what: string; readonly clause: string } | undefined {
  const meet = stepOf(book, 'meet')
  const scoring = book.scoring?.kind === 'points' ? book.scoring : undefined
  const questions: readonly (readonly [string, unknown, Sourced<unknown> | null | undefined])[] = [
    ['ngưỡng điểm', sheet.thresholds[0] ?? null, scoring?.thresholds[0]?.least],
    ['tỷ lệ điểm của mỗi tiêu chuẩn', sheet.leastShare, scoring?.leastShare],
    ['cách chọn ngưỡng', sheet.whenSeveral, scoring?.whenSeveral],
    ['việc đăng ký', sheet.mustRegister, book.mustRegister],
    ['định túc', sheet.quorum, meet?.quorum],
    ['tỷ lệ đồng ý', sheet.consent, meet?.consent],
    ['người quyết định', sheet.authority, book.deciding.at(-1)?.authority],
  ]
  const [what, , fact] = questions.find(([, filled, law]) => filled !== null && law && law.value !== null && isVerified(law)) ?? []
  return what !== undefined && fact ? { what, clause: fact.clause } : undefined
}

function firstRefusal(checks: readonly (() => Checked)[]): Exclude<Checked, { ok: true }> | undefined {
  for (const check of checks) {
    const answer = check()
    if (!answer.ok) return answer
  }
  return undefined
}

function repeated(codes: readonly string[]): string | undefined {
  return codes.find((code, at) => codes.indexOf(code) !== at)
}
