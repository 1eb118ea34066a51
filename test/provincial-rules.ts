import { writeProvincialRules } from '#contract/score-sheet.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { nothingSaidOfYears, type ProvincialRules } from '#domain/title/score-sheet.ts'

/** The file of an invented province: points for families under 86/2023/NĐ-CP, and what it calls its areas. */
export function provincialFile(changes: Partial<ProvincialRules> = {}): string {
  return writeProvincialRules({
    province: 'Tỉnh minh họa',
    basis: '01/2024/QĐ-UBND (dữ liệu minh họa)',
    valid: { from: plainDate('2024-01-30'), until: null },
    confirmation: null,
    levelNames: [{ kind: 'village', level: 'bản', titleName: 'Bản văn hóa' }],
    extraTitles: [],
    sheets: [
      {
        ruleBooks: ['GDVH.ND86', 'GDVH.ND86.2CAP'],
        standards: [
          { code: 'I', most: 35, says: null, criteria: [] },
          { code: 'II', most: 35, says: null, criteria: [] },
          { code: 'III', most: 30, says: null, criteria: [] },
        ],
        thresholds: [
          { code: 'thap', traits: ['poor', 'nearPoor'], least: 60 },
          { code: 'chung', traits: [], least: 85 },
        ],
        leastShare: 50,
        whenSeveral: 'lowest',
        mustRegister: true,
        quorum: null,
        consent: null,
        authority: null,
        whenVotesAreEqual: null,
        steps: [],
      },
    ],
    yearsKept: nothingSaidOfYears,
    ...changes,
  })
}
