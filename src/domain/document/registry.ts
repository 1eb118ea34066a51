import type { DateRange } from '../calendar/date-range.ts'
import { contains } from '../calendar/date-range.ts'
import { formatCitedDay, formatIssueDay, type PlainDate } from '../calendar/plain-date.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { lowerFirst } from '../kit/text.ts'
import { type DocumentKind, documentKinds } from './kinds.ts'

/** A document known to a unit: one it issued, one that came in, or a text it rests on. */
export type RegisteredDocument = {
  readonly id: string
  /** The unit in whose register it stands. */
  readonly ownerUnitId: string
  readonly direction: DocumentDirection
  readonly kind: DocumentKind
  /** Number and symbol as printed: `41/KH-UBND`. Identity keeps diacritics and case. */
  readonly code: string
  readonly issuedOn: PlainDate
  /** Who issued it, as citations name it: `UBND tỉnh`. */
  readonly issuerName: string
  readonly issuerUnitId: string | null
  readonly subject: string
  /** Days the text binds; unknown ends are open. */
  readonly valid: DateRange
  /** The years a programme or plan covers, as its own text says; never copied from a parent. */
  readonly years: YearRange | null
  /** Statutory columns of the incoming register (Decree 30, Annex IV); null for outgoing. */
  readonly arrivedOn: PlainDate | null
  readonly arrivalNumber: number | null
  /** Further columns of the two registers (Decree 30, Annex IV); empty while nobody has written them down. */
  readonly signerName: string
  /** Outgoing: where it goes. Incoming: the unit or person it is handed to. */
  readonly recipients: string
  /** Who keeps the archive copy of an outgoing document. */
  readonly archivedWith: string
  readonly copies: number | null
  /** The day it left for its recipients or was handed on in the house. */
  readonly forwardedOn: PlainDate | null
  readonly note: string
  readonly revision: number
}
export const documentDirections = ['incoming', 'outgoing', 'reference'] as const
export type DocumentDirection = (typeof documentDirections)[number]
/** The two registers every office keeps and prints: Decree 30/2020/NĐ-CP, Art. 16(2) and 22(3). */
export const bookDirections = ['incoming', 'outgoing'] as const satisfies readonly DocumentDirection[]
export type BookDirection = (typeof bookDirections)[number]
export type YearRange = { readonly from: number; readonly until: number }

/** One document rests on or carries out another. A graph: a plan may have several parents, and order of days proves nothing. */
export type CitationLink = { readonly fromDocumentId: string; readonly toDocumentId: string; readonly relation: CitationRelation }
export const citationRelations = ['carriesOut', 'restsOn', 'mentions'] as const
export type CitationRelation = (typeof citationRelations)[number]

export type DocumentRefusal =
  | 'document.unknown'
  | 'document.already-registered'
  | 'document.arrival-number-taken'
  | 'document.issued-in-future'
  | 'document.arrived-before-issue'
  | 'document.forwarded-outside'
  | 'document.ends-before-start'
  | 'document.code-without-symbol'
  | 'document.kind-unlike-symbol'
  | 'document.cites-itself'
  | 'document.cites-in-circle'
  | 'document.secret'
  | 'document.numbered-here'
  | 'document.stale'
  | 'document.bad-file'

const secretMarks = /(?<!\p{L})(?:TUYỆT MẬT|TỐI MẬT|ĐỘ MẬT)(?!\p{L})|^MẬT$/u

/** A document may stand in the register when its days, code and kind agree, and it is not secret (K29). */
export function registerDocument(
  document: RegisteredDocument,
  existing: readonly RegisteredDocument[],
  today: PlainDate,
): Result<RegisteredDocument, DocumentRefusal> {
  if (document.issuedOn > today) return refuse('document.issued-in-future', { issuedOn: document.issuedOn })
  if (document.arrivedOn !== null && document.arrivedOn < document.issuedOn) return refuse('document.arrived-before-issue')
  const here = document.arrivedOn ?? document.issuedOn // the first day it could be handed on
  if (document.forwardedOn !== null && (document.forwardedOn < here || document.forwardedOn > today))
    return refuse('document.forwarded-outside', { from: here, until: today })
  const { from, until } = document.valid
  if ((from !== null && until !== null && until <= from) || (document.years && document.years.until < document.years.from))
    return refuse('document.ends-before-start')
  if (secretMarks.test(document.subject)) return refuse('document.secret')
  const symbol = symbolOf(document.code)
  if (symbol === null) return refuse('document.code-without-symbol', { code: document.code })
  if (!symbolFitsKind(symbol, document.kind))
    return refuse('document.kind-unlike-symbol', { code: document.code, kind: documentKinds[document.kind].name })
  const twin = existing.find(other => other.id !== document.id && isSameDocument(other, document))
  if (twin) return refuse('document.already-registered', { code: twin.code, issuedOn: twin.issuedOn })
  return ok(document)
}

/** Number, symbol and issuer make a document one within its year: Decree 30, Art. 15(1) and Annex VI, I.III. */
export function isSameDocument(a: RegisteredDocument, b: RegisteredDocument): boolean {
  return (
    a.ownerUnitId === b.ownerUnitId &&
    a.code === b.code &&
    a.issuerName === b.issuerName &&
    a.issuedOn.slice(0, 4) === b.issuedOn.slice(0, 4)
  )
}

/** Whether only what a clerk fills in afterwards differs: who keeps the copy, how many, when it left, the remark. */
export function saysTheSame(before: RegisteredDocument, after: RegisteredDocument): boolean {
  const said = ({ archivedWith: _who, copies: _many, forwardedOn: _day, note: _note, revision: _revision, ...text }: RegisteredDocument) =>
    canonicalJson(text)
  return said(before) === said(after)
}

/** What follows the number: `KH-UBND` of `41/KH-UBND`, `QĐ-TTg`, `NĐ-CP` of `122/2018/NĐ-CP`. Null when there is none. */
export function symbolOf(code: string): string | null {
  const parts = code.split('/')
  const symbol = parts.at(-1)
  return parts.length >= 2 && symbol && /\p{L}/u.test(symbol) ? symbol : null
}

/** The kind in the symbol is that of the document (K08); official letters carry none, laws have none of their own. */
function symbolFitsKind(symbol: string, kind: DocumentKind): boolean {
  const { abbreviation } = documentKinds[kind]
  const [lead = ''] = symbol.split('-')
  if (abbreviation !== null) return lead === abbreviation
  return !Object.values(documentKinds).some(other => other.abbreviation === lead)
}

/** A citation may not lead back to where it starts. */
export function addCitation(
  link: CitationLink,
  existing: readonly CitationLink[],
): Result<CitationLink, 'document.cites-itself' | 'document.cites-in-circle'> {
  if (link.fromDocumentId === link.toDocumentId) return refuse('document.cites-itself')
  return reachable(link.toDocumentId, existing).has(link.fromDocumentId) ? refuse('document.cites-in-circle') : ok(link)
}

/** Everything a document rests on, directly or through others, without itself. */
export function reachable(documentId: string, links: readonly CitationLink[]): Set<string> {
  const found = new Set<string>()
  const waiting = [documentId]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const link of links)
      if (link.fromDocumentId === next && !found.has(link.toDocumentId)) {
        found.add(link.toDocumentId)
        waiting.push(link.toDocumentId)
      }
  return found
}

/** First citation, Decree 30, Annex I, II.6(b): kind, code, day, issuer, subject. */
export function fullCitation(document: Cited): string {
  return citationDated(document, `ngày ${formatCitedDay(document.issuedOn)}`)
}

/** The same with its day as the annexes of the decree write it: `ngày 20 tháng 01 năm 2025`. */
export function citationInWords(document: Cited): string {
  return citationDated(document, formatIssueDay(document.issuedOn))
}

type Cited = Pick<RegisteredDocument, 'kind' | 'code' | 'issuedOn' | 'issuerName' | 'subject'>

function citationDated({ kind, code, issuerName, subject }: Cited, day: string): string {
  return `${documentKinds[kind].name} số ${code} ${day} của ${issuerName} ${lowerFirst(subject)}`
}

/** Later citations: kind and code only. */
export function shortCitation(document: Pick<RegisteredDocument, 'kind' | 'code'>): string {
  return `${documentKinds[document.kind].name} số ${document.code}`
}

/** Whether a text bound on a day, as far as its register entry knows. */
export function isInForce(document: Pick<RegisteredDocument, 'valid' | 'issuedOn'>, on: PlainDate): boolean {
  return forceOn(document, on) === 'inForce'
}

/** A text binds from issue at the earliest; before that and after its last day it does not. */
export type Force = 'notYet' | 'inForce' | 'ended'
export function forceOn({ valid, issuedOn }: Pick<RegisteredDocument, 'valid' | 'issuedOn'>, on: PlainDate): Force {
  if (valid.until !== null && valid.until <= on) return 'ended'
  return issuedOn <= on && contains(valid, on) ? 'inForce' : 'notYet'
}
