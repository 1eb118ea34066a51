import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, anyTelling, counted, provinceOf } from '../../../test/consolidating.ts'
import { always } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { Dictionary, Indicator } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import type { OrgTree } from '../org/org-unit.ts'
import { changesBetween } from './changes.ts'
import { type Consolidation, type CountedReturn, consolidate, explainFigure, explainRatio, figureOf } from './consolidate.ts'

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: code,
  definition: `Thế nào là ${code}`,
  unit: 'hộ',
  addition: 'sum',
  source: { from: 'entered' },
  within: [],
  partitions: [],
  sameAs: null,
  valid: always,
  ...more,
})
const dictionary: Dictionary = {
  indicators: [
    indicator('all'),
    indicator('recognised'),
    indicator('exercisers', { unit: 'người', addition: 'distinct' }),
    indicator('fiveYears', { valid: { from: null, until: plainDate('2024-01-30') } }),
  ],
  ratios: [
    { code: 'share', name: 'Tỷ lệ hộ đạt', numerator: 'recognised', bases: [{ code: 'all', name: 'tổng số hộ' }], valid: always },
    { code: 'sport', name: 'Tỷ lệ tập', numerator: 'exercisers', bases: [{ code: 'all', name: 'tổng số hộ' }], valid: always },
  ],
}
const { tree } = provinceOf([2, 0])
const owing = new Set(['c0', 'c0-0', 'c0-1', 'c1'])
const sent = (unitId: string, values: Record<string, Value>, version = 1): CountedReturn => ({
  unitId,
  returnId: `return of ${unitId}`,
  version,
  values: new Map(Object.entries(values)),
  evidence: new Map(Object.keys(values).map(code => [code, [`${unitId} ${code} act`]])),
})
const of = (returns: readonly CountedReturn[], on: OrgTree = tree, asked: ReadonlySet<string> = owing): Consolidation =>
  consolidate({ tree: on, dictionary, owing: () => asked, returns })

describe('a number asked where it comes from', () => {
  const returns = [
    sent('c0-0', { all: counted(50), recognised: counted(40) }),
    sent('c0-1', { all: about('khoảng', 30), recognised: counted(20) }),
    sent('c1', { all: counted(100) }),
  ]
  const consolidation = of(returns)

  test('tells its definition, its parts one step down, and at the end the records of the unit that counted', () => {
    const province = explainFigure(consolidation, 'province', 'recognised')
    expect(province).toMatchObject({ indicator: { definition: 'Thế nào là recognised' }, figure: { values: [counted(60)] }, own: null })
    expect(province?.parts.map(({ unitId, values }) => [unitId, values])).toEqual([['c0', [counted(60)]]])
    expect(province?.missing).toEqual([{ unitId: 'c1', has: 'nothing' }])
    const village = explainFigure(consolidation, 'c0-1', 'recognised')
    expect(village).toMatchObject({ parts: [], own: { returnId: 'return of c0-1', version: 1, evidenceIds: ['c0-1 recognised act'] } })
  })

  test('as a share names both counts and the base, and takes each from the same units', () => {
    expect(explainRatio(consolidation, 'province', { code: 'share', baseCode: 'all' })).toMatchObject({
      numerator: { code: 'recognised' },
      denominator: { code: 'all' },
      share: { percent: 75, denominator: about('khoảng', 80), baseName: 'tổng số hộ', leftOut: ['c1'] },
      parts: [{ unitId: 'c0', percent: 75 }],
    })
    expect(explainRatio(consolidation, 'province', { code: 'share', baseCode: 'recognised' })).toBeUndefined()
    expect(explainRatio(consolidation, 'province', { code: 'sport', baseCode: 'all' })).toMatchObject({ share: null, notAdded: 'distinct' })
  })

  test('that the dictionary of its day does not know is no number', () => {
    expect(figureOf(consolidation, 'province', 'fiveYears')).toBeUndefined()
    expect(explainFigure(consolidation, 'province', 'fiveYears')).toBeUndefined()
  })

  test('is made again by walking down to the units that spoke', () => {
    fc.assert(
      fc.property(anyTelling, ({ tree: on, owing: asked, told }) => {
        const whole = of(
          [...told].map(([unitId, value]) => sent(unitId, { all: value })),
          on,
          new Set(asked),
        )
        const down = (unitId: string): number => {
          const explained = explainFigure(whole, unitId, 'all')
          const own = explained?.own ? (whole.returns.get(unitId)?.values.get('all')?.count ?? 0) : 0
          return (explained?.parts ?? []).reduce((sum, part) => sum + down(part.unitId), own)
        }
        expect(down('province')).toBe(figureOf(whole, 'province', 'all')?.values?.[0]?.count ?? 0)
      }),
    )
  })
})

describe('since the report was issued', () => {
  const issued = of([sent('c0-0', { all: counted(50) }), sent('c0', { all: counted(70) })])

  test('a late village and a correction are told, with every number they changed and none else', () => {
    const now = of([sent('c0-0', { all: counted(55) }, 2), sent('c0', { all: counted(70) }), sent('c0-1', { all: counted(20) })])
    const { returns, figures } = changesBetween(issued, now)
    expect(returns).toEqual([
      { unitId: 'c0-0', kind: 'corrected', before: 1, after: 2 },
      { unitId: 'c0-1', kind: 'came', before: null, after: 1 },
    ])
    const told = figures.map(({ unitId, before, after }) => [unitId, before.values?.[0]?.count, after.values?.[0]?.count])
    expect(new Map(told.map(([unitId, ...rest]) => [unitId, rest]))).toEqual(
      new Map([
        ['c0-0', [50, 55]],
        ['c0-1', [undefined, 20]],
        ['c0', [70, 75]],
        ['province', [70, 75]],
      ]),
    )
    expect(figures.find(({ unitId }) => unitId === 'province')?.becauseOf).toEqual(['c0-0', 'c0-1'])
  })

  test('a correction that changes no sum is told as a return, not as a number above', () => {
    const now = of([sent('c0-0', { all: counted(51) }, 2), sent('c0', { all: counted(70) })])
    expect(changesBetween(issued, now).figures.map(({ unitId }) => unitId)).toEqual(['c0-0'])
  })

  test('every number that differs is told, and nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyTelling, fc.array(fc.nat(20), { maxLength: 4 }), ({ tree: on, owing: asked, told }, gone) => {
        const all = [...told].map(([unitId, value]) => sent(unitId, { all: value }))
        const [before, after] = [
          of(all, on, new Set(asked)),
          of(
            all.filter((_, i) => !gone.includes(i)),
            on,
            new Set(asked),
          ),
        ]
        const changed = changesBetween(before, after).figures.map(({ unitId }) => unitId)
        const differing = [...on.versionOf.keys()].filter(
          id => JSON.stringify(figureOf(before, id, 'all')?.values) !== JSON.stringify(figureOf(after, id, 'all')?.values),
        )
        expect(changed.toSorted()).toEqual(differing.toSorted())
        expect(changesBetween(before, before)).toEqual({ returns: [], figures: [] })
      }),
    )
  })
})
