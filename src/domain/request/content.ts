import type { PrintedRatio, Sheet, Value } from '../indicator/value.ts'
import { canonicalJson } from '../kit/canonical.ts'

/** What a unit writes into a return: figures by code, percentages it printed, and its words under the parts of the form. */
export type ReturnContent = {
  readonly values: Readonly<Record<string, Value>>
  readonly printed: readonly PrintedRatio[]
  readonly parts: Readonly<Record<string, string>>
}

export function sheetOf(unitId: string, { values, printed }: ReturnContent): Sheet {
  return { unitId, values: new Map(Object.entries(values)), printed }
}

/** Whether two say the same, in whatever order their cells were filled. */
export function saysTheSame(a: ReturnContent, b: ReturnContent): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** A cell that says another number in another version; null where it was left open. */
export type ChangedCell = { readonly code: string; readonly before: Value | null; readonly after: Value | null }

/** What changed from one version to the next: what the level above looks at before it accepts. */
export function changedCells(before: ReturnContent, after: ReturnContent): ChangedCell[] {
  const codes = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])]
  return codes
    .map(code => ({ code, before: before.values[code] ?? null, after: after.values[code] ?? null }))
    .filter(cell => canonicalJson(cell.before) !== canonicalJson(cell.after))
}
