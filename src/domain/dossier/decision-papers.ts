import { formatIssueDay } from '../calendar/plain-date.ts'
import { linesOfIssuer, placeOfIssue } from '../certificate/paper.ts'
import { capitalise, formatNumber } from '../kit/text.ts'
import type { Reason } from '../season/decision.ts'
import { reasonWords } from '../season/season-words.ts'
import { toldReasons } from '../season/told-reasons.ts'
import { certificateGiven, type DecisionFacts } from './decision-document.ts'
import { type FormBlock, type FormPaper, type FormRow, heading, plainRow, rowAcross, text } from './form-paper.ts'
import { givingOf, honourIn, subjectWords } from './paper-facts.ts'

/** What the commune found in the dossiers it decided on: counts of each area, and why a household was not recognised. Posted nowhere. */
export function appraisal(facts: DecisionFacts): FormPaper {
  const { areas, decision, failed, recognised } = facts
  const counted = areas.map(area => {
    const here = ({ areaUnitId }: { readonly areaUnitId: string }): boolean => areaUnitId === area.unitId
    return { name: area.name, recognised: recognised.filter(here).length, failed: failed.filter(here).length }
  })
  const nameOf = new Map(areas.map(({ unitId, name }) => [unitId, name]))
  return {
    ...headOfPaper(facts),
    title: 'Kết quả thẩm định hồ sơ',
    subtitle: `Xét ${givingOf(facts.book)} ${honourIn(facts.book, facts.season.year)}`,
    blocks: [
      text(
        `${formatNumber(areas.length)} hồ sơ được thẩm định và quyết định tại Quyết định số ${decision.code} ${formatIssueDay(decision.on)}.`,
      ),
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 8, align: 'center' },
          { heading: 'Hồ sơ của', share: 38, align: 'left' },
          { heading: 'Được xét', share: 18, align: 'right' },
          { heading: 'Công nhận', share: 18, align: 'right' },
          { heading: 'Không công nhận', share: 18, align: 'right' },
        ],
        rows: [
          ...counted.map((area, at) =>
            plainRow(
              String(at + 1),
              area.name,
              formatNumber(area.recognised + area.failed),
              formatNumber(area.recognised),
              formatNumber(area.failed),
            ),
          ),
          {
            look: 'total',
            cells: [
              '',
              'Cộng',
              formatNumber(recognised.length + failed.length),
              formatNumber(recognised.length),
              formatNumber(failed.length),
            ],
          } satisfies FormRow,
        ],
        isForThePen: false,
      },
      ...(decision.openAccepted === ''
        ? []
        : [text(`Nơi còn điều chưa rõ vẫn được công nhận, người ký chịu trách nhiệm, vì: ${decision.openAccepted}.`)]),
      ...(decision.lawChosen === '' ? [] : [text(`Văn bản đã thay đổi; người ký theo văn bản của đợt, vì: ${decision.lawChosen}.`)]),
      ...failedTable(facts, nameOf),
    ],
    signatures: [
      { capacity: 'Người thẩm định', name: null },
      { capacity: facts.capacityLines.at(-1) ?? 'Chủ tịch', name: decision.signerName },
    ],
    orientation: 'portrait',
  }
}

/** Certificates are handed over against a signature, village by village. */
export function handoverList(facts: DecisionFacts): FormPaper {
  const { areas, decision, recognised } = facts
  const { isAlone, nameHeading, whereHeading } = subjectWords(facts.season)
  const hasPlace = !isAlone && recognised.some(({ address }) => address !== '')
  return {
    ...headOfPaper(facts),
    title: `Danh sách nhận ${certificateGiven(facts)}`,
    subtitle: capitalise(honourIn(facts.book, facts.season.year)),
    blocks: [
      text(`Theo Quyết định số ${decision.code} ${formatIssueDay(decision.on)}.`),
      {
        type: 'table',
        columns: [
          { heading: 'Số giấy', share: 10, align: 'center' },
          { heading: nameHeading, share: hasPlace ? 34 : 54, align: 'left' },
          ...(hasPlace ? [{ heading: whereHeading, share: 20, align: 'left' } as const] : []),
          { heading: 'Ngày nhận', share: 16, align: 'center' },
          { heading: 'Ký nhận', share: 20, align: 'left' },
        ],
        rows: areas.flatMap(({ unitId, name }) => {
          const here = recognised.filter(({ areaUnitId }) => areaUnitId === unitId)
          const rows = here.map(row => plainRow(String(row.number), row.headName, ...(hasPlace ? [row.address] : []), '', ''))
          if (isAlone) return rows
          const head = rowAcross(`${name} (${formatNumber(here.length)} giấy)`)
          return here.length === 0 ? [] : [head, ...rows]
        }),
        isForThePen: true,
      },
      text(`Tổng số: ${formatNumber(recognised.length)} giấy.`), // no signatures on a page of their own
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: 'Người trao', name: null },
    ],
    orientation: 'portrait',
  }
}

function headOfPaper({
  decision,
  issuer,
}: DecisionFacts): Pick<FormPaper, 'formNumber' | 'cites' | 'issuerLines' | 'placeAndDate' | 'addressees'> {
  return {
    formNumber: null,
    cites: '',
    issuerLines: linesOfIssuer(issuer),
    placeAndDate: `${placeOfIssue(issuer)}, ${formatIssueDay(decision.on)}`,
    addressees: [],
  }
}

function failedTable({ failed, season }: DecisionFacts, nameOf: ReadonlyMap<string, string>): FormBlock[] {
  if (failed.length === 0) return []
  return [
    heading('Không được công nhận'),
    {
      type: 'table',
      columns: [
        { heading: 'TT', share: 8, align: 'center' },
        { heading: subjectWords(season).nameHeading, share: 28, align: 'left' },
        { heading: 'Hồ sơ của', share: 22, align: 'left' },
        { heading: 'Lý do', share: 42, align: 'left' },
      ],
      rows: failed.map(({ headName, areaUnitId, reasons }, at) =>
        plainRow(String(at + 1), headName, nameOf.get(areaUnitId) ?? '', reasonsWords(toldReasons(reasons))),
      ),
      isForThePen: false,
    },
    text(`Danh sách này có ${formatNumber(failed.length)} ${subjectWords(season).noun} không được công nhận.`),
  ]
}

/** In the words of the law. */
function reasonsWords(reasons: readonly Reason[]): string {
  return [...new Set(reasons.map(({ code, clause }) => (clause === '' ? reasonWords[code] : `${reasonWords[code]} (${clause})`)))].join(
    '; ',
  )
}
