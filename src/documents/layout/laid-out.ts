import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Role } from './roles.ts'

/** A document in parts ready to be set: every word, line break and length decided, nothing left to a writer's taste. */
export type LaidOut = {
  readonly title: string
  readonly issuer: string
  readonly issuedOn: PlainDate | null
  /** The printed year; null for minutes, which print no day. */
  readonly year: number | null
  readonly letterhead: Letterhead
  readonly titleBlock: TitleBlock | null
  readonly addressees: readonly IndentedLine[]
  readonly authority: string | null
  readonly blocks: readonly LaidBlock[]
  readonly closing: Closing
  readonly appendices: readonly LaidAppendix[]
}

/** A rule (line) under a text: its length in points. */
export type Rule = { readonly length: number }

/** Boxes 1–4 and 5b. Column widths in mm. */
export type Letterhead = {
  readonly left: number
  readonly right: number
  readonly parentLines: readonly string[]
  readonly nameLines: readonly string[]
  readonly nameRule: Rule
  readonly mottoRule: Rule
  readonly numberLine: string
  readonly placeAndDateLine: string | null
  readonly letterSubjectLines: readonly string[]
}

/** Box 5a. */
export type TitleBlock = { readonly kind: string; readonly subjectLines: readonly string[]; readonly rule: Rule }

/** A line that starts at `indent` and whose further lines hang below its text: points. */
export type IndentedLine = { readonly text: string; readonly indent: number; readonly hanging: number }

/** Text of one look, with the record it comes from. */
export type Run = {
  readonly text: string
  readonly bold: boolean
  readonly source:
    | { readonly type: 'citation' | 'figure'; readonly id: string }
    | { readonly type: 'missing'; readonly what: string }
    | null
}

export type LaidParagraph = {
  readonly type: 'paragraph'
  readonly role: Role
  /** Ids of the blocks the paragraph carries: an article's label runs into the paragraph after it. */
  readonly ids: readonly string[]
  readonly runs: readonly Run[]
  readonly keepWithNext: boolean
}

export type LaidTable = {
  readonly type: 'table'
  readonly id: string
  /** Widths in mm. */
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly align: 'left' | 'center' | 'right' }[]
  readonly rows: readonly (readonly LaidCell[])[]
}
export type LaidCell = Pick<Run, 'text' | 'source'>

export type LaidBlock = LaidParagraph | LaidTable

export type LaidSignature = { readonly capacityLines: readonly string[]; readonly officeLine: string | null; readonly fullName: string }

/** Boxes 7 and 9b, kept together on one page. Column widths in mm. */
export type Closing = {
  readonly left: number
  readonly right: number
  readonly recipientsLabel: string
  readonly recipientLines: readonly string[]
  readonly signature: LaidSignature
  /** Minutes: the secretary at the left, the recipients below. */
  readonly secondSignature: LaidSignature | null
}

export type LaidAppendix = {
  readonly id: string
  readonly label: string
  readonly titleLines: readonly string[]
  readonly noteLines: readonly string[]
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly LaidBlock[]
}
