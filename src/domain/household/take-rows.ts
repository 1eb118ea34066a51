import type { PlainDate } from '../calendar/plain-date.ts'
import type { Result } from '../kit/result.ts'
import { type Change, change, type HouseholdContent, type HouseholdRefusal, type HouseholdVersion } from './household.ts'
import type { ImportRow } from './import-row.ts'
import { plain, sameHousehold } from './same-household.ts'

/** A row that has found its place and its key; read again, it has the same. */
export type KeyedRow = ImportRow & {
  readonly id: string
  readonly areaUnitId: string
  readonly line: number
  /** What lists are sorted by, and searched by without marks. */
  readonly sortKey: string
  readonly searchKey: string
}
/** A household as the register has it; `since` and `versionId` are of what stands now. */
export type KnownHousehold = HouseholdContent & {
  readonly id: string
  readonly code: string | null
  readonly versionId: string
  readonly since: PlainDate | null
}
/** Somebody a row may be one household with: in the register, or on a line before. */
export type LikelyHousehold = Pick<HouseholdContent, 'headName' | 'address' | 'areaUnitId'> & {
  readonly code: string | null
  readonly line?: number
}

/**
 * What makes a row one household, whenever and in whichever file it comes: its code, else its name and address, in its
 * place. `nth` tells namesakes apart that somebody has said are two.
 */
export function keyOf(row: Pick<ImportRow, 'code' | 'headName' | 'address'>, areaUnitId: string, nth: number): string {
  const own = row.code === null ? `name ${plain(row.headName)} ${plain(row.address)}` : `code ${row.code}`
  return `household ${areaUnitId} ${own}${nth === 0 ? '' : ` ${nth}`}`
}

export type Sorted = {
  readonly added: readonly KeyedRow[]
  /** Known, and the list tells of them what the register does not. */
  readonly differing: readonly { readonly row: KeyedRow; readonly before: KnownHousehold }[]
  /** In the register already, as the list says it. */
  readonly known: number
  readonly aside: readonly { readonly row: KeyedRow; readonly kind: 'likely' | 'wrong'; readonly reason: string }[]
}

/** By what two entries may be one household: each under its name and its code. */
export type Near = Map<string, LikelyHousehold[]>

export function noteNear(near: Near, household: LikelyHousehold): void {
  for (const key of nearKeys(household)) {
    const there = near.get(key)
    if (there) there.push(household)
    else near.set(key, [household])
  }
}

/**
 * New ones, known ones, and those a person has to look at: they may be one household with another, or tell of a known
 * one what the register does not. Nothing is merged. `near` holds who is near already and takes up who is added.
 */
export function sortRows(rows: readonly KeyedRow[], knownById: ReadonlyMap<string, KnownHousehold | null>, near: Near): Sorted {
  const added: KeyedRow[] = []
  const differing: { row: KeyedRow; before: KnownHousehold }[] = []
  const aside: { row: KeyedRow; kind: 'likely' | 'wrong'; reason: string }[] = []
  let known = 0
  for (const row of rows) {
    const before = knownById.get(row.id)
    if (before === undefined) {
      const other = nearKeys(row)
        .flatMap(key => near.get(key) ?? [])
        .find(candidate => sameHousehold(candidate, row) && !isSaidToBeAnother(row, candidate))
      if (other) aside.push({ row, kind: 'likely', reason: sayLikely(other) })
      else {
        added.push(row)
        const { headName, address, areaUnitId, code, line } = row
        noteNear(near, { headName, address, areaUnitId, code, line })
      }
    } else if (before === null) aside.push({ row, kind: 'wrong', reason: 'đã ra khỏi sổ: ghi lại ở sổ nếu hộ trở về' })
    else if (before.areaUnitId !== row.areaUnitId)
      aside.push({ row, kind: 'wrong', reason: 'đã chuyển đến nơi khác: sửa ở sổ nếu chưa đúng' })
    else if (differenceOf(row, before) === null) known++
    else differing.push({ row, before })
  }
  return { added, differing, known, aside }
}

/** The name before it in its place that is like this one but for the marks: they are two people. Null: there is none. */
export function noteTone(
  names: Map<string, string>,
  { areaUnitId, searchKey, headName }: Pick<KeyedRow, 'areaUnitId' | 'searchKey' | 'headName'>,
): string | null {
  const key = `${areaUnitId} ${searchKey}`
  const before = names.get(key)
  if (before === undefined) names.set(key, headName)
  return before === undefined || plain(before) === plain(headName) ? null : before
}

/** A person's word settles a name; two households of one code it cannot make. */
function isSaidToBeAnother(row: KeyedRow, other: LikelyHousehold): boolean {
  return row.isAnother && (row.code === null || other.code !== row.code)
}

function nearKeys({ areaUnitId, headName, code }: LikelyHousehold): string[] {
  return [`${areaUnitId} ${plain(headName)}`, ...(code === null ? [] : [`${areaUnitId} #${code}`])]
}

export function sayLikely({ headName, code, line }: Pick<LikelyHousehold, 'headName' | 'code' | 'line'>): string {
  const where = line === undefined ? 'đã có trong sổ' : `ở dòng ${line}`
  return `có thể trùng với hộ ${headName}${code === null ? '' : ` (mã ${code})`} ${where}: nếu là hộ khác thì ghi x ở cột “Là hộ khác” rồi nạp lại`
}

/** What a list says of a known household. Where it says nothing, what is known stays. */
export function toldContent(row: KeyedRow, before: KnownHousehold): HouseholdContent {
  return {
    headName: plain(row.headName) === plain(before.headName) ? before.headName : row.headName,
    memberCount: row.memberCount ?? before.memberCount,
    address: row.address === '' || plain(row.address) === plain(before.address) ? before.address : row.address,
    areaUnitId: before.areaUnitId,
    poverty: row.poverty ?? before.poverty,
  }
}

/** In words, against what the register says; null where the list says nothing else. */
export function differenceOf(row: KeyedRow, before: KnownHousehold): string | null {
  const told = toldContent(row, before)
  const differences = [
    told.headName !== before.headName && `chủ hộ là ${before.headName}`,
    told.memberCount !== before.memberCount && `số nhân khẩu là ${before.memberCount ?? 'chưa rõ'}`,
    told.address !== before.address && `địa chỉ ${before.address === '' ? 'chưa ghi' : `là ${before.address}`}`,
    told.poverty !== before.poverty && `diện hộ ${before.poverty === null ? 'chưa rõ' : 'khác'}`,
  ].filter(Boolean)
  return differences.length === 0 ? null : differences.join(', ')
}

/** A known household becomes what the list says, from the day of the list on. */
export function changeTold(
  { row, before }: Sorted['differing'][number],
  { from, today, versionId }: { readonly from: PlainDate; readonly today: PlainDate; readonly versionId: string },
): Result<Change, HouseholdRefusal> {
  const stands = { endCause: null, isStruck: false, cause: 'imported', reason: '' } as const
  const { id: householdId, since, versionId: beforeId, headName, memberCount, address, areaUnitId, poverty } = before
  const content = { headName, memberCount, address, areaUnitId, poverty }
  const last: HouseholdVersion = { id: beforeId, householdId, ...content, ...stands, valid: { from: since, until: null } }
  return change({ id: versionId, householdId, ...toldContent(row, before), ...stands, valid: { from, until: null } }, [last], today)
}
