import { levelsOf } from '#domain/document/graph.ts'
import type { CitationLink } from '#domain/document/registry.ts'
import { orderLayers, type Slot } from './graph-order.ts'

/** Measures of the drawing, in pixels. */
export type GraphSize = { readonly width: number; readonly height: number; readonly gapAcross: number; readonly gapDown: number }
export type LaidNode = { readonly id: string; readonly level: number; readonly x: number; readonly y: number }
/** From what is cited, at the left, to what cites it. The points are where the line passes between other documents. */
export type LaidEdge = { readonly link: CitationLink; readonly points: readonly Point[] }
export type Point = { readonly x: number; readonly y: number }
export type LaidGraph = {
  readonly width: number
  readonly height: number
  readonly nodes: readonly LaidNode[]
  readonly edges: readonly LaidEdge[]
}

/** Documents in columns from the root directive to the right, each line free of the documents between. Same input, same drawing. */
export function layOutGraph(ids: readonly string[], links: readonly CitationLink[], size: GraphSize): LaidGraph {
  const levels = levelsOf(ids, links)
  const forward = links.filter(link => levelOf(levels, link.toDocumentId) < levelOf(levels, link.fromDocumentId))
  const { layers, routes } = slotsOf(ids, forward, levels)
  const ordered = orderLayers(layers)
  const tops = topsOf(ordered, size)
  const leftOf = (level: number): number => level * (size.width + size.gapAcross)
  const middleOf = (slot: Slot): number => (tops.get(slot) ?? 0) + heightOf(slot, size) / 2
  const nodes = ordered.flatMap((layer, level) =>
    layer.flatMap(slot => (slot.id === null ? [] : { id: slot.id, level, x: leftOf(level), y: tops.get(slot) ?? 0 })),
  )
  const edges = routes.map(({ link, slots, from }) => ({
    link,
    points: slots.flatMap((slot, step): Point[] => {
      const left = { x: leftOf(from + step), y: middleOf(slot) }
      const right = { x: left.x + size.width, y: left.y }
      return step === 0 ? [right] : step === slots.length - 1 ? [left] : [left, right]
    }),
  }))
  const bottoms = ordered.flat().map(slot => (tops.get(slot) ?? 0) + heightOf(slot, size))
  return { width: leftOf(ordered.length) - size.gapAcross, height: Math.max(0, ...bottoms), nodes, edges }
}

type Route = { readonly link: CitationLink; readonly from: number; readonly slots: readonly Slot[] }

/** A slot for each document, and one in every column a long citation passes through. */
function slotsOf(ids: readonly string[], links: readonly CitationLink[], levels: ReadonlyMap<string, number>) {
  const slots = new Map<string, Slot>(ids.map(id => [id, { id, before: [], after: [] }]))
  const layers: Slot[][] = Array.from({ length: Math.max(-1, ...levels.values()) + 1 }, () => [])
  for (const [id, slot] of slots) layers[levelOf(levels, id)]?.push(slot)
  const routes = links.flatMap((link): Route[] => {
    const [first, last] = [slots.get(link.toDocumentId), slots.get(link.fromDocumentId)]
    if (!first || !last) return []
    const from = levelOf(levels, link.toDocumentId)
    const between = Array.from(
      { length: levelOf(levels, link.fromDocumentId) - from - 1 },
      (): Slot => ({ id: null, before: [], after: [] }),
    )
    between.forEach((slot, i) => layers[from + 1 + i]?.push(slot))
    const chain = [first, ...between, last]
    chain.slice(1).forEach((slot, i) => {
      const previous = chain[i]
      if (!previous) return
      previous.after.push(slot)
      slot.before.push(previous)
    })
    return [{ link, from, slots: chain }]
  })
  return { layers, routes }
}

/** Every slot as near to its neighbours as the order and the distance allow. */
function topsOf(layers: readonly (readonly Slot[])[], size: GraphSize): Map<Slot, number> {
  const tops = new Map<Slot, number>()
  const middle = (slot: Slot): number => (tops.get(slot) ?? 0) + heightOf(slot, size) / 2
  for (const layer of layers) {
    let top = 0
    for (const slot of layer) {
      tops.set(slot, top)
      top += heightOf(slot, size) + size.gapDown
    }
  }
  for (let round = 0; round < 8; round++)
    for (const layer of round % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map(slot => {
        const neighbours = [...slot.before, ...slot.after]
        const mean = neighbours.reduce((sum, neighbour) => sum + middle(neighbour), 0) / neighbours.length
        return neighbours.length === 0 ? (tops.get(slot) ?? 0) : mean - heightOf(slot, size) / 2
      })
      spread(
        wanted,
        layer.map(slot => heightOf(slot, size) + size.gapDown),
      ).forEach((top, i) => {
        const slot = layer[i]
        if (slot) tops.set(slot, top)
      })
    }
  const highest = Math.min(...tops.values())
  for (const [slot, top] of tops) tops.set(slot, Math.round(top - highest))
  return tops
}

/** The nearest places to those wanted that keep the order and leave each its room: neighbours that collide move as one block. */
function spread(wanted: readonly number[], rooms: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = []
  const offsets: number[] = []
  let offset = 0
  wanted.forEach((want, i) => {
    offsets.push(offset)
    let block = { sum: want - offset, count: 1 }
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count }
      blocks.pop()
    }
    blocks.push(block)
    offset += rooms[i] ?? 0
  })
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count)).map((place, i) => place + (offsets[i] ?? 0))
}

function heightOf(slot: Slot, size: GraphSize): number {
  return slot.id === null ? 0 : size.height
}

function levelOf(levels: ReadonlyMap<string, number>, id: string): number {
  return levels.get(id) ?? 0
}

/** Where an arrow key leads: along the citations to the left and right, to the neighbours in the same column up and down. */
export function walkFrom(graph: LaidGraph, id: string, key: string): string | undefined {
  const here = graph.nodes.find(node => node.id === id)
  if (!here) return undefined
  const byNearness = (nodes: readonly LaidNode[]): LaidNode | undefined =>
    nodes.toSorted((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0]
  const ends = graph.edges.map(({ link }) => link)
  const linked = (ids: readonly string[]): LaidNode[] => graph.nodes.filter(node => ids.includes(node.id))
  const column = graph.nodes.filter(node => node.level === here.level)
  switch (key) {
    case 'ArrowLeft':
      return byNearness(linked(ends.filter(link => link.fromDocumentId === id).map(link => link.toDocumentId)))?.id
    case 'ArrowRight':
      return byNearness(linked(ends.filter(link => link.toDocumentId === id).map(link => link.fromDocumentId)))?.id
    case 'ArrowUp':
      return byNearness(column.filter(node => node.y < here.y))?.id
    case 'ArrowDown':
      return byNearness(column.filter(node => node.y > here.y))?.id
    default:
      return undefined
  }
}
