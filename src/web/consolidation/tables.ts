import type { FigureTableView, FigureView, UnitFigures } from '#contract/consolidation.ts'
import { coverageWords } from '#domain/consolidation/words.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { codesOf, formOn } from '#domain/indicator/figure-form.ts'
import { movementForm } from '#domain/indicator/forms.ts'
import { dictionaryOn, indicatorOf } from '#domain/indicator/indicator.ts'

export type Column = { readonly code: string; readonly name: string; readonly countUnit: string }
export type FigureTable = { readonly key: string; readonly heading: string; readonly columns: readonly Column[] }

/** The tables of the form, each with the figures that are asked of the unit or of those below it. */
export function tablesOf({ cutoff, unit, parts }: Pick<FigureTableView, 'cutoff' | 'unit' | 'parts'>): FigureTable[] {
  const dictionary = dictionaryOn(builtInDictionary, cutoff)
  const asked = new Set([unit, ...parts].flatMap(({ figures }) => figures.map(({ code }) => code)))
  return (formOn(movementForm, cutoff)?.parts ?? []).flatMap(part => {
    if (part.kind === 'narrative') return []
    const columns = codesOf(part).flatMap(code => {
      const indicator = asked.has(code) ? indicatorOf(dictionary, code) : undefined
      return indicator ? [{ code, name: indicator.name, countUnit: indicator.unit }] : []
    })
    return columns.length > 0 ? [{ key: part.key, heading: part.heading, columns }] : []
  })
}

export function figureIn({ figures }: UnitFigures, code: string): FigureView | undefined {
  return figures.find(figure => figure.code === code)
}

/** Of how many units that owe it a sum holds. Null for a unit that stands for itself. */
export function coverageOf({ coverage }: FigureView): string | null {
  return coverageWords(coverage, [], { noun: 'đơn vị', nameOf: () => '' })
}

/** Those that hand in here and have told none of what was asked. */
export function silentUnits(parts: readonly UnitFigures[]): UnitFigures[] {
  return parts.filter(({ figures }) => figures.every(({ source }) => source === 'nothing'))
}

/** What the parts of a number come to, added once more where it is read. Null where there is nothing to add. */
export function addedAgain(parts: readonly { readonly figure: FigureView }[]): number | null {
  const told = parts.flatMap(({ figure }) => (figure.value ? [figure.value.count] : []))
  return told.length > 0 ? told.reduce((sum, count) => sum + count, 0) : null
}
