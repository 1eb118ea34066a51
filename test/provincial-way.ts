import { plainDate } from '#domain/calendar/plain-date.ts'
import type { ProvincialStep } from '#domain/title/provincial-way.ts'
import type { StepCode } from '#domain/title/rule-book.ts'
import { nothingSaidOfYears, type ProvincialRules, type ScoreSheet } from '#domain/title/score-sheet.ts'

// What an invented province says of a title whose steps were not read: its own steps, in its own words.

export function aStep(code: StepCode, changes: Partial<ProvincialStep> = {}): ProvincialStep {
  const silent = { form: null, quorum: null, consent: null, lasts: null, within: null, after: null }
  return { code, actor: 'Bên tỉnh giao', does: 'Làm việc của bước này', ...silent, ...changes }
}

/** Offices: registered, assessed, handed in, appraised and recognised by the federation of labour of the province. */
export function officeSheet(changes: Partial<ScoreSheet> = {}): ScoreSheet {
  const within = { kind: 'workingDays', days: 5 } as const
  return {
    ruleBooks: ['CQVH.HD58'],
    standards: [],
    thresholds: [],
    leastShare: null,
    whenSeveral: null,
    mustRegister: null,
    quorum: null,
    consent: null,
    authority: 'provinceLabourFederation',
    whenVotesAreEqual: null,
    steps: [
      aStep('register', { actor: 'Cơ quan', within: { kind: 'beforeDay', monthDay: '04-01', yearsLater: 0 } }),
      aStep('assessSelf', { actor: 'Cơ quan', form: 'Mẫu 1 của tỉnh' }),
      aStep('submit', { actor: 'Cơ quan', does: 'Nộp hồ sơ tại Liên đoàn Lao động' }),
      aStep('appraise', { actor: 'Tổ thẩm định của tỉnh', within, after: 'submit' }),
      aStep('decide', { actor: 'Chủ tịch Liên đoàn Lao động tỉnh', within, after: 'appraise' }),
    ],
    ...changes,
  }
}

/** Villages after 1 October 2026, by the same province. */
export function villageSheet(changes: Partial<ScoreSheet> = {}): ScoreSheet {
  return {
    ...officeSheet(),
    ruleBooks: ['TTDPVH.LUAT2026'],
    authority: 'communeChair',
    steps: [aStep('list'), aStep('meet'), aStep('submit'), aStep('decide')],
    ...changes,
  }
}

export function rulesWith(sheets: readonly ScoreSheet[], confirmation: ProvincialRules['confirmation'] = null): ProvincialRules {
  return {
    province: 'Tỉnh minh họa',
    basis: '12/2023/QĐ-UBND',
    valid: { from: plainDate('2023-01-01'), until: null },
    confirmation,
    levelNames: [],
    extraTitles: [],
    sheets,
    yearsKept: nothingSaidOfYears,
  }
}
