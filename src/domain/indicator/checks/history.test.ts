import { describe, expect, test } from 'vitest'
import { counted, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { CheckFacts, PastSheet } from './facts.ts'
import { isJump, median } from './history.ts'

const year = (n: number, values: Readonly<Record<string, number>>, part: PastSheet['part'] = 'Y'): PastSheet => ({
  title: `năm ${n}`,
  part,
  cutoff: plainDate(`${n}-12-14`),
  sheet: sheetWith(Object.fromEntries(Object.entries(values).map(([code, count]) => [code, counted(count)]))),
})

describe('the years before', () => {
  const few = { 'troupe.count': 12, 'club.sport': 3, 'playground.count': 2 }

  test('a few small numbers may well stay the same; a large one that is not round hardly', () => {
    const now = sheetWith({ 'troupe.count': counted(12), 'club.sport': counted(3), 'playground.count': counted(2) })
    expect(rulesOf({ sheet: now, history: [year(2021, few)] })).toEqual([])
    const turns = (count: number): Partial<CheckFacts> => ({
      sheet: sheetWith({ 'activity.sport.turns': counted(count) }),
      history: [year(2021, { 'activity.sport.turns': count })],
    })
    expect(rulesOf(turns(3127))).toEqual(['same-as-last'])
    expect(rulesOf(turns(3000))).toEqual([])
    expect(rulesOf(turns(318))).toEqual([])
  })

  test('what the register counts may stay the same', () => {
    expect(rulesOf({ sheet: sheetWith({ 'family.total': counted(1204) }), history: [year(2021, { 'family.total': 1204 })] })).toEqual([])
  })

  test('half a year is not held against a whole one, nor a merged commune against one of its parts', () => {
    const now = { sheet: sheetWith({ 'activity.sport.turns': counted(9000) }) }
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
