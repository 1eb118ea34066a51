import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closedOn, counted, nothingAsked, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { qualifiers } from '../../activity/activity.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { formOn } from '../figure-form.ts'
import { movementForm } from '../forms.ts'
import { printPercent, rounded, truncated } from '../share.ts'
import type { Sheet, Value } from '../value.ts'
import { checkSheet } from './check-sheet.ts'
import type { CheckFacts } from './facts.ts'

const turned = (each: Sheet): Sheet => ({ ...each, values: new Map([...each.values].toReversed()), printed: each.printed.toReversed() })

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
      const printed = nothingAsked.dictionary.ratios.flatMap(ratio =>
        ratio.bases.flatMap(({ code }) => {
          const [numerator, base] = [values[ratio.numerator], values[code]]
          if (numerator === undefined || !base) return []
          return [{ ratioCode: ratio.code, percent: printPercent(rounded({ numerator, base, digits })), baseCode: code }]
        }),
      )
      const codes = Object.keys(values)
      const left = new Set(open.map(at => codes[at % codes.length]))
      const told = Object.fromEntries(Object.entries(values).flatMap(([code, count]) => (left.has(code) ? [] : [[code, counted(count)]])))
      expect(checkSheet({ ...nothingAsked, sheet: sheetWith(told, printed) })).toEqual([])
    }),
  )
})

test('a share cut off instead of rounded is told as cut off and as nothing worse', () => {
  fc.assert(
    fc.property(fitting, fc.integer({ min: 0, max: 2 }), (values, digits) => {
      const [numerator, base] = [values['family.registered'] ?? 0, values['family.total'] ?? 0]
      fc.pre(base > 0)
      const percent = printPercent(truncated({ numerator, base, digits }))
      const told = sheetWith({ 'family.registered': counted(numerator), 'family.total': counted(base) }, [
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
const bases = nothingAsked.dictionary.ratios.flatMap(({ code, bases: all }) =>
  [null, ...all.map(base => base.code)].map(baseCode => ({ ratioCode: code, baseCode })),
)
const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    values: fc.uniqueArray(fc.tuple(fc.constantFrom(...nothingAsked.dictionary.indicators.map(({ code }) => code)), anyValue), {
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
const anyFacts = fc.record({ now: anySheet, past: fc.array(anySheet, { maxLength: 4 }) }).map(
  ({ now, past }): CheckFacts => ({
    ...nothingAsked,
    form: formOn(movementForm, closedOn) ?? nothingAsked.form,
    sheet: now,
    history: past.map((each, i) => ({ title: `năm ${2021 - i}`, part: 'Y', cutoff: addDays(closedOn, -365 * (i + 1)), sheet: each })),
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

test('in whatever order cells, shares and years come, the same is asked', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const other = {
        ...facts,
        sheet: turned(facts.sheet),
        history: facts.history.map(past => ({ ...past, sheet: turned(past.sheet) })).toReversed(),
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
