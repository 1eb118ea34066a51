import type { CitationLink } from '#domain/document/registry.ts'

/** Up: what a document rests on. Down: what rests on it. */
export type Way = 'up' | 'down'
export type ChainStep = { readonly id: string; readonly relation: CitationLink['relation']; readonly depth: number }

/** The graph of citations from one document as an indented list: each other document once, under the first that leads to it. */
export function chainOf(from: string, links: readonly CitationLink[], way: Way): ChainStep[] {
  return walk({ from, links, way, seen: new Set([from]), depth: 0 })
}

type Walk = {
  readonly from: string
  readonly links: readonly CitationLink[]
  readonly way: Way
  readonly seen: Set<string>
  readonly depth: number
}

function walk({ from, links, way, seen, depth }: Walk): ChainStep[] {
  const steps: ChainStep[] = []
  for (const link of links) {
    const [near, far] = way === 'up' ? [link.fromDocumentId, link.toDocumentId] : [link.toDocumentId, link.fromDocumentId]
    if (near !== from || seen.has(far)) continue
    seen.add(far)
    steps.push({ id: far, relation: link.relation, depth }, ...walk({ from: far, links, way, seen, depth: depth + 1 }))
  }
  return steps
}
