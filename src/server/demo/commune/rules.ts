import { writeProvincialRules } from '#contract/score-sheet.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { nothingSaidOfYears, type ScoreSheet } from '#domain/title/score-sheet.ts'

// What an invented province decides where the law leaves it to the province: points, and little else.

const basis = 'Quyết định minh họa'
const silent: Omit<ScoreSheet, 'ruleBooks' | 'standards' | 'thresholds' | 'leastShare'> = {
  whenSeveral: 'lowest',
  mustRegister: null,
  quorum: null,
  consent: null,
  authority: null,
  whenVotesAreEqual: null,
  steps: [],
}
const whole = (code: string, most: number) => ({ code, most, says: null, criteria: [] })

const sheet2019: ScoreSheet = {
  ...silent,
  ruleBooks: ['GDVH.ND122'],
  standards: [whole('TC1', 45), whole('TC2', 25), whole('TC3', 30)],
  thresholds: [],
  leastShare: null,
}
const sheet2024: ScoreSheet = {
  ...silent,
  mustRegister: true,
  ruleBooks: ['GDVH.ND86', 'GDVH.ND86.2CAP'],
  standards: [whole('I', 35), whole('II', 35), whole('III', 30)],
  thresholds: [
    { code: 'uu-tien', traits: ['poor', 'nearPoor', 'mountain'], least: 60 },
    { code: 'chung', traits: [], least: 85 },
  ],
  leastShare: 50,
}

function fileOf(sheet: ScoreSheet, from: string): string {
  return writeProvincialRules({
    province: 'Tỉnh Minh Họa',
    basis,
    valid: { from: plainDate(from), until: null },
    confirmation: null,
    levelNames: [
      { kind: 'village', level: 'bản', titleName: 'Bản văn hóa' },
      { kind: 'quarter', level: 'tiểu khu', titleName: 'Tiểu khu văn hóa' },
    ],
    extraTitles: [],
    sheets: [sheet],
    yearsKept: nothingSaidOfYears,
  })
}

export const rulesUnder122: string = fileOf(sheet2019, '2019-01-01')
export const rulesUnder86: string = fileOf(sheet2024, '2024-01-30')
