/** What the checker sees of a Word file: effective looks, in the units of the file (twips) and points for sizes. */

export type RunLook = {
  /** Font of plain letters, and of letters above U+007F: Word keeps them apart. */
  readonly asciiFont: string
  readonly hAnsiFont: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly caps: boolean
  readonly underline: boolean
  /** Six hexadecimal digits, or `auto`. */
  readonly color: string
}

export type ReadRun = { readonly text: string; readonly look: RunLook }

export type ParagraphLook = {
  readonly align: string
  readonly left: number
  readonly right: number
  /** Negative: hanging. */
  readonly firstLine: number
  readonly before: number
  readonly after: number
  readonly contextualSpacing: boolean
  readonly line: number
  readonly lineRule: string
  readonly topBorder: boolean
  readonly bottomBorder: boolean
  readonly outline: number | null
  readonly styleId: string
}

/** The cell a paragraph stands in: table and place counted from 0, width in twips. */
export type CellPlace = {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly width: number
  readonly bordered: boolean
}

export type ReadParagraph = {
  readonly text: string
  readonly runs: readonly ReadRun[]
  readonly look: ParagraphLook
  readonly cell: CellPlace | null
  readonly section: number
  readonly blockId: string | null
  /** Width of what the paragraph may fill, in twips. */
  readonly available: number
  /** Lengths of drawn lines anchored here, in points. */
  readonly drawnLines: readonly number[]
  readonly hasPageNumber: boolean
}

export type ReadSection = {
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header', number>>
  readonly titlePage: boolean
  readonly headers: Readonly<Record<'default' | 'first', readonly ReadParagraph[]>>
  readonly footers: Readonly<Record<'default' | 'first', readonly ReadParagraph[]>>
}

export type ReadDocument = { readonly paragraphs: readonly ReadParagraph[]; readonly sections: readonly ReadSection[] }
