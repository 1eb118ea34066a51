import { contains, type DateRange, overlaps } from '../calendar/date-range.ts'
import { addDays, formatDay, type PlainDate } from '../calendar/plain-date.ts'
import type { OrgUnitKind, Succession } from './org-unit.ts'

/** One line of a list of units: a version told by code and days, with the codes it came from. */
export type ListedVersion = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly parentCode: string | null
  readonly valid: DateRange
  readonly predecessors: readonly ListedPredecessor[]
  readonly source: string
}
/** A code is kept by the seat through mergers, so a predecessor is the version of that code that ended the day before. */
export type ListedPredecessor = { readonly code: string; readonly isVerified: boolean }

/** A listed version with who it is: the first version of its identity, and of its parent's. */
export type TracedVersion = { readonly listed: ListedVersion; readonly origin: ListedVersion; readonly parentOrigin: ListedVersion | null }
export type TracedSuccession = Pick<Succession, 'on' | 'extent' | 'isVerified'> & {
  readonly from: ListedVersion
  readonly to: ListedVersion
}
export type Lineage = { readonly versions: readonly TracedVersion[]; readonly successions: readonly TracedSuccession[] }
export type BadRow = { readonly line: number; readonly reason: string }

/**
 * Who is who in a list of versions. A version carries on its predecessor's identity when it has exactly one, certain,
 * of the same code, and no other version claims that one too. Every other version is a new unit, and succeeds its predecessors.
 */
export function traceLineage(list: readonly ListedVersion[]): { readonly lineage: Lineage; readonly badRows: readonly BadRow[] } {
  const ofCode = Map.groupBy(list, version => version.code)
  const badRows = list.flatMap(version => faultsOf(version, ofCode).map(reason => ({ line: version.line, reason })))
  if (badRows.length > 0) return { lineage: { versions: [], successions: [] }, badRows }

  const claims = list.flatMap(to =>
    to.predecessors.map(({ code, isVerified }) => ({ from: predecessorOf(to, code, ofCode) as ListedVersion, to, isVerified })),
  )
  const claimsOn = Map.groupBy(claims, claim => claim.from)
  const originOf = traceOrigins(list, ofCode, from => claimsOn.get(from)?.length ?? 0)

  const versions = list.map(listed => ({ listed, origin: originOf(listed), parentOrigin: parentOf(listed, ofCode, originOf) }))
  const successions = claims
    .filter(({ from, to }) => originOf(from) !== originOf(to))
    .map(({ from, to, isVerified }) => ({
      from: originOf(from),
      to: originOf(to),
      on: to.valid.from as PlainDate,
      extent: (claimsOn.get(from)?.length ?? 0) > 1 ? ('part' as const) : ('whole' as const),
      isVerified,
    }))
  return { lineage: { versions, successions }, badRows: versions.flatMap(version => parentFaults(version, ofCode, originOf)) }
}

type ByCode = ReadonlyMap<string, readonly ListedVersion[]>

function traceOrigins(
  list: readonly ListedVersion[],
  ofCode: ByCode,
  claimsOn: (version: ListedVersion) => number,
): (version: ListedVersion) => ListedVersion {
  const origins = new Map<ListedVersion, ListedVersion>()
  const byStart = list.toSorted((a, b) => compareStart(a.valid.from, b.valid.from)) // a predecessor is traced before who carries it on
  for (const version of byStart) {
    const [only, ...others] = version.predecessors
    const previous = only?.isVerified && others.length === 0 && only.code === version.code && predecessorOf(version, only.code, ofCode)
    origins.set(version, previous && claimsOn(previous) === 1 ? (origins.get(previous) ?? previous) : version)
  }
  return version => origins.get(version) ?? version
}

function compareStart(a: PlainDate | null, b: PlainDate | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

function predecessorOf(version: ListedVersion, code: string, ofCode: ByCode): ListedVersion | undefined {
  return ofCode.get(code)?.find(other => other.valid.until !== null && other.valid.until === version.valid.from)
}

/** What is wrong with a line by itself and beside the lines of the same codes. */
function faultsOf(version: ListedVersion, ofCode: ByCode): string[] {
  const { code, valid, predecessors, parentCode } = version
  const faults: string[] = []
  if (valid.from !== null && valid.until !== null && valid.until <= valid.from) faults.push('ngày cuối trước ngày đầu')
  const twin = ofCode.get(code)?.find(other => other.line < version.line && overlaps(other.valid, valid))
  if (twin) faults.push(`mã ${code} trùng thời gian với dòng ${twin.line}`)
  if (predecessors.length > 0 && valid.from === null) faults.push('có đơn vị tiền thân nhưng không ghi ngày đầu')
  if (new Set(predecessors.map(predecessor => predecessor.code)).size < predecessors.length) faults.push('một đơn vị tiền thân ghi hai lần')
  const start = valid.from
  if (start !== null)
    for (const { code: from } of predecessors)
      if (!predecessorOf(version, from, ofCode)) faults.push(`không có đơn vị mã ${from} kết thúc ngày ${formatDay(addDays(start, -1))}`)
  if (parentCode === code) faults.push('đơn vị cấp trên là chính nó')
  else if (parentCode !== null && !isCovered(valid, ofCode.get(parentCode) ?? []))
    faults.push(`đơn vị cấp trên mã ${parentCode} không có suốt thời gian của dòng này`)
  return faults
}

/** Whether some version stands on every day of a range. */
function isCovered(range: DateRange, versions: readonly ListedVersion[]): boolean {
  let day = range.from
  let isFirst = true
  while (isFirst || (day !== null && (range.until === null || day < range.until))) {
    const next = versions.find(({ valid }) => (day === null ? valid.from === null : contains(valid, day)))
    if (!next) return false
    if (next.valid.until === null) return true
    day = next.valid.until
    isFirst = false
  }
  return true
}

function parentsOf(version: ListedVersion, ofCode: ByCode): ListedVersion[] {
  return (ofCode.get(version.parentCode ?? '') ?? []).filter(parent => overlaps(parent.valid, version.valid))
}

function parentOf(version: ListedVersion, ofCode: ByCode, originOf: (version: ListedVersion) => ListedVersion): ListedVersion | null {
  const [parent] = parentsOf(version, ofCode)
  return parent ? originOf(parent) : null
}

/** A version hangs under one identity, and following parents leads to a top. */
function parentFaults({ listed }: TracedVersion, ofCode: ByCode, originOf: (version: ListedVersion) => ListedVersion): BadRow[] {
  const parents = new Set(parentsOf(listed, ofCode).map(originOf))
  if (parents.size > 1)
    return [{ line: listed.line, reason: `mã ${listed.parentCode} đổi thành đơn vị khác giữa chừng: tách dòng này theo ngày đổi` }]
  const seen = new Set([listed])
  for (let [next] = parentsOf(listed, ofCode); next; [next] = parentsOf(next, ofCode)) {
    if (seen.has(next)) return [{ line: listed.line, reason: 'đơn vị cấp trên đi thành vòng' }]
    seen.add(next)
  }
  return []
}
