import { plainDate } from '#domain/calendar/plain-date.ts'
import type { ExtraTitle, ProvincialRules } from '#domain/title/score-sheet.ts'
import { aStep, rulesWith } from './provincial-way.ts'

// Titles of an invented province's own, each sentence invented with it.

const scores = {
  standards: [
    { code: '1', most: 40, says: 'Con cháu học hành, làm ăn chính đáng', criteria: [] },
    { code: '2', most: 60, says: 'Giữ nếp họ, giúp nhau khi khó khăn', criteria: [] },
  ],
  thresholds: [{ code: 'chung', traits: [], least: 80 }],
  leastShare: 50,
} as const

/** Clans: reviewed together by the commune, posted five days, decided about by its chair, given for three years. */
export function clanTitle(changes: Partial<ExtraTitle> = {}): ExtraTitle {
  return {
    code: 'DHVH',
    name: 'Dòng họ văn hóa',
    subject: 'clan',
    authority: 'communeChair',
    mustRegister: true,
    steps: [
      aStep('register', { actor: 'Dòng họ' }),
      aStep('meet', { actor: 'Ban Chỉ đạo xã', quorum: { percent: 60, strictly: false, of: 'convened' } }),
      aStep('post', { actor: 'Ủy ban nhân dân xã', lasts: { kind: 'days', days: 5 } }),
      aStep('submit', { actor: 'Công chức văn hóa' }),
      aStep('decide', { actor: 'Chủ tịch Ủy ban nhân dân xã' }),
      aStep('publish', { actor: 'Ủy ban nhân dân xã' }),
    ],
    paper: { heading: 'Giấy công nhận', recipient: 'Dòng họ', says: 'đạt danh hiệu của tỉnh' },
    standsYears: 3,
    ...scores,
    ...changes,
  }
}

/** Households: by village, decided about by the chair of the commune. */
export function gardenTitle(changes: Partial<ExtraTitle> = {}): ExtraTitle {
  return {
    ...clanTitle(),
    code: 'NHA-SACH',
    name: 'Nhà sạch vườn đẹp',
    subject: 'household',
    steps: [aStep('list'), aStep('meet'), aStep('submit'), aStep('decide')],
    paper: { heading: 'Giấy chứng nhận', recipient: 'Gia đình ông (bà)', says: 'đạt' },
    standsYears: null,
    ...changes,
  }
}

export function rulesWithTitles(...extraTitles: readonly ExtraTitle[]): ProvincialRules {
  return { ...rulesWith([]), basis: '05/2026/QĐ-UBND', valid: { from: plainDate('2026-01-10'), until: null }, extraTitles }
}
