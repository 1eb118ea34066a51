import type { PlainDate } from '../calendar/plain-date.ts'
import type { DocumentAppendix, Inline } from '../document/official-document.ts'

/** Whence a paragraph or a number comes: one record, by what it is and its id. */
export type Origin = { readonly kind: OriginKind; readonly id: string }
export type OriginKind =
  | 'form'
  | 'duty'
  | 'document'
  | 'unitVersion'
  | 'headcount'
  | 'task'
  | 'progress'
  | 'target'
  | 'activity'
  | 'registration'
  /** What was handed in for a request and added up: `request/code`, or the request alone. */
  | 'sum'
  /** A paragraph of one version of a unit's return: `request/unit/version/paragraph`. */
  | 'return'

/** A number that explains itself. */
export type Figure = {
  readonly id: string
  /** What is counted, as a definition a reader can check. */
  readonly definition: string
  readonly value: FigureValue
  readonly origins: readonly Origin[]
  /** Of a number added up from returns: the version of the sums it was read from. */
  readonly version?: number
}
/** Missing is missing: never 0, never 100 %, never last year's. A ratio names its base. Percent as a number from 0 to 100. */
export type FigureValue =
  | { readonly type: 'counted'; readonly count: number; readonly unit: string }
  | { readonly type: 'estimated'; readonly count: number; readonly qualifier: string; readonly unit: string }
  | { readonly type: 'goal'; readonly percent: number; readonly baseName: string }
  | { readonly type: 'ratio'; readonly numerator: number; readonly denominator: number; readonly baseName: string }
  /** A number as somebody else wrote it, letter for letter: it stays, whatever is counted since. */
  | { readonly type: 'quoted'; readonly written: string }
  | { readonly type: 'missing'; readonly what: string }

/** A run of text with the records it comes from. `id` depends on origin and place, so that recomposing finds it again. */
export type ReportParagraph = {
  readonly id: string
  /** `2.3.` or `1.` set before the text; null for plain paragraphs. */
  readonly label: string | null
  readonly inlines: readonly Inline[]
  readonly origins: readonly Origin[]
  /** Figures that belong here though the text does not print them: shown beside it, missing ones as "chưa có số liệu". */
  readonly besideFigureIds: readonly string[]
  /** Set once a person rewrote it: who, and what it said as composed. */
  readonly edited: { readonly by: string; readonly composedText: string } | null
}

export type ReportSection = {
  readonly key: string
  /** 0: opening and closing without heading; 1: `I.`; 2: `1.`; 3: `2.1.` */
  readonly level: 0 | 1 | 2 | 3
  readonly label: string | null
  readonly heading: string | null
  readonly paragraphs: readonly ReportParagraph[]
}

export type ReportContent = {
  readonly formName: string
  readonly sections: readonly ReportSection[]
  readonly figures: readonly Figure[]
  /** Tables that go with the text, each named in it. */
  readonly appendices?: readonly DocumentAppendix[]
  /** What was added up for the tables, and the version they were read from. */
  readonly sums?: { readonly requestId: string; readonly version: number }
  /** What the writer took from the returns of units below. */
  readonly taken?: readonly TakenParagraph[]
}

/** A paragraph from below, one or several joined, under a part of this report. It may be rewritten; whence it came stays. */
export type TakenParagraph = {
  readonly id: string
  readonly sectionKey: string
  readonly from: readonly TakenOrigin[]
  /** Who said the same in other words. */
  readonly alike: readonly TakenOrigin[]
}

/** One paragraph of one sealed version, with the words it had. */
export type TakenOrigin = {
  readonly requestId: string
  readonly unitId: string
  readonly unitName: string
  readonly version: number
  readonly paragraphId: string
  readonly text: string
}

/** One unit's report for one period, or of one request in it. What happened to it is appended as events; its state follows from them. */
export type PeriodicReport = {
  readonly id: string
  readonly unitId: string
  readonly dutyId: string
  readonly formName: string
  readonly periodName: string
  /** The request whose figures it tells; null where none had asked when it was composed. */
  readonly requestId: string | null
  /** What it is about, where that is not what its form says: a thematic request's own matter. */
  readonly subject: string | null
  /** Counts the texts: a change after submission is a new version. */
  readonly version: number
  readonly revision: number
  readonly content: ReportContent
}

/**
 * The standing duty to report: who to, on which form, and what the document carries. One row per unit and range of days.
 * A regular duty may only be set by a normative text (Decree 09/2019/NĐ-CP, Art. 11): `basis` names it or the plan that repeats it.
 */
export type ReportDuty = {
  readonly id: string
  readonly unitId: string
  readonly formName: string
  readonly receiverName: string
  /** A report to a superior body carries Kính gửi, one to an equal does not (Decree 30, Annex I, II.9). */
  readonly isReceiverSuperior: boolean
  readonly basisDocumentId: string | null
  readonly symbol: string
  readonly draftingUnitId: string
  readonly recipientLines: readonly string[]
  readonly archive: string
  /** Days after the cut-off on which the report is due; null where no text read so far sets it. */
  readonly dueDaysAfterCutoff: number | null
  readonly valid: { readonly from: PlainDate | null; readonly until: PlainDate | null }
}

export function paragraphsOf(content: ReportContent): ReportParagraph[] {
  return content.sections.flatMap(section => section.paragraphs)
}
