import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { blankRules, booksForProvince, filledRules, openedRules } from './blank-rules.ts'
import { checkProvincialRules } from './check-score-sheet.ts'
import type { ProvincialRules } from './score-sheet.ts'

const in2024 = plainDate('2024-06-01')

describe('a province enters its points', () => {
  test('the form names every title whose points the law leaves open or whose steps nobody read, later texts with the same standards in one', () => {
    expect(booksForProvince(in2024).map(books => books.map(({ id }) => id))).toEqual([
      ['GDVH.ND86', 'GDVH.ND86.2CAP', 'GDVH.LUAT2026'],
      ['TTDPVH.ND86', 'TTDPVH.ND86.2CAP'],
      ['TTDPVH.LUAT2026'],
      ['XPTT.ND86', 'XPDK.2CAP', 'XPDK.LUAT2026'],
      ['CQVH.HD58'],
      ['PTVHTD.QD42'],
    ])
  })

  test('what is left empty is not sent: an untouched title stays the law’s', () => {
    expect(filledRules(blankRules(in2024)).sheets).toEqual([])
  })

  test('points by criterion add up to their standard; filled for one title, the rules hold', () => {
    const filled = filledRules(withFamilyPoints(blankRules(in2024)))
    expect(filled.sheets).toHaveLength(1)
    expect(filled.sheets[0]?.standards.map(({ code, most, criteria }) => [code, most, criteria.length])).toEqual([
      ['I', 40, 4],
      ['II', 30, 0],
      ['III', 30, 0],
    ])
    expect(checkProvincialRules(filled)).toMatchObject({ ok: true })
  })

  test('opened again to be followed, nothing said is lost and the rest can be said', () => {
    const filled = filledRules(withFamilyPoints(blankRules(in2024)))
    const opened = openedRules(filled, in2024)
    expect(opened.sheets).toHaveLength(6)
    expect(opened.sheets[0]?.standards[1]?.criteria.map(({ most }) => most)).toEqual([0, 0, 0, 0, 0, 0])
    expect(filledRules(opened)).toEqual(filled)
  })
})

/** Ten points for each criterion of the first standard, thirty for each of the others. */
function withFamilyPoints(rules: ProvincialRules): ProvincialRules {
  const [family, ...others] = rules.sheets
  if (!family) return rules
  const standards = family.standards.map(({ criteria, ...standard }) =>
    standard.code === 'I' ? { ...standard, criteria: criteria.map(line => ({ ...line, most: 10 })) } : { ...standard, criteria, most: 30 },
  )
  const thresholds = family.thresholds.map(threshold => ({ ...threshold, least: 85 }))
  return { ...rules, province: 'Tỉnh minh họa', basis: '01/2024/QĐ-UBND', sheets: [{ ...family, standards, thresholds }, ...others] }
}
