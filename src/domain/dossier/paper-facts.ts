import { formatIssueDay, type PlainDate } from '../calendar/plain-date.ts'
import { capitalise, lowerFirst } from '../kit/text.ts'
import { aboveCommuneKinds, communeKinds, type OrgUnitKind, residentialAreaKinds } from '../org/org-unit.ts'
import type { AreaLaw, AreaRecord } from '../season/area.ts'
import type { Assessment } from '../season/assessment.ts'
import { holdingOf } from '../season/holding.ts'
import type { Season } from '../season/season.ts'
import type { RuleBook } from '../title/rule-book.ts'
import type { Confirmations } from '../title/sourced.ts'
import { decreesOf, named } from './law-citations.ts'
import { formNumberOf, type PaperCode, printedNumber } from './paper-kinds.ts'

/** An area as it was called on the day a paper is of, and what it belonged to. */
export type AreaPlace = {
  readonly name: string
  readonly kind: OrgUnitKind
  readonly communeName: string
  readonly provinceName: string
  /** What stands right above it; empty at the top. */
  readonly aboveName: string
  /** Whose decision is asked for: `Chủ tịch Ủy ban nhân dân xã Minh Họa`; empty where no text names anybody. */
  readonly receiver: string
  /** Who headed it that day, as far as the register of positions knows. */
  readonly headName: string | null
}

/** All that is recorded of one area of a season, with the law it is reviewed under and the names of the day. */
export type PaperFacts = {
  readonly season: Season
  readonly law: AreaLaw
  readonly confirmations: Confirmations
  readonly area: AreaRecord & { readonly assessments: readonly Assessment[] }
  readonly place: AreaPlace
  /** Where the posted list is read without an account; null where nothing is posted, or nobody told how the house is reached. */
  readonly postedAddress: string | null
  /** The years in a row of each unit, where recognition follows from them. */
  readonly yearsOf: ReadonlyMap<string, readonly number[]>
}

const headWords: Partial<Record<OrgUnitKind, string>> = {
  village: 'Trưởng bản',
  hamlet: 'Trưởng thôn',
  neighbourhood: 'Tổ trưởng tổ dân phố',
  quarter: 'Trưởng tiểu khu',
  commune: 'Chủ tịch Ủy ban nhân dân xã',
  ward: 'Chủ tịch Ủy ban nhân dân phường',
  township: 'Chủ tịch Ủy ban nhân dân thị trấn',
  specialZone: 'Chủ tịch Ủy ban nhân dân đặc khu',
  district: 'Chủ tịch Ủy ban nhân dân huyện',
  city: 'Chủ tịch Ủy ban nhân dân thành phố',
  districtTown: 'Chủ tịch Ủy ban nhân dân thị xã',
  province: 'Chủ tịch Ủy ban nhân dân tỉnh',
  agency: 'Thủ trưởng cơ quan, đơn vị',
  department: 'Thủ trưởng cơ quan, đơn vị',
  attachedUnit: 'Thủ trưởng cơ quan, đơn vị',
  peoplesCommittee: 'Thủ trưởng cơ quan, đơn vị',
  enterprise: 'Người đứng đầu doanh nghiệp',
  group: 'Người đại diện',
}

/** `Trưởng bản`; what nobody has a word for is the head of a residential area, as 122/2018/NĐ-CP says it. */
export function headOf(kind: OrgUnitKind): string {
  return headWords[kind] ?? 'Trưởng khu dân cư'
}

const shortWords: Partial<Record<OrgUnitKind, string>> = {
  village: 'bản',
  hamlet: 'thôn',
  neighbourhood: 'tổ dân phố',
  quarter: 'tiểu khu',
  group: 'dòng họ, nhóm',
}

const governments: readonly OrgUnitKind[] = [...communeKinds, ...aboveCommuneKinds]

/** `bản`, `thôn`: the area inside a sentence. */
export function areaWord(kind: OrgUnitKind): string {
  return shortWords[kind] ?? 'khu dân cư'
}

/** `danh hiệu “Gia đình văn hóa” năm 2022`, `Giấy khen Gia đình văn hóa năm 2022`. */
export function honourIn(book: Pick<RuleBook, 'name' | 'praise'>, year: number): string {
  return book.praise ? `${book.name} năm ${year}` : `danh hiệu “${book.name}” năm ${year}`
}

export function honourOfYear({ law, season }: Pick<PaperFacts, 'law' | 'season'>): string {
  return honourIn(law.book, season.year)
}

/** A unit is recognised for a period of years; everybody else is given a title or a letter of praise. */
export function givingOf({ recognition }: Pick<RuleBook, 'recognition'>): 'công nhận' | 'tặng' {
  return recognition ? 'công nhận' : 'tặng'
}

/** What those are called whom a season is for: households with their heads, or units by their names. */
export type SubjectWords = {
  /** `12 hộ`. */
  readonly noun: string
  readonly nameHeading: string
  readonly whereHeading: string
  /** Above the signature of whoever speaks for one of them. */
  readonly signsAs: string
  readonly areHouseholds: boolean
  /** One file, one unit: to say where it belongs beside its name would say the name twice. */
  readonly isAlone: boolean
}

export function subjectWords({ honour }: Pick<Season, 'honour'>): SubjectWords {
  const { arrangement, isFor, noun } = holdingOf(honour)
  const isAlone = arrangement === 'eachAlone'
  return isFor === null
    ? { noun, nameHeading: 'Họ và tên chủ hộ', whereHeading: 'Nơi ở', signsAs: 'Chủ hộ', areHouseholds: true, isAlone }
    : { noun, nameHeading: 'Tên', whereHeading: 'Thuộc', signsAs: 'Người đại diện', areHouseholds: false, isAlone }
}

/** `Bản Trên, xã Minh Họa, tỉnh Sơn La`. */
export function wholePlace(place: AreaPlace): string {
  return [place.name, placeAround(place)].filter(Boolean).join(', ')
}

/** `xã Minh Họa, tỉnh Sơn La`: what a place belongs to. */
export function placeAround({ name, kind, communeName, provinceName, aboveName }: AreaPlace): string {
  const above = residentialAreaKinds.includes(kind) ? communeName : aboveName
  return [...new Set([above, provinceName])]
    .filter(each => each !== '' && each !== name)
    .map(lowerFirst)
    .join(', ')
}

/** Two lines over a paper of the area: what it belongs to, and itself in bold; a level of government speaks through its committee. */
export function areaLines(place: AreaPlace): string[] {
  return [lineAbove(place), place.name].filter(Boolean).map(line => line.toLocaleUpperCase('vi'))
}

function lineAbove({ kind, communeName, aboveName }: AreaPlace): string {
  if (residentialAreaKinds.includes(kind)) return communeName
  return governments.includes(kind) ? 'Ủy ban nhân dân' : aboveName
}

/** `Bản Trên, ngày 20 tháng 11 năm 2022`, or with room for the pen. */
export function signedAt({ name }: Pick<AreaPlace, 'name'>, day: PlainDate | null, year: number): string {
  return `${capitalise(name)}, ${day === null ? `ngày …… tháng …… năm ${year}` : formatIssueDay(day)}`
}

/** The head of a form: its number where it may be told, and the text it belongs to. */
export function formHead(code: PaperCode, { law, confirmations }: Pick<PaperFacts, 'law' | 'confirmations'>) {
  return { formNumber: printedNumber(formNumberOf(code, law.book, confirmations)), cites: named(decreesOf(law.book.cites)[0] ?? '') }
}
