import type { CellPlace, ReadDocument, ReadParagraph, ReadRun } from './read-model.ts'

/** One line of a paragraph: Word users break lines inside a paragraph where others begin a new one. */
export type Line = {
  readonly text: string
  readonly runs: readonly ReadRun[]
  readonly paragraph: ReadParagraph
  /** Place of the paragraph in the file. */
  readonly index: number
  readonly cell: CellPlace | null
}

export function linesOf(document: ReadDocument): Line[] {
  return document.paragraphs.flatMap((paragraph, index) =>
    splitRuns(paragraph.runs).map(runs => ({ text: runs.map(run => run.text).join(''), runs, paragraph, index, cell: paragraph.cell })),
  )
}

/** Runs of each line; an empty paragraph is one empty line. */
function splitRuns(runs: readonly ReadRun[]): ReadRun[][] {
  const lines: ReadRun[][] = [[]]
  for (const { text, look } of runs)
    for (const [i, piece] of text.split('\n').entries()) {
      if (i > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ text: piece, look })
    }
  return lines
}

/** Runs that show something: blanks have no look. */
export function visibleRuns(line: Line): ReadRun[] {
  return line.runs.filter(run => run.text.trim() !== '')
}

export function isBold(line: Line): boolean {
  return hasLook(line, run => run.look.bold)
}

export function isItalic(line: Line): boolean {
  return hasLook(line, run => run.look.italic)
}

/** Whether every visible run of a line has a look. */
export function hasLook(line: Line, test: (run: ReadRun) => boolean): boolean {
  const runs = visibleRuns(line)
  return runs.length > 0 && runs.every(test)
}

/** Whether some visible run of a line has a look. */
export function showsLook(line: Line, test: (run: ReadRun) => boolean): boolean {
  return visibleRuns(line).some(test)
}

export function sizeOf(line: Line): number {
  return visibleRuns(line)[0]?.look.size ?? 0
}
