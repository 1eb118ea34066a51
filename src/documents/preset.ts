/**
 * The table of Decree 30/2020/NĐ-CP, Annex I, Part I (II, IV, V) as numbers: millimetres for pages, points for type.
 * Writers take the size they print; the checker takes the range the decree allows. Nothing else knows a size.
 */

/** A size in points: what is printed, and the range the decree allows. */
export type TypeSize = { readonly print: number; readonly from: number; readonly to: number }

/** A margin in millimetres, in the same way. */
export type Margin = { readonly print: number; readonly from: number; readonly to: number }

const size = (print: number, from: number, to: number): TypeSize => ({ print, from, to })

export const decree30 = {
  cites: 'Nghị định 30/2020/NĐ-CP',
  font: 'Times New Roman',
  language: 'vi-VN',
  /** Annex I, I.I.1–5: A4, upright; margins within their ranges. */
  page: {
    width: 210,
    height: 297,
    top: { print: 20, from: 20, to: 25 },
    bottom: { print: 20, from: 20, to: 25 },
    left: { print: 30, from: 30, to: 35 },
    right: { print: 15, from: 15, to: 20 },
    /** From the upper edge of the sheet to the page number, inside the upper margin (I.I.7). */
    pageNumberTop: 10,
  },
  /** Sizes of the sample table in Annex I, V; ranges of Annex I, II and III. */
  sizes: {
    nationalName: size(12, 12, 13),
    motto: size(13, 13, 14),
    issuer: size(12, 12, 13),
    number: size(13, 13, 13),
    placeAndDate: size(13, 13, 14),
    kind: size(14, 13, 14),
    subject: size(14, 13, 14),
    letterSubject: size(12, 12, 13),
    addressees: size(14, 13, 14),
    body: size(14, 13, 14),
    signature: size(14, 13, 14),
    recipientsLabel: size(12, 12, 12),
    recipients: size(11, 11, 11),
    appendixLabel: size(14, 14, 14),
    appendixTitle: size(14, 13, 14),
    appendixNote: size(13, 13, 14),
    pageNumber: size(14, 13, 14),
    /** The decree names no size inside tables; one below the text is customary. */
    table: size(13, 11, 14),
  },
  /** Annex I, II.6.d: first line 1 or 1.27 cm, at least 6 pt between paragraphs, lines from single to one and a half. */
  body: { firstLine: 12.7, firstLinesAllowed: [10, 12.7], linePitch: 18, after: 6, lineFrom: 1, lineTo: 1.5 },
  /** Annex I, IV: two columns without borders. The right one must hold the national name on one line. */
  letterhead: { left: 66, leftMost: 76, gap: 6, beforeNumber: 6, beforeLetterSubject: 6, after: 12 },
  /** Rules: full width of the motto; a third to a half of the line above elsewhere (II.2, II.5). */
  rules: { mottoFrom: 0.95, mottoTo: 1.05, share: 0.42, shareFrom: 1 / 3, shareTo: 1 / 2, weight: 0.75, above: 2, height: 2 },
  subject: { width: 145, after: 12 },
  addressees: { before: 18, after: 12 },
  /** Space inside the cells of a table, in mm. */
  table: { besideText: 1.2, aboveText: 0.5 },
  closing: { before: 12, left: 82.5, signatureSpace: 72, recipientsAfterSecondSignature: 18 },
} as const satisfies Preset

export type Preset = {
  readonly cites: string
  readonly font: string
  readonly language: string
  readonly page: { readonly width: number; readonly height: number; readonly pageNumberTop: number } & Record<
    'top' | 'bottom' | 'left' | 'right',
    Margin
  >
  readonly sizes: Readonly<Record<string, TypeSize>>
  readonly body: Readonly<Record<'firstLine' | 'linePitch' | 'after' | 'lineFrom' | 'lineTo', number>> & {
    readonly firstLinesAllowed: readonly number[]
  }
  readonly letterhead: Readonly<Record<'left' | 'leftMost' | 'gap' | 'beforeNumber' | 'beforeLetterSubject' | 'after', number>>
  readonly rules: Readonly<Record<'mottoFrom' | 'mottoTo' | 'share' | 'shareFrom' | 'shareTo' | 'weight' | 'above' | 'height', number>>
  readonly subject: Readonly<Record<'width' | 'after', number>>
  readonly addressees: Readonly<Record<'before' | 'after', number>>
  readonly table: Readonly<Record<'besideText' | 'aboveText', number>>
  readonly closing: Readonly<Record<'before' | 'left' | 'signatureSpace' | 'recipientsAfterSecondSignature', number>>
}

/** The two fixed lines on top: Annex I, II.1. */
export const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Word's single line of Times New Roman: ascent, descent and line gap of its metrics, in ems. */
export const singleLine = { above: 0.9335, below: 0.2163 } as const

const pointsPerMm = 72 / 25.4

export function mmToPoints(mm: number): number {
  return mm * pointsPerMm
}

/** Word measures in twentieths of a point. */
export function pointsToTwips(points: number): number {
  return Math.round(points * 20)
}

export function mmToTwips(mm: number): number {
  return pointsToTwips(mmToPoints(mm))
}

/** Width of the text on an upright or a turned page, in millimetres. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  const { width, height, left, right } = decree30.page
  return (orientation === 'portrait' ? width : height) - left.print - right.print
}
