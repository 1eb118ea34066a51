import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ComposedKind } from '#domain/document/kinds.ts'
import type { SignatureBlock } from '#domain/document/official-document.ts'
import type { DocumentStage, Remark } from '#domain/document/remark.ts'
import type { Line } from '../lines.ts'
import type { ReadDocument } from '../read-model.ts'
import type { Recognised } from '../recognise.ts'

/** What the register and the directory know and a file cannot show. All of it may be left out. */
export type CheckFacts = {
  readonly kind?: ComposedKind
  /** The place name of the issuer on the day of signing. */
  readonly place?: string
  /** Who signs, as the directory of appointments says. */
  readonly signature?: SignatureBlock
  /** The last document of the same series, for an issued one. */
  readonly register?: { readonly lastNumber: number | null; readonly lastOn: PlainDate | null }
  readonly namedAfterPerson?: readonly string[]
}

/** Everything a check may look at. */
export type Checked = {
  readonly document: ReadDocument
  readonly parts: Recognised
  readonly stage: DocumentStage
  readonly facts: CheckFacts
}

const decree = 'Nghị định 30/2020/NĐ-CP'

/** A remark at a line, or on the whole document. */
export function remark(code: string, level: Remark['level'], at: Line | string, message: string, clause: string): Remark {
  const place =
    typeof at === 'string' ? { blockId: null, words: at } : { blockId: at.paragraph.blockId, words: `“${shorten(at.text.trim())}”` }
  return { code, level, place, message, rule: clause === '' ? decree : `${decree}, ${clause}` }
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

/** One remark for a fault that many lines share: the first place, and how many there are. */
export function remarkOnAll(code: string, level: Remark['level'], lines: readonly Line[], message: string, clause: string): Remark[] {
  const [first] = lines
  if (first === undefined) return []
  return [remark(code, level, first, lines.length === 1 ? message : `${message} (${lines.length} chỗ)`, clause)]
}

export function within(value: number, from: number, to: number, tolerance = 0): boolean {
  return value >= from - tolerance && value <= to + tolerance
}

/** `12`, or `13–14`, as remarks say it. */
export function sizeWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `${from}` : `${from}–${to}`
}
