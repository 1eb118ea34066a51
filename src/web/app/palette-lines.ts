import type { SearchHit } from '#contract/search.ts'
import { searchKey } from '#domain/kit/text.ts'

/** One thing the palette offers: what it is, a second line, and at the end where it lies, when, or its keys. */
export type PaletteLine = {
  readonly id: string
  readonly title: string
  readonly second?: string | undefined
  readonly aside?: string | undefined
  readonly keys?: readonly string[]
  /** Offered only when it is asked for by name. */
  readonly isQuiet?: boolean
  readonly run: () => void
}
export type PaletteGroup = { readonly name: string; readonly lines: readonly PaletteLine[] }

/** Lines that hold every word typed, in any order, with or without diacritics. */
export function matching(lines: readonly PaletteLine[], typed: string): readonly PaletteLine[] {
  const words = searchKey(typed).split(' ')
  return lines.filter(line => words.every(word => searchKey(`${line.title} ${line.second ?? ''}`).includes(word)))
}

/** What was found, kind by kind in the order of the answer. */
export function byKind(
  hits: readonly SearchHit[],
  nameOf: (kind: SearchHit['kind']) => string,
  lineOf: (hit: SearchHit) => PaletteLine,
): PaletteGroup[] {
  return [...Map.groupBy(hits, hit => hit.kind)].map(([kind, own]) => ({ name: nameOf(kind), lines: own.map(lineOf) }))
}

export function withLines(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  return groups.filter(group => group.lines.length > 0)
}
