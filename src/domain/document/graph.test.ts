import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainOf, levelsOf, stepsFrom } from './graph.ts'
import type { CitationLink } from './registry.ts'

const cites = (fromDocumentId: string, toDocumentId: string): CitationLink => ({ fromDocumentId, toDocumentId, relation: 'carriesOut' })
const links = [
  cites('17/KH-VPUB', '41/KH-UBND'),
  cites('41/KH-UBND', '23/KH-UBND'),
  cites('23/KH-UBND', '2214/QĐ-TTg'),
  cites('17/KH-VPUB', '2214/QĐ-TTg'),
]

describe('the chain of documents', () => {
  test('lists what a plan rests on, each document once and under the one that leads to it', () => {
    expect(chainOf('17/KH-VPUB', links, 'up').map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      '0 41/KH-UBND',
      '1 23/KH-UBND',
      '2 2214/QĐ-TTg',
    ])
  })

  test('lists what rests on a decision, down to the plan of the office', () => {
    expect(chainOf('2214/QĐ-TTg', links, 'down').map(({ id }) => id)).toEqual(['23/KH-UBND', '41/KH-UBND', '17/KH-VPUB'])
  })

  test('comes to an end though two documents cite each other', () => {
    expect(chainOf('a', [cites('a', 'b'), cites('b', 'a')], 'up').map(({ id }) => id)).toEqual(['b'])
  })
})

describe('the levels of the graph', () => {
  test('go from the directive of the Prime Minister to the plan of the office', () => {
    const ids = ['17/KH-VPUB', '2214/QĐ-TTg', '41/KH-UBND', '23/KH-UBND']
    expect([...levelsOf(ids, links)].toSorted(([, a], [, b]) => a - b)).toEqual([
      ['2214/QĐ-TTg', 0],
      ['23/KH-UBND', 1],
      ['41/KH-UBND', 2],
      ['17/KH-VPUB', 3],
    ])
  })

  test('a text named late only stands just before the report that names it', () => {
    const levels = levelsOf(['a', 'b', 'c', 'decree'], [cites('b', 'a'), cites('c', 'b'), cites('c', 'decree')])
    expect(levels.get('decree')).toBe(1)
  })

  test('every citation points to an earlier level, whatever cites what', () => {
    const anyGraph = fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 40 })
    fc.assert(
      fc.property(anyGraph, pairs => {
        const acyclic = pairs.filter(([from, to]) => from > to).map(([from, to]) => cites(String(from), String(to)))
        const levels = levelsOf(
          Array.from({ length: 16 }, (_, i) => String(i)),
          acyclic,
        )
        const wrong = acyclic.filter(link => (levels.get(link.fromDocumentId) ?? 0) <= (levels.get(link.toDocumentId) ?? 0))
        expect(wrong).toEqual([])
      }),
    )
  })

  test('are given to all documents of a circle too', () => {
    const circle = [cites('a', 'b'), cites('b', 'c'), cites('c', 'a'), cites('d', 'a')]
    expect(levelsOf(['a', 'b', 'c', 'd'], circle).size).toBe(4)
    expect(stepsFrom('a', circle, 'up')).toEqual(['b'])
    expect(stepsFrom('a', circle, 'down')).toEqual(['c', 'd'])
  })
})
