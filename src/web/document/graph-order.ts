/** A place in a column: a document, or (`id` null) a long line passing by. */
export type Slot = { readonly id: string | null; readonly before: Slot[]; readonly after: Slot[] }

/** The same columns in an order with few crossings: each slot goes to the mean place of its neighbours, forth and back. */
export function orderLayers(layers: readonly (readonly Slot[])[]): Slot[][] {
  let best = byTraversal(layers)
  let fewest = crossingsOf(best)
  let current = best
  for (let round = 0; round < 12 && fewest > 0; round++) {
    current = sweep(current, round % 2 === 0 ? 'before' : 'after')
    const crossings = crossingsOf(current)
    if (crossings < fewest) [best, fewest] = [current, crossings]
  }
  return best
}

/** Columns filled in the order a walk from the left meets them: a tree comes out without a crossing. */
function byTraversal(layers: readonly (readonly Slot[])[]): Slot[][] {
  const met = new Map<Slot, number>()
  const visit = (slot: Slot): void => {
    if (met.has(slot)) return
    met.set(slot, met.size)
    for (const next of slot.after) visit(next)
    for (const previous of slot.before) visit(previous)
  }
  for (const slot of layers.flat()) visit(slot)
  return layers.map(layer => layer.toSorted((a, b) => (met.get(a) ?? 0) - (met.get(b) ?? 0)))
}

function sweep(layers: readonly (readonly Slot[])[], side: 'before' | 'after'): Slot[][] {
  const places = new Map<Slot, number>()
  const result: Slot[][] = []
  const indexed = layers.map((layer, level) => ({ layer, level }))
  for (const { layer, level } of side === 'before' ? indexed : indexed.toReversed()) {
    const wanted = new Map(layer.map((slot, i) => [slot, meanPlace(slot[side], places) ?? i]))
    const sorted = layer.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
    sorted.forEach((slot, i) => places.set(slot, i))
    result[level] = sorted
  }
  return result
}

function meanPlace(neighbours: readonly Slot[], places: ReadonlyMap<Slot, number>): number | undefined {
  if (neighbours.length === 0) return undefined
  return neighbours.reduce((sum, neighbour) => sum + (places.get(neighbour) ?? 0), 0) / neighbours.length
}

/** How many pairs of lines cross between neighbouring columns. */
export function crossingsOf(layers: readonly (readonly Slot[])[]): number {
  let count = 0
  layers.slice(1).forEach((layer, i) => {
    const places = new Map((layers[i] ?? []).map((slot, place) => [slot, place]))
    const lines = layer.flatMap((slot, to) => slot.before.map(previous => ({ from: places.get(previous) ?? 0, to })))
    lines.forEach((line, a) => {
      for (const other of lines.slice(a + 1)) if ((line.from - other.from) * (line.to - other.to) < 0) count++
    })
  })
  return count
}
