import type { Versioned } from '../calendar/date-range.ts'
import { type PeriodPart, type PeriodRule, periodOfDays, type ReportingPeriod } from '../calendar/reporting-period.ts'
import type { DocumentKind } from '../document/kinds.ts'

/** Three kinds of reports: Decree 09/2019/NĐ-CP, Art. 4. */
export const requestKinds = ['regular', 'thematic', 'adHoc'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What a regime says, in the order of Decree 09/2019/NĐ-CP, Art. 7; of a regular one the first nine at the least (Art. 11(2)). */
export const regimeItems = [
  'name',
  'content',
  'reporters',
  'receiver',
  'channel',
  'dueTime',
  'frequency',
  'cutoff',
  'outline',
  'tables',
  'procedure',
] as const
export type RegimeItem = (typeof regimeItems)[number]
const itemsOfRegular = regimeItems.slice(0, 9)

/** A standing rule of who reports what to whom and when: the words of the text that sets it, and what of them is reckoned with. */
export type ReportingRegime = Versioned & {
  readonly id: string
  /** At whose tree it holds. */
  readonly unitId: string
  readonly kind: RequestKind
  readonly items: Readonly<Record<RegimeItem, string>>
  readonly formKey: string
  /** Which of the decree's periods it reports by. */
  readonly parts: readonly PeriodPart[]
  /** Periods its own text sets beside them. */
  readonly ownPeriods: readonly PeriodRule[]
  /** Working days between the cut-off and the due day. */
  readonly dueWorkingDays: number
  readonly basis: { readonly kind: DocumentKind; readonly citation: string } | null
}

export type RegimeRemark =
  | { readonly code: 'item-missing'; readonly item: RegimeItem }
  | { readonly code: 'not-by-normative-text' }
  | { readonly code: 'due-too-soon' }

/** Texts by which the Government, the Prime Minister, a minister or a province may set a regular regime: Decree 09/2019/NĐ-CP, Art. 11. */
const normativeKinds: readonly DocumentKind[] = ['law', 'decree', 'circular', 'decision']

/**
 * How a regime departs from Decree 09/2019/NĐ-CP, Art. 7, 8(5) and 11. A regime is kept
 * as its text says it, whatever the text left out: nothing here blocks, it is told.
 */
export function remarksOnRegime({ kind, items, basis, dueWorkingDays }: ReportingRegime): RegimeRemark[] {
  const asked = kind === 'regular' ? itemsOfRegular : itemsOfRegular.filter(item => item !== 'frequency')
  const missing = asked.filter(item => items[item].trim() === '').map((item): RegimeRemark => ({ code: 'item-missing', item }))
  const isSet = kind !== 'regular' || (basis !== null && normativeKinds.includes(basis.kind))
  return [
    ...missing,
    ...(isSet ? [] : [{ code: 'not-by-normative-text' } as const]),
    ...(dueWorkingDays >= 1 ? [] : [{ code: 'due-too-soon' } as const]),
  ]
}

/** What a request's days are called: by the decree, by the regime it was asked by, or by themselves. */
export function periodAsked(
  { covers }: { readonly covers: ReportingPeriod['covers'] },
  regime: Pick<ReportingRegime, 'ownPeriods'> | null | undefined,
): ReportingPeriod {
  return periodOfDays(covers, regime?.ownPeriods ?? [])
}
