import { formatIssueDay, type PlainDate } from '../calendar/plain-date.ts'
import { lowerFirst } from '../kit/text.ts'
import type { OrgUnitKind } from '../org/org-unit.ts'
import type { AreaLaw, AreaRecord } from '../season/area.ts'
import type { Assessment } from '../season/assessment.ts'
import type { Season } from '../season/season.ts'
import type { Confirmations } from '../title/sourced.ts'
import { decreesOf, named } from './law-citations.ts'
import { formNumberOf, type PaperCode, printedNumber } from './paper-kinds.ts'

/** An area as it was called on the day a paper is of, and what it belonged to. */
export type AreaPlace = {
  readonly name: string
  readonly kind: OrgUnitKind
  readonly communeName: string
  readonly provinceName: string
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
}

const headWords: Partial<Record<OrgUnitKind, string>> = {
  village: 'Trưởng bản',
  hamlet: 'Trưởng thôn',
  neighbourhood: 'Tổ trưởng tổ dân phố',
  quarter: 'Trưởng tiểu khu',
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
}

/** `bản`, `thôn`: the area inside a sentence. */
export function areaWord(kind: OrgUnitKind): string {
  return shortWords[kind] ?? 'khu dân cư'
}

/** `“Gia đình văn hóa” năm 2022`. */
export function honourOfYear({ law, season }: Pick<PaperFacts, 'law' | 'season'>): string {
  return `“${law.book.name}” năm ${season.year}`
}

/** `Bản Trên, xã Minh Họa, tỉnh Sơn La`. */
export function wholePlace({ name, communeName, provinceName }: AreaPlace): string {
  return [name, lowerFirst(communeName), lowerFirst(provinceName)].filter(Boolean).join(', ')
}

/** Two lines over a paper of the area: the commune, and the area in bold. */
export function areaLines({ name, communeName }: AreaPlace): string[] {
  return [communeName, name].filter(Boolean).map(line => line.toLocaleUpperCase('vi'))
}

/** `Bản Trên, ngày 20 tháng 11 năm 2022`, or with room for the pen. */
export function signedAt({ name }: AreaPlace, day: PlainDate | null, year: number): string {
  return `${name}, ${day === null ? `ngày …… tháng …… năm ${year}` : formatIssueDay(day)}`
}

/** The head of a form: its number where it may be told, and the text it belongs to. */
export function formHead(code: PaperCode, { law, confirmations }: Pick<PaperFacts, 'law' | 'confirmations'>) {
  return { formNumber: printedNumber(formNumberOf(code, law.book, confirmations)), cites: named(decreesOf(law.book.cites)[0] ?? '') }
}
