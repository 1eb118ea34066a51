import type { Run } from './layout/laid-out.ts'

/** Where a citation or a figure leads; null where there is nothing to open. */
export type DocumentLinks = {
  readonly citation: (documentId: string) => string | null
  readonly figure: (figureId: string) => string | null
}

/** A document that leaves the house for everybody leads nowhere. */
export const noLinks: DocumentLinks = { citation: () => null, figure: () => null }

/** Where a run leads: an address within the house or on the web. Anything that could run as a script is no address. */
export function addressOf(source: Run['source'], links: DocumentLinks): string | null {
  if (source === null || source.type === 'missing') return null
  const address = links[source.type](source.id)
  return address !== null && /^(?:https?:\/\/|\/|#|\.\.?\/|\?)/u.test(address) ? address : null
}
