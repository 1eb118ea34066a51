import type { PlainDate } from '../calendar/plain-date.ts'
import { type AreaEvent, type AreaStep, standingEvents, stepsOf } from '../season/area.ts'
import { holdingOf } from '../season/holding.ts'
import { type RuleBook, type StepCode, stepOf } from '../title/rule-book.ts'
import { achievementReport } from './achievement-report.ts'
import { history, opinionBook, postedList, proposalLetter, summary } from './after-meeting.ts'
import { ballots, eligibleList, registrationSheet, scoreSheetOf, selfAssessmentSheet, standingCandidates } from './before-meeting.ts'
import type { BallotBook, FormBook, FormPaper } from './form-paper.ts'
import { minutes } from './minutes.ts'
import type { PaperFacts } from './paper-facts.ts'
import { type AreaPaperCode, areaPaperCodes, paperWords, registers, stepToldBy } from './paper-kinds.ts'

/** The papers a text has any use for: no posted list where nothing is posted. */
export function papersUnder(book: RuleBook): AreaPaperCode[] {
  const { arrangement } = holdingOf(book.honour)
  const has = (step: StepCode): boolean => stepOf(book, step) !== undefined
  const hasReport = book.papers.some(({ code }) => code === 'achievements')
  const asked: Partial<Record<AreaPaperCode, boolean>> = {
    registration: has('register') || (arrangement === 'byArea' && !book.praise),
    achievements: hasReport,
    // Offices assess themselves by their report (08/2014/TT-BVHTTDL, Art. 7).
    selfAssessment: has('assessSelf') && !(hasReport && arrangement === 'eachAlone'),
    scoreSheet: book.scoring?.kind === 'points',
    eligibleList: arrangement !== 'eachAlone',
    ballot: has('meet'),
    minutes: has('meet'),
    postedList: has('post'),
    // 86/2023/NĐ-CP, Art. 7(1) asks it of households alone.
    summary: has('post') && arrangement === 'byArea',
    opinions: has('post'),
  }
  return areaPaperCodes.filter(code => asked[code] ?? true)
}

/** The step a paper waits for; null: it can be printed. */
export function waitsFor(code: AreaPaperCode, book: RuleBook, events: readonly AreaEvent[]): AreaStep | null {
  const step = stepToldBy[code]
  if (step === null || !stepsOf(book).includes(step)) return null
  return standingEvents(events).some(({ type }) => type === step) ? null : step
}

/** The step a printed paper stands for: it is kept from then on. Papers for the pen are kept once the dossier is in. */
export function settledBy(code: AreaPaperCode, events: readonly AreaEvent[]): AreaEvent | null {
  if (registers.includes(code)) return null
  const step = stepToldBy[code] ?? 'submit'
  return standingEvents(events).find(({ type }) => type === step) ?? null
}

export type Asked = {
  /** One household alone, where a paper is for each. */
  readonly candidateId: string | null
  readonly copies: number
  /** The day told by the file. */
  readonly day: PlainDate
}

/** One paper of an area as it is printed. */
export function areaPaper(code: AreaPaperCode, facts: PaperFacts, { candidateId, copies, day }: Asked): FormBook | BallotBook {
  if (code === 'ballot') return ballots(facts, copies)
  const { law, place, season } = facts
  const each = standingCandidates(facts).filter(({ id }) => candidateId === null || id === candidateId)
  const title = `${paperWords[code]}, ${place.name}, ${law.book.name} năm ${season.year}`
  return { title, author: place.name, day, papers: papersOf(code, facts, each) }
}

function papersOf(code: Exclude<AreaPaperCode, 'ballot'>, facts: PaperFacts, each: ReturnType<typeof standingCandidates>): FormPaper[] {
  switch (code) {
    case 'registration':
      return each.map(candidate => registrationSheet(facts, candidate))
    case 'achievements':
      return each.map(candidate => achievementReport(facts, candidate))
    case 'selfAssessment':
      return each.map(candidate => selfAssessmentSheet(facts, candidate))
    case 'scoreSheet':
      return each.map(candidate => scoreSheetOf(facts, candidate))
    case 'eligibleList':
      return [eligibleList(facts)]
    case 'minutes':
      return [minutes(facts)]
    case 'postedList':
      return [postedList(facts)]
    case 'summary':
      return [summary(facts)]
    case 'proposal':
      return [proposalLetter(facts)]
    case 'opinions':
      return [opinionBook(facts)]
    case 'history':
      return [history(facts)]
  }
}
