import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CitationLink } from '#domain/document/registry.ts'
import { type LaidGraph, layOutGraph, type Point, walkFrom } from './graph-layout.ts'

const size = { width: 100, height: 40, gapAcross: 40, gapDown: 12 }
const cites = (fromDocumentId: string, toDocumentId: string): CitationLink => ({ fromDocumentId, toDocumentId, relation: 'carriesOut' })
const chain = ['2214', '23', '41', '14', '17', '01/BC']
const links = [
  cites('23', '2214'),
  cites('41', '23'),
  cites('14', '23'),
  cites('17', '41'),
  cites('17', '14'),
  cites('01/BC', '17'),
  cites('01/BC', '2214'),
]
const anyGraph = fc
  .array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 50 })
  .map(pairs => [
    ...new Map(pairs.filter(([from, to]) => from !== to).map(([from, to]) => [`${from} ${to}`, cites(`${from}`, `${to}`)])).values(),
  ])
const twenty = Array.from({ length: 20 }, (_, i) => String(i))

describe('the drawing of a chain', () => {
  it('goes from the directive at the left to the report at the right, without a crossing', () => {
    const graph = layOutGraph(chain, links, size)
    expect(columnsOf(graph)).toEqual([['2214'], ['23'], ['14', '41'], ['17'], ['01/BC']])
    expect(crossingsIn(graph)).toBe(0)
  })

  it('of one line lies straight', () => {
    const graph = layOutGraph(['a', 'b', 'c'], [cites('b', 'a'), cites('c', 'b')], size)
    expect(new Set(graph.nodes.map(node => node.y)).size).toBe(1)
    expect(graph).toMatchObject({ width: 380, height: 40 })
  })

  it('of any tree has no crossing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 19 }), parents => {
        const tree = parents.map((parent, i) => cites(String(i + 1), String(parent % (i + 1))))
        expect(crossingsIn(layOutGraph(twenty.slice(0, parents.length + 1), tree, size))).toBe(0)
      }),
    )
  })

  it('of whatever cites whatever: each line leads to the right, no document lies on another nor under a line', () => {
    fc.assert(
      fc.property(anyGraph, any => {
        const graph = layOutGraph(twenty, any, size)
        expect(graph.nodes).toHaveLength(twenty.length)
        for (const { points } of graph.edges) for (const [a, b] of pairsOf(points)) expect(b.x).toBeGreaterThan(a.x)
        for (const node of graph.nodes) {
          const others = graph.nodes.filter(other => other !== node && other.level === node.level)
          expect(others.every(other => Math.abs(other.y - node.y) >= size.height)).toBe(true)
          expect(graph.edges.flatMap(edge => pairsOf(edge.points)).filter(([a, b]) => runsThrough(a, b, node))).toEqual([])
          expect(node.y >= 0 && node.y + size.height <= graph.height && node.x + size.width <= graph.width).toBe(true)
        }
      }),
    )
  })

  it('of nothing is empty', () => {
    expect(layOutGraph([], [], size).nodes).toEqual([])
  })
})

describe('the arrow keys', () => {
  const graph = layOutGraph(chain, links, size)
  it('walk along the citations and within a column', () => {
    expect(walkFrom(graph, '23', 'ArrowLeft')).toBe('2214')
    expect(walkFrom(graph, '41', 'ArrowDown')).toBe('14')
    expect(walkFrom(graph, '14', 'ArrowUp')).toBe('41')
    expect(walkFrom(graph, '41', 'ArrowRight')).toBe('17')
  })

  it('stay where nothing leads on', () => {
    expect(['ArrowLeft', 'ArrowUp', 'ArrowDown', 'a'].map(key => walkFrom(graph, '2214', key))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

function columnsOf(graph: LaidGraph): string[][] {
  const columns: string[][] = []
  for (const { id, level } of graph.nodes) columns[level] = [...(columns[level] ?? []), id].toSorted()
  return columns
}

function pairsOf(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((point, i) => [points[i] ?? point, point])
}

/** A stretch that lies in the column of a document, at its height. */
function runsThrough(a: Point, b: Point, node: Point): boolean {
  return a.x === node.x && b.x === node.x + size.width && a.y > node.y && a.y < node.y + size.height
}

function crossingsIn(graph: LaidGraph): number {
  const stretches = graph.edges.flatMap(edge => pairsOf(edge.points))
  const crossing = stretches.flatMap(([a, b], i) =>
    stretches.slice(i + 1).filter(([c, d]) => a.x === c.x && b.x === d.x && (a.y - c.y) * (b.y - d.y) < 0),
  )
  return crossing.length
}
