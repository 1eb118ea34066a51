import type { Figure, ReportParagraph } from './report.ts'

/** A paragraph on its way into a section: its number comes last, when it is known what stands before it. */
export type Drafted = Omit<ReportParagraph, 'label' | 'edited'> & { readonly figures: readonly Figure[]; readonly isItem: boolean }
