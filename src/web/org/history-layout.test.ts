import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrgHistoryView } from '#contract/org.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { layOutHistory } from './history-layout.ts'

const today = plainDate('2022-06-15')
const merged = plainDate('2025-07-01')

describe('the history of a unit, drawn', () => {
  it('has one lane and one stretch where nothing ever happened', () => {
    expect(layOutHistory({ unitId: 'a', units: [unit('a', [null, null])], successions: [] }, today)).toMatchObject({
      days: [],
      lanes: [{ unitId: 'a', segments: [{ column: 0, span: 1, on: today }] }],
      threads: [],
    })
  })

  it('a rename is two stretches of one lane; each leads to a day on which the name stood', () => {
    const { days, lanes } = layOutHistory({ unitId: 'a', units: [unit('a', [null, merged], [merged, null])], successions: [] }, today)
    expect(days).toEqual([merged])
    expect(lanes[0]?.segments.map(({ column, span, on }) => [column, span, on])).toEqual([
      [0, 1, today],
      [1, 1, merged],
    ])
  })

  it('three communes that became one stand above it, and their lines meet it on the day', () => {
    const history: OrgHistoryView = {
      unitId: 'new',
      units: [unit('new', [merged, null]), ...['one', 'two', 'three'].map(id => unit(id, [null, merged]))],
      successions: ['one', 'two', 'three'].map(id => succession(id, 'new', merged)),
    }
    const { lanes, threads } = layOutHistory(history, plainDate('2026-01-01'))
    expect(lanes.map(lane => lane.unitId)).toEqual(['three', 'two', 'one', 'new'])
    expect(threads.map(({ edge, toLane }) => [edge, toLane])).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ])
    expect(lanes[0]?.segments[0]?.on).toBe('2025-06-30')
  })

  it('what a unit gave a part to stands below it', () => {
    const history: OrgHistoryView = {
      unitId: 'a',
      units: [unit('a', [null, null]), unit('b', [merged, null])],
      successions: [succession('a', 'b', merged, 'part')],
    }
    expect(layOutHistory(history, today)).toMatchObject({
      lanes: [{ unitId: 'a' }, { unitId: 'b' }],
      threads: [{ fromLane: 0, toLane: 1 }],
    })
  })

  it('whatever merged into whatever, stretches lie within the days, never overlap, and every line joins two lanes on its day', () => {
    const days = ['2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01'].map(plainDate)
    const ids = ['a', 'b', 'c', 'd', 'e']
    const step = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), on: fc.constantFrom(...days) })
    const splits = fc.record(Object.fromEntries(ids.map(id => [id, fc.subarray(days)])))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), splits, (steps, cuts) => {
        const units = ids.map(id => unit(id, ...ranges(cuts[id] ?? [])))
        const history = {
          unitId: 'a',
          units,
          successions: steps.filter(({ from, to }) => from !== to).map(({ from, to, on }) => succession(from, to, on)),
        }
        const { days: columns, lanes, threads } = layOutHistory(history, today)
        for (const { segments } of lanes)
          for (const [i, { column, span }] of segments.entries()) {
            expect(span).toBeGreaterThan(0)
            expect(column + span).toBeLessThanOrEqual(columns.length + 1)
            expect(segments[i + 1]?.column ?? column + span).toBeGreaterThanOrEqual(column + span)
          }
        const reached = new Set(lanes.map(lane => lane.unitId))
        expect(lanes).toHaveLength(reached.size)
        for (const { succession: each, fromLane, toLane, edge } of threads) {
          expect([lanes[fromLane]?.unitId, lanes[toLane]?.unitId]).toEqual([each.fromUnitId, each.toUnitId])
          expect(columns[edge - 1]).toBe(each.on)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function ranges(cuts: readonly PlainDate[]): (readonly [PlainDate | null, PlainDate | null])[] {
  const edges = [null, ...cuts.toSorted(), null]
  return edges.slice(1).map((until, i) => [edges[i] ?? null, until] as const)
}

function unit(
  unitId: string,
  ...valid: readonly (readonly [from: PlainDate | null, until: PlainDate | null])[]
): OrgHistoryView['units'][number] {
  return {
    unitId,
    versions: valid.map(([from, until], i) => ({
      id: `${unitId}/${i}`,
      name: `${unitId} ${i}`,
      calledInText: unitId,
      kind: 'commune',
      valid: { from, until },
    })),
  }
}

function succession(
  fromUnitId: string,
  toUnitId: string,
  on: PlainDate,
  extent: 'whole' | 'part' = 'whole',
): OrgHistoryView['successions'][number] {
  return { fromUnitId, toUnitId, on, extent, isVerified: true, basis: null }
}
