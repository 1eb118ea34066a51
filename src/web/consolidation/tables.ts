import type { FigureTableView, FigureView, ShareView, UnitFigures } from '#contract/consolidation.ts'
import { coverageWords } from '#domain/consolidation/words.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { codesOf, formLevels, type TablePart } from '#domain/indicator/figure-form.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { communeKinds, type OrgUnitKind } from '#domain/org/org-unit.ts'
import { levelOf } from '#domain/request/request.ts'
import type { NamedThing } from './things.ts'

export type FigureTable = { readonly key: string; readonly heading: string; readonly columns: readonly NamedThing[] }

/** The tables asked of a unit of a kind or of those below it; none of a kind that has nobody below. */
export function tableParts({ form }: Asked, kind: OrgUnitKind | undefined): TablePart[] {
  const levels =
    kind === undefined
      ? []
      : communeKinds.includes(kind)
        ? ['commune', 'area']
        : levelOf(kind) === 'district'
          ? ['district', 'commune', 'area']
          : kind === 'province' || kind === 'country'
            ? formLevels
            : []
  return form.parts.filter(part => part.kind === 'table').filter(({ owedBy }) => owedBy.some(level => levels.includes(level)))
}

/** The tables of the form, each with the figures that are asked of the unit or of those below it, and their shares. */
export function tablesOf({ form, dictionary }: Asked, { unit, parts }: Pick<FigureTableView, 'unit' | 'parts'>): FigureTable[] {
  const asked = new Set([unit, ...parts].flatMap(({ figures }) => figures.map(({ code }) => code)))
  const shares = [unit, ...parts].flatMap(({ shares: told }) => told)
  return form.parts.flatMap(part => {
    if (part.kind === 'narrative') return []
    const counts = codesOf(part).flatMap(code => {
      const indicator = asked.has(code) ? indicatorOf(dictionary, code) : undefined
      return indicator ? [{ code, name: indicator.name, countUnit: indicator.unit }] : []
    })
    const told = part.ratios.flatMap(({ code, baseCode }) => {
      const share = shares.find(each => each.code === code && each.baseCode === baseCode)
      const numerator = dictionary.ratios.find(ratio => ratio.code === code)?.numerator
      return share ? [{ code, baseCode, name: `${share.name} trên ${share.baseName}`, countUnit: '%', numerator }] : []
    })
    return counts.length > 0 ? [{ key: part.key, heading: part.heading, columns: [...counts, ...told] }] : []
  })
}

/** Every table of the form as it would be if all of it were told, also those that are not on the screen. */
export function allTables({ dictionary }: Asked, parts: readonly TablePart[]): FigureTable[] {
  return parts.map(part => ({
    key: part.key,
    heading: part.heading,
    columns: codesOf(part).flatMap(code => {
      const indicator = indicatorOf(dictionary, code)
      return indicator ? [{ code, name: indicator.name, countUnit: indicator.unit }] : []
    }),
  }))
}

export function figureIn({ figures }: UnitFigures, code: string): FigureView | undefined {
  return figures.find(figure => figure.code === code)
}

export function shareIn({ shares }: UnitFigures, { code, baseCode }: Pick<NamedThing, 'code' | 'baseCode'>): ShareView | undefined {
  return shares.find(share => share.code === code && share.baseCode === baseCode)
}

/** Of how many units that owe it a sum holds. Null for a unit that stands for itself. */
export function coverageOf({ coverage }: Pick<FigureView, 'coverage'>): string | null {
  return coverageWords(coverage, [], { noun: 'đơn vị', nameOf: () => '' })
}

/** Rows of a table: those that were asked any of it, and told or not. */
export function rowsOf(parts: readonly UnitFigures[], { columns }: FigureTable): UnitFigures[] {
  return parts.filter(row => columns.some(({ code }) => figureIn(row, code)))
}

/** Columns of which somebody told something, and those nobody did: ten empty columns would hide the others. */
export function toldColumns(rows: readonly UnitFigures[], { columns }: FigureTable): Record<'told' | 'untold', readonly NamedThing[]> {
  const isTold = (column: NamedThing): boolean =>
    rows.some(row =>
      column.baseCode === undefined ? (figureIn(row, column.code)?.source ?? 'nothing') !== 'nothing' : shareIn(row, column),
    )
  return { told: columns.filter(isTold), untold: columns.filter(column => !isTold(column)) }
}

/** None of a table was told by this unit or below it. */
export function isSilent(row: UnitFigures, { columns }: FigureTable): boolean {
  return columns.every(({ code, baseCode }) => baseCode !== undefined || (figureIn(row, code)?.source ?? 'nothing') === 'nothing')
}

/** What the parts of a number come to, added once more where it is read. Null where there is nothing to add. */
export function addedAgain(parts: readonly { readonly figure: FigureView }[]): number | null {
  const told = parts.flatMap(({ figure }) => (figure.value ? [figure.value.count] : []))
  return told.length > 0 ? told.reduce((sum, count) => sum + count, 0) : null
}

/** Both counts of a share, added once more from its parts. */
export function shareAgain(
  parts: readonly { readonly share: Pick<ShareView, 'numerator' | 'denominator'> }[],
): { readonly numerator: number; readonly denominator: number } | null {
  if (parts.length === 0) return null
  return parts.reduce(
    ({ numerator, denominator }, { share }) => ({
      numerator: numerator + share.numerator.count,
      denominator: denominator + share.denominator.count,
    }),
    { numerator: 0, denominator: 0 },
  )
}
