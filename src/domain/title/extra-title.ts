import type { JudgedBook } from './prepared.ts'
import type { AdoptedSheet, ExtraTitle, ProvincialRules } from './score-sheet.ts'
import type { Sourced } from './sourced.ts'

/** A province's own title, judged as those of the law are, by nothing but the province's words. */
export function extraTitleRules(rules: ProvincialRules, title: ExtraTitle): { readonly book: JudgedBook; readonly sheet: AdoptedSheet } {
  const id = `riêng:${title.code}`
  const open = <Value>(key: string, value: Value): Sourced<Value> => ({
    key: `${id}/${key}`,
    value,
    confidence: 'D',
    clause: rules.basis,
    openPoint: null,
  })
  const says = ({ code, says: words }: { readonly code: string; readonly says: string | null }): Sourced<string> =>
    open(code, words ?? code)
  const book: JudgedBook = {
    id,
    valid: rules.valid,
    subjects: [title.subject],
    mustRegister: open('mustRegister', null),
    prerequisites: [],
    standards: title.standards.map(standard => ({
      code: standard.code,
      says: says(standard),
      criteria: standard.criteria.map(line => ({ code: line.code, says: says(line) })),
      isWhole: true,
    })),
    scoring: {
      kind: 'points',
      most: open('most', null),
      leastShare: open('leastShare', null),
      thresholds: [],
      whenSeveral: open('whenSeveral', null),
    },
    contentment: null,
    exclusions: [],
    exclusionsRead: open('exclusionsRead', true),
    steps: [],
    praise: null,
  }
  const { standards, thresholds, leastShare, authority } = title
  const silent = { whenSeveral: null, mustRegister: null, quorum: null, consent: null, whenVotesAreEqual: null, steps: [] }
  const sheet = { ruleBooks: [id], standards, thresholds, leastShare, authority, ...silent }
  return { book, sheet: { ...sheet, basis: rules.basis, isConfirmed: rules.confirmation !== null } }
}
