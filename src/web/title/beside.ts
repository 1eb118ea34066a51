import type { LawLine, LawSection } from './law-lines.ts'

/** A line of one rule book beside the same line of another; null where one of them has no such line. */
export type LinePair = { readonly label: string; readonly mine: LawLine | null; readonly theirs: LawLine | null; readonly isSame: boolean }
export type SectionPair = { readonly title: string; readonly pairs: readonly LinePair[] }

/** Two rule books side by side: sections and lines that bear one name stand in one row, in the order they are written. */
export function besideEachOther(mine: readonly LawSection[], theirs: readonly LawSection[]): SectionPair[] {
  return inOrder(mine, theirs, section => section.title).map(([title, own, other]) => ({
    title,
    pairs: inOrder(own?.lines ?? [], other?.lines ?? [], line => line.label || wordsOf(line)).map(([, a, b]) => ({
      label: a?.label ?? b?.label ?? '',
      mine: a,
      theirs: b,
      isSame: a !== null && b !== null && wordsOf(a) === wordsOf(b),
    })),
  }))
}

/** What a line says, whoever verified it. */
function wordsOf({ sayings }: LawLine): string {
  return sayings.map(({ words }) => words ?? '?').join(' · ')
}

/** Both lists by name: the first as it stands, then what only the second has. A name that returns pairs with the next of its kind. */
function inOrder<Item>(
  mine: readonly Item[],
  theirs: readonly Item[],
  nameOf: (item: Item) => string,
): [string, Item | null, Item | null][] {
  const left = [...theirs]
  const rows = mine.map((item): [string, Item | null, Item | null] => {
    const name = nameOf(item)
    const at = left.findIndex(other => nameOf(other) === name)
    return [name, item, at < 0 ? null : (left.splice(at, 1)[0] ?? null)]
  })
  return [...rows, ...left.map((item): [string, Item | null, Item | null] => [nameOf(item), null, item])]
}
