import { allInForce, type DateRange, inForce, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { compareText } from '../kit/text.ts'

/**
 * The country, levels of government, residential areas, agencies with their departments, the bodies that stand beside the
 * administration, enterprises, and groups of people known by a name, such as a clan (dòng họ).
 */
export const orgUnitKinds = [
  'country',
  'province',
  'city',
  'districtTown',
  'district',
  'ward',
  'township',
  'commune',
  'specialZone',
  'village',
  'hamlet',
  'neighbourhood',
  'quarter',
  'peoplesCommittee',
  'agency',
  'department',
  'attachedUnit',
  'steeringCommittee',
  'partyCell',
  'tradeUnion',
  'youthUnion',
  'fatherlandFront',
  'enterprise',
  'group',
] as const
export type OrgUnitKind = (typeof orgUnitKinds)[number]

/** The lowest level of government: communes, wards, townships, and since 1 July 2025 special zones (đặc khu). */
export const communeKinds: readonly OrgUnitKind[] = ['commune', 'ward', 'township', 'specialZone']

/** The level between communes and the province, until 1 July 2025. */
export const districtKinds: readonly OrgUnitKind[] = ['district', 'city', 'districtTown']

/** Levels of government above communes. */
export const aboveCommuneKinds: readonly OrgUnitKind[] = [...districtKinds, 'province']

/** Where people live, below a commune; no level of government: bản, thôn, tổ dân phố, tiểu khu. */
export const residentialAreaKinds: readonly OrgUnitKind[] = ['village', 'hamlet', 'neighbourhood', 'quarter']

/** Who a unit is, whatever it is called and wherever it belongs. Never a name nor a code: both are reused after mergers. */
export type OrgUnit = { readonly id: string; readonly shortName: string | null }

/** What a unit was called, was and belonged to during a range of days. Two versions of one unit never overlap. */
export type OrgUnitVersion = {
  readonly valid: DateRange
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly parentUnitId: string | null
  /** Statistical code (Decision 19/2025/QĐ-TTg and before); kept by the seat through mergers, so no identity. */
  readonly code: string | null
  /** Decree 30/2020/NĐ-CP, Annex I, II.4: places named after a person are written with their kind: `Phường Tô Hiệu`. */
  readonly namedAfterPerson: boolean
  /** Place among its siblings as the decision that set them up lists them. */
  readonly position: number
  /** Lines of box 2 of a document, in capitals; null for units that issue none. */
  readonly letterhead: Letterhead | null
  /** What the unit does, as its statute says; opens the first part of a report. */
  readonly functions: string | null
  /** How running text refers to the unit: `Văn phòng UBND tỉnh`. */
  readonly calledInText: string
  readonly source: string
}
export type Letterhead = { readonly parentLines: readonly string[]; readonly nameLines: readonly string[]; readonly place: string }

/** `from` ended or shrank on that day, and its people and place went to `to`. */
export type Succession = {
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly on: PlainDate
  readonly extent: 'whole' | 'part'
  /** False where the source only infers it: shown as "chưa xác minh". */
  readonly isVerified: boolean
  /** The text that decided it; null where a list of units tells it. */
  readonly basis: string | null
}

export const headcountCategories = ['officials', 'publicEmployees', 'contractWorkers'] as const
/** Cán bộ, công chức · viên chức · lao động hợp đồng. */
export type HeadcountCategory = (typeof headcountCategories)[number]
export type Headcount = Versioned & {
  readonly id: string
  readonly unitId: string
  readonly category: HeadcountCategory
  readonly count: number
}

/** All units as they were on one day. */
export type OrgTree = {
  readonly on: PlainDate
  readonly versionOf: ReadonlyMap<string, OrgUnitVersion>
  readonly childrenOf: ReadonlyMap<string | null, readonly OrgUnitVersion[]>
}

/** The tree as of a day. */
export function treeOn(versions: readonly OrgUnitVersion[], on: PlainDate): OrgTree {
  const versionOf = new Map(allInForce(versions, on).map(version => [version.unitId, version]))
  const childrenOf = new Map<string | null, OrgUnitVersion[]>()
  for (const version of versionOf.values()) {
    const siblings = childrenOf.get(version.parentUnitId) ?? []
    siblings.push(version)
    childrenOf.set(version.parentUnitId, siblings)
  }
  for (const siblings of childrenOf.values()) siblings.sort((a, b) => a.position - b.position || compareText(a.name, b.name))
  return { on, versionOf, childrenOf }
}

/** From the unit itself up to the top, on the day of the tree. Empty when the unit was not in force. */
export function pathOf(tree: OrgTree, unitId: string): string[] {
  const path: string[] = []
  let version = tree.versionOf.get(unitId)
  while (version && !path.includes(version.unitId)) {
    path.push(version.unitId)
    version = version.parentUnitId === null ? undefined : tree.versionOf.get(version.parentUnitId)
  }
  return path
}

/** Everything below a unit on the day of the tree, nearest first, without itself. */
export function subordinatesOf(tree: OrgTree, unitId: string): OrgUnitVersion[] {
  const children = tree.childrenOf.get(unitId) ?? []
  return children.flatMap(child => [child, ...subordinatesOf(tree, child.unitId)])
}

/** Whether a unit has a version in force on a day. */
export function existsOn(versions: readonly OrgUnitVersion[], unitId: string, on: PlainDate): boolean {
  return (
    inForce(
      versions.filter(version => version.unitId === unitId),
      on,
    ) !== undefined
  )
}

/** The days a document, task or activity may refer to a unit: some version must be in force on each day used. */
export function validOf(versions: readonly OrgUnitVersion[], unitId: string): DateRange[] {
  return versions.filter(version => version.unitId === unitId).map(version => version.valid)
}
