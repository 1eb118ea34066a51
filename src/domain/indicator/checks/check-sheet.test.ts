import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { qualifiers } from '../../activity/activity.ts'
import { always } from '../../calendar/date-range.ts'
import { addDays, plainDate } from '../../calendar/plain-date.ts'
import { builtInDictionary } from '../dictionary/dictionary.ts'
import type { CheckRule } from '../flag.ts'
import { figureFormOn } from '../forms.ts'
import { dictionaryOn } from '../indicator.ts'
import { printPercent, rounded, truncated } from '../share.ts'
import type { PrintedRatio, Sheet, Value } from '../value.ts'
import { checkSheet } from './check-sheet.ts'
import type { CheckFacts, PastSheet } from './facts.ts'
import { isJump, median } from './history.ts'

const on = plainDate('2022-12-14')
const dictionary = dictionaryOn(builtInDictionary, on)
const counted = (count: number): Value => ({ quality: 'counted', count })

/** A form that asks nothing, so that only what is told is looked at. */
const nothingAsked: CheckFacts = {
  sheet: { unitId: 'Chiềng Mẫu', values: new Map(), printed: [] },
  dictionary,
  form: { version: 1, valid: always, parts: [] },
  level: 'commune',
  part: 'Y',
  history: [],
  changes: [],
  neighbours: [],
  texts: [],
}
const sheet = (values: Readonly<Record<string, Value>>, printed: readonly PrintedRatio[] = []): Sheet => ({
  unitId: 'Chiềng Mẫu',
  values: new Map(Object.entries(values)),
  printed,
})
const rulesOf = (facts: Partial<CheckFacts>): CheckRule[] => checkSheet({ ...nothingAsked, ...facts }).map(({ rule }) => rule)

const more = 'trên' as const
const rulesOfEstimate = (qualifier: (typeof qualifiers)[number], count: number): CheckRule[] =>
  rulesOf({ sheet: sheet({ 'family.total': counted(1000), 'family.registered': { quality: 'estimated', count, qualifier } }) })
const year = (n: number, values: Readonly<Record<string, number>>, part: PastSheet['part'] = 'Y'): PastSheet => ({
  title: `năm ${n}`,
  part,
  cutoff: plainDate(`${n}-12-14`),
  sheet: sheet(Object.fromEntries(Object.entries(values).map(([code, count]) => [code, counted(count)]))),
})
const share = (baseCode: string): Sheet => sheet({}, [{ ratioCode: 'share.family.recognised', percent: '80', baseCode }])
const mergedFrom = (...counts: (number | null)[]): CheckFacts['changes'] => [
  {
    on: plainDate('2025-07-01'),
    kind: 'merger',
    before: counts.map((count, i) => ({
      name: `Xã cũ ${i + 1}`,
      values: new Map(count === null ? [] : [['family.total', counted(count)]]),
    })),
  },
]
const rulesAfter = (count: number, changes: CheckFacts['changes']): CheckRule[] =>
  rulesOf({ sheet: sheet({ 'family.total': counted(count) }), changes })
const text = (words: string, values: Readonly<Record<string, Value>> = {}): CheckRule[] =>
  rulesOf({ sheet: sheet(values), texts: [{ partKey: 'outcome', text: words }] })
const shareOf = (count: number): Sheet => sheet({ 'family.total': counted(1000), 'family.recognised': counted(count) })
const turned = (each: Sheet): Sheet => ({ ...each, values: new Map([...each.values].toReversed()), printed: each.printed.toReversed() })

describe('estimates', () => {
  test('speak against a set only where no number they may stand for fits', () => {
    expect(rulesOfEstimate('gần', 1050)).toEqual([])
    expect(rulesOfEstimate('khoảng', 1050)).toEqual([])
    expect(rulesOfEstimate(more, 1050)).toEqual(['above-whole'])
    expect(rulesOfEstimate('gần', 1200)).toEqual(['above-whole'])
  })

  test('are held against no digit of a percentage', () => {
    const values = { 'family.total': counted(1000), 'family.registered': { quality: 'estimated', count: 800, qualifier: more } } as const
    expect(
      rulesOf({ sheet: sheet(values, [{ ratioCode: 'share.family.registered', percent: '81,2', baseCode: 'family.total' }]) }),
    ).toEqual([])
  })
})

describe('the nearest set that was told is asked', () => {
  test('where nobody told who was reviewed, recognised are held against registered', () => {
    expect(rulesOf({ sheet: sheet({ 'family.registered': counted(90), 'family.recognised': counted(91) }) })).toEqual(['nested-sets'])
    expect(rulesOf({ sheet: sheet({ 'family.recognised': counted(91) }) })).toEqual([])
  })
})

describe('the years before', () => {
  const few = { 'troupe.count': 12, 'club.sport': 3, 'playground.count': 2 }

  test('a few small numbers may well stay the same; a large one that is not round hardly', () => {
    const now = sheet({ 'troupe.count': counted(12), 'club.sport': counted(3), 'playground.count': counted(2) })
    expect(rulesOf({ sheet: now, history: [year(2021, few)] })).toEqual([])
    const turns = (count: number): Partial<CheckFacts> => ({
      sheet: sheet({ 'activity.sport.turns': counted(count) }),
      history: [year(2021, { 'activity.sport.turns': count })],
    })
    expect(rulesOf(turns(3127))).toEqual(['same-as-last'])
    expect(rulesOf(turns(3000))).toEqual([])
    expect(rulesOf(turns(318))).toEqual([])
  })

  test('what the register counts may stay the same', () => {
    expect(rulesOf({ sheet: sheet({ 'family.total': counted(1204) }), history: [year(2021, { 'family.total': 1204 })] })).toEqual([])
  })

  test('half a year is not held against a whole one, nor a merged commune against one of its parts', () => {
    const now = { sheet: sheet({ 'activity.sport.turns': counted(9000) }) }
    const before = { 'activity.sport.turns': 700 }
    expect(rulesOf({ ...now, history: [year(2021, before)] })).toEqual(['jump'])
    expect(rulesOf({ ...now, history: [year(2021, before, 'H1')] })).toEqual([])
    expect(rulesOf({ ...now, history: [year(2021, before)], part: null })).toEqual([])
    const change = { on: plainDate('2022-07-01'), kind: 'merger', before: [] } as const
    expect(rulesOf({ ...now, history: [year(2021, before)], changes: [change] })).toEqual([])
  })

  test('one odd year among the years before hides no jump', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(isJump(5000, [510, 9000, 495, 505])).toBe(true)
    expect(isJump(520, [510, 9000, 495, 505])).toBe(false)
  })

  test('years that never differed leave a fifth of room, and never fewer than ten', () => {
    expect(isJump(118, [100, 100, 100])).toBe(false)
    expect(isJump(121, [100, 100, 100])).toBe(true)
    expect(isJump(9, [2, 2, 2])).toBe(false)
  })

  test('with one or two years only what more than doubles or halves, by twenty and more', () => {
    expect(isJump(200, [100])).toBe(false)
    expect(isJump(201, [100])).toBe(true)
    expect(isJump(49, [100, 120])).toBe(true)
    expect(isJump(15, [4])).toBe(false)
    expect(isJump(15, [])).toBe(false)
  })
})

describe('bases', () => {
  test('three neighbours of one mind are held up to a unit, two are not', () => {
    const neighbours = [share('family.total'), share('family.total'), share('family.total')]
    expect(rulesOf({ sheet: share('family.registered'), neighbours })).toEqual(['share-of-other-base'])
    expect(rulesOf({ sheet: share('family.registered'), neighbours: neighbours.slice(1) })).toEqual([])
    expect(rulesOf({ sheet: share('family.total'), neighbours })).toEqual([])
  })

  test('a base the form asks for is right whatever the neighbours do', () => {
    const form = figureFormOn('movement', on) ?? nothingAsked.form
    const neighbours = [1, 2, 3, 4].map(() => share('family.total'))
    expect(rulesOf({ form, sheet: share('family.registered'), neighbours })).not.toContain('share-of-other-base')
  })
})

describe('after a merger', () => {
  test('the whole of one of its parts is asked about, its own is not', () => {
    expect(rulesAfter(1204, mergedFrom(1204, 655))).toEqual(['base-before-change'])
    expect(rulesAfter(1859, mergedFrom(1204, 655))).toEqual([])
    expect(rulesAfter(1204, mergedFrom(1204, null))).toEqual(['base-before-change'])
  })
})

describe('words beside figures', () => {
  test('points named as points, and amounts that grow, are clear', () => {
    expect(text('Tỷ lệ hộ đạt tăng 8,4 điểm phần trăm.')).toEqual([])
    expect(text('Tỷ lệ hộ đạt tăng 8,4 điểm %.')).toEqual([])
    expect(text('Kinh phí tăng 8 % so với năm trước.')).toEqual([])
    expect(text('74 % số hộ đạt, tăng 8,4 % so với năm 2018.')).toEqual(['points-or-percent'])
  })

  test('where the figures bear out one meaning, it is named', () => {
    const history = [{ title: 'năm 2021', part: 'Y', cutoff: plainDate('2021-12-14'), sheet: shareOf(700) } as const]
    const [found] = checkSheet({
      ...nothingAsked,
      sheet: shareOf(740),
      history,
      texts: [{ partKey: 'outcome', text: 'Tỷ lệ hộ đạt tăng 4 % so với năm 2021.' }],
    })
    expect(found?.cause).toBe('Theo số liệu so với năm 2021, “Tỷ lệ hộ đạt Gia đình văn hóa” đổi 4 điểm phần trăm.')
  })

  test('a number that the table has in the unit the text says is no mistake', () => {
    const values = { 'aid.turns': counted(57), 'exercise.families': counted(57) }
    expect(text('Giúp 57 lượt hộ.', values)).toEqual([])
    expect(text('Giúp 57 hộ.', { 'aid.turns': counted(57) })).toEqual(['turns-and-things'])
    expect(text('Giúp 8 hộ.', { 'aid.turns': counted(8) })).toEqual([])
    expect(text('Có 1.057 hộ.', { 'aid.turns': counted(57) })).toEqual([])
  })
})

/** Figures that fit together: each set drawn out of the one around it, each division cut out of its whole. */
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const fitting = fc
  .record({
    wholes: fc.array(fc.nat({ max: 5000 }), { minLength: 8, maxLength: 8 }),
    cuts: fc.array(fraction, { minLength: 24, maxLength: 24 }),
  })
  .map(({ wholes, cuts }) => {
    let next = 0
    const part = (count: number): number => Math.floor(count * (cuts[next++ % cuts.length] ?? 0))
    const values: Record<string, number> = {}
    const put = (code: string, count: number): number => {
      values[code] = count
      return count
    }
    const divide = (whole: string, codes: readonly string[]): void => {
      let left = values[whole] ?? 0
      for (const [i, code] of codes.entries()) left -= put(code, i === codes.length - 1 ? left : part(left))
    }
    put('family.total', wholes[0] ?? 0)
    put('family.registered', part(values['family.total'] ?? 0))
    divide('family.registered', ['family.notReached', 'family.undecided', 'family.revoked', 'family.recognised'])
    put('family.reviewed', (values['family.recognised'] ?? 0) + part(values['family.notReached'] ?? 0))
    put('family.excluded', part(values['family.notReached'] ?? 0))
    put('family.praised', part(put('family.threeYears', part(values['family.recognised'] ?? 0))))
    put('family.statistic', values['family.recognised'] ?? 0)
    put('area.total', wholes[1] ?? 0)
    put('area.registered', part(values['area.total'] ?? 0))
    divide('area.registered', ['area.notReached', 'area.undecided', 'area.revoked', 'area.recognised'])
    put('house.areas.standard', part(put('house.areas', part(values['area.total'] ?? 0))))
    put('office.total', wholes[2] ?? 0)
    put('office.registered', part(values['office.total'] ?? 0))
    divide('office.registered', ['office.registered.first', 'office.registered.again'])
    put('office.recognised', part(put('office.reached', part(values['office.registered'] ?? 0))))
    divide('office.recognised', ['office.recognised.first', 'office.recognised.again'])
    put('money.total', wholes[3] ?? 0)
    divide('money.total', ['money.budget', 'money.gifts', 'money.other'])
    return values
  })

test('a sheet that fits together, whole or with cells left open, its shares rounded, is asked nothing', () => {
  fc.assert(
    fc.property(fitting, fc.array(fc.nat(), { maxLength: 6 }), fc.integer({ min: 0, max: 2 }), (values, open, digits) => {
      const printed = dictionary.ratios.flatMap(ratio =>
        ratio.bases.flatMap(({ code }) => {
          const [numerator, base] = [values[ratio.numerator], values[code]]
          if (numerator === undefined || !base) return []
          return [{ ratioCode: ratio.code, percent: printPercent(rounded({ numerator, base, digits })), baseCode: code }]
        }),
      )
      const codes = Object.keys(values)
      const left = new Set(open.map(at => codes[at % codes.length]))
      const told = Object.fromEntries(Object.entries(values).flatMap(([code, count]) => (left.has(code) ? [] : [[code, counted(count)]])))
      expect(checkSheet({ ...nothingAsked, sheet: sheet(told, printed) })).toEqual([])
    }),
  )
})

test('a share cut off instead of rounded is told as cut off and as nothing worse', () => {
  fc.assert(
    fc.property(fitting, fc.integer({ min: 0, max: 2 }), (values, digits) => {
      const [numerator, base] = [values['family.registered'] ?? 0, values['family.total'] ?? 0]
      fc.pre(base > 0)
      const percent = printPercent(truncated({ numerator, base, digits }))
      const told = sheet({ 'family.registered': counted(numerator), 'family.total': counted(base) }, [
        { ratioCode: 'share.family.registered', percent, baseCode: 'family.total' },
      ])
      expect(['share-truncated', undefined]).toContain(rulesOf({ sheet: told })[0])
    }),
  )
})

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.nat({ max: 3000 }).map(counted),
  fc.record({ quality: fc.constant('estimated' as const), count: fc.nat({ max: 3000 }), qualifier: fc.constantFrom(...qualifiers) }),
)
const bases = dictionary.ratios.flatMap(({ code, bases: all }) =>
  [null, ...all.map(base => base.code)].map(baseCode => ({ ratioCode: code, baseCode })),
)
const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    values: fc.uniqueArray(fc.tuple(fc.constantFrom(...dictionary.indicators.map(({ code }) => code)), anyValue), {
      selector: ([code]) => code,
      maxLength: 40,
    }),
    printed: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...bases), fc.integer({ min: 0, max: 1100 })).map(([each, scaled]) => ({
        ...each,
        percent: printPercent({ scaled: BigInt(scaled), digits: 1 }),
      })),
      { selector: ({ ratioCode, baseCode }) => `${ratioCode} ${baseCode}`, maxLength: 8 },
    ),
  })
  .map(({ values, printed }) => ({ unitId: 'Chiềng Mẫu', values: new Map(values), printed }))
const anyFacts = fc
  .record({ now: anySheet, past: fc.array(anySheet, { maxLength: 4 }), neighbours: fc.array(anySheet, { maxLength: 5 }) })
  .map(
    ({ now, past, neighbours }): CheckFacts => ({
      ...nothingAsked,
      form: figureFormOn('movement', on) ?? nothingAsked.form,
      sheet: now,
      history: past.map((each, i) => ({ title: `năm ${2021 - i}`, part: 'Y', cutoff: addDays(on, -365 * (i + 1)), sheet: each })),
      neighbours,
      texts: [{ partKey: 'outcome', text: 'Có 120 lượt hộ; tỷ lệ tăng 8 %.' }],
    }),
  )

test('whatever a unit writes, nothing it wrote is altered', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const before = structuredClone(facts)
      checkSheet(facts)
      expect(facts).toEqual(before)
    }),
    { numRuns: 50 },
  )
})

test('in whatever order cells, shares, years and neighbours come, the same is asked', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const other = {
        ...facts,
        sheet: turned(facts.sheet),
        history: facts.history.map(past => ({ ...past, sheet: turned(past.sheet) })).toReversed(),
        neighbours: facts.neighbours.map(turned).toReversed(),
      }
      expect(checkSheet(other)).toEqual(checkSheet(facts))
    }),
    { numRuns: 50 },
  )
})

test('every flag has a key of its own, a place and two sentences', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const flags = checkSheet(facts)
      expect(new Set(flags.map(({ key }) => key)).size).toBe(flags.length)
      for (const { places, sentence, cause } of flags) {
        expect(places.length).toBeGreaterThan(0)
        expect(sentence).toMatch(/[.?]$/u)
        expect(cause).toMatch(/\.$/u)
      }
    }),
    { numRuns: 50 },
  )
})
