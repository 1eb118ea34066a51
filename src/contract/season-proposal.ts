import type { Candidate } from '#domain/season/candidate.ts'
import type { Reason } from '#domain/season/decision.ts'
import type { Missing } from '#domain/title/verdict.ts'

export type ProposedRow = Pick<Candidate, 'id' | 'headName' | 'address' | 'areaUnitId'> & {
  /** Where the text recognises by periods. */
  readonly round: 'first' | 'again' | null
}
export type ProposalView = {
  /** Who may issue it: units of the place and above it, with whether the law of today names their chair. */
  readonly issuers: readonly {
    readonly unitId: string
    readonly name: string
    readonly rounds: readonly ('first' | 'again')[]
    readonly symbol: string
  }[]
  readonly recognised: readonly ProposedRow[]
  readonly failed: readonly (ProposedRow & { readonly reasons: readonly Reason[] })[]
  readonly heldBack: readonly ProposedRow[]
  /** The year is reached, and recognition is not due yet. */
  readonly reachedOnly: readonly ProposedRow[]
  /** How many of those with all the years may be praised; null where no cap is asked. */
  readonly places: { readonly places: number; readonly of: number; readonly percent: number; readonly clause: string } | null
  readonly open: readonly (ProposedRow & { readonly missing: readonly Missing[]; readonly doubts: readonly Reason[] })[]
}
