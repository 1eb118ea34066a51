import type { CitationLink } from './registry.ts'

/** Up: what a document rests on. Down: what rests on it. */
export type Way = 'up' | 'down'
export type ChainStep = { readonly id: string; readonly relation: CitationLink['relation']; readonly depth: number }

/** The graph of citations from one document as an indented list: each other document once, under the first that leads to it. */
export function chainOf(from: string, links: readonly CitationLink[], way: Way): ChainStep[] {
  const seen = new Set([from])
  const walk = (near: string, depth: number): ChainStep[] =>
    links.flatMap(link => {
      const [here, there] = endsOf(link, way)
      if (here !== near || seen.has(there)) return []
      seen.add(there)
      return [{ id: there, relation: link.relation, depth }, ...walk(there, depth + 1)]
    })
  return walk(from, 0)
}

/** What one step leads to. */
export function stepsFrom(from: string, links: readonly CitationLink[], way: Way): string[] {
  return links.flatMap(link => {
    const [here, there] = endsOf(link, way)
    return here === from ? [there] : []
  })
}

/**
 * How far each document stands from the beginning: a document comes after everything it rests on. What rests on nothing
 * stands just before the first that names it. Of a circle, the citation that closes it is passed over.
 */
export function levelsOf(ids: readonly string[], links: readonly CitationLink[]): Map<string, number> {
  const known = new Set(ids)
  const within = links.filter(link => known.has(link.fromDocumentId) && known.has(link.toDocumentId))
  const levels = new Map<string, number>()
  const open = new Set<string>()
  const place = (id: string): number => {
    const placed = levels.get(id)
    if (placed !== undefined) return placed
    open.add(id)
    const above = stepsFrom(id, within, 'up').filter(other => !open.has(other))
    const level = Math.max(-1, ...above.map(place)) + 1
    open.delete(id)
    levels.set(id, level)
    return level
  }
  for (const id of ids) place(id)
  for (const id of ids) {
    const below = stepsFrom(id, within, 'down').map(other => levels.get(other) ?? 0)
    if (stepsFrom(id, within, 'up').length === 0 && below.length > 0) levels.set(id, Math.max(0, Math.min(...below) - 1))
  }
  return levels
}

function endsOf({ fromDocumentId, toDocumentId }: CitationLink, way: Way): readonly [near: string, far: string] {
  return way === 'up' ? [fromDocumentId, toDocumentId] : [toDocumentId, fromDocumentId]
}
