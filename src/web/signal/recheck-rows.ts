import type { DrawnItem } from '#contract/signal.ts'
import { outcomeTyped, recheckWords } from '#domain/signal/sample.ts'

/** What stands beside each row of the list, as typed: by what the lot fell on. */
export type FoundCells = Readonly<Record<string, { readonly outcome: string; readonly says: string }>>

/** What is on record already. */
export function knownFindings(items: readonly DrawnItem[]): FoundCells {
  return Object.fromEntries(
    items.map(({ itemId, outcome }) => [
      itemId,
      outcome ? { outcome: recheckWords[outcome.outcome], says: outcome.says } : { outcome: '', says: '' },
    ]),
  )
}

/** Rows somebody typed into; what is no finding goes along for the contract to refuse. */
export function changedFindings(
  cells: FoundCells,
  before: FoundCells,
): { readonly itemId: string; readonly outcome: string; readonly says: string }[] {
  return Object.entries(cells).flatMap(([itemId, { outcome, says }]) => {
    const was = before[itemId]
    const isSame = outcome.trim() === was?.outcome && says.trim() === was.says
    return isSame ? [] : [{ itemId, outcome: outcomeTyped(outcome) ?? outcome, says }]
  })
}
