import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { type OwnHonour, ownHonour, partsOfOwn } from './own-honour.ts'
import { bookAlong, clauseOfWay, type ProvincialWay } from './provincial-way.ts'
import type { RuleBook } from './rule-book.ts'
import type { AdoptedSheet, ExtraTitle, ProvincialRules } from './score-sheet.ts'
import type { Sourced } from './sourced.ts'

export type OwnTitleRefusal = 'season.title-unknown' | 'season.steps-unread' | 'season.steps-unconfirmed'

/** The title an honour names in a province's rules of a day, and no other province's of the same code. */
export function ownTitleIn(
  honour: OwnHonour,
  { provinceId, rules }: { readonly provinceId: string; readonly rules: ProvincialRules },
): ExtraTitle | undefined {
  const { subject, provinceId: of, code } = partsOfOwn(honour)
  return of === provinceId ? rules.extraTitles.find(title => title.code === code && title.subject === subject) : undefined
}

/** Every title of a province's own a season can be opened for: its steps are said and somebody has vouched for the rules. */
export function ownTitlesOf(provinceId: string, rules: ProvincialRules): { readonly honour: OwnHonour; readonly name: string }[] {
  if (!rules.confirmation) return []
  return rules.extraTitles
    .filter(({ steps }) => steps.length > 0)
    .map(({ subject, code, name }) => ({ honour: ownHonour(subject, provinceId, code), name }))
}

/** The way of a season of such a title, kept with it whole: nobody goes along what no officer has vouched for. */
export function wayOfOwn(
  honour: OwnHonour,
  adopted: { readonly provinceId: string; readonly rules: ProvincialRules } | undefined,
  on: PlainDate,
): Result<ProvincialWay, OwnTitleRefusal> {
  const title = adopted && ownTitleIn(honour, adopted)
  if (!adopted || !title) return refuse('season.title-unknown', { on })
  const { province, basis, confirmation, valid } = adopted.rules
  if (title.steps.length === 0) return refuse('season.steps-unread', { cites: basis })
  if (!confirmation) return refuse('season.steps-unconfirmed', { basis })
  const { by: confirmedBy, on: confirmedOn } = confirmation
  const { authority, steps } = title
  return ok({ province, basis, confirmedBy, confirmedOn, authority, steps, title: { ...title, from: valid.from ?? on } })
}

type OwnWay = ProvincialWay & { readonly title: NonNullable<ProvincialWay['title']> }

export function isOwnWay(way: ProvincialWay | null): way is OwnWay {
  return way !== null && way.title !== undefined
}

/** The law of such a season: nothing but what the province says, each sentence a fact of the province's. */
export function bookOfOwn(honour: string, way: OwnWay): RuleBook {
  const { title } = way
  const clause = clauseOfWay(way)
  const fact = <Value>(key: string, value: Value): Sourced<Value> => ({
    key: `${honour}/${key}`,
    value,
    confidence: 'P',
    clause,
    openPoint: null,
  })
  const blank: RuleBook = {
    id: honour,
    honour: honour as OwnHonour,
    name: title.name,
    cites: [],
    valid: { from: title.from, until: null },
    bounds: { from: fact('from', title.from), until: fact('until', null) },
    subjects: [title.subject],
    mustRegister: fact('mustRegister', title.mustRegister),
    prerequisites: [],
    standards: title.standards.map(({ code, says, criteria }) => ({
      code,
      says: fact(code, says ?? ''),
      criteria: criteria.map(line => ({ code: line.code, says: fact(line.code, line.says ?? '') })),
      isWhole: true,
    })),
    scoring: {
      kind: 'points',
      most: fact('most', 100),
      leastShare: fact('leastShare', title.leastShare),
      thresholds: [],
      whenSeveral: fact('whenSeveral', null),
    },
    contentment: null,
    exclusions: [],
    exclusionsRead: fact('exclusionsRead', true),
    steps: [],
    unsureSteps: [],
    deciding: [{ round: 'every', valid: { from: null, until: null }, authority: fact('authority', title.authority) }],
    papers: [],
    certificate: fact('certificate', title.paper?.heading ?? null),
    recognition: null,
    praise: null,
    remarks: [],
    ofProvince: { clause, paper: title.paper, standsYears: title.standsYears },
  }
  return bookAlong(blank, way)
}

/** The sheet candidates of such a season are judged by, as the province gave it when the season was opened. */
export function sheetOfOwn(honour: string, way: OwnWay): AdoptedSheet {
  const { standards, thresholds, leastShare, mustRegister, authority, steps } = way.title
  return {
    ruleBooks: [honour],
    standards,
    thresholds,
    leastShare,
    whenSeveral: null,
    mustRegister,
    quorum: null,
    consent: null,
    authority,
    whenVotesAreEqual: null,
    steps,
    basis: clauseOfWay(way),
    isConfirmed: true,
  }
}

export type OwnTitleFileRefusal = 'score-sheet.no-paper' | 'score-sheet.no-threshold'

/** With steps it can be held, and then its paper has words and its points a least total; without them it is only told. */
export function checkOwnTitle({ name, steps, paper, thresholds }: ExtraTitle): Result<undefined, OwnTitleFileRefusal> {
  if (steps.length === 0) return ok()
  if (!paper) return refuse('score-sheet.no-paper', { name })
  return thresholds.length === 0 ? refuse('score-sheet.no-threshold', { name }) : ok()
}
