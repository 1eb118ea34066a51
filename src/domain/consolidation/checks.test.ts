import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { builtInDictionary } from '../indicator/dictionary/dictionary.ts'
import { dictionaryOn } from '../indicator/indicator.ts'
import type { AddedFigure } from './add-up.ts'
import { checkSums, type SumFacts } from './checks.ts'
import { shareCode } from './things.ts'

const dictionary = dictionaryOn(builtInDictionary, plainDate('2025-12-14'))

/** A sum of so many of 75 units. */
function sum(count: number, whole = 75, source: AddedFigure['source'] = whole === 75 ? 'below' : 'partly'): AddedFigure {
  const values = [{ quality: 'counted' as const, count }]
  return { unitId: 'p', values, source, notAdded: null, coverage: { of: 75, whole, begun: 0, entries: whole, estimated: 0 }, beside: null }
}

type Figures = Readonly<Record<string, AddedFigure>>
const facts = (figures: Figures, more: Partial<SumFacts> = {}): SumFacts => ({
  unitId: 'p',
  dictionary,
  figures: new Map(Object.entries(figures)),
  printed: [],
  parts: [],
  part: 'Y',
  history: [],
  changes: [],
  ...more,
})
const past = (year: number, figures: Figures) => ({
  title: `Báo cáo năm ${year}`,
  part: 'Y' as const,
  cutoff: plainDate(`${year}-12-14`),
  figures: new Map(Object.entries(figures)),
})

describe('sums that do not fit', () => {
  test('are told with how many units each is of: more told one number than the other', () => {
    const [flag, ...rest] = checkSums(facts({ 'house.areas': sum(1300, 74), 'area.total': sum(1290, 68) }))
    expect(rest).toEqual([])
    expect(flag?.sentence).toMatch(/\(1\.300 thôn\) nhiều hơn .* \(1\.290 thôn\)/u)
    expect(flag?.cause).toMatch(/cộng từ 74\/75 đơn vị, “.*” cộng từ 68\/75 đơn vị: các số này cộng từ những đơn vị khác nhau/u)
  })

  test('name the unit below whose numbers have the same error, where all told all', () => {
    const wrong = { 'office.registered': sum(24), 'office.registered.first': sum(19), 'office.registered.again': sum(4) }
    const right = { ...wrong, 'office.registered.again': sum(5) }
    const parts = [
      { unitName: 'Xã Đúng', figures: new Map(Object.entries(right)) },
      { unitName: 'Xã Sai', figures: new Map(Object.entries(wrong)) },
    ]
    const [flag] = checkSums(facts(wrong, { parts }))
    expect(flag?.rule).toBe('parts-and-whole')
    expect(flag?.cause).toBe('Các số này đều cộng từ 75/75 đơn vị. Lỗi đã có ở: Xã Sai.')
    expect(checkSums(facts(right, { parts }))).toEqual([])
  })

  test('a unit’s own word that says another number than those below it is asked about, both kept', () => {
    const figure: AddedFigure = { ...sum(200), beside: { whose: 'own', values: [{ quality: 'counted', count: 210 }] } }
    expect(checkSums(facts({ 'family.total': figure }))).toMatchObject([
      { rule: 'differs-from-below', numbers: ['200', '210'], cause: expect.stringContaining('đơn vị tự báo 210 (lệch 10)') },
    ])
  })

  test('a share the unit printed is held against the two sums of the units that told both', () => {
    const pair: AddedFigure = {
      ...sum(0),
      values: [
        { quality: 'counted', count: 902 },
        { quality: 'counted', count: 1204 },
      ],
    }
    const figures = { [shareCode('share.family.recognised', 'family.total')]: pair }
    const printed = [{ ratioCode: 'share.family.recognised', percent: '89,3', baseCode: 'family.total' }]
    expect(checkSums(facts(figures, { printed })).map(({ rule, sentence }) => [rule, sentence])).toEqual([
      ['share-differs', expect.stringContaining('902/1.204 là 74,9 %')],
    ])
    expect(checkSums(facts(figures, { printed: [{ ...(printed[0] ?? never()), percent: '74,9' }] }))).toEqual([])
  })
})

describe('sums beside those of earlier periods', () => {
  const before = [
    past(2024, { 'activity.dissemination.turns': sum(300_017) }),
    past(2023, { 'activity.dissemination.turns': sum(299_104) }),
  ]

  const rules = (count: number) =>
    checkSums(facts({ 'activity.dissemination.turns': sum(count) }, { history: before })).map(({ rule }) => rule)

  test('a jump and a total that is the same to the last digit are asked about', () => {
    expect(rules(300_700)).toEqual([])
    expect(rules(300_017)).toEqual(['same-as-last'])
    expect(rules(3_000_170)).toEqual(['jump'])
  })

  test('a sum of few units is held against no other period: it would only tell who has not sent', () => {
    expect(checkSums(facts({ 'activity.dissemination.turns': sum(21_000, 6) }, { history: before }))).toEqual([])
    const few = [past(2024, { 'activity.dissemination.turns': sum(21_000, 6) })]
    expect(checkSums(facts({ 'activity.dissemination.turns': sum(300_017) }, { history: few }))).toEqual([])
  })
})

function never(): never {
  throw new Error('there is one')
}
