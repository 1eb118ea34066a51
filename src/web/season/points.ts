import type { SeasonAreaView } from '#contract/season.ts'
import type { AssessmentStage } from '#domain/season/assessment.ts'

/** What stands in the cells of the grid, as typed: by candidate, then by the code of the line. */
export type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>

/** As people write it: `4,5` or `4.5`; nothing where no number was typed, and what is none stays for the contract to refuse. */
export function readPoints(text: string): number | undefined {
  const clean = text.trim().replace(',', '.')
  return clean === '' ? undefined : Number(clean)
}

/** The cells as they are known already. */
export function knownCells({ candidates }: Pick<SeasonAreaView, 'candidates'>, stage: AssessmentStage): Cells {
  return Object.fromEntries(
    candidates.map(({ id, self, scored }) => [
      id,
      Object.fromEntries(
        Object.entries((stage === 'self' ? self : scored) ?? {}).map(([code, points]) => [code, String(points).replace('.', ',')]),
      ),
    ]),
  )
}

/** Rows somebody typed into, whole: what a row said before goes along. */
export function changedRows(cells: Cells, before: Cells): { readonly candidateId: string; readonly points: Record<string, number> }[] {
  return Object.entries(cells).flatMap(([candidateId, row]) => {
    const was = before[candidateId] ?? {}
    const isSame = Object.keys({ ...row, ...was }).every(code => (row[code] ?? '') === (was[code] ?? ''))
    return isSame ? [] : [{ candidateId, points: pointsOf(row) }]
  })
}

/** Where the sentences of refusals point to: the row of what was sent, and the cell. */
export const pathsOf = { points: /^rows\.(\d+)\.points\.(.+)$/u, votes: /^exceptions\.(\d+)\.(.+)$/u } as const

type Refused = { readonly errors: Readonly<Record<string, string>>; readonly sent: readonly string[]; readonly path: RegExp }

/** Which cells of which candidates were refused: codes with spaces between. */
export function faultyCells({ errors, sent, path }: Refused): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const place of Object.keys(errors)) {
    const [, row, code] = path.exec(place) ?? []
    const id = sent[Number(row)]
    if (id !== undefined && code !== undefined) found.set(id, `${found.get(id) ?? ''} ${code}`.trim())
  }
  return found
}

export function totalOf(row: Readonly<Record<string, string>> = {}): number {
  return Math.round(Object.values(pointsOf(row)).reduce((sum, points) => sum + points, 0) * 100) / 100
}

function pointsOf(row: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([code, text]) => {
      const points = readPoints(text)
      return points === undefined ? [] : [[code, points] as const]
    }),
  )
}
