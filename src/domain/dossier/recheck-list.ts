import { formatIssueDay, type PlainDate } from '../calendar/plain-date.ts'
import { linesOfIssuer, placeOfIssue } from '../certificate/paper.ts'
import { capitalise, formatNumber } from '../kit/text.ts'
import type { OrgUnitVersion } from '../org/org-unit.ts'
import type { SeasonDecision } from '../season/decision.ts'
import type { Season } from '../season/season.ts'
import { type DrawnKind, drawnWords, recheckOutcomes, recheckWords, tellBefore } from '../signal/sample.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { type FormBlock, type FormPaper, heading, plainRow, rowAcross, text } from './form-paper.ts'
import { honourIn } from './paper-facts.ts'

/** A lot as it fell, with the names of its day. */
export type DrawFacts = {
  readonly season: Pick<Season, 'year'>
  readonly book: Pick<RuleBook, 'name' | 'praise'>
  readonly issuer: OrgUnitVersion
  readonly draw: {
    readonly what: DrawnKind
    readonly seed: string
    readonly margin: number | null
    readonly on: PlainDate
    readonly byName: string
  }
  /** Those whose lists it was drawn from. */
  readonly decisions: readonly Pick<SeasonDecision, 'code' | 'on'>[]
  /** All there were to draw from, area by area. */
  readonly areas: readonly { readonly unitId: string; readonly name: string; readonly population: number }[]
  readonly items: readonly { readonly areaUnitId: string; readonly headName: string | null; readonly address: string | null }[]
}

/** Whom to look at again: how they were drawn, so that anybody can draw again, and room for what is found. */
export function recheckList(facts: DrawFacts): FormPaper {
  const { areas, book, decisions, draw, issuer, items, season } = facts
  const noun = drawnWords[draw.what]
  const population = areas.reduce((total, area) => total + area.population, 0)
  const households = draw.what === 'households'
  const under = decisions.map(({ code, on }) => `số ${code} ${formatIssueDay(on)}`).join(', ')
  const exact = draw.margin === null ? '' : `; tỷ lệ tìm được lệch không quá ${draw.margin} điểm phần trăm trong 95 trên 100 lần rút`
  return {
    formNumber: null,
    cites: '',
    issuerLines: linesOfIssuer(issuer),
    placeAndDate: `${placeOfIssue(issuer)}, ${formatIssueDay(draw.on)}`,
    addressees: [],
    title: 'Danh sách kiểm lại',
    subtitle: `${capitalise(honourIn(book, season.year))}: ${formatNumber(items.length)}/${formatNumber(population)} ${noun}, rút thăm`,
    blocks: [
      text(
        households
          ? `Rút ${formatNumber(items.length)} hộ trong ${formatNumber(population)} hộ được công nhận theo Quyết định ${under}, mỗi nơi theo tỷ lệ số hộ của mình${exact}.`
          : `Rút ${formatNumber(items.length)} nơi trong ${formatNumber(population)} nơi có hộ được công nhận theo Quyết định ${under}, nơi nào cũng có cơ hội như nhau.`,
      ),
      text(
        `Hạt giống: “${draw.seed}”. Ai cũng rút lại được đúng danh sách này: lấy SHA-256 của “hạt giống:mã ${noun}” cho từng ${noun}${households ? ' được công nhận; mỗi nơi lấy những mã có giá trị nhỏ nhất, đủ số của nơi ấy' : '; lấy những mã có giá trị nhỏ nhất'}.`,
      ),
      text(`Kiểm đúng ${noun} có tên, không đổi sang ${noun} khác; không gặp được thì đánh dấu ở cột riêng.`),
      tableOf(facts),
      ...statistic(population, facts),
    ],
    signatures: [
      { capacity: 'Người kiểm lại', name: null },
      { capacity: 'Người rút thăm', name: draw.byName },
    ],
    orientation: 'landscape',
  }
}

const toFill = ['', '', '', '', ''] as const

function tableOf({ areas, draw, items }: DrawFacts): FormBlock {
  const households = draw.what === 'households'
  const hasPlace = items.some(({ address }) => address)
  const nameOf = new Map(areas.map(({ unitId, name }) => [unitId, name]))
  const rows = households
    ? areas.flatMap(area => {
        const here = items.filter(({ areaUnitId }) => areaUnitId === area.unitId)
        const counted = `${area.name}: ${formatNumber(here.length)}/${formatNumber(area.population)} hộ được công nhận`
        return [
          rowAcross(counted),
          ...here.map(({ headName, address }, at) =>
            plainRow(String(at + 1), headName ?? '', ...(hasPlace ? [address ?? ''] : []), ...toFill),
          ),
        ]
      })
    : items.map(({ areaUnitId }, at) => plainRow(String(at + 1), nameOf.get(areaUnitId) ?? '', ...toFill))
  return {
    type: 'table',
    columns: [
      { heading: 'TT', share: 5, align: 'center' },
      { heading: households ? 'Họ và tên chủ hộ' : 'Nơi kiểm lại', share: hasPlace ? 21 : 37, align: 'left' },
      ...(hasPlace ? [{ heading: 'Nơi ở', share: 16, align: 'left' } as const] : []),
      ...recheckOutcomes.map(outcome => ({ heading: capitalise(recheckWords[outcome]), share: 8, align: 'center' }) as const),
      { heading: 'Ngày kiểm', share: 11, align: 'center' },
      { heading: 'Thấy gì', share: 23, align: 'left' },
    ],
    rows,
    isForThePen: true,
  }
}

/** What will follow from what is found, told before anybody goes: nobody chooses the reading afterwards. */
function statistic(population: number, { draw, items }: DrawFacts): FormBlock[] {
  const told = tellBefore(population, items.length)
  if (told.length === 0) return []
  const noun = drawnWords[draw.what]
  const share = (count: number): string => `${formatNumber((count * 100) / population, 1)}%`
  return [
    heading(`Thấy bao nhiêu ${noun} không đúng thì suy ra thế nào`),
    {
      type: 'table',
      columns: [
        { heading: `Không đúng, trong ${formatNumber(items.length)} ${noun} đã kiểm`, share: 34, align: 'center' },
        { heading: `Không đúng, trong cả ${formatNumber(population)} ${noun}`, share: 33, align: 'center' },
        { heading: 'Tỷ lệ', share: 33, align: 'center' },
      ],
      rows: told.map(({ wrong, least, most }) =>
        plainRow(formatNumber(wrong), `từ ${formatNumber(least)} đến ${formatNumber(most)}`, `từ ${share(least)} đến ${share(most)}`),
      ),
      isForThePen: false,
    },
    text(
      `Khoảng tính đúng cho rút thăm không hoàn lại, chứa số thật trong 95 trên 100 lần rút, khi gặp được đủ ${formatNumber(items.length)} ${noun}.`,
    ),
  ]
}
