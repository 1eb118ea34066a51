import { formatDay, type PlainDate } from '../calendar/plain-date.ts'
import { formatNumber } from '../kit/text.ts'
import { type FormPaper, type FormRow, heading, plainRow, rowAcross, text } from './form-paper.ts'

/** A paper in a dossier, with where it begins; null where each lies in a file of its own. */
export type ContentsLine = {
  /** The area or decision it belongs to. */
  readonly under: string
  readonly code: string
  readonly on: PlainDate | null
  readonly title: string
  readonly author: string
  readonly fromPage: number | null
}

/** What is missing, under the name of the area that lacks it. */
export type ContentsGap = { readonly under: string; readonly says: string }

/** The first page of a dossier: Decree 30/2020/NĐ-CP, Annex V, list of the papers in a file; then what it lacks. */
export function contentsPage(
  about: { readonly title: string; readonly issuerLines: readonly string[]; readonly purpose: string },
  { lines, gaps }: { readonly lines: readonly ContentsLine[]; readonly gaps: readonly ContentsGap[] },
): FormPaper {
  return {
    formNumber: null,
    cites: '',
    issuerLines: about.issuerLines,
    placeAndDate: null,
    title: 'Mục lục hồ sơ',
    subtitle: about.title,
    addressees: [],
    blocks: [
      ...(about.purpose === '' ? [] : [text(`Lập để: ${about.purpose}.`)]),
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 5, align: 'center' },
          { heading: 'Số, ký hiệu', share: 13, align: 'left' },
          { heading: 'Ngày tháng', share: 11, align: 'center' },
          { heading: 'Tên loại và trích yếu', share: 38, align: 'left' },
          { heading: 'Tác giả', share: 18, align: 'left' },
          { heading: 'Tờ số', share: 7, align: 'center' },
          { heading: 'Ghi chú', share: 8, align: 'left' },
        ],
        rows: numbered(lines),
        isForThePen: false,
      },
      heading('Còn thiếu'),
      ...(gaps.length === 0
        ? [text('Không thiếu gì.')]
        : gaps.map(({ under, says }, at) => text(`${at + 1}. ${under === '' ? '' : `${under}: `}${says}`))),
    ],
    signatures: [],
    orientation: 'landscape',
  }
}

function numbered(lines: readonly ContentsLine[]): FormRow[] {
  let under = ''
  let number = 0
  return lines.flatMap(line => {
    const isNew = line.under !== under
    under = line.under
    const row = plainRow(
      String(++number),
      line.code,
      line.on === null ? '' : formatDay(line.on),
      line.title,
      line.author,
      line.fromPage === null ? '' : formatNumber(line.fromPage),
      '',
    )
    return isNew ? [rowAcross(line.under), row] : [row]
  })
}
