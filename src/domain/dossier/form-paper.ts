import type { PlainDate } from '../calendar/plain-date.ts'
import type { TableColumn } from '../document/official-document.ts'

/**
 * A paper people fill in, post or sign on the spot. No administrative document of Decree 30/2020/NĐ-CP: it bears no number
 * of a series, and what is not known is left open for the pen.
 */
export type FormPaper = {
  /** `Mẫu số 07`, where it may be told; null: the paper goes without. */
  readonly formNumber: string | null
  /** The text the form belongs to. */
  readonly cites: string
  /** Whose paper it is, from the upper unit down; empty for papers of a household. */
  readonly issuerLines: readonly string[]
  /** `Bản Trên, ngày 20 tháng 11 năm 2022`; dots where a day is not given yet, null where none is asked. */
  readonly placeAndDate: string | null
  readonly title: string
  readonly subtitle: string
  readonly addressees: readonly string[]
  readonly blocks: readonly FormBlock[]
  /** From left to right, two in a row. */
  readonly signatures: readonly FormSignature[]
  readonly orientation: 'portrait' | 'landscape'
}

export type FormBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  /** A value behind its label; null: dots up to the margin. */
  | { readonly type: 'field'; readonly label: string; readonly value: string | null }
  /** Dotted lines to write on. */
  | { readonly type: 'blank'; readonly lines: number }
  /** A square a phone opens an address by, and the address in words. */
  | { readonly type: 'square'; readonly address: string; readonly says: string }
  | FormTable

export type FormTable = {
  readonly type: 'table'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly FormRow[]
  /** Rows high enough for the pen. */
  readonly isForThePen: boolean
}
/** `group`: a row that heads those below it; `across`: the same in one cell over the whole width. */
export type FormRow = { readonly cells: readonly string[]; readonly look: 'plain' | 'group' | 'across' | 'total' }

export type FormSignature = { readonly capacity: string; readonly name: string | null }

/** One file: papers one after another, each beginning on a page of its own. */
export type FormBook = {
  readonly title: string
  readonly author: string
  /** The day told by the file's properties: that of the paper, not of the printer. */
  readonly day: PlainDate
  readonly papers: readonly FormPaper[]
}

/** A photo on a page of its own, below the blocks of its paper; `says` stands under it and is read aloud in its place. */
export type PhotoPage = Omit<FormBook, 'papers'> & {
  readonly paper: FormPaper
  readonly photo: Uint8Array
  readonly format: 'jpg' | 'png' | 'webp'
  readonly says: string
}

/** Ballots are all alike, several to a sheet, to be cut apart. */
export type BallotBook = Omit<FormBook, 'papers'> & {
  readonly ballot: Pick<FormPaper, 'title' | 'subtitle' | 'issuerLines'> & { readonly says: string; readonly names: readonly string[] }
  readonly copies: number
  readonly perSheet: BallotsPerSheet
}
export type BallotsPerSheet = 1 | 2 | 4

export function text(words: string): FormBlock {
  return { type: 'text', text: words }
}

export function heading(words: string): FormBlock {
  return { type: 'heading', text: words }
}

export function field(label: string, value: string | null): FormBlock {
  return { type: 'field', label, value: value === '' ? null : value }
}

export function rowAcross(words: string): FormRow {
  return { cells: [words], look: 'across' }
}

export function plainRow(...cells: readonly string[]): FormRow {
  return { cells, look: 'plain' }
}
