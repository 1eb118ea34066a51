import type { Line } from '../lines.ts'

/**
 * Length in points of the rule under some lines, however it was made: the border of an empty line below, a lower border of
 * the text itself, or a drawn line anchored near. Null where there is none.
 */
export function ruleBelow(all: readonly Line[], lines: readonly Line[]): number | null {
  const last = lines.at(-1)
  if (last === undefined) return null
  const at = all.indexOf(last)
  const next = all[at + 1]
  if (next && next.text.trim() === '' && next.paragraph.look.topBorder && sameColumn(next, last)) return borderLength(next)
  if (last.paragraph.look.bottomBorder) return borderLength(last)
  if (next && next.text.trim() === '' && next.paragraph.look.bottomBorder && sameColumn(next, last)) return borderLength(next)
  // A drawing hangs on one of the lines, or on what stands next below them.
  const near = [...lines, ...all.slice(at + 1, at + 3).filter(line => sameColumn(line, last))]
  return near.flatMap(line => line.paragraph.drawnLines)[0] ?? null
}

function sameColumn(a: Line, b: Line): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row && a.cell?.column === b.cell?.column
}

function borderLength({ paragraph: { look, available } }: Line): number {
  return (available - look.left - look.right) / 20
}
