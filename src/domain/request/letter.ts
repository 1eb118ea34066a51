import { daysBetween, formatDay, type PlainDate, yearOf } from '../calendar/plain-date.ts'
import { linesOfIssuer, placeOfIssue } from '../certificate/paper.ts'
import { type Block, type DataTable, type DocumentAppendix, type OfficialDocument, plainText } from '../document/official-document.ts'
import { capitalise, formatNumber } from '../kit/text.ts'
import { aboveCommuneKinds, communeKinds, type OrgUnitKind, type OrgUnitVersion } from '../org/org-unit.ts'
import { type BoardRow, standingOf } from './board.ts'
import { levelNouns, type ReportRequest } from './request.ts'

/** A letter asks for a report, or reminds of one and lists who has sent it and who has not. */
export const letterKinds = ['asks', 'reminds'] as const
export type LetterKind = (typeof letterKinds)[number]

/** What its writer answers for; everything else a letter says is read from the request. */
export type LetterWords = {
  readonly subject: string
  readonly addressees: readonly string[]
  readonly paragraphs: readonly string[]
  readonly symbol: string
  readonly recipients: readonly string[]
  readonly archive: string
}

export type LetterFacts = {
  readonly kind: LetterKind
  readonly words: LetterWords
  readonly issuer: OrgUnitVersion
  readonly request: Pick<ReportRequest, 'title' | 'covers' | 'cutoff' | 'asked'> & { readonly formName: string }
  /** Who hands in straight to the issuer, as of the day of the letter. */
  readonly rows: readonly (BoardRow & { readonly unitName: string })[]
  readonly on: PlainDate
  /** Null while it is a draft. */
  readonly signed: { readonly number: number; readonly capacityLines: readonly string[]; readonly fullName: string } | null
}

/** The official letter, form 1.5 of Decree 30/2020/NĐ-CP, Annex III: the writer's words, then what is asked, by when, of whom. */
export function letterDocument({ kind, words, issuer, request, rows, on, signed }: LetterFacts): OfficialDocument {
  const facts = factsOf(request, rows)
  const told = [...words.paragraphs, ...facts, ...(rows.length > 0 ? ['Danh sách đơn vị có trong phụ lục kèm theo.'] : [])]
  return {
    schemaVersion: 1,
    kind: 'officialLetter',
    issuer: {
      parentLines: issuer.letterhead?.parentLines ?? [],
      nameLines: nameLinesOf(issuer),
      fullName: fullNameOf(issuer),
    },
    code: { number: signed?.number ?? null, symbol: words.symbol },
    placeAndDate: { place: placeOfIssue(issuer), day: signed && on, year: yearOf(on) },
    subject: words.subject,
    addressees: words.addressees,
    authority: null,
    bases: [],
    blocks: told.map((text, at): Block => {
      const closed = at === told.length - 1 ? text.replace(/\.$/u, './.') : text
      return { type: 'paragraph', id: `p${at}`, label: null, inlines: plainText(closed) }
    }),
    signature: { capacityLines: signed?.capacityLines ?? [], fullName: signed?.fullName ?? null },
    secondSignature: null,
    recipients: { lines: ['Như trên', ...words.recipients], archive: words.archive },
    appendices: kind === 'asks' ? askedList(rows) : sentLists(rows, on),
  }
}

const places: readonly OrgUnitKind[] = [...communeKinds, ...aboveCommuneKinds]
const governed: readonly OrgUnitKind[] = [...places, 'peoplesCommittee', 'tradeUnion']

/** A place speaks through its people's committee; every other unit under its own name. */
function fullNameOf({ kind, calledInText }: OrgUnitVersion): string {
  return places.includes(kind) ? `Ủy ban nhân dân ${calledInText}` : calledInText
}

function nameLinesOf(issuer: OrgUnitVersion): readonly string[] {
  if (governed.includes(issuer.kind)) return linesOfIssuer(issuer)
  return issuer.letterhead?.nameLines ?? [issuer.name.toLocaleUpperCase('vi')]
}

/** Due days of those the letter goes to; where it goes to nobody yet, of all who are asked. */
function factsOf({ title, covers, cutoff, asked, formName }: LetterFacts['request'], rows: LetterFacts['rows']): string[] {
  const told = asked.filter(({ level }) => rows.length === 0 || rows.some(row => row.level === level))
  const due = told.map(({ level, dueOn }) => `${levelNouns[level]}: ngày ${formatDay(dueOn)}`).join('; ')
  return [
    `Tên báo cáo: ${title}.`,
    `Biểu mẫu: ${formName}.`,
    `Kỳ số liệu: từ ngày ${formatDay(covers.from)} đến hết ngày ${formatDay(cutoff)}.`,
    `Hạn gửi: ${due}.`,
  ]
}

function askedList(rows: LetterFacts['rows']): DocumentAppendix[] {
  return appendix('asked', 'Danh sách đơn vị gửi báo cáo', rows, {
    headings: ['Hạn gửi', 'Ghi chú'],
    cells: ({ dueOn }) => [formatDay(dueOn), ''],
  })
}

/** As on the day of the letter: who has not sent before who has. */
function sentLists(rows: LetterFacts['rows'], on: PlainDate): DocumentAppendix[] {
  const owing = rows.filter(row => ['notYet', 'overdue', 'sentBack'].includes(standingOf(row)))
  const sent = rows.filter(row => !owing.includes(row))
  return [
    ...appendix('owing', `Đơn vị chưa gửi báo cáo, tính đến ngày ${formatDay(on)}`, owing, {
      headings: ['Hạn gửi', 'Tình trạng'],
      cells: row => [formatDay(row.dueOn), sayOwing(row, on)],
    }),
    ...appendix('sent', `Đơn vị đã gửi báo cáo, tính đến ngày ${formatDay(on)}`, sent, {
      headings: ['Ngày gửi', 'Tình trạng'],
      cells: ({ sentOn, isLate }) => [sentOn ? formatDay(sentOn) : '', isLate ? 'sau hạn' : 'đúng hạn'],
    }),
  ]
}

function sayOwing(row: BoardRow, on: PlainDate): string {
  const standing = standingOf(row)
  if (standing === 'sentBack') return 'đã trả lại để sửa'
  return standing === 'overdue' ? `quá hạn ${formatNumber(daysBetween(row.dueOn, on))} ngày` : 'chưa đến hạn'
}

type Row = LetterFacts['rows'][number]
type Columns = { readonly headings: readonly [string, string]; readonly cells: (row: Row) => readonly [string, string] }

/** None where nobody is to be listed. */
function appendix(id: string, title: string, rows: readonly Row[], { headings, cells }: Columns): DocumentAppendix[] {
  if (rows.length === 0) return []
  const table: DataTable = {
    type: 'table',
    id: `${id}-table`,
    columns: [
      { heading: 'STT', share: 1, align: 'center' },
      { heading: 'Đơn vị', share: 6, align: 'left' },
      { heading: headings[0], share: 2, align: 'center' },
      { heading: headings[1], share: 3, align: 'left' },
    ],
    rows: rows.map((row, at) => [formatNumber(at + 1), capitalise(row.unitName), ...cells(row)]),
  }
  return [{ id, title, orientation: 'portrait', blocks: [table] }]
}
