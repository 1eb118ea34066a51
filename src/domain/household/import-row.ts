import { cleanText, isPaperText, isPlainText, searchKey } from '../kit/text.ts'
import type { HouseholdContent, PovertyStanding } from './household.ts'
import { foreignLetter } from './legacy-text.ts'

/** What a column of a list may tell. */
export const importFields = ['code', 'headName', 'memberCount', 'address', 'commune', 'area', 'poverty', 'isAnother'] as const
export type ImportField = (typeof importFields)[number]

/** Which field each column tells; null: none of ours. */
export type ColumnMapping = readonly (ImportField | null)[]

/** What lists call their columns, without diacritics. The first pattern that fits a column names it. */
const headers: readonly (readonly [ImportField, RegExp])[] = [
  ['isAnother', /^la ho khac/u],
  ['code', /^(ma (so )?ho( gia dinh)?|ma)$|^so (so )?ho khau$|^ma ho\b/u],
  ['memberCount', /nhan khau|thanh vien|so (nguoi|khau)|^(so )?khau$/u],
  ['poverty', /ngheo|dien ho|phan loai ho|loai ho|hoan canh/u],
  ['headName', /^(ho (va )?ten|chu ho|hoten)\b|^ten$|ten chu ho|ho ten|chu ho$/u],
  ['area', /^(ten )?(thon|ban|tieu khu|to dan pho|tdp|khu dan cu|khu pho|to|ap|buon|khoi)\b/u],
  ['commune', /^(ten )?(xa|phuong|thi tran)\b/u],
  ['address', /dia chi|noi o|cho o|so nha|thuong tru/u],
]

/** A guess by the words of the first row; a field is given to one column only. */
export function guessMapping(cells: readonly string[], remembered: ReadonlyMap<string, ImportField | null> = new Map()): ColumnMapping {
  const taken = new Set<ImportField>()
  return cells.map(cell => {
    const key = searchKey(cell)
    const field = remembered.has(key) ? remembered.get(key) : headers.find(([name, pattern]) => !taken.has(name) && pattern.test(key))?.[0]
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** Without these no household is told from another. */
export function missingFields(mapping: ColumnMapping): ImportField[] {
  return (['headName', 'area'] as const).filter(field => !mapping.includes(field))
}

/** A household as a row tells it; its place still by name. */
export type ImportRow = Omit<HouseholdContent, 'areaUnitId'> & {
  readonly code: string | null
  readonly communeName: string
  readonly areaName: string
  /** Somebody looked: it only seems to be one known already. */
  readonly isAnother: boolean
}

/** The words of a row by what they tell, as they stand in the list. */
export type ToldRow = Readonly<Record<ImportField, string>>

export type ReadRow =
  | { readonly ok: true; readonly row: ImportRow }
  | { readonly ok: false; readonly told: ToldRow; readonly reason: string }

/** Reads one row. What is not there is missing; what cannot be is named, never mended. */
export function readRow(cells: readonly string[], mapping: ColumnMapping): ReadRow {
  const told = tellRow(cells, mapping)
  const memberCount = told.memberCount === '' ? null : Number(told.memberCount.replace(/[.,]0+$/u, ''))
  const poverty = readPoverty(told.poverty)
  const reason =
    wrongIn(told, mapping) ??
    (poverty === undefined ? `không hiểu diện hộ “${told.poverty}”: ghi nghèo, cận nghèo hoặc không` : undefined) ??
    (isCount(memberCount) ? undefined : `số nhân khẩu “${told.memberCount}” không phải số từ 1 đến 100`)
  if (reason !== undefined || poverty === undefined) return { ok: false, told, reason: reason ?? '' }
  const { headName, address, code, commune: communeName, area: areaName } = told
  const isAnother = told.isAnother !== ''
  return { ok: true, row: { headName, memberCount, address, poverty, code: code || null, communeName, areaName, isAnother } }
}

function tellRow(cells: readonly string[], mapping: ColumnMapping): Record<ImportField, string> {
  const told = { code: '', headName: '', memberCount: '', address: '', commune: '', area: '', poverty: '', isAnother: '' }
  for (let i = 0; i < mapping.length; i++) {
    const field = mapping[i]
    if (field) told[field] = cleanText(cells[i] ?? '').replace(/\s+/gu, ' ')
  }
  return told
}

const povertyTold: Record<PovertyStanding, string> = { poor: 'nghèo', nearPoor: 'cận nghèo', none: 'không' }

/** A row as a list would tell it: what is set aside can be mended and read again. */
export function retellRow({ headName, address, communeName, areaName, memberCount, poverty, code, isAnother }: ImportRow): ToldRow {
  return {
    headName,
    address,
    code: code ?? '',
    memberCount: memberCount === null ? '' : String(memberCount),
    commune: communeName,
    area: areaName,
    poverty: poverty === null ? '' : povertyTold[poverty],
    isAnother: isAnother ? 'x' : '',
  }
}

function isCount(count: number | null): boolean {
  return count === null || (Number.isInteger(count) && count > 0 && count <= 100)
}

const longest = { headName: 100, address: 300, code: 40, area: 200, commune: 200 } as const

function wrongIn(told: ToldRow, mapping: ColumnMapping): string | undefined {
  if (told.headName === '') return 'thiếu họ tên chủ hộ'
  if (told.area === '' && mapping.includes('area')) return 'thiếu tên bản, thôn, tổ dân phố'
  for (const [field, max] of Object.entries(longest)) {
    const text = told[field as keyof typeof longest]
    if (text.length > max) return `“${text.slice(0, 30)}…” dài quá ${max} ký tự`
    if (!isPlainText(text)) return 'có ký tự không in được'
  }
  if (!isPaperText(told.headName) || !isPaperText(told.address)) return 'tên hoặc địa chỉ có ký tự mà giấy in không có'
  const letter = foreignLetter(told.headName) ?? foreignLetter(told.area)
  if (letter !== undefined) return `chữ “${letter}” không phải chữ Việt: gõ lại theo Unicode`
  if (/\d/u.test(told.headName)) return `họ tên “${told.headName}” có chữ số: xem lại cột`
  return undefined
}

/** Undefined: words that say neither. */
function readPoverty(text: string): PovertyStanding | null | undefined {
  const key = searchKey(text)
  if (key === '') return null
  if (/can ngheo/u.test(key)) return 'nearPoor'
  if (/^(khong|0|ho (trung binh|kha|giau|khong)|trung binh|kha|giau|binh thuong|thoat ngheo)/u.test(key)) return 'none'
  return /^(ho )?ngheo|^x$|^co$/u.test(key) ? 'poor' : undefined
}
