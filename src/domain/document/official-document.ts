import type { PlainDate } from '../calendar/plain-date.ts'
import type { ComposedKind } from './kinds.ts'

/**
 * An administrative document as data: what it says, never how it looks. Fonts, sizes and distances live in the
 * preset of Decree 30/2020/NĐ-CP; `documents/` sets it in type. Box numbers below are those of Annex I, I.IV.
 */
export type OfficialDocument = {
  readonly schemaVersion: 1
  readonly kind: ComposedKind
  readonly issuer: Issuer
  /** Box 3. A number not yet given stays blank in print. */
  readonly code: DocumentCode
  /** Box 4; null for minutes, which have none (form 1.9). */
  readonly placeAndDate: PlaceAndDate | null
  /** Box 5a, or the V/v of an official letter (box 5b). */
  readonly subject: string
  /** Box 9a (Kính gửi). Empty: none. */
  readonly addressees: readonly string[]
  /** The line that decides: `CHÁNH VĂN PHÒNG` above the bases of a decision; null elsewhere. */
  readonly authority: string | null
  /** Căn cứ …; each without its closing `;` or `.`. */
  readonly bases: readonly Basis[]
  /** Box 6. */
  readonly blocks: readonly Block[]
  readonly signature: SignatureBlock
  /** Minutes are signed by two: the secretary at the left. Null elsewhere. */
  readonly secondSignature: SignatureBlock | null
  readonly recipients: Recipients
  readonly appendices: readonly DocumentAppendix[]
}

/** Box 2. Lines as printed, in capitals: `UBND TỈNH SƠN LA` over `VĂN PHÒNG`. */
export type Issuer = { readonly parentLines: readonly string[]; readonly nameLines: readonly string[]; readonly fullName: string }

/** `Số: 05/BC-VPUB`; the symbol is what stands after the slash. */
export type DocumentCode = { readonly number: number | null; readonly symbol: string }

/** `Sơn La, ngày 05 tháng 01 năm 2026`. Before the day is given the year alone is printed. */
export type PlaceAndDate = { readonly place: string; readonly day: PlainDate | null; readonly year: number }

export type Basis = { readonly id: string; readonly inlines: readonly Inline[] }

/** Every block has a stable id: bookmark in DOCX, anchor in HTML, place of a remark. */
export type Block =
  | {
      readonly type: 'heading'
      readonly id: string
      readonly level: HeadingLevel
      readonly label: string
      readonly inlines: readonly Inline[]
    }
  | { readonly type: 'paragraph'; readonly id: string; readonly label: string | null; readonly inlines: readonly Inline[] }
  /** `Điều 1.` with an optional heading; its paragraphs follow as blocks. */
  | { readonly type: 'article'; readonly id: string; readonly number: number; readonly inlines: readonly Inline[] }
  /** `QUYẾT ĐỊNH:` and its like: capitals, bold, centred. */
  | { readonly type: 'pronouncement'; readonly id: string; readonly text: string }
  | DataTable

/** 1: `I. TIÊU ĐỀ` in capitals; 2: `1. Tiêu đề`; 3: `2.1. Tiêu đề`. Labels carry their full stop. */
export type HeadingLevel = 1 | 2 | 3

export type DataTable = {
  readonly type: 'table'
  readonly id: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}
/** A number of a table that explains itself bears the id it is asked by. */
export type TableCell = string | { readonly text: string; readonly figureId: string }
export type TableColumn = { readonly heading: string; readonly share: number; readonly align: 'left' | 'center' | 'right' }

/**
 * A run of text. `origins` are the records it comes from: HTML makes them clickable, paper shows nothing.
 * `missing` is a figure or fact not known: printed as `…`, and refused at issue (K23).
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'citation'; readonly text: string; readonly documentId: string }
  | { readonly type: 'figure'; readonly text: string; readonly figureId: string }
  | { readonly type: 'missing'; readonly what: string }

/** Boxes 7a–7c. Lines of capacity as printed: `KT. CHÁNH VĂN PHÒNG`, `PHÓ CHÁNH VĂN PHÒNG`. */
export type SignatureBlock = {
  readonly capacityLines: readonly string[]
  /** The office held beside it, printed above the name: the deputy chairman who signs as `TRƯỞNG BAN` (II.7.b). */
  readonly officeLine?: string
  readonly fullName: string | null
}

/** Box 9b. `lines` without leading dash and closing `;`; `archive` is what follows `Lưu: `: `VT, TCHCQT`. */
export type Recipients = { readonly lines: readonly string[]; readonly archive: string }

export type DocumentAppendix = {
  readonly id: string
  readonly title: string
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

/** What a run says as plain text; a missing fact shows as `…`. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(inline => (inline.type === 'missing' ? '…' : inline.text)).join('')
}

export function cellText(cell: TableCell): string {
  return typeof cell === 'string' ? cell : cell.text
}

export function plainText(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }]
}
