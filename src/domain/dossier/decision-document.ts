import { formatIssueDay, type PlainDate, yearOf } from '../calendar/plain-date.ts'
import { bodyOfIssuer, linesOfIssuer, placeOfIssue } from '../certificate/paper.ts'
import { certificateOf, roundOfAct } from '../certificate/wording.ts'
import type { Basis, Block, DataTable, Issuer, OfficialDocument } from '../document/official-document.ts'
import { capitalise, formatCount, formatNumber, lowerFirst } from '../kit/text.ts'
import type { OrgUnitKind, OrgUnitVersion } from '../org/org-unit.ts'
import type { Reason, SeasonDecision } from '../season/decision.ts'
import { type Revocation, type RevokingAct, revocationWords } from '../season/recognition.ts'
import type { Season } from '../season/season.ts'
import { districtsEndedOn } from '../title/authority.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { cited, decreesOf } from './law-citations.ts'
import { areaWord, givingOf, headOf, honourIn, subjectWords } from './paper-facts.ts'

/** A household a decision names, as it stood in the register on the day it was registered. */
export type NamedHousehold = {
  readonly number: number
  readonly headName: string
  readonly address: string
  readonly areaUnitId: string
  /** What its title is called; told where the titles of one act have several names. */
  readonly titleName?: string
}
export type FailedHousehold = Omit<NamedHousehold, 'number' | 'titleName'> & { readonly reasons: readonly Reason[] }

/** The act itself; without a number and a signer while it is a draft. */
export type ActFacts = Pick<SeasonDecision, 'on' | 'code' | 'openAccepted' | 'lawChosen'> & {
  readonly signerName: string | null
  readonly isDraft: boolean
}

/** A decision with everybody it is about, and its issuer as of its day. */
export type DecisionFacts = {
  readonly season: Season
  readonly book: Pick<RuleBook, 'name' | 'cites' | 'praise' | 'recognition' | 'certificate' | 'deciding' | 'ofProvince'>
  /** The text of the province the sheet stands in; empty where there is none. */
  readonly provincialBasis: string
  readonly decision: ActFacts
  readonly issuer: OrgUnitVersion
  /** The level a people's committee stands under; null for what stands under none. */
  readonly parentKind: OrgUnitKind | null
  readonly capacityLines: readonly string[]
  /** By the name of the day, in the order of the register. */
  readonly areas: readonly { readonly unitId: string; readonly name: string; readonly kind: OrgUnitKind }[]
  /** Who looked into the files and proposed them, where the text has somebody do so; else their heads propose. */
  readonly appraisers: readonly string[]
  readonly recognised: readonly NamedHousehold[]
  readonly failed: readonly FailedHousehold[]
}

/** The decision as an administrative document, form 1.2 of Decree 30/2020/NĐ-CP, Annex III: its article counts its own list. */
export function decisionDocument(facts: DecisionFacts): OfficialDocument {
  const { areas, book, recognised, season } = facts
  const title = honourIn(book, season.year)
  const { areHouseholds, noun } = subjectWords(season)
  const many = areHouseholds ? 'hộ gia đình' : noun
  const giving = givingOf(book)
  const proposers = facts.appraisers.length > 0 ? facts.appraisers.join(', ') : headsOf(areas)
  const named = areas.filter(({ unitId }) => recognised.some(({ areaUnitId }) => areaUnitId === unitId))
  return {
    ...frameOf(facts),
    subject: `Về việc ${giving} ${title}`,
    bases: [...lawBases(facts), basis('proposal', `Theo đề nghị của ${proposers}`)],
    blocks: [
      pronounced,
      ...article(
        1,
        `${capitalise(giving)} ${title} cho ${formatCount(recognised.length)} ${many}${areHouseholds ? ` tại ${formatCount(named.length)} ${wordOf(areas)}` : ''} (có danh sách tại Phụ lục kèm theo).`,
      ),
      ...article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
      ...article(
        3,
        `${areHouseholds ? `${executorsOn(facts.decision.on)}, ` : ''}${headsOf(areas)} và các ${many} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ],
    appendices: [
      {
        id: 'list',
        title: `Danh sách ${many} được ${giving} ${title}`,
        orientation: 'landscape',
        blocks: listOf(facts),
      },
    ],
  }
}

/** Rows of the annex, area by area under one row of numbers: those on the certificates. */
function listOf({ areas, recognised, season }: DecisionFacts): Block[] {
  const { areHouseholds, isAlone, nameHeading, noun } = subjectWords(season)
  const nameOf = new Map(areas.map(({ unitId, name }) => [unitId, name]))
  const hasAddress = recognised.some(({ address }) => address !== '')
  const hasTitles = recognised.some(({ titleName }) => titleName !== undefined)
  const table: DataTable = {
    type: 'table',
    id: 'households',
    columns: [
      { heading: 'TT', share: 8, align: 'center' },
      { heading: nameHeading, share: 36, align: 'left' },
      ...(hasAddress ? [{ heading: 'Nơi ở', share: 28, align: 'left' } as const] : []),
      ...(isAlone ? [] : [{ heading: areHouseholds ? 'Bản, thôn, tổ dân phố' : 'Thuộc', share: 28, align: 'left' } as const]),
      ...(hasTitles ? [{ heading: 'Danh hiệu', share: 28, align: 'left' } as const] : []),
    ],
    rows: recognised.map(({ number, headName, address, areaUnitId, titleName }) => [
      String(number),
      headName,
      ...(hasAddress ? [address] : []),
      ...(isAlone ? [] : [nameOf.get(areaUnitId) ?? '']),
      ...(hasTitles ? [titleName ?? ''] : []),
    ]),
  }
  return [
    table,
    {
      type: 'paragraph',
      id: 'list-total',
      label: null,
      inlines: [{ type: 'text', text: `Danh sách này có ${formatCount(recognised.length)} ${areHouseholds ? 'hộ gia đình' : noun}.` }],
    },
  ]
}

/** What took it back: whoever decides on its day, under a number of its own. */
export type RevocationFacts = Revocation &
  Pick<RevokingAct, 'code' | 'signerName'> & { readonly issuer: OrgUnitVersion; readonly capacityLines: readonly string[] }

/** One household loses the honour. The ground is that of the law; what stands behind it stays in its own papers. */
export function revocationDocument(
  facts: Omit<DecisionFacts, 'recognised' | 'failed'>,
  { household, revocation }: { readonly household: NamedHousehold; readonly revocation: RevocationFacts },
): OfficialDocument {
  const { areas, book, decision, season } = facts
  const title = honourIn(book, season.year)
  const whose = subjectWords(season).areHouseholds ? 'hộ ông (bà) ' : ''
  const isOfLaw = revocation.ground !== 'textOfTheDay'
  const given = `Quyết định số ${decision.code} ${formatIssueDay(decision.on)}`
  const area = areas.find(({ unitId }) => unitId === household.areaUnitId)
  const where = [household.headName, household.address, subjectWords(season).isAlone ? '' : area?.name].filter(Boolean).join(', ')
  return {
    ...frameOf({ ...revocation, decision: { ...decision, on: revocation.on, code: revocation.code, signerName: revocation.signerName } }),
    subject: `Về việc hủy bỏ, thu hồi ${title}`,
    bases: [
      ...lawBases({ ...facts, issuer: revocation.issuer, decision: { ...decision, on: revocation.on } }),
      basis('given', `Căn cứ ${given} về việc ${givingOf(book)} ${title}`),
    ],
    blocks: [
      pronounced,
      ...article(
        1,
        `Hủy bỏ phần ${givingOf(book)} ${title} cho ${whose}${where}, số thứ tự ${formatNumber(household.number)} trong danh sách kèm theo ${given}; lý do: ${revocationWords[revocation.ground]}${isOfLaw ? '' : ` (${revocation.basis})`}.`,
      ),
      ...article(2, `Thu hồi ${certificateGiven(facts)} và tiền thưởng (nếu có) đã trao.`),
      ...article(
        3,
        `Quyết định này có hiệu lực kể từ ngày ký. ${executorsOn(revocation.on)}, ${headsOf(area ? [area] : areas)} và bên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ],
    appendices: [],
  }
}

/** `giấy công nhận`, `bằng chứng nhận`: what the act has handed over. */
export function certificateGiven({
  book,
  decision,
  issuer,
  parentKind,
}: Pick<DecisionFacts, 'book' | 'decision' | 'issuer' | 'parentKind'>): string {
  return lowerFirst(certificateOf(book, roundOfAct(book, { issuer, parentKind, on: decision.on })))
}

type Frame = Pick<DecisionFacts, 'issuer' | 'capacityLines'> & {
  readonly decision: Pick<ActFacts, 'code' | 'on' | 'signerName' | 'isDraft'>
}

function frameOf({ issuer, capacityLines, decision }: Frame): Omit<OfficialDocument, 'subject' | 'bases' | 'blocks' | 'appendices'> {
  const { code, on, signerName, isDraft } = decision
  const [number, symbol] = splitCode(code)
  return {
    schemaVersion: 1,
    kind: 'decision',
    issuer: issuerOf(issuer),
    code: { number: number === '' ? null : Number(number), symbol },
    placeAndDate: { place: placeOfIssue(issuer), day: isDraft ? null : on, year: yearOf(on) },
    addressees: [],
    authority: chairOf(issuer),
    signature: { capacityLines: capacityLines.length > 0 ? capacityLines : ['CHỦ TỊCH'], fullName: signerName },
    secondSignature: null,
    recipients: { lines: ['Như Điều 3'], archive: 'VT' },
  }
}

function splitCode(code: string): [string, string] {
  const slash = code.indexOf('/')
  return [code.slice(0, slash), code.slice(slash + 1)]
}

/** As its letterhead says; a level of government without one issues through its people's committee (Decree 30, Annex I, II.2). */
function issuerOf(issuer: OrgUnitVersion): Issuer {
  return { parentLines: issuer.letterhead?.parentLines ?? [], nameLines: linesOfIssuer(issuer), fullName: chairOf(issuer) }
}

/** Who pronounces it: `Chủ tịch Ủy ban nhân dân tỉnh Minh Họa`, `Chủ tịch Liên đoàn Lao động tỉnh Minh Họa`. */
function chairOf(issuer: OrgUnitVersion): string {
  return `Chủ tịch ${bodyOfIssuer(issuer)}`
}

/** Laws by their names alone, everything else in full (Decree 30, Annex I, II.6.b). */
function lawBases({
  book,
  issuer,
  provincialBasis,
}: Pick<DecisionFacts, 'book' | 'issuer' | 'provincialBasis'> & { readonly decision: { readonly on: PlainDate } }): Basis[] {
  return [
    ...(issuer.kind === 'tradeUnion' ? [] : [basis('government', 'Căn cứ Luật Tổ chức chính quyền địa phương')]),
    // A title of a province's own rests on what the province names, and on nothing more.
    ...(book.ofProvince ? [] : [basis('emulation', 'Căn cứ Luật Thi đua, khen thưởng')]),
    ...decreesOf(book.cites.filter(code => code !== provincialBasis)).map((code, at) => basis(`law-${at + 1}`, `Căn cứ ${cited(code)}`)),
    ...(provincialBasis === '' ? [] : [basis('province', `Căn cứ ${cited(provincialBasis)}`)]),
  ]
}

function basis(id: string, text: string): Basis {
  return { id, inlines: [{ type: 'text', text }] }
}

const pronounced: Block = { type: 'pronouncement', id: 'decides', text: 'QUYẾT ĐỊNH:' }

function article(number: number, words: string): Block[] {
  return [
    { type: 'article', id: `article-${number}`, number, inlines: [] },
    { type: 'paragraph', id: `article-${number}-text`, label: null, inlines: [{ type: 'text', text: words }] },
  ]
}

/** `Trưởng bản, Tổ trưởng tổ dân phố`: each kind of head once. */
function headsOf(areas: readonly { readonly kind: OrgUnitKind }[]): string {
  return [...new Set(areas.map(({ kind }) => headOf(kind)))].join(', ')
}

function wordOf(areas: readonly { readonly kind: OrgUnitKind }[]): string {
  return [...new Set(areas.map(({ kind }) => areaWord(kind)))].join(', ')
}

/** Who carries it out: the staff of a commune are organised anew since there are two levels of government. */
function executorsOn(on: PlainDate): string {
  return on < districtsEndedOn
    ? 'Công chức Văn phòng - thống kê, công chức Văn hóa - xã hội'
    : 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Phòng Văn hóa - Xã hội'
}
