import type { HouseholdContent } from './household.ts'
import type { ImportRow } from './import-row.ts'
import { plain, sameHousehold } from './same-household.ts'

/** A row that has found its place and its key; read again, it has the same. */
export type KeyedRow = ImportRow & { readonly id: string; readonly areaUnitId: string; readonly line: number }
export type KnownHousehold = HouseholdContent & { readonly id: string; readonly code: string | null }

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
  /** In the register already, as the list says it. */
  readonly known: number
  readonly aside: readonly { readonly row: KeyedRow; readonly reason: string }[]
}

/**
 * New ones, known ones, and those a person has to look at: they may be one household with another, or tell of a known
 * one what the register does not. Nothing is merged and nothing known is changed.
 */
export function sortRows(
  rows: readonly KeyedRow[],
  knownById: ReadonlyMap<string, KnownHousehold | null>,
  likely: readonly KnownHousehold[],
): Sorted {
  const added: KeyedRow[] = []
  const aside: { row: KeyedRow; reason: string }[] = []
  let known = 0
  const near = new Map<string, (KnownHousehold & { line?: number })[]>()
  const note = (household: KnownHousehold & { line?: number }): void => {
    for (const key of nearKeys(household)) near.set(key, [...(near.get(key) ?? []), household])
  }
  for (const household of likely) note(household)
  for (const row of rows) {
    const before = knownById.get(row.id)
    if (before !== undefined) {
      const differs = before === null ? 'đã ra khỏi sổ' : differenceOf(row, before)
      if (differs === null) known++
      else aside.push({ row, reason: `đã có trong sổ, nhưng ${differs}: sửa ở sổ nếu đúng là thay đổi` })
      continue
    }
    const other = nearKeys(row)
      .flatMap(key => near.get(key) ?? [])
      .find(candidate => sameHousehold(candidate, row) && !isSaidToBeAnother(row, candidate))
    if (other) aside.push({ row, reason: sayLikely(other) })
    else {
      added.push(row)
      note(row)
    }
  }
  return { added, known, aside }
}

/** A person's word settles a name; two households of one code it cannot make. */
function isSaidToBeAnother(row: KeyedRow, other: KnownHousehold): boolean {
  return row.isAnother && (row.code === null || other.code !== row.code)
}

function nearKeys({ areaUnitId, headName, code }: Pick<KnownHousehold, 'areaUnitId' | 'headName' | 'code'>): string[] {
  return [`${areaUnitId} ${plain(headName)}`, ...(code === null ? [] : [`${areaUnitId} #${code}`])]
}

export function sayLikely({ headName, code, line }: Pick<KnownHousehold, 'headName' | 'code'> & { readonly line?: number }): string {
  const where = line === undefined ? 'đã có trong sổ' : `ở dòng ${line}`
  return `có thể trùng với hộ ${headName}${code === null ? '' : ` (mã ${code})`} ${where}: nếu là hộ khác thì ghi x ở cột “Là hộ khác” rồi nạp lại`
}

function differenceOf(row: KeyedRow, before: KnownHousehold): string | null {
  if (plain(row.headName) !== plain(before.headName)) return `chủ hộ là ${before.headName}`
  if (row.memberCount !== before.memberCount) return `số nhân khẩu là ${before.memberCount ?? 'chưa rõ'}`
  if (plain(row.address) !== plain(before.address)) return 'địa chỉ khác'
  return row.poverty === before.poverty ? null : 'diện hộ khác'
}
