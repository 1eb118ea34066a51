import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { checkProvincialRules, type ScoreSheetRefusal } from '#domain/title/check-score-sheet.ts'
import { type ProvincialRules, rulesOfProvince } from '#domain/title/score-sheet.ts'
import { provinceNamed } from '../../test/title-law.ts'
import { sayRefusal } from './refusal-text.ts'
import { readProvincialRules, scoreSheetRefusals, writeProvincialRules } from './score-sheet.ts'

const upland = provinceNamed('upland-2019')
const upland2024 = provinceNamed('upland-2024')

describe('the file of a province', () => {
  test.for(['upland-2019', 'upland-2024', 'delta-2024'])('%s comes back from a journey out and in as it was', name => {
    const rules = provinceNamed(name)
    expect(readProvincialRules(writeProvincialRules(rules))).toEqual({ ok: true, value: rules })
  })

  test('has a line for each criterion, which a person can read and mend', () => {
    expect(writeProvincialRules(upland)).toContain('{ "code": "1đ", "most": 5, "says": null }')
  })

  test.for([
    ['no JSON at all', 'Thang điểm;100', 'Tệp không đọc được: phải là tệp JSON như khi xuất ra.'],
    [
      'a day that does not exist',
      writeProvincialRules(upland).replace('2019-03-01', '2019-02-29'),
      'Tệp sai ở “valid.from”: Từ ngày: không phải ngày có thật.',
    ],
    ['a word the file does not know', writeProvincialRules(upland).replace('"basis"', '"canCu"'), null],
  ] as const)('with %s is refused, and the place is named', ([, text, sentence]) => {
    const answer = readProvincialRules(text)
    if (answer.ok) throw new Error('accepted')
    const said = sayRefusal(scoreSheetRefusals[answer.code], answer.details)
    expect(said).toBe(sentence ?? said)
    expect(said).toMatch(/^Tệp /u)
  })
})

describe('a province may not', () => {
  test.for<readonly [string, ScoreSheetRefusal, (rules: ProvincialRules) => ProvincialRules]>([
    ['name no text of its own', 'score-sheet.no-basis', rules => ({ ...rules, basis: ' ' })],
    [
      'be in force on no day',
      'score-sheet.empty-range',
      rules => ({ ...rules, valid: { from: plainDate('2019-03-01'), until: plainDate('2019-03-01') } }),
    ],
    ['fill a rule book there is not', 'score-sheet.unknown-rule-book', rules => firstSheet(rules, { ruleBooks: ['GDVH.ND99'] })],
    ['fill one rule book twice', 'score-sheet.repeated', rules => ({ ...rules, sheets: [...rules.sheets, ...rules.sheets.slice(0, 1)] })],
    ['leave out a standard', 'score-sheet.standard-missing', rules => firstSheet(rules, { standards: sheetOf(rules).standards.slice(1) })],
    ['add one the text does not have', 'score-sheet.unknown-standard', rules => firstSheet(rules, { standards: renamed(rules, 'TC4') })],
    [
      'give more or less than 100 points',
      'score-sheet.sum',
      rules => firstSheet(rules, { standards: sheetOf(rules).standards.map(one => ({ ...one, most: 50, criteria: [] })) }),
    ],
    [
      'have criteria that do not add up to their standard',
      'score-sheet.criteria-sum',
      rules => firstSheet(rules, { standards: sheetOf(rules).standards.map(one => ({ ...one, criteria: one.criteria.slice(1) })) }),
    ],
    [
      'add a criterion without words',
      'score-sheet.no-words',
      rules => firstSheet(rules, { standards: withCriterion(rules, { code: '1x', most: 1, says: null }) }),
    ],
    [
      'move a threshold the decree has set',
      'score-sheet.set-by-law',
      rules => firstSheet(rules, { thresholds: [{ code: 'a', traits: [], least: 50 }] }),
    ],
    [
      'lower the share of votes the decree has set',
      'score-sheet.set-by-law',
      rules => firstSheet(rules, { consent: { percent: 50, strictly: true, of: 'present' } }),
    ],
    ['name another authority than the law', 'score-sheet.set-by-law', rules => firstSheet(rules, { authority: 'provinceChair' })],
  ])('%s', ([, code, change]) => {
    expect(checkProvincialRules(upland).ok).toBe(true)
    expect(checkProvincialRules(change(upland))).toMatchObject({ ok: false, code })
  })

  test('let a district decide after districts are gone, nor leave anybody without a threshold', () => {
    const areas = upland2024.sheets.filter(({ ruleBooks }) => ruleBooks.includes('TTDPVH.ND86.2CAP'))
    const since2025 = { ...upland2024, sheets: areas, valid: { from: plainDate('2025-07-01'), until: null } }
    expect(checkProvincialRules(firstSheet(since2025, { authority: 'districtChair' }))).toMatchObject({
      code: 'score-sheet.authority-gone',
    })
    expect(checkProvincialRules(firstSheet(since2025, { thresholds: [{ code: 'a', traits: ['poor'], least: 60 }] }))).toMatchObject({
      code: 'score-sheet.threshold-for-nobody-else',
    })
    expect(checkProvincialRules(firstSheet(since2025, { thresholds: [{ code: 'a', traits: [], least: 101 }] }))).toMatchObject({
      code: 'score-sheet.threshold-out-of-reach',
    })
  })
})

test('two provinces stand side by side, each with its own rules of the day and its own words', () => {
  const recorded = [
    { ...upland, id: '1', provinceId: 'upland' },
    { ...upland2024, id: '2', provinceId: 'upland' },
    { ...provinceNamed('delta-2024'), id: '3', provinceId: 'delta' },
  ]
  const on = (provinceId: string, day: string) => rulesOfProvince(recorded, { provinceId, on: plainDate(day) })
  expect(on('upland', '2024-09-30')?.id).toBe('1')
  expect(on('upland', '2024-10-01')?.id).toBe('2')
  expect(on('delta', '2024-09-18')).toBeUndefined()
  expect(on('delta', '2024-10-01')?.id).toBe('3')
})

type Sheet = ProvincialRules['sheets'][number]

function sheetOf({ sheets }: ProvincialRules): Sheet {
  const [first] = sheets
  if (!first) throw new Error('no sheet')
  return first
}

function firstSheet(rules: ProvincialRules, changes: Partial<Sheet>): ProvincialRules {
  return { ...rules, sheets: [{ ...sheetOf(rules), ...changes }, ...rules.sheets.slice(1)] }
}

function renamed(rules: ProvincialRules, code: string): Sheet['standards'] {
  return sheetOf(rules).standards.map((standard, at) => (at === 0 ? { ...standard, code } : standard))
}

function withCriterion(rules: ProvincialRules, line: Sheet['standards'][number]['criteria'][number]): Sheet['standards'] {
  return sheetOf(rules).standards.map((standard, at) => (at === 0 ? { ...standard, criteria: [...standard.criteria, line] } : standard))
}
